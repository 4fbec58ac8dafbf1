// Package skill recognizes technologies: it has a catalogue of names and of evidence for them,
// reads skills from the code of repositories, and finds skills in texts.
//
// The catalogue is one TOML file per group in the folder catalogue, with one technology per
// line; adding one needs no Go code. [Catalogue.Find] finds technologies in a text,
// [ReadManifest] takes the facts out of a repository's files, and [Catalogue.Infer] turns
// facts, topics and languages into skills with their evidence.
//
// The strength of evidence goes from 0 to 1; docs/skills.md says how it is counted. A
// line of a person's own catalogue that is wrong is an [*EntryError].
package skill
