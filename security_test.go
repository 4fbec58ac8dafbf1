package ghresume

import (
	"go/ast"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestSecurityIsHeldByTests: every protection that SECURITY.md describes names tests, and
// they exist.
func TestSecurityIsHeldByTests(t *testing.T) {
	page, err := os.ReadFile("SECURITY.md")
	if err != nil {
		t.Fatal(err)
	}
	threats, held, _ := strings.Cut(string(page), "Tests hold each")
	if n, m := strings.Count(threats, "\n| "), strings.Count(held, "\n| "); n != m || n < 9 {
		t.Errorf("%d rows of threats, %d of tests", n, m)
	}
	known := testNames(t)
	names := regexp.MustCompile("`(Test\\w+|Fuzz\\w+)`").FindAllStringSubmatch(held, -1)
	for _, name := range names {
		if !slices.Contains(known, name[1]) {
			t.Errorf("there is no %s", name[1])
		}
	}
	if len(names) < 30 {
		t.Errorf("only %d tests are named", len(names))
	}
}

// TestFilesAreReadUpToALimit: no name makes the program read without end, wherever it
// leads.
func TestFilesAreReadUpToALimit(t *testing.T) {
	eachFile(t, func(path string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.SelectorExpr); ok && call.Sel.Name == "ReadFile" {
				if pkg, ok := call.X.(*ast.Ident); ok && pkg.Name == "os" {
					t.Errorf("%s uses os.ReadFile; boundedfile.Read stops at a limit", path)
				}
			}
			return true
		})
	})
}

// testNames returns the names of all tests and fuzz targets of the module.
func testNames(t *testing.T) []string {
	t.Helper()
	declaration := regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)
	var names []string
	err := filepath.WalkDir(".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		for _, m := range declaration.FindAllStringSubmatch(string(source), -1) {
			names = append(names, m[1])
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}
