package resume

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
)

// Output is [[outputs]]: one file that `ghresume generate` makes if none is named.
type Output struct {
	// File is the file to make; its ending picks the form: .md, .html, .pdf, .docx, .txt, .json or .svg.
	File string `toml:"file" json:"file,omitempty" text:"-,required"`
	// Variant is the name of one of [[variants]]; if unset, the resume without a variant.
	Variant string `toml:"variant" json:"variant,omitempty"`
	// Template is a built-in template, or a .tmpl file relative to the profile.
	Template string `toml:"template" json:"template,omitempty"`
	// Theme is the look of HTML, PDF and DOCX.
	Theme string `toml:"theme" json:"theme,omitempty"`
	// Language is the output language, as a BCP 47 tag.
	Language string `toml:"language" json:"language,omitempty"`
	// Letter makes a letter instead of the resume: the name of one of [[letters]], or a Markdown file relative to the profile.
	Letter string `toml:"letter" json:"letter,omitempty"`
	// WithResume makes one PDF of the letter followed by the resume.
	WithResume bool `toml:"with_resume" json:"with_resume,omitempty"`
	// Privacy is public (without what [privacy] hides) or private; unset, Markdown, HTML and pictures are public and the other forms private.
	Privacy Privacy `toml:"privacy" json:"privacy,omitempty"`
	// Posting is a file with a job posting, relative to the profile, to tailor the resume to.
	Posting string `toml:"posting" json:"posting,omitempty"`
}

// Selection returns what the output selects from the profile.
func (o Output) Selection() Selection {
	return Selection{Variant: o.Variant, Language: o.Language, Privacy: o.Privacy}
}

// Output returns the settings of a file, including its privacy. A file that is not in
// [[outputs]] gets the privacy of its form; in a profile without outputs and [privacy] it
// has none, and everything is printed.
func (p *Profile) Output(file string) Output {
	out := Output{File: file}
	for _, o := range p.Outputs {
		if path.Clean(o.File) == path.Clean(file) {
			out = o
			out.File = file
		}
	}
	if len(p.Outputs) > 0 || p.Privacy.Hide != nil || p.Privacy.Commit {
		out.Privacy = cmp.Or(out.Privacy, privacyOf(file))
	}
	out.Template = cmp.Or(out.Template, p.variantTemplate(out.Variant))
	return out
}

// privacyOf returns the default privacy of a form.
func privacyOf(file string) Privacy {
	if slices.Contains([]string{".md", ".html", ".svg"}, strings.ToLower(path.Ext(file))) {
		return Public
	}
	return Private
}

// variantTemplate returns the template of a variant.
func (p *Profile) variantTemplate(name string) string {
	for _, v := range p.Variants {
		if name != "" && strings.EqualFold(v.Name, name) {
			return v.Template
		}
	}
	return ""
}

// MaxOutputs is the maximum number of [[outputs]].
const MaxOutputs = 200

// outputs checks [[outputs]] and [privacy]. Too many outputs are left out: each of them is a whole
// resume, and all are compared with one another.
func (v *validator) outputs(p *Profile) {
	seen := map[string]bool{}
	if n := len(p.Outputs); n > MaxOutputs {
		v.addProblem(fmt.Sprintf("outputs[%d]", MaxOutputs), fmt.Sprintf("there are %d outputs, and at most %d are made", n, MaxOutputs), "leave out some, or put them into another profile")
		p.Outputs = p.Outputs[:MaxOutputs]
	}
	for i, o := range p.Outputs {
		at := fmt.Sprintf("outputs[%d]", i)
		switch name := path.Clean(o.File); {
		case strings.TrimSpace(o.File) == "":
			v.addProblem(at, "has no file", `add file = "resume.pdf"`)
		case seen[strings.ToLower(name)]:
			v.addProblem(at+".file", fmt.Sprintf("%q is made twice", o.File), "give each output a file of its own")
		default:
			seen[strings.ToLower(name)] = true
		}
		v.theme(at+".theme", o.Theme)
		v.oneOf(at+".privacy", string(o.Privacy), string(Public), string(Private))
		if o.Variant != "" && !p.variantNames()[strings.ToLower(o.Variant)] {
			v.addProblem(at+".variant", fmt.Sprintf("there is no variant %q", o.Variant), p.VariantHint(o.Variant))
		}
		if o.Language != "" && !isLanguage(o.Language) {
			v.addProblem(at+".language", fmt.Sprintf("%q is not a language", o.Language), `expected a tag such as "de" or "pt-BR"`)
		}
	}
	if len(p.Privacy.Hide) > 0 {
		v.hide(p, slices.Concat(headerWords, sectionNames(p.Sections), networkNames(p.Links)))
	}
}

// hide checks the words in hide under [privacy].
func (v *validator) hide(p *Profile, known []string) {
	words := setOf(known)
	for i, word := range p.Privacy.Hide {
		if !words[strings.ToLower(strings.TrimSpace(word))] {
			hint := "expected " + listed(known)
			if near := v.nearest(word, known); near != "" {
				hint = fmt.Sprintf("did you mean %q?", near)
			}
			v.addProblem(fmt.Sprintf("privacy.hide[%d]", i), fmt.Sprintf("%q is not something that a resume prints", word), hint)
		}
	}
}

// networkNames returns the networks in [links], as written and by their usual key.
func networkNames(links map[string]string) []string {
	var out []string
	for name := range links {
		out = append(out, name, networkKey(name))
	}
	slices.Sort(out)
	return slices.Compact(out)
}
