// Package match reads job postings, says which of the skills that they ask for
// a resume shows, and brings those forward.
//
// [Text] turns a file into text, [Read] the text into a [Posting],
// [NewClaims] gathers what a person can truly claim, [Claims.Cover] compares
// the two, and [Tailor] orders and selects what the resume holds. Nothing here
// adds a word to a resume that its owner did not write or GitHub cannot prove.
package match
