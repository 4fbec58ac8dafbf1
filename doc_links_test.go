package ghresume

import (
	"cmp"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// docLink matches a link of a comment to a name of the package or of another: [Name],
// [*Name.Method], [resume.Name].
var docLink = regexp.MustCompile(`\[\*?(?:([a-z]+)\.)?([A-Z]\w*(?:\.[A-Z]\w*)?)\]`)

// TestDocLinks: what the comments of a public package link to exists, and is exported.
func TestDocLinks(t *testing.T) {
	names, links := map[string]bool{}, map[string]string{}
	for _, pkg := range list(t) {
		files, set := filesOf(t, pkg)
		if isPublic(pkg) {
			for _, file := range files {
				for link, at := range linksOf(file) {
					links[link] = set.Position(at).String()
				}
			}
		}
		addNames(t, names, files, set, pkg.ImportPath)
	}
	if len(links) < 50 {
		t.Fatalf("only %d links are seen", len(links))
	}
	for link, place := range links {
		if standard := strings.HasPrefix(link, "fs.") || strings.HasPrefix(link, "time."); !standard && !names[link] {
			t.Errorf("%s: there is no exported %s", place, link)
		}
	}
}

// linksOf returns the links in the doc comments of a file.
func linksOf(file *ast.File) map[string]token.Pos {
	links := map[string]token.Pos{}
	ast.Inspect(file, func(n ast.Node) bool {
		if comment, ok := n.(*ast.CommentGroup); ok {
			for _, link := range docLink.FindAllStringSubmatch(comment.Text(), -1) {
				links[cmp.Or(link[1], file.Name.Name)+"."+link[2]] = comment.Pos()
			}
		}
		return true
	})
	return links
}

// isPublic reports whether other modules can import a package.
func isPublic(pkg listed) bool {
	path := strings.TrimPrefix(pkg.ImportPath, module+"/")
	return path != module && !strings.HasPrefix(path, "internal/") && !strings.HasPrefix(path, "cmd/")
}

// filesOf returns the files of a package with their comments.
func filesOf(t *testing.T, pkg listed) (files []*ast.File, set *token.FileSet) {
	set = token.NewFileSet()
	for _, file := range pkg.GoFiles {
		f, err := parser.ParseFile(set, filepath.Join(pkg.Dir, file), nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	return files, set
}

// addNames adds the exported names of a package: package.Name and package.Type.Name.
func addNames(t *testing.T, names map[string]bool, files []*ast.File, set *token.FileSet, path string) {
	p, err := doc.NewFromFiles(set, files, path)
	if err != nil {
		t.Fatal(err)
	}
	add := func(prefix string, values []*doc.Value, funcs []*doc.Func) {
		for _, v := range values {
			for _, name := range v.Names {
				names[p.Name+"."+name] = true
			}
		}
		for _, f := range funcs {
			names[prefix+f.Name] = true
		}
	}
	add(p.Name+".", append(p.Consts, p.Vars...), p.Funcs)
	for _, typ := range p.Types {
		own := p.Name + "." + typ.Name
		names[own] = true
		add(p.Name+".", append(typ.Consts, typ.Vars...), typ.Funcs)
		add(own+".", nil, typ.Methods)
		ast.Inspect(typ.Decl, func(n ast.Node) bool {
			if field, ok := n.(*ast.Field); ok {
				for _, name := range field.Names {
					names[own+"."+name.Name] = true
				}
			}
			return true
		})
	}
}
