// Package skill knows technologies: a catalogue of names and of what proves
// them, skills read from the code of repositories, and skills found in texts.
//
// The catalogue is one TOML file a group in the folder catalogue, one
// technology a line; adding one needs no Go. [Catalogue.Find] finds
// technologies in a text, [ReadManifest] takes the facts out of a repository's
// files, and [Catalogue.Infer] turns facts, topics and languages into skills
// with their evidence.
//
// The strength of evidence goes from 0 to 1; docs/skills.md says how it is counted. A
// line of a person's own catalogue that is wrong is an [*EntryError].
package skill
