package main

import (
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/internal/preview"
	"github.com/ghresume/ghresume/render"
)

const previewProfile = `name = "Ada Beispiel"
email = "ada@example.com"
[skills]
Languages = ["Python", "Go"]
[[experience]]
title = "Engineer"
company = "Harbour"
start = "2020-01"
highlights = ["Cut the costs by 10 %"]
`

// says expects a text on the sheet and no problem.
func says(text string) func(preview.View) bool {
	return func(v preview.View) bool { return strings.Contains(v.Sheet, text) && len(v.Problems) == 0 }
}

// showsProblem expects one problem that contains a text, and an unchanged sheet; if sheet is
// "", there is none.
func showsProblem(text, sheet string) func(preview.View) bool {
	return func(v preview.View) bool {
		return len(v.Problems) == 1 && strings.Contains(v.Problems[0].Text, text) && (v.Sheet == "") == (sheet == "") && strings.Contains(v.Sheet, sheet)
	}
}

// covered returns the skills of a posting by status: "shown Go; missing Rust".
func covered(v preview.View) string {
	var parts []string
	for _, class := range v.Coverage.Classes {
		var names []string
		for _, s := range class.Skills {
			names = append(names, s.Name)
		}
		parts = append(parts, string(class.Status)+" "+strings.Join(names, ", "))
	}
	return strings.Join(parts, "; ")
}

func TestPreviewFollowsTheFiles(t *testing.T) {
	p := startPreview(t, map[string]string{"resume.toml": previewProfile, "job.txt": "Languages: Go, Rust", "own.md.tmpl": "# {{.Name}}"}, "--job", "job.txt", "-t", "own.md.tmpl")
	if v := p.view(preview.Choice{}); !says("Ada Beispiel")(v) || covered(v) != "shown Go; missing Rust" {
		t.Fatalf("%+v %+v", v.Problems, v.Coverage)
	}
	until := p.follow()
	save(t, "resume.toml", strings.Replace(previewProfile, "Beispiel", "Changed", 1))
	until("the profile", says("Ada Changed"))
	save(t, "job.txt", "Languages: Go, Rust, Java")
	until("the posting", func(v preview.View) bool { return covered(v) == "shown Go; missing Rust, Java" })
	save(t, "new.tmpl", "# Resume of {{.Name}}")
	if err := os.Rename("new.tmpl", "own.md.tmpl"); err != nil { // as editors do
		t.Fatal(err)
	}
	until("the template", says("Resume of Ada"))
	save(t, "skills.toml", "[[skill]]")
	until("a mistake in skills.toml", showsProblem("skills.toml", "Resume of Ada"))
}

func TestPreviewKeepsTheLastGoodResume(t *testing.T) {
	p := startPreview(t, map[string]string{"resume.toml": previewProfile, "own.md.tmpl": "# {{.Name}}"}, "-t", "own.md.tmpl")
	until := p.follow()
	save(t, "resume.toml", "emial = 1\n"+previewProfile)
	until("an unknown key", showsProblem(`resume.toml:1:9: emial: unknown key "emial"`, "Ada Beispiel"))
	save(t, "resume.toml", previewProfile)
	until("the repaired profile", says("Ada Beispiel"))
	save(t, "own.md.tmpl", "{{.Emial}}")
	until("a bad template", showsProblem("own.md.tmpl:1", ""))
	save(t, "own.md.tmpl", "# {{.Name}}")
	until("the repaired template", says("Ada Beispiel"))
}

func TestPreviewOfAProfileThatIsBadFromTheStart(t *testing.T) {
	p := startPreview(t, map[string]string{"resume.toml": "name = "})
	if v := p.view(preview.Choice{}); !showsProblem("resume.toml:1", "")(v) {
		t.Errorf("%+v", v)
	}
	until := p.follow()
	save(t, "resume.toml", previewProfile)
	until("the repaired profile", says("Ada Beispiel"))
}

func TestPreviewShowsWhatIsPicked(t *testing.T) {
	p := startPreview(t, map[string]string{"resume.toml": previewProfile})
	usual := p.view(preview.Choice{})
	for name, c := range map[string]preview.Choice{"format": {Format: "functional"}, "template": {Template: "plain"}, "theme": {Theme: "classic"}, "language": {Language: "de"}} {
		if v := p.view(c); v.Sheet == "" || v.Sheet == usual.Sheet {
			t.Errorf("another %s shows nothing new: %+v", name, v.Problems)
		}
	}
	for _, c := range []preview.Choice{{Template: "/etc/passwd"}, {Template: "../x.tmpl"}, {Theme: "pink"}, {Language: "tlh"}} {
		if v := p.view(c); v.Sheet != "" || len(v.Problems) != 1 {
			t.Errorf("%+v is taken: %+v", c, v.Problems)
		}
	}
	if v := p.view(preview.Choice{Posting: "Rust, Go and Kubernetes"}); v.Coverage == nil || covered(v) != "shown Go; missing Rust, Kubernetes" {
		t.Errorf("coverage: %+v", v.Coverage)
	}
	if v := p.view(preview.Choice{Posting: "Requirements:\n- Go", Tailor: true}); v.Sheet == usual.Sheet || v.Sheet == "" {
		t.Errorf("tailoring changes nothing: %q", v.Notes)
	}
	if len(usual.Findings) == 0 || usual.Coverage != nil || usual.Pages <= 0 {
		t.Errorf("%+v", usual)
	}
}

