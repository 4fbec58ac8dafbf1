package render

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/templates"
)

// TestPicturesInDocuments: the template cv shows pictures in HTML and PDF; if they make
// the PDF too long, they go before any word does.
func TestPicturesInDocuments(t *testing.T) {
	cv, err := templates.Builtin("cv")
	if err != nil {
		t.Fatal(err)
	}
	one := 1
	for _, test := range []struct {
		name     string
		bullets  int
		pictures bool
	}{{"short", 2, true}, {"long", 36, false}} {
		profile := &resume.Profile{Name: "Ada", Skills: map[string][]string{"Languages": {"Go"}}, Layout: resume.Layout{MaxPages: &one}}
		profile.Experience = []resume.Experience{{Title: "Engineer", Company: "Looms", Start: resume.Date{Year: 2020}}}
		for range test.bullets {
			profile.Experience[0].Highlights = append(profile.Experience[0].Highlights, resume.Highlight{Text: "Cut the latency by half"})
		}
		p, err := New(resume.Build(profile, &resume.Snapshot{Login: "ada", TakenAt: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), Repositories: []resume.Repository{
			{Name: "ada/loom", Languages: map[string]int64{"Go": 900, "Rust": 100}},
		}}), Look{Template: cv})
		if err != nil {
			t.Fatal(err)
		}
		for path, want := range map[string]bool{"cv.html": true, "cv.pdf": test.pictures, "cv.docx": false} {
			file, err := p.File(Output{Path: path})
			if err != nil {
				t.Fatal(err)
			}
			if has := bytes.Contains(file.Data, []byte("<svg ")) || bytes.Contains(file.Data, []byte("/S/Figure")); has != want {
				t.Errorf("%s, %s: a picture is there: %v", test.name, path, has)
			}
			if strings.HasSuffix(path, ".pdf") && !bytes.Contains(file.Data, []byte("/Count 1")) {
				t.Errorf("%s: more than one page", test.name)
			}
		}
	}
}

// TestHiddenPartsHaveTheirReason: the reason given for a hidden part of a README is that
// the profile hides it, not that the template lacks it.
func TestHiddenPartsHaveTheirReason(t *testing.T) {
	readme, err := templates.Builtin("readme")
	if err != nil {
		t.Fatal(err)
	}
	profile := &resume.Profile{Name: "Ada", Email: "ada@mail.example", Links: map[string]string{"mastodon": "https://m.example/@ada"}}
	profile.Layout.Readme.Hide = []string{"email", "links"}
	p, err := New(resume.Build(profile, nil), Look{Template: readme})
	if err != nil {
		t.Fatal(err)
	}
	warnings, err := p.LeftOut(profile, resume.Selection{})
	if err != nil || len(warnings) != 1 || warnings[0].Text != "not printed: email, links.mastodon ([layout.readme] hide)" {
		t.Errorf("%v %v", warnings, err)
	}
}
