package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// TestInitAsksWhatGitHubCannotKnow: on a terminal init asks, and suggests what GitHub
// already knows.
func TestInitAsksWhatGitHubCannotKnow(t *testing.T) {
	server := githubtest.Start(githubtest.Demo())
	defer server.Close()
	dir := t.TempDir()
	var stdout, stderr bytes.Buffer
	w := demoCLI(&cli.Env{
		Stdin:  iotest.OneByteReader(strings.NewReader("Ada B.\n\nada@\nada@beispiel.example\n\nLeeds, UK\nBuilds small services. Keeps them fast.\n")),
		Stdout: &stdout, Stderr: &stderr, Asks: true,
	}, server.URL, dir)
	inner := w.Env
	w.Env = func(name string) string {
		if name == "ACCESSIBLE" {
			return "1"
		}
		return inner(name)
	}
	path := filepath.Join(dir, "resume.toml")
	if status := run(t.Context(), w, []string{"init", "ada-demo", "-o", path}); status != cli.StatusDone {
		t.Fatalf("status %d\n%s", status, stderr.String())
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := resume.ParseProfile(path, text)
	if err != nil {
		t.Fatal(err)
	}
	if p.Name != "Ada B." || p.Title != "Backend Developer" || p.Email != "ada@beispiel.example" || p.Phone != "" || p.Location != "Leeds, UK" || !strings.HasPrefix(p.Summary, "Builds small") {
		t.Errorf("got %q, %q, %q, %q, %q, %q\n%s", p.Name, p.Title, p.Email, p.Phone, p.Location, p.Summary, stderr.String())
	}
	if !strings.Contains(stderr.String(), "expected name@example.com") {
		t.Errorf("a bad e-mail address was not refused:\n%s", stderr.String())
	}
}

// TestInitFromNothing: without an account, init is a form to fill in. It asks for the
// account first, accepts "none", and refuses an invalid phone number.
func TestInitFromNothing(t *testing.T) {
	dir := t.TempDir()
	var stdout, stderr bytes.Buffer
	w := &cli.Env{
		Stdin:  iotest.OneByteReader(strings.NewReader("Ada Lovelace\nnone\nAda L.\n\n\n12\n+44 20 7946 0958\n\n\n")),
		Stdout: &stdout, Stderr: &stderr, Asks: true, Now: time.Now,
		Env: func(name string) string { return map[string]string{"ACCESSIBLE": "1"}[name] },
	}
	path := filepath.Join(dir, "resume.toml")
	if status := run(t.Context(), w, []string{"init", "-o", path}); status != cli.StatusDone {
		t.Fatalf("status %d\n%s", status, stderr.String())
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := resume.ParseProfile(path, text)
	if err != nil {
		t.Fatal(err)
	}
	if p.Name != "Ada L." || p.Phone != "+44 20 7946 0958" || p.Email != "" || p.Login() != "" {
		t.Errorf("got %q, %q, %q, %q\n%s", p.Name, p.Phone, p.Email, p.Login(), stderr.String())
	}
	for _, said := range []string{"is not a GitHub user name", `"12" has 2 digits`} {
		if !strings.Contains(stderr.String(), said) {
			t.Errorf("stderr lacks %q:\n%s", said, stderr.String())
		}
	}
	if strings.Contains(stdout.String(), "README") {
		t.Errorf("a README needs an account:\n%s", stdout.String())
	}
}

// TestExamplesOfANewProfile: all examples together are valid as they are.
func TestExamplesOfANewProfile(t *testing.T) {
	example := regexp.MustCompile(`^# ((?:[a-z_]+ = |[A-Z][a-z]+ = \[|\[|\]|  ").*)$`)
	for _, p := range []*resume.Profile{{}, {Name: "Ada"}, {Name: "Ada", GitHub: resume.GitHub{User: "ada"}}} {
		var filled []string
		for line := range strings.Lines(string(resume.EncodeProfile(p, profileComments(p)))) {
			line = strings.TrimRight(line, "\n")
			if found := example.FindStringSubmatch(line); found != nil && !strings.Contains(line, "max = 6, exclude") {
				line = found[1]
			}
			filled = append(filled, line)
		}
		text := strings.Join(filled, "\n")
		got, err := resume.ParseProfile("resume.toml", []byte(text))
		if err != nil {
			t.Errorf("%v\n%s", err, text)
			continue
		}
		parts := []int{len(got.Name), len(got.Title), len(got.Email), len(got.Phone), len(got.Location), len(got.Summary), len(got.Links), len(got.GitHub.User), len(got.Skills), len(got.Experience), len(got.Projects), len(got.Education), len(got.Certifications), len(got.Languages), len(got.Awards)}
		if slices.Contains(parts, 0) {
			t.Errorf("a part has no example: %v\n%s", parts, text)
		}
	}
}

// TestReleasePinsItself: a release writes a workflow that pins the release's own commit.
func TestReleasePinsItself(t *testing.T) {
	const pinned = "      - uses: ghresume/ghresume@0123456789012345678901234567890123456789 # v1.2.3\n"
	if text := string(workflow("v1.2.3", "0123456789012345678901234567890123456789")); !strings.HasSuffix(text, pinned) {
		t.Errorf("got\n%s", text)
	}
	if text := string(workflow("", "")); !strings.HasSuffix(text, "      - uses: ghresume/ghresume@v1\n") {
		t.Errorf("got\n%s", text)
	}
}

// TestWorkflowIsTheDocumentedOne: init writes the workflow that the documentation shows.
func TestWorkflowIsTheDocumentedOne(t *testing.T) {
	docs, err := os.ReadFile("../../docs/action.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(docs), "```yaml\n"+string(workflowText)+"```") {
		t.Error("docs/action.md shows another workflow than init/resume.yml")
	}
}

// uncommented returns a form with every example uncommented.
func uncommented(form string) string {
	var b strings.Builder
	for line := range strings.Lines(form) {
		text := strings.TrimPrefix(line, "# ")
		if isTOML := strings.Contains(text, " = ") || strings.HasPrefix(text, "[") || strings.HasPrefix(text, "  \"") || strings.HasPrefix(text, "]"); isTOML && !strings.HasPrefix(text, "Take ") {
			b.WriteString(text)
		}
	}
	return b.String()
}

// TestCheckFindsThePlaceholdersOfOurForms checks the form of `ghresume init none` and the
// README's as they are: check must report each field that was not filled in.
func TestCheckFindsThePlaceholdersOfOurForms(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, example, _ := strings.Cut(string(readme), "```toml\n")
	example, _, _ = strings.Cut(example, "```")
	form := missingKeys(&resume.Profile{}) + missingSections(&resume.Profile{})
	for name, c := range map[string]struct {
		text   string
		fields []string
	}{
		"init": {uncommented(form), []string{
			"name", "email", "phone", "location", "summary", "objective", "links.linkedin", "github.user",
			"experience[0].company", "experience[0].location", "experience[0].highlights[0]", "projects[0].name", "projects[0].url", "projects[0].description", "projects[0].highlights[0]",
			"education[0].degree", "education[0].institution", "certifications[0].name", "certifications[0].issuer", "awards[0].title", "awards[0].issuer",
		}},
		"README": {example, []string{"name", "email", "summary", "github.user", "experience[0].company", "experience[0].highlights[0]"}},
	} {
		path := filepath.Join(t.TempDir(), "resume.toml")
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		w := &cli.Env{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Env: func(string) string { return "" }, Now: func() time.Time { return demoTime }}
		run(t.Context(), w, []string{"check", "-p", path, "--format", "json"})
		var report struct {
			Findings []struct{ Rule, Field string }
		}
		if err := json.Unmarshal(out.Bytes(), &report); err != nil {
			t.Fatalf("%s: %v\n%s\n%s", name, err, &out, c.text)
		}
		told := map[string]bool{}
		for _, f := range report.Findings {
			told[f.Field] = told[f.Field] || f.Rule == "placeholder"
		}
		for _, field := range c.fields {
			if !told[field] {
				t.Errorf("%s: %s is not told as a placeholder", name, field)
			}
		}
	}
}
