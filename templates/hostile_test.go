package templates

import (
	"bytes"
	"errors"
	"hash/crc32"
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"github.com/ghresume/ghresume/internal/hostile"
	"github.com/ghresume/ghresume/internal/locale"
	"github.com/ghresume/ghresume/internal/markers"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
)

// fromGitHub returns a resume with s in every field that GitHub fills.
func fromGitHub(s string) *resume.Resume {
	r := ofAccount(s)
	r.Projects, r.Contributions = ofProjects(s).Projects, ofContributions(s).Contributions
	r.Sections = endingWith(resume.SummarySection, resume.SkillsSection, resume.ProjectsSection, resume.ContributionsSection)
	return r
}

// ofAccount returns a resume with s in the fields of the account and the skills.
func ofAccount(s string) *resume.Resume {
	return &resume.Resume{
		Name: s, Location: s, Website: s, Bio: s, Login: "ada", TakenAt: time.Unix(0, 0),
		Links:     []resume.Link{{Network: s, Label: s, Text: s, URL: "https://x.example/" + s}, {Network: "github", Label: s, Text: s, URL: s}},
		Sections:  endingWith(resume.SummarySection, resume.SkillsSection),
		Skills:    []resume.SkillGroup{{Name: "Languages", Skills: []resume.Skill{{Name: s}, {Name: s}}, Examples: []resume.Example{{Text: "Shown", Where: s}}}, {Name: "Tools", Skills: []resume.Skill{{Name: s}}}},
		Education: []resume.Education{{Degree: "End"}},
	}
}

// endingWith returns the sections, and a last one to see that it is still there.
func endingWith(kinds ...resume.SectionKind) []resume.Section {
	return append(sections(kinds...), resume.Section{Kind: resume.EducationSection, Title: "End"})
}

// ofProjects returns a resume with s in the fields of projects.
func ofProjects(s string) *resume.Resume {
	return &resume.Resume{
		Name: "Ada", Login: "ada", TakenAt: time.Unix(0, 0), Sections: endingWith(resume.ProjectsSection),
		Projects: []resume.Project{{Name: s, Repository: s, URL: "https://x.example/" + s, Homepage: s, Description: s, Technologies: []string{s, s}, Language: s, License: s, Stars: ptr(1)},
			{Name: s, URL: s, Description: s}},
		Education: []resume.Education{{Degree: "End"}},
	}
}

// ofContributions returns a resume with s in the fields of contributions.
func ofContributions(s string) *resume.Resume {
	return &resume.Resume{
		Name: "Ada", Login: "ada", TakenAt: time.Unix(0, 0), Sections: endingWith(resume.ContributionsSection),
		Contributions: []resume.Contribution{{Repository: s, URL: "https://x.example/" + s, Description: s, Stars: ptr(3), Merged: 2, Proof: "https://x.example?q=" + s}, {Repository: s, URL: s, Description: s}},
		Education:     []resume.Education{{Degree: "End"}},
	}
}

// census counts what a stranger's text must not introduce.
func census(md []byte) (counts map[ast.NodeKind]int, links []string) {
	counts = map[ast.NodeKind]int{}
	_ = ast.Walk(hostile.GitHub().Parser().Parse(text.NewReader(md)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		if raw, ok := n.(*ast.RawHTML); ok && hostile.IsSeparator(raw, md) {
			return ast.WalkContinue, nil
		}
		counts[n.Kind()]++
		switch n := n.(type) {
		case *ast.Link:
			links = append(links, string(n.Destination))
		case *ast.Image:
			links = append(links, string(n.Destination))
		}
		return ast.WalkContinue, nil
	})
	for _, harmless := range []ast.NodeKind{ast.KindText, ast.KindString, ast.KindParagraph, ast.KindTextBlock} {
		delete(counts, harmless)
	}
	return counts, links
}

// layout is a template, with badges or without, of a resume with a text in it, and its
// census for harmless text.
type layout struct {
	*Template
	badges bool
	with   func(string) *resume.Resume
	wanted map[ast.NodeKind]int
	ends   bool // it prints the last section, End
}

// layouts returns those of Markdown that print the text.
func layouts(t testing.TB, with func(string) *resume.Resume) []layout {
	var out []layout
	for _, info := range List() {
		if info.Name == "plain" {
			continue
		}
		for _, badges := range []bool{false, true} {
			l, printed := layout{Template: mustBuiltin(t, info.Name), badges: badges, with: with, wanted: map[ast.NodeKind]int{}}, false
			for _, word := range []string{"word", "wörd"} { // once valid as part of a picture's file name, once not
				md := l.markdown(t, word)
				l.ends, printed = hasEnd(md), bytes.Contains(md, []byte(word))
				counts, _ := census(md)
				for kind, n := range counts {
					l.wanted[kind] = max(l.wanted[kind], n)
				}
			}
			if printed {
				out = append(out, l)
			} else if info.Name == defaultTemplate {
				t.Errorf("the text is not in the resume")
			}
		}
	}
	return out
}

// hasEnd reports whether the heading of the section End is there.
func hasEnd(md []byte) bool {
	return bytes.Contains(md, []byte("## End")) || bytes.Contains(md, []byte("<summary>End</summary>"))
}

// markdown returns the resume with s everywhere.
func (l layout) markdown(t testing.TB, s string) []byte {
	t.Helper()
	r := l.with(s)
	r.Layout.Badges = l.badges
	md, err := l.Render(r)
	if err != nil {
		t.Fatal(err)
	}
	return md
}

