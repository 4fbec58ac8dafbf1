package templates

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/resume"
)

// lines counts fifty lines as a page.
func lines(md []byte) (float64, error) { return float64(bytes.Count(md, []byte("\n"))) / 50, nil }

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
	short, dropped, pages, err := template.Fit(r, 2, lines)
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
	least, dropped, pages, err := template.Fit(r, 1, func([]byte) (float64, error) { return 9, nil })
	if err != nil || pages != 9 || len(least.Projects) != 2 || len(least.Skills) != 0 {
		t.Errorf("when nothing fits: %.1f pages, %v left out, %v", pages, dropped, err)
	}
}
