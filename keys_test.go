package ghresume

import (
	"go/types"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/resume"
)

// TestEveryKeyIsRead: a setting that the program never reads would have no effect. Texts
// are read by the walk over them; a test of package render looks for each in the prints.
func TestEveryKeyIsRead(t *testing.T) {
	if testing.Short() {
		t.Skip("type-checks the whole program")
	}
	read, layouts := fieldsRead(t), builtinTemplates(t)
	seen := map[reflect.Type]bool{}
	var visit func(of reflect.Type)
	visit = func(of reflect.Type) {
		switch of.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Map:
			visit(of.Elem())
			return
		case reflect.Struct:
		default:
			return
		}
		if seen[of] || of == reflect.TypeFor[resume.Date]() {
			return
		}
		seen[of] = true
		for i := range of.NumField() {
			f := of.Field(i)
			if f.Tag.Get("toml") == "-" || f.Name == "For" { // package resume reads it from any entry, by its name
				continue
			}
			laidOut := strings.Contains(layouts, "."+of.Name()+"."+f.Name)
			if f.Tag.Get("text") == "" && f.Tag.Get("section") == "" && !read[of.Name()+"."+f.Name] && !laidOut {
				t.Errorf("nothing reads %s.%s: the key would have no effect; print it, or let it change something", of.Name(), f.Name)
			}
			visit(f.Type)
		}
	}
	visit(reflect.TypeFor[resume.Profile]())
	if len(seen) < 15 || !read["Layout.Order"] || read["Layout.NoSuchKey"] {
		t.Errorf("the test looks at nothing: %d types", len(seen))
	}
}

// builtinTemplates returns the text of all templates, which read settings too:
// .Layout.Badges.
func builtinTemplates(t *testing.T) string {
	paths, err := filepath.Glob("templates/*.tmpl")
	if err != nil || len(paths) == 0 {
		t.Fatal("no templates", err)
	}
	var all strings.Builder
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(text)
	}
	return all.String()
}

// fieldsRead returns the fields of package resume's types that the program selects, as
// Type.Field.
func fieldsRead(t *testing.T) map[string]bool {
	read := map[string]bool{}
	for _, pkg := range typed(t) {
		for _, selection := range pkg.TypesInfo.Selections {
			of := selection.Recv()
			if pointer, ok := of.(*types.Pointer); ok {
				of = pointer.Elem()
			}
			named, ok := of.(*types.Named)
			if ok && named.Obj().Pkg() != nil && strings.HasSuffix(named.Obj().Pkg().Path(), "/resume") && selection.Kind() == types.FieldVal {
				read[named.Obj().Name()+"."+selection.Obj().Name()] = true
			}
		}
	}
	return read
}