// checkHostile compares the census of the Markdown for s and for a harmless word.
func (l layout) checkHostile(t *testing.T, s string) {
	t.Helper()
	md := l.markdown(t, s)
	template := l.file
	got, links := census(md)
	for kind, n := range got {
		slack := 0
		if (kind == ast.KindLink || kind == ast.KindListItem || l.badges && kind == ast.KindImage) && safe.URL(s) != "" {
			slack = 10 // then the fields for whole addresses become links
		}
		if n > l.wanted[kind]+slack {
			t.Errorf("%s: %q brings about %d more of %s:\n%s", template, s, n-l.wanted[kind], kind, md)
		}
	}
	for _, link := range links {
		if scheme, _, _ := strings.Cut(link, ":"); scheme != "http" && scheme != "https" && scheme != "mailto" && scheme != "tel" {
			t.Errorf("%s: %q makes the link %q", template, s, link)
		}
	}
	if _, err := markers.Blocks("", md); !errors.Is(err, markers.ErrNone) || l.ends && !hasEnd(md) {
		t.Errorf("%s: %q breaks the block:\n%s", template, s, md)
	}
}

func TestPlainHoldsNoMarker(t *testing.T) {
	out, err := Render(fromGitHub("<!-- ghresume:end --><!--"), "plain")
	if err != nil || strings.Contains(string(out), "<!--") {
		t.Errorf("%v\n%s", err, out)
	}
}

// TestPlainInMarkdown shows plain text unchanged, whatever it contains.
func TestPlainInMarkdown(t *testing.T) {
	plain, err := Builtin("plain")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range append(hostile.Texts(), "````", "x\n```\n# y") {
		out, err := markers.Splice("README.md", []byte("<!-- ghresume:start --><!-- ghresume:end -->\n"), plain.Blocks(fromGitHub(s)))
		if err != nil {
			t.Fatal(err)
		}
		counts, links := census(out)
		if counts[ast.KindHeading]+counts[ast.KindList]+counts[ast.KindImage] > 0 || len(links) > 0 || counts[ast.KindFencedCodeBlock] != 1 {
			t.Errorf("%q gives %v\n%s", s, counts, out)
		}
	}
}

// TestStrangersBringText puts what is known to be hostile into every layout.
func TestStrangersBringText(t *testing.T) {
	for _, l := range layouts(t, fromGitHub) {
		for _, s := range hostile.Texts() {
			l.checkHostile(t, s)
		}
	}
}

// FuzzStrangers lets what an account says of itself bring text, and nothing else.
func FuzzStrangers(f *testing.F) { fuzzStrangers(f, ofAccount) }

// FuzzStrangersProjects does the same with the account's repositories.
func FuzzStrangersProjects(f *testing.F) {
	first := func(s string) *resume.Resume { r := ofProjects(s); r.Projects = r.Projects[:1]; return r }
	second := func(s string) *resume.Resume { r := ofProjects(s); r.Projects = r.Projects[1:]; return r }
	fuzzStrangers(f, first, second)
}

// FuzzStrangersContributions does the same with the repositories of others.
func FuzzStrangersContributions(f *testing.F) {
	first := func(s string) *resume.Resume {
		r := ofContributions(s)
		r.Contributions = r.Contributions[:1]
		return r
	}
	second := func(s string) *resume.Resume {
		r := ofContributions(s)
		r.Contributions = r.Contributions[1:]
		return r
	}
	fuzzStrangers(f, first, second)
}

// fuzzStrangers gives each text one layout of one of the resumes, which its bytes choose: all of
// them would be many times slower.
func fuzzStrangers(f *testing.F, resumes ...func(string) *resume.Resume) {
	for _, s := range hostile.Texts() {
		f.Add(s)
	}
	var all []layout
	for _, with := range resumes {
		all = append(all, layouts(f, with)...)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 200 {
			return // longer ones only take longer: what breaks out is short
		}
		all[crc32.ChecksumIEEE([]byte(s))%uint32(len(all))].checkHostile(t, s)
	})
}

// FuzzProse: the user's text adds emphasis, code and safe links, and nothing else.
func FuzzProse(f *testing.F) {
	for _, s := range append(hostile.Texts(), "**b** *i* `c` [t](https://x.example)", "***x***", "**a *b* c**", "`` a`b ``", "[a](https://x.example/(b))", `\*x\*`, "*a **b** c*", "[**b**](mailto:a@b.example)", "中**文**字") {
		f.Add(s)
	}
	words, err := locale.For("en")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p := &printer{words: words}
		for _, place := range []string{"%", "- %", "# %", "- a: %"} {
			md := []byte(strings.ReplaceAll(place, "%", string(p.prose(s))))
			got, links := census(md)
			want, _ := census([]byte(strings.ReplaceAll(place, "%", "x")))
			for kind, n := range got {
				own := kind == ast.KindEmphasis || kind == ast.KindCodeSpan || kind == ast.KindLink ||
					(kind == east.KindTaskCheckBox || kind == ast.KindAutoLink) && strings.Contains(strings.ToLower(string(md)), "[x](") // only goldmark reads it so
				if !own && n > want[kind] {
					t.Errorf("%q in %q is %q, which has a %s", s, place, md, kind)
				}
			}
			for _, link := range links {
				if safe.URL(link) == "" {
					t.Errorf("%q links to %q", s, link)
				}
			}
		}
	})
}
