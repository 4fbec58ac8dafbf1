package templates

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/resume"
)

func TestPages(t *testing.T) {
	for _, c := range []struct {
		md          string
		least, most float64
	}{
		{"", 0, 0},
		{"word\n", 0.01, 0.05},
		{strings.Repeat("- "+strings.Repeat("word ", 15)+"\n", 50), 0.9, 1.1},
		{strings.Repeat("- "+strings.Repeat("word ", 30)+"\n", 50), 1.8, 2.1},
		{strings.Repeat("字", 95*27) + "\n", 0.9, 1.1},
		{strings.Repeat("## x\n\ny\n\n", 15), 0.8, 1.2},
		{"[x](https://" + strings.Repeat("long", 5000) + ")\n", 0.01, 0.05},
	} {
		if got := Pages([]byte(c.md)); got < c.least || got > c.most {
			t.Errorf("Pages(%.40q) = %.2f, want %.2f to %.2f", c.md, got, c.least, c.most)
		}
	}
}

func TestFitLeavesOutTheLeastRelevantOfGitHub(t *testing.T) {
	r := combination()
	r.Limits.Always = []string{"ada/engine"}
	for i := range 30 {
		r.Projects = append(r.Projects, resume.Project{Name: fmt.Sprintf("p%02d", i), URL: "https://github.com/ada/p", Description: strings.Repeat("word ", 30)})
	}
	before, _ := Render(r, "resume")
	template, err := Builtin("resume")
	if err != nil {
		t.Fatal(err)
	}
	short, dropped, pages, err := template.Fit(r, 2, nil)
	if err != nil || pages > 2 || len(dropped) == 0 || dropped[0] != "p29" {
		t.Fatalf("%.1f pages, without %v, %v", pages, dropped, err)
	}
	for _, own := range []string{"engine", "Looms"} {
		if !slices.ContainsFunc(short.Projects, func(p resume.Project) bool { return p.Name == own }) {
			t.Errorf("%s is gone", own)
		}
	}
	if after, _ := Render(r, "resume"); string(after) != string(before) {
		t.Error("the longer resume was changed")
	}
	least, dropped, pages, err := template.Fit(r, 1, func([]byte) float64 { return 9 })
	if err != nil || pages != 9 || len(least.Projects) != 2 || len(least.Skills) != 0 {
		t.Errorf("when nothing fits: %.1f pages, %v left out, %v", pages, dropped, err)
	}
	if _, dropped, _, _ := template.Fit(r, 0, nil); len(dropped) > 0 {
		t.Errorf("without a limit %v were left out", dropped)
	}
}
