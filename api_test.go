package ghresume

import (
	"go/ast"
	"go/doc"
	"go/format"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestAPI keeps the exported names of the public packages from growing unnoticed: a change of
// docs/api.txt is a decision that a reviewer sees. Fields are not listed.
func TestAPI(t *testing.T) {
	const page = "docs/api.txt"
	var got []string
	for _, pkg := range list(t) {
		if isPublic(pkg) {
			got = append(got, exported(t, strings.TrimPrefix(pkg.ImportPath, module+"/"), pkg)...)
		}
	}
	if *update {
		if err := os.WriteFile(page, []byte(strings.Join(got, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Split(strings.TrimSpace(string(data)), "\n")
	const advice = "unexport it or move it to internal/ if users of the library do not need it, else run `go test . -run API -update`"
	for _, line := range got {
		if !slices.Contains(want, line) {
			t.Errorf("%s does not list %q: %s", page, line, advice)
		}
	}
	for _, line := range want {
		if !slices.Contains(got, line) {
			t.Errorf("%q of %s is gone, which breaks programs that use it: keep it, or name the break in CHANGELOG.md and run `go test . -run API -update`", line, page)
		}
	}
}

// exported returns a sorted line for each exported constant, variable, function, type and
// method of a package.
func exported(t *testing.T, name string, pkg listed) (lines []string) {
	files, set := filesOf(t, pkg)
	p, err := doc.NewFromFiles(set, files, pkg.ImportPath)
	if err != nil {
		t.Fatal(err)
	}
	add := func(values []*doc.Value, funcs []*doc.Func) {
		for _, v := range values {
			for _, id := range slices.DeleteFunc(v.Names, func(id string) bool { return !ast.IsExported(id) }) {
				lines = append(lines, name+": "+v.Decl.Tok.String()+" "+id)
			}
		}
		for _, f := range funcs {
			var b strings.Builder
			if err := format.Node(&b, set, &ast.FuncDecl{Recv: f.Decl.Recv, Name: f.Decl.Name, Type: f.Decl.Type}); err != nil {
				t.Fatal(err)
			}
			lines = append(lines, name+": "+strings.Join(strings.Fields(b.String()), " "))
		}
	}
	add(slices.Concat(p.Consts, p.Vars), p.Funcs)
	for _, typ := range p.Types {
		lines = append(lines, name+": type "+typ.Name)
		add(slices.Concat(typ.Consts, typ.Vars), slices.Concat(typ.Funcs, typ.Methods))
	}
	slices.Sort(lines)
	return lines
}
