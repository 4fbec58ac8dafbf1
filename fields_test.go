package ghresume

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/packages"
)

// partsOfTests are packages with parts that only tests use: the small GitHub, and the
// images of the PDF writer.
var partsOfTests = []string{"internal/githubtest", "internal/pdf"}

// writtenElsewhere are fields that are written where the check does not look, by package
// and name.
var writtenElsewhere = map[string]string{
	"internal/githubtest.URL": "the small GitHub, whose faults and accounts tests write",
	"ghsync.speedup":          "tests wait less",
	"ghsync.Path":             "an unnamed struct that stands twice; a decoder fills it",
	"resume/review.MaxText":   "programs may check longer texts",
}

// loadTyped reads the program's packages with their types, once for all tests.
var loadTyped = sync.OnceValues(func() ([]*packages.Package, error) {
	return packages.Load(&packages.Config{Mode: packages.LoadSyntax}, "./...")
})

func typed(t *testing.T) []*packages.Package {
	t.Helper()
	all, err := loadTyped()
	if err != nil || packages.PrintErrors(all) > 0 {
		t.Fatalf("the program cannot be read: %v", err)
	}
	return all
}

// TestEveryFieldIsWritten finds fields that are read but never written: code that depends
// on them cannot run. A field with a tag is written by a decoder.
func TestEveryFieldIsWritten(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the types of the whole program")
	}
	all := typed(t)
	fields := map[*types.Var]*use{}
	for _, pkg := range all {
		if slices.Contains(partsOfTests, strings.TrimPrefix(pkg.PkgPath, module+"/")) {
			continue
		}
		for _, file := range pkg.Syntax {
			usesIn(file, pkg, fields)
		}
	}
	if len(fields) < 300 {
		t.Fatalf("only %d fields are seen", len(fields))
	}
	var never []string
	for field, u := range fields {
		if u.read != "" && !u.written && isOurs(field) && writtenElsewhere[nameOfField(field)] == "" {
			never = append(never, u.read+": "+field.Name()+" is read and never written")
		}
	}
	slices.Sort(never)
	for _, line := range never {
		t.Error(line)
	}
}

func isOurs(field *types.Var) bool {
	return field.Pkg() != nil && strings.HasPrefix(field.Pkg().Path(), module)
}

func nameOfField(field *types.Var) string {
	return strings.TrimPrefix(field.Pkg().Path(), module+"/") + "." + field.Name()
}

// use records what the program does with a field.
type use struct {
	read    string // where, for the message
	written bool
}

func usesIn(file *ast.File, pkg *packages.Package, fields map[*types.Var]*use) {
	of := func(field *types.Var) *use {
		if fields[field] == nil {
			fields[field] = &use{}
		}
		return fields[field]
	}
	var stack []ast.Node
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil {
			stack = stack[:len(stack)-1]
			return true
		}
		stack = append(stack, n)
		switch n := n.(type) {
		case *ast.StructType:
			for _, f := range n.Fields.List {
				for _, name := range f.Names {
					if field, ok := pkg.TypesInfo.Defs[name].(*types.Var); ok && f.Tag != nil {
						of(field).written = true
					}
				}
			}
		case *ast.AssignStmt: // of an unnamed struct, whose fields have other names elsewhere
			for _, left := range n.Lhs {
				if kind, ok := pkg.TypesInfo.Types[left]; ok && kind.Type != nil {
					if _, unnamed := kind.Type.(*types.Struct); unnamed {
						everyField(kind.Type, func(field *types.Var) { of(field).written = true })
					}
				}
			}
		case *ast.CompositeLit:
			writtenBy(n, pkg.TypesInfo, of)
		case *ast.SelectorExpr:
			selection := pkg.TypesInfo.Selections[n]
			if selection == nil || selection.Kind() != types.FieldVal {
				return true
			}
			field := selection.Obj().(*types.Var).Origin()
			if isWrite(n, stack[:len(stack)-1]) {
				of(field).written = true
			} else if of(field).read == "" {
				of(field).read = pkg.Fset.Position(n.Pos()).String()
			}
		case *ast.CallExpr: // a conversion writes all fields: T(value)
			if kind, ok := pkg.TypesInfo.Types[n.Fun]; ok && kind.IsType() {
				everyField(kind.Type, func(field *types.Var) { of(field).written = true })
			}
			decodedBy(n, pkg.TypesInfo, of)
		}
		return true
	})
}

