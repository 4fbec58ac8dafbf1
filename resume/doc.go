// Package resume holds the data of a resume and joins it: the [Profile] that a person wrote, the [Snapshot]
// of what GitHub said, and the [Resume] that [Build] makes of both.
//
// Everything that is printed is chosen here: what, in which order, and how many.
// The package touches no file, network, environment or clock; the moment of a
// resume is that of its snapshot.
//
// A profile that does not parse gives [Problems]: each names its field, and its line
// and column where they are known, both counted from 1, columns in characters. A
// [Date] is as exact as it was written: a year, a month or a day.
//
// The JSON is JSON Resume's: https://jsonresume.org/schema.
package resume
