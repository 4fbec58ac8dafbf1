package render

import (
	"bytes"
	"errors"
	"regexp"
	"slices"
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

// TestPicturesGoOneByOne: the longer the text, the fewer pictures a PDF of one page shows.
func TestPicturesGoOneByOne(t *testing.T) {
	for name, want := range map[string][]int{"cv": {2, 1, 0}, "readme-pictures": {4, 3, 2, 1, 0}} {
		if got := shownByLength(t, name); !slices.Equal(got, want) {
			t.Errorf("%s has %v pictures as its text grows, want %v", name, got, want)
		}
	}
}

// shownByLength returns the numbers of pictures in a PDF of one page as its text grows.
func shownByLength(t *testing.T, template string) []int {
	t.Helper()
	cv, err := templates.Builtin(template)
	if err != nil {
		t.Fatal(err)
	}
	one := 1
	var shown []int
	for bullets := 0; bullets < 46; bullets += 3 {
		profile := &resume.Profile{Name: "Ada", Layout: resume.Layout{MaxPages: &one}, Skills: map[string][]string{"Languages": {"Go"}}}
		profile.Experience = []resume.Experience{{Title: "Engineer", Company: "Looms", Start: resume.Date{Year: 2020}}}
		for range bullets {
			profile.Experience[0].Highlights = append(profile.Experience[0].Highlights, resume.Highlight{Text: "Cut the latency by half"})
		}
		p, err := New(resume.Build(profile, &resume.Snapshot{
			Login: "ada", TakenAt: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC),
			Repositories:  []resume.Repository{{Name: "ada/loom", Description: "Weaves", CreatedAt: time.Date(2022, 1, 1, 0, 0, 0, 0, time.UTC), Languages: map[string]int64{"Go": 900, "Rust": 100}}},
			Contributions: []resume.MergedWork{{Repository: "golang/go", Merged: 3, First: time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC), Last: time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC)}},
		}), Look{Template: cv})
		if err != nil {
			t.Fatal(err)
		}
		file, err := p.File(Output{Path: "cv.pdf"})
		if err != nil {
			t.Fatal(err)
		}
		shown = append(shown, bytes.Count(file.Data, []byte("/S/Figure")))
	}
	return slices.Compact(shown)
}

// TestPicturesSideBySide: the pictures in a row of a README have the same height, whatever
// they show, and are as high as they need to be elsewhere.
func TestPicturesSideBySide(t *testing.T) {
	board, err := templates.Builtin("readme-pictures")
	if err != nil {
		t.Fatal(err)
	}
	profile := &resume.Profile{Name: "Ada", Skills: map[string][]string{"Languages": {"Go", "Rust"}, "Tools": {"Docker"}}}
	p, err := New(resume.Build(profile, &resume.Snapshot{Login: "ada", TakenAt: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), Repositories: []resume.Repository{
		{Name: "ada/loom", CreatedAt: time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC), Description: "Weaves", Languages: map[string]int64{"Go": 900, "Rust": 100}},
		{Name: "ada/warp", CreatedAt: time.Date(2022, 1, 1, 0, 0, 0, 0, time.UTC), Description: "Threads", Languages: map[string]int64{"Go": 900}},
	}}), Look{Template: board})
	if err != nil {
		t.Fatal(err)
	}
	heights := func(paths ...string) []string {
		var out []string
		for _, path := range paths {
			file, err := p.File(Output{Path: path})
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, regexp.MustCompile(`height="(\d+)`).FindStringSubmatch(string(file.Data))[1])
		}
		return slices.Compact(out)
	}
	if alone := heights("img/languages.svg", "img/contributions.svg"); len(alone) != 2 {
		t.Fatalf("alone they have %v", alone)
	}
	if _, err := p.File(Output{Path: "img/README.md"}); err != nil {
		t.Fatal(err)
	}
	for _, row := range [][]string{{"img/languages.svg", "img/contributions.svg", "img/languages.dark.svg"}, {"img/projects.svg", "img/skills.svg"}} {
		if got := heights(row...); len(got) != 1 {
			t.Errorf("%v have the heights %v", row, got)
		}
	}
	if elsewhere := heights("languages.svg", "contributions.svg"); len(elsewhere) != 2 {
		t.Errorf("elsewhere they have %v", elsewhere)
	}
}

// TestEmptyPictures: the hint for a picture of nothing says whether the profile, the name or
// the data is the cause.
func TestEmptyPictures(t *testing.T) {
	profile := &resume.Profile{Name: "Ada", Projects: []resume.ProjectEntry{{Name: "Loom"}, {Name: "Warp"}}}
	profile.Pictures.Projects.Max = new(int)
	p, err := New(resume.Build(profile, nil), Look{})
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"projects.svg":      "[pictures.projects] in the profile leaves out everything",
		"project-weft.svg":  "the projects are Loom, Warp",
		"contributions.svg": "without a token",
	} {
		_, err := p.File(Output{Path: path})
		empty, ok := errors.AsType[*EmptyPictureError](err)
		if !ok || !strings.Contains(empty.Hint(), want) || empty.Asked == (path == "contributions.svg") {
			t.Errorf("%s: %v", path, err)
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
