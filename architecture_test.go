package ghresume

import (
	"flag"
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the pages and lists that the tests compare")

// TestArchitecturePage keeps the page in step with the package comments.
func TestArchitecturePage(t *testing.T) {
	const page, start, end = "docs/architecture.md", "<!-- packages:start -->\n", "<!-- packages:end -->\n"
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(data), start)
	table, after, found := strings.Cut(rest, end)
	if !found {
		t.Fatalf("%s has no %s", page, start)
	}
	want := packageTable(t)
	if *update {
		if err := os.WriteFile(page, []byte(before+start+want+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if table != want {
		t.Errorf("%s is not what the packages say; run `go test . -run Architecture -update`", page)
	}
}

// packageTable returns a row for each package: its first sentence and its imports.
func packageTable(t *testing.T) string {
	var b strings.Builder
	b.WriteString("| package | what it holds | imports |\n| --- | --- | --- |\n")
	for _, pkg := range list(t) {
		name, ok := strings.CutPrefix(pkg.ImportPath, module+"/")
		if !ok {
			continue
		}
		_, about, _ := strings.Cut(strings.TrimPrefix(pkg.Doc, "Package "), " ") // the sentence after the name
		if about == "" {
			t.Errorf("package %s says nothing of itself", name)
		}
		var imports []string
		for _, imported := range pkg.Imports {
			if own, ok := strings.CutPrefix(imported, module+"/"); ok {
				imports = append(imports, "`"+own+"`")
			}
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", name, strings.ReplaceAll(about, "|", `\|`), strings.Join(imports, ", "))
	}
	return b.String()
}

// TestPublicPackagesReadAsPages: the documentation of each says what it does, in which
// units and with which errors, and shows an example.
func TestPublicPackagesReadAsPages(t *testing.T) {
	seen := 0
	for _, pkg := range list(t) {
		name, ours := strings.CutPrefix(pkg.ImportPath, module+"/")
		if !ours || strings.HasPrefix(name, "internal/") || strings.HasPrefix(name, "cmd/") {
			continue
		}
		seen++
		examples, err := filepath.Glob(filepath.Join(pkg.Dir, "example*_test.go"))
		if err != nil || len(examples) == 0 {
			t.Errorf("package %s has no example: %v", name, err)
		}
		if about := packageComment(t, pkg); strings.Count(about, "\n\n") < 1 {
			t.Errorf("package %s: its comment is a sentence and no page: what of its units, errors and sources?", name)
		}
	}
	if seen < 8 {
		t.Fatalf("only %d packages are seen", seen)
	}
}

func packageComment(t *testing.T, pkg listed) string {
	for _, name := range pkg.GoFiles {
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(pkg.Dir, name), nil, parser.ParseComments|parser.PackageClauseOnly)
		if err != nil {
			t.Fatal(err)
		}
		if file.Doc != nil {
			return file.Doc.Text()
		}
	}
	return ""
}
