package skill

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"
)

// annotated is a small repository with what its code proves, and what it only seems to
// prove.
type annotated struct {
	files     []txtar.File
	languages map[string]int64
	claimed   []string
	not       []string
}

func readAnnotated(t testing.TB, file string) annotated {
	t.Helper()
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	a := annotated{files: archive.Files, languages: map[string]int64{}}
	for line := range strings.Lines(string(archive.Comment)) {
		key, values, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "languages":
			a.readLanguages(t, values)
		case "claimed":
			a.claimed = strings.Split(values, ", ")
		case "not":
			a.not = strings.Split(values, ", ")
		}
	}
	return a
}

// readLanguages parses "Go=900 Jupyter Notebook=30".
func (a annotated) readLanguages(t testing.TB, list string) {
	t.Helper()
	name := ""
	for word := range strings.FieldsSeq(list) {
		part, bytes, ok := strings.Cut(word, "=")
		name = strings.TrimSpace(name + " " + part)
		if !ok {
			continue
		}
		n, err := strconv.ParseInt(bytes, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		a.languages[name], name = n, ""
	}
}

// claims returns the skills that the repository alone proves.
func (a annotated) claims(name string) []string {
	at := time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)
	var paths []string
	content := map[string][]byte{}
	for _, f := range a.files {
		paths = append(paths, f.Name)
		content[f.Name] = f.Data
	}
	facts := Default().FileFacts(paths)
	for _, path := range ManifestPaths(paths, 24) {
		facts = append(facts, ReadManifest(path, content[path])...)
	}
	var out []string
	for _, s := range Default().Infer([]Repository{{Name: "ada/" + name, Share: 1, PushedAt: at, Languages: a.languages, Facts: facts}}, at, Choice{}) {
		if s.Proven {
			out = append(out, s.Name)
		}
	}
	return out
}

// TestAnnotatedRepositories measures inference on the repositories of testdata: nothing
// in "not" may be proven, and everything in "claimed" must be. Any other proven skill
// lowers the precision.
func TestAnnotatedRepositories(t *testing.T) {
	files, err := filepath.Glob("testdata/repositories/*.txtar")
	if err != nil || len(files) < 12 {
		t.Fatalf("%d repositories, %v", len(files), err)
	}
	right, extra, missed := 0, 0, 0
	for _, file := range files {
		a := readAnnotated(t, file)
		got := a.claims(filepath.Base(file))
		for _, name := range a.claimed {
			if _, known := Default().Lookup(name); !known {
				t.Errorf("%s: the catalog has no %s", file, name)
			}
			if slices.Contains(got, name) {
				right++
			} else {
				missed++
				t.Errorf("%s: %s is not claimed", file, name)
			}
		}
		for _, name := range got {
			if slices.Contains(a.not, name) {
				t.Errorf("%s: %s is claimed", file, name)
			}
			if !slices.Contains(a.claimed, name) {
				extra++
				t.Logf("%s: %s is claimed beside", file, name)
			}
		}
	}
	t.Logf("precision %.3f, recall %.3f of %d", float64(right)/float64(right+extra), float64(right)/float64(right+missed), right+missed)
	if extra > right/20 {
		t.Errorf("%d claims that nobody expects", extra)
	}
}

// FuzzReadManifest feeds every reader strangers' files.
func FuzzReadManifest(f *testing.F) {
	files, err := filepath.Glob("testdata/repositories/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		for _, member := range readAnnotated(f, file).files {
			f.Add(member.Name, member.Data)
		}
	}
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		for _, fact := range ReadManifest(name, content) {
			if fact.Path != name || fact.Kind == "" || len([]rune(fact.Snippet)) > maxSnippet+1 || strings.ContainsAny(fact.Snippet, "\n\r") {
				t.Fatalf("%+v", fact)
			}
		}
	})
}
