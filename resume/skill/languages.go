package skill

import (
	"maps"
	"math"
	"slices"
)

// Thresholds below which a language of a repository does not count.
const (
	leastShare = 0.03
	leastBytes = 2 << 10
	// mainShare and mainBytes make one repository sufficient proof of a language.
	mainShare = 0.2
	mainBytes = 8 << 10
	// muchBytes proves a language, however large the rest is; someBytes is enough to name
	// it.
	muchBytes = 100 << 10
	someBytes = 20 << 10
	// notebookWeight is what a byte of a notebook counts as Python: most of it is output.
	notebookWeight = 0.1
)

// notProgramming are languages in GitHub's statistics that are markup, data or build
// files: they count only on request. Vue, Svelte and Astro are frameworks, which the
// catalog has.
var notProgramming = map[string]bool{
	"HTML": true, "CSS": true, "SCSS": true, "Sass": true, "Less": true, "Stylus": true, "TeX": true, "Markdown": true, "MDX": true,
	"XML": true, "XSLT": true, "JSON": true, "YAML": true, "TOML": true, "Twig": true, "Blade": true, "EJS": true, "Handlebars": true,
	"Pug": true, "Haml": true, "Slim": true, "Smarty": true, "Mustache": true, "Liquid": true, "Jinja": true, "Nunjucks": true,
	"Makefile": true, "Dockerfile": true, "CMake": true, "Meson": true, "Batchfile": true, "Procfile": true, "HCL": true, "Roff": true,
	"Gherkin": true, "Jsonnet": true, "Go Template": true, "Mermaid": true, "PostScript": true, "QMake": true, "M4": true, "Starlark": true,
	"Rich Text Format": true, "reStructuredText": true, "Just": true, "Smali": true, "Classic ASP": true,
}

// Choice selects the skills read from code.
type Choice struct {
	// Include names languages that are left out by default, such as HTML.
	Include []string
	// Exclude names skills that do not count at all; shares are of the rest.
	Exclude []string
}

// shares returns the languages of a repository that count, by catalog name, as
// fractions of 1.
func (c *Catalog) shares(r Repository, choice Choice) map[string]float64 {
	weights, total := c.Weights(r, choice), 0.0
	for _, name := range slices.Sorted(maps.Keys(weights)) {
		total += weights[name]
	}
	for name, bytes := range weights {
		if bytes < leastBytes || bytes < leastShare*total && bytes < someBytes {
			delete(weights, name)
			continue
		}
		weights[name] = bytes / total
	}
	return weights
}

// Weights returns the bytes of a repository's programming languages by catalog name.
// Most of a notebook is output, which does not count; nor does a language with vendored
// files only.
func (c *Catalog) Weights(r Repository, choice Choice) map[string]float64 {
	weights := map[string]float64{}
	for _, language := range slices.Sorted(maps.Keys(r.Languages)) {
		if script := r.scriptOf(language); script != "" && !c.among(choice.Exclude, script) {
			weights[script] += componentScript * float64(r.Languages[language])
		}
		if name, weight := c.language(language, choice); name != "" && !r.vendors(language) {
			weights[name] += weight * float64(r.Languages[language])
		}
	}
	return weights
}

// componentScript is the part of a component's file that is a script.
const componentScript = 0.3

// scriptOf returns the language of the scripts in a framework's components, which GitHub
// counts as the framework: of JavaScript and TypeScript the one that the repository has
// more of.
func (r Repository) scriptOf(language string) string {
	if language != "Vue" && language != "Svelte" && language != "Astro" {
		return ""
	}
	if r.Languages["TypeScript"] > r.Languages["JavaScript"] {
		return "TypeScript"
	}
	return "JavaScript"
}

// language returns the catalog's name for a language in GitHub's statistics and the
// weight of its bytes; "" leaves it out.
func (c *Catalog) language(linguist string, choice Choice) (string, float64) {
	weight := 1.0
	if linguist == "Jupyter Notebook" {
		linguist, weight = "Python", notebookWeight
	}
	name := c.proofs().linguist[linguist]
	if name == "" {
		name = linguist
	}
	switch {
	case c.among(choice.Exclude, name):
		return "", 0
	case notProgramming[linguist] && !c.among(choice.Include, name):
		return "", 0
	}
	return name, weight
}

// among reports whether a list names the technology by any of its spellings.
func (c *Catalog) among(list []string, name string) bool {
	return slices.ContainsFunc(list, func(item string) bool {
		t, ok := c.Lookup(item)
		return ok && t.Name == name || fold(item) == fold(name)
	})
}

// vote returns a repository's vote for a language: the square root keeps one large
// repository from dominating.
func vote(share float64) float64 { return math.Sqrt(share) }
