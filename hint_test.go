package ghresume

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/hint"
)

// TestEveryHintInBothVoices: hints name flags and inputs only by slots, so that workflows
// are never told to use a flag.
func TestEveryHintInBothVoices(t *testing.T) {
	flag := regexp.MustCompile("(?:^|[ (\"`])--?[a-z]")
	slots := slotsByName(t)
	seen, called := 0, map[string]bool{}
	eachFile(t, func(path string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				called[nameOf(call.Fun)] = true
			}
			return true
		})
		for _, found := range hintsIn(file) {
			text := hint.Hint(folded(found, slots))
			if text == "" || text == unknown {
				continue // made elsewhere
			}
			seen++
			if action := text.In(hint.Action); flag.MatchString(action) {
				t.Errorf("%s: the Action speaks of a flag: name it by a slot of internal/hint, which is an input there: %s", path, action)
			}
			if text.In(hint.Command) == "" {
				t.Errorf("%s: a command says nothing in the place of %q", path, string(text))
			}
		}
	})
	if seen < 200 {
		t.Errorf("only %d hints are seen", seen)
	}
	for name := range hintArguments {
		if !called[name] {
			t.Errorf("no function is called %s; name in hintArguments those that take a hint", name)
		}
	}
}

// hintArguments are the functions that take a hint, and its place among their arguments.
var hintArguments = map[string]int{"UsageError": 0, "Failed": 1, "FindingsError": 1, "advise": 0, "complain": 1, "Hint": 0}

// unknown replaces what is only known at run time.
const unknown = "…"

// eachFile parses every Go file of the program except tests.
func eachFile(t *testing.T, visit func(path string, file *ast.File)) {
	for _, pkg := range list(t) {
		for _, name := range pkg.GoFiles {
			path := filepath.Join(pkg.Dir, name)
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			visit(path, file)
		}
	}
}

// slotsByName returns the constants of package hint.
func slotsByName(t *testing.T) map[string]string {
	file, err := parser.ParseFile(token.NewFileSet(), "internal/hint/hint.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	slots := map[string]string{"mark": "\x00"}
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Names) == 1 && len(spec.Values) == 1 {
			slots[spec.Names[0].Name] = folded(spec.Values[0], slots)
		}
		return true
	})
	return slots
}

// hintsIn returns the expressions of a file that are hints: as an argument, as the value
// of a field or variable, or as the result of a method.
func hintsIn(file *ast.File) []ast.Expr {
	var found []ast.Expr
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if i, ok := hintArguments[nameOf(n.Fun)]; ok && i < len(n.Args) {
				found = append(found, n.Args[i])
			}
		case *ast.KeyValueExpr:
			if name := nameOf(n.Key); name == "hint" || name == "Hint" {
				found = append(found, n.Value)
			}
		case *ast.AssignStmt:
			for i, left := range n.Lhs {
				if name := nameOf(left); (name == "hint" || name == "Hint" || name == "advice") && i < len(n.Rhs) {
					found = append(found, n.Rhs[i])
				}
			}
		case *ast.FuncDecl:
			if name := n.Name.Name; n.Recv != nil && (name == "Hint" || name == "Advice") {
				found = append(found, returned(n.Body)...)
			}
		}
		return true
	})
	return found
}

func returned(body *ast.BlockStmt) []ast.Expr {
	var found []ast.Expr
	ast.Inspect(body, func(n ast.Node) bool {
		if r, ok := n.(*ast.ReturnStmt); ok {
			found = append(found, r.Results...)
		}
		return true
	})
	return found
}

// nameOf returns the last name of an expression: hint of e.hint.
func nameOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

// folded joins a text that consists of literals, slots and unknown parts.
func folded(e ast.Expr, slots map[string]string) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, _ := strconv.Unquote(e.Value) // valid, since it compiles
		return text
	case *ast.BinaryExpr:
		return folded(e.X, slots) + folded(e.Y, slots)
	case *ast.ParenExpr:
		return folded(e.X, slots)
	case *ast.CallExpr:
		if slices.Contains([]string{"Hint", "Sprintf"}, nameOf(e.Fun)) && len(e.Args) > 0 {
			return folded(e.Args[0], slots)
		}
	case *ast.SelectorExpr:
		if nameOf(e.X) == "hint" {
			return slots[e.Sel.Name]
		}
	case *ast.Ident:
		if slot, ok := slots[e.Name]; ok && strings.HasPrefix(slot, "\x00") {
			return slot
		}
	}
	return unknown
}
