package skill

import "time"

// Stand-ins until the catalogue lands: whoever lands a real one deletes its stand-in here.

// Catalogue is the technologies that ghresume knows.
type Catalogue struct{}

// Default is the built-in catalogue.
func Default() *Catalogue { return &Catalogue{} }

// Lookup finds a technology by any of its names.
func (c *Catalogue) Lookup(string) (Technology, bool) { return Technology{}, false }

// Find finds technologies in a text.
func (c *Catalogue) Find(string) []Match { return nil }

// Infer reads skills from repositories.
func (c *Catalogue) Infer([]Repository, time.Time) []Skill { return nil }

// With adds the technologies of a skills.toml.
func (c *Catalogue) With(string, []byte) (*Catalogue, error) { return c, nil }
