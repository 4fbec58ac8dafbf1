// Package ghresume holds the tests of the whole tree: which package may use which.
package ghresume

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"maps"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/ghresume/ghresume"

// allowed says which packages a package may import. If one is missing here, think about
// the direction of its imports, then add a line.
var allowed = map[string][]string{
	"resume/skill":         {},
	"resume":               {"resume/skill", "internal/cldr", "internal/degree", "internal/emoji", "internal/markup", "internal/themes"},
	"resume/review":        {"resume", "resume/skill"},
	"resume/match":         {"resume", "resume/skill", "internal/doctext"},
	"templates":            {"resume", "resume/skill", "internal/locale", "internal/part", "internal/emoji", "internal/markup", "internal/picture"},
	"internal/locale":      {"resume"},
	"document":             {"internal/picture", "internal/markup", "internal/part", "internal/pdf", "internal/themes", "internal/typeface"},
	"internal/picture":     {},
	"internal/markers":     {"internal/markup"},
	"internal/themes":      {},
	"internal/pdf":         {"internal/typeface"},
	"internal/typeface":    {},
	"internal/readfile":    {"internal/typeface"},
	"internal/fontfind":    {"internal/typeface"},
	"render":               {"resume", "templates", "document", "internal/locale", "internal/markers", "internal/part", "internal/picture", "internal/typeface"},
	"ghsync":               {"resume", "resume/skill"},
	"internal/doctext":     {"internal/readfile"},
	"internal/part":        {},
	"internal/atomicfile":  {},
	"internal/boundedfile": {},
	"internal/hint":        {},
	"internal/lazy":        {},
	"internal/markup":      {},
	"internal/emoji":       {},
	"internal/cldr":        {},
	"internal/degree":      {},
	"internal/safe":        {},
	"internal/hostile":     {}, // for tests
	"internal/racing":      {}, // for tests
	"internal/cli":         {"resume"},
	"internal/load":        {"internal/cli", "internal/locale", "ghsync", "resume", "resume/match", "resume/skill"},
	"internal/produce":     {"internal/cli", "internal/load", "internal/locale", "internal/fontfind", "internal/markers", "internal/picture", "internal/readfile", "convert", "document", "ghsync", "render", "resume", "resume/match", "resume/review", "resume/skill", "templates"},
	"internal/publish":     {"internal/cli", "internal/load", "internal/markers", "ghsync", "render"},
	"internal/action":      {"internal/cli", "internal/load", "internal/produce", "internal/publish", "internal/markers", "ghsync", "render", "resume", "resume/review"},
	"internal/english":     {},
	"internal/preview":     {"internal/cli", "internal/load", "internal/produce", "internal/readfile", "ghsync", "render", "resume", "resume/match", "resume/review", "templates"},
	"internal/githubtest":  {},
	"convert":              {"resume", "resume/skill", "internal/cldr", "internal/degree", "internal/doctext", "internal/readfile"},
	"cmd/ghresume":         {}, // above all of them
}

// everywhere are the packages that any other may import.
var everywhere = []string{"internal/atomicfile", "internal/boundedfile", "internal/english", "internal/hint", "internal/lazy", "internal/safe"}

// outside are packages that reach beyond the program, and who may use them.
var outside = map[string][]string{
	"net":                             {"ghsync", "internal/cli", "internal/githubtest", "internal/preview", "cmd/ghresume"},
	"net/http":                        {"ghsync", "internal/githubtest", "internal/preview", "cmd/ghresume"},
	"net/http/httptest":               {"internal/githubtest"},
	"net/smtp":                        {},
	"net/rpc":                         {},
	"crypto/tls":                      {"ghsync"},
	"os":                              {"internal/fontfind", "ghsync", "internal/action", "internal/atomicfile", "internal/boundedfile", "internal/cli", "internal/load", "internal/produce", "cmd/ghresume"},
	"os/exec":                         {"cmd/ghresume", "internal/hostile"},
	"os/signal":                       {"cmd/ghresume"},
	"os/user":                         {},
	"syscall":                         {"ghsync", "internal/atomicfile", "internal/cli", "cmd/ghresume"},
	"plugin":                          {},
	"unsafe":                          {},
	"github.com/google/go-github/v62": {"ghsync"},
	"golang.org/x/oauth2":             {"ghsync"},
	"github.com/spf13/cobra":          {"cmd/ghresume"},
	"math/rand":                       {},
	"math/rand/v2":                    {"ghsync"},
}

