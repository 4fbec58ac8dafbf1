package ghresume

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// TestOtherSystems type-checks the program and its tests as for Windows and macOS. Since no
// file is for one system alone, vet would find there what it finds here.
func TestOtherSystems(t *testing.T) {
	if testing.Short() {
		t.Skip("type-checks the whole program and all that it imports")
	}
	for _, system := range []string{"windows", "darwin"} {
		config := &packages.Config{Mode: packages.LoadAllSyntax, Context: t.Context(), Tests: true, Env: append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")}
		all, err := packages.Load(config, usersOfTheSystem(t)...)
		if err != nil {
			t.Fatalf("%s: %v", system, err)
		}
		packages.Visit(all, nil, func(pkg *packages.Package) {
			for _, err := range pkg.Errors {
				t.Errorf("%s: %v", system, err)
			}
			if own := strings.HasPrefix(pkg.PkgPath, module) && !strings.HasSuffix(pkg.PkgPath, "/internal/racing"); own && len(pkg.IgnoredFiles) > 0 {
				t.Errorf("%s: %v are not for this system: .ci/run should vet the package there", system, pkg.IgnoredFiles)
			}
		})
	}
}

// TestCheckoutsKeepLineEnds: git on Windows would otherwise give every file other line ends,
// and with them the templates in the program and the bytes that tests compare.
func TestCheckoutsKeepLineEnds(t *testing.T) {
	files, err := exec.CommandContext(t.Context(), "git", "ls-files").Output()
	if err != nil {
		t.Skip("not a clone")
	}
	attributes := exec.CommandContext(t.Context(), "git", "check-attr", "--stdin", "text")
	attributes.Stdin = bytes.NewReader(files)
	out, err := attributes.Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		if !strings.HasSuffix(line, ": text: unset\n") {
			t.Errorf("git may change the line ends of %s", line)
		}
	}
}

// usersOfTheSystem returns the packages that use the system directly, or have files for some
// systems: all others are the same everywhere.
func usersOfTheSystem(t *testing.T) []string {
	direct := []string{`"syscall"`, `"os/signal"`, `"golang.org/x/sys/`, "//go:build "}
	seen := map[string]bool{}
	for _, pkg := range list(t) {
		files, err := filepath.Glob(filepath.Join(pkg.Dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, use := range direct {
				seen[pkg.ImportPath] = seen[pkg.ImportPath] || strings.Contains(string(text), use)
			}
		}
	}
	delete(seen, module) // these tests
	var packages []string
	for path, uses := range seen {
		if uses {
			packages = append(packages, path)
		}
	}
	if len(packages) < 4 {
		t.Fatalf("only %v are seen", packages)
	}
	return packages
}
