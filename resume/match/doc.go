// Package match reads job postings, compares their skills with a resume, and tailors the
// resume by moving those skills forward.
//
// [ExtractText] turns a file into text, [ParsePosting] the text into a [Posting],
// [NewInventory] collects the skills that a person can truthfully claim, [Inventory.Cover] compares
// the two, and [Tailor] orders and selects what the resume holds. Nothing here
// adds a word to a resume that its owner did not write or GitHub cannot prove.
//
// Coverage is in percent; docs/match.md has its formula. A file has at most [MaxSize] bytes.
package match
