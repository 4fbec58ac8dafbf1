// Package skill recognizes technologies: it has a catalog of names and of evidence for them,
// reads skills from the code of repositories, and finds skills in texts.
//
// The catalog is one TOML file per group in the folder catalog, with one technology per
// line; adding one needs no Go code. [Catalog.Find] finds technologies in a text,
// [ReadManifest] takes the facts out of a repository's files, and [Catalog.Infer] turns
// facts, topics and languages into skills with their evidence.
//
// The strength of evidence goes from 0 to 1; docs/skills.md says how it is counted. A
// line of a person's own catalog that is wrong is an [*EntryError].
package skill