func TestPreviewDownloads(t *testing.T) {
	p := startPreview(t, map[string]string{"resume.toml": previewProfile})
	german := preview.Choice{Language: "de", Theme: "classic"}
	for form, begin := range map[string]string{".md": render.StartMarker, ".html": "<!DOCTYPE html>", ".pdf": "%PDF-", ".docx": "PK", ".txt": "Ada Beispiel\n", ".json": "{"} {
		if status, body := p.post("resume"+form, german, nil); status != http.StatusOK || !strings.HasPrefix(body, begin) {
			t.Errorf("%s: %d %.60s", form, status, body)
		}
	}
	if _, body := p.post("resume.md", german, nil); !strings.Contains(body, "Berufserfahrung") {
		t.Errorf("the picked language is not in the file: %s", body)
	}
	if status, _ := p.post("resume.md", preview.Choice{Template: "none"}, nil); status != http.StatusUnprocessableEntity {
		t.Errorf("an unknown template gets %d", status)
	}
	if status, _ := p.post("resume.odt", preview.Choice{}, nil); status != http.StatusNotFound {
		t.Errorf("an unknown form gets %d", status)
	}
}

// TestPreviewAsksGitHubOnce: the page appears before GitHub has responded, and the
// response is saved; a sync in another terminal is shown too.
func TestPreviewAsksGitHubOnce(t *testing.T) {
	server := githubtest.Start(githubtest.Demo())
	t.Cleanup(server.Close)
	server.Delay(300 * time.Millisecond)
	env := map[string]string{"GITHUB_API_URL": server.URL, "GITHUB_GRAPHQL_URL": server.URL + "/graphql", "GH_TOKEN": githubtest.Token, "XDG_CACHE_HOME": t.TempDir()}
	profile := previewProfile + "[github]\nuser = \"ada-demo\"\n"
	p := startPreviewIn(t, env, map[string]string{"resume.toml": profile})
	until := p.follow()
	if v := p.view(preview.Choice{}); !says("Ada Beispiel")(v) || says("punchcard")(v) || len(v.Notes) != 1 || v.Notes[0] != "asking GitHub about ada-demo …" {
		t.Errorf("before the answer: %q", v.Notes)
	}
	until("the answer", func(v preview.View) bool { return says("punchcard")(v) && len(v.Notes) == 0 })
	asked := len(server.Requests())
	save(t, "resume.toml", strings.Replace(profile, "Beispiel", "Changed", 1))
	until("the profile", says("Ada Changed"))
	if len(server.Requests()) != asked {
		t.Error("GitHub is asked again")
	}
	snapshot := env["XDG_CACHE_HOME"] + "/ghresume/" + load.FileName(strings.TrimPrefix(server.URL, "http://")) + "/ada-demo.json"
	save(t, snapshot, "{")
	until("a damaged snapshot", showsProblem("not a snapshot", "Ada Changed"))
}

// TestPreviewShowsWhatAParserReads: the jobs as the parser found them, with the gaps
// marked.
func TestPreviewShowsWhatAParserReads(t *testing.T) {
	p := startPreview(t, map[string]string{"resume.toml": previewProfile})
	v := p.view(preview.Choice{Font: "Tinos", Footer: "no"})
	if v.Parsed == nil || v.Parsed.Summary != "A parser finds 1 of 1 job with title, company and dates; e-mail address" {
		t.Fatalf("%+v", v.Parsed)
	}
	groups := map[string]string{}
	for _, g := range v.Parsed.Groups {
		groups[g.Heading] = strings.Join(g.Lines, "; ")
	}
	for heading, want := range map[string]string{
		"Header": "name: Ada Beispiel; e-mail: ada@example.com",
		"Jobs":   "Engineer | Harbour | 2020-01 to now | 1 bullet",
		"Skills": "Languages: Python, Go",
	} {
		if groups[heading] != want {
			t.Errorf("%s: %q, want %q", heading, groups[heading], want)
		}
	}
	if !strings.Contains(v.Sheet, `font-family:"Tinos"`) {
		t.Error("the picked font is not that of the page")
	}
}