// decodedBy marks the fields of arguments that are passed by address as written: decoders
// fill them.
func decodedBy(n *ast.CallExpr, info *types.Info, of func(*types.Var) *use) {
	for i, argument := range n.Args {
		kind, ok := info.Types[argument]
		if !ok || kind.Type == nil {
			continue
		}
		if _, isPointer := kind.Type.Underlying().(*types.Pointer); isPointer && (isForeign(n.Fun, info) || takesAny(n.Fun, i, info)) {
			deep(kind.Type, map[types.Type]bool{}, func(field *types.Var) { of(field).written = true })
		}
	}
}

// isForeign reports whether a function belongs to another module.
func isForeign(function ast.Expr, info *types.Info) bool {
	selector, ok := function.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	called := info.Uses[selector.Sel]
	return called != nil && called.Pkg() != nil && !strings.HasPrefix(called.Pkg().Path(), module)
}

// takesAny reports whether the ith parameter of a function is any.
func takesAny(function ast.Expr, i int, info *types.Info) bool {
	signature, ok := info.Types[function].Type.(*types.Signature)
	if !ok || i >= signature.Params().Len() {
		return false
	}
	empty, ok := signature.Params().At(i).Type().Underlying().(*types.Interface)
	return ok && empty.Empty()
}

// deep visits the fields of a type and of all types that it contains.
func deep(t types.Type, seen map[types.Type]bool, do func(*types.Var)) {
	if seen[t] {
		return
	}
	seen[t] = true
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		deep(u.Elem(), seen, do)
	case *types.Slice:
		deep(u.Elem(), seen, do)
	case *types.Array:
		deep(u.Elem(), seen, do)
	case *types.Map:
		deep(u.Elem(), seen, do)
	case *types.Struct:
		for field := range u.Fields() {
			do(field.Origin())
			deep(field.Type(), seen, do)
		}
	}
}

// writtenBy marks the fields that a literal sets.
func writtenBy(n *ast.CompositeLit, info *types.Info, of func(*types.Var) *use) {
	kind, ok := info.Types[n]
	if !ok {
		return
	}
	keyed := false
	for _, element := range n.Elts {
		if pair, ok := element.(*ast.KeyValueExpr); ok {
			keyed = true
			if name, ok := pair.Key.(*ast.Ident); ok {
				if field, ok := info.Uses[name].(*types.Var); ok && field.IsField() {
					of(field.Origin()).written = true
				}
			}
		}
	}
	if !keyed && len(n.Elts) > 0 {
		everyField(kind.Type, func(field *types.Var) { of(field).written = true })
	}
}

func everyField(t types.Type, do func(*types.Var)) {
	if pointer, ok := t.Underlying().(*types.Pointer); ok {
		t = pointer.Elem()
	}
	if s, ok := t.Underlying().(*types.Struct); ok {
		for field := range s.Fields() {
			do(field.Origin())
		}
	}
}

// isWrite reports whether a field is assigned, or may be changed through its address, by a
// method on it, or as a loop variable.
func isWrite(n *ast.SelectorExpr, above []ast.Node) bool {
	var child ast.Node = n
	for _, parent := range slices.Backward(above) {
		switch p := parent.(type) {
		case *ast.IndexExpr:
			if p.X != child {
				return false
			}
		case *ast.SelectorExpr, *ast.ParenExpr, *ast.StarExpr, *ast.SliceExpr:
		case *ast.AssignStmt:
			return slices.ContainsFunc(p.Lhs, func(e ast.Expr) bool { return e == child })
		case *ast.IncDecStmt:
			return true
		case *ast.UnaryExpr:
			return p.Op == token.AND
		case *ast.RangeStmt:
			return p.Key == child || p.Value == child
		case *ast.CallExpr: // x.field.Method(): it may have a pointer receiver
			return p.Fun == child && child != ast.Node(n)
		default:
			return false
		}
		child = parent
	}
	return false
}
