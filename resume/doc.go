// Package resume contains the data of a resume: the [Profile] that a person wrote, the
// [Snapshot] of GitHub's data, and the [Resume] that [Build] makes from both.
//
// Everything that is printed is chosen here: what, in which order, and how many. The package
// uses no files, network, environment or clock; the time of a resume is that of its snapshot.
//
// Parsing an invalid profile returns [Problems]: each names its field and, if known, its line
// and column, both counted from 1, columns in characters. A [Date] is as exact as it was
// written: a year, a month or a day.
//
// The JSON is JSON Resume's: https://jsonresume.org/schema.
package resume
