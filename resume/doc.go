// Package resume holds the data of a resume and joins it: the [Profile] that a person wrote, the [Snapshot]
// of what GitHub said, and the [Resume] that [Build] makes of both.
//
// Everything that is printed is chosen here: what, in which order, and how many.
// The package touches no file, network, environment or clock; the moment of a
// resume is that of its snapshot.
package resume