type listed struct {
	ImportPath, Dir, Doc string
	Imports, GoFiles     []string
}

func TestImportsRunOneWay(t *testing.T) {
	for _, pkg := range list(t) {
		name := strings.TrimPrefix(pkg.ImportPath, module+"/")
		if pkg.ImportPath == module {
			continue
		}
		packages, known := allowed[name]
		if !known {
			t.Errorf("package %s is not in the plan: add it to allowed in imports_test.go, with what it may import", name)
		}
		for _, imported := range pkg.Imports {
			if own, ok := strings.CutPrefix(imported, module+"/"); ok && name != "cmd/ghresume" && !slices.Contains(packages, own) && !slices.Contains(everywhere, own) {
				t.Errorf("%s imports %s, which allowed in imports_test.go does not let it: hand in the data instead, or think about the direction and add it", name, own)
			}
			checkOutside(t, name, imported)
		}
	}
}

func checkOutside(t *testing.T, name, imported string) {
	for prefix, users := range outside {
		if (imported == prefix || strings.HasPrefix(imported, prefix+"/github")) && !slices.Contains(users, name) {
			t.Errorf("%s imports %s, which outside in imports_test.go leaves to %v: hand in what it reads instead", name, imported, users)
		}
	}
}

// list returns the packages of the module with their imports, without tests.
func list(t *testing.T) []listed {
	out, err := exec.CommandContext(t.Context(), "go", "list", "-json=ImportPath,Dir,Doc,Imports,GoFiles", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var packages []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
	if len(packages) < len(allowed) {
		t.Fatalf("%d packages are seen of %d", len(packages), len(allowed))
	}
	return packages
}

// clocks are the packages that may read the clock: they run commands or talk to GitHub.
var clocks = []string{"internal/atomicfile", "internal/cli", "internal/load", "cmd/ghresume", "ghsync", "internal/githubtest"}

// TestNoClockButTheSnapshots keeps the current time out of everything that makes a resume:
// the same profile and snapshot must give the same bytes.
func TestNoClockButTheSnapshots(t *testing.T) {
	calls(t, func(pkg, place, function string, _ bool) {
		if slices.Contains([]string{"time.Now", "time.Since", "time.Until"}, function) && !slices.Contains(clocks, pkg) {
			t.Errorf("%s: %s reads the clock: hand in the time, such as that of the snapshot", place, function)
		}
	})
}

// TestNothingIsCompiledAtStart: a command starts without compiling the regular expressions
// of others.
func TestNothingIsCompiledAtStart(t *testing.T) {
	calls(t, func(_, place, function string, atStart bool) {
		if function == "regexp.MustCompile" && atStart {
			t.Errorf("%s: is compiled at every start; use lazy.New", place)
		}
	})
}

// calls visits every call of a function of another package, and says whether it is made at
// program start.
func calls(t *testing.T, visit func(pkg, place, function string, atStart bool)) {
	seen := map[string]bool{}
	for _, pkg := range list(t) {
		name := strings.TrimPrefix(pkg.ImportPath, module+"/")
		for _, file := range pkg.GoFiles {
			eachCall(t, filepath.Join(pkg.Dir, file), func(place, function string, atStart bool) {
				seen[function] = true
				visit(name, place, function, atStart)
			})
		}
	}
	if !seen["time.Now"] || !seen["fmt.Errorf"] {
		t.Fatalf("only the calls of %v are seen", slices.Sorted(maps.Keys(seen)))
	}
}

func eachCall(t *testing.T, path string, visit func(place, function string, atStart bool)) {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	for _, declaration := range file.Decls {
		general, isGeneral := declaration.(*ast.GenDecl)
		ast.Inspect(declaration, func(n ast.Node) bool {
			if _, ok := n.(*ast.FuncLit); ok && isGeneral && general.Tok == token.VAR {
				return false // runs later
			}
			selector, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if of, ok := selector.X.(*ast.Ident); ok {
				visit(files.Position(selector.Pos()).String(), of.Name+"."+selector.Sel.Name, isGeneral)
			}
			return true
		})
	}
}
