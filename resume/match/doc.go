// Package match reads job postings, says which of the skills that they ask for
// a resume shows, and brings those forward.
//
// [ExtractText] turns a file into text, [ParsePosting] the text into a [Posting],
// [NewInventory] gathers what a person can truly claim, [Inventory.Cover] compares
// the two, and [Tailor] orders and selects what the resume holds. Nothing here
// adds a word to a resume that its owner did not write or GitHub cannot prove.
//
// Coverage is in percent, by [Formula]. A file has at most [MaxSize] bytes.
package match
