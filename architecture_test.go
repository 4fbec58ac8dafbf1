package ghresume

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the table of packages into docs/architecture.md")

// TestArchitecturePage keeps the page what the packages say of themselves.
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

// packageTable is a row for each package: its first sentence and its imports.
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
