package ghresume

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/mod/modfile"
)

const dependenciesPage = "docs/DEPENDENCIES.md"

// TestDependenciesPage compares docs/DEPENDENCIES.md and the blocks of go.mod with what is
// linked: each direct dependency has a reason and a cost, and test dependencies are marked
// as such.
func TestDependenciesPage(t *testing.T) {
	page, rows := dependencyRows(t)
	linked := linkedModules(t)
	direct := directModules(t)
	if *update {
		writeDependencies(t, page, rows, linked)
		return
	}
	for path, block := range direct {
		row, listed := rows[path]
		_, isLinked := linked[path]
		switch {
		case !listed:
			t.Errorf("%s has no row for %s: say what it is for, then run `go test . -run Dependencies -update`", dependenciesPage, path)
		case isLinked == strings.HasPrefix(row.purpose, "tests: "):
			t.Errorf("%s: %s is in the program: %v; it says %q", dependenciesPage, path, isLinked, row.purpose)
		case isLinked == (block == testsBlock):
			t.Errorf("go.mod: %s is in the program: %v; it stands under %q", path, isLinked, block)
		case isLinked && !costs.MatchString(row.size+" "+row.start):
			t.Errorf("%s: %s has no cost; run `go test . -run Dependencies -update`", dependenciesPage, path)
		}
	}
	for path := range rows {
		if _, ok := direct[path]; !ok {
			t.Errorf("%s: %s is not a direct dependency", dependenciesPage, path)
		}
	}
}

const testsBlock = "What only tests use."

var costs = regexp.MustCompile(`^\d+ kB \d+\.\d\d ms$`)

// directModules returns the direct dependencies, with the comment of their block in
// go.mod.
func directModules(t *testing.T) map[string]string {
	data, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	file, err := modfile.Parse("go.mod", data, nil)
	if err != nil {
		t.Fatal(err)
	}
	direct := map[string]string{}
	for _, statement := range file.Syntax.Stmt {
		block, ok := statement.(*modfile.LineBlock)
		if !ok || len(block.Before) == 0 {
			continue
		}
		for _, line := range block.Line {
			if len(line.Suffix) == 0 { // not "// indirect"
				direct[line.Token[0]] = strings.TrimPrefix(block.Before[0].Token, "// ")
			}
		}
	}
	for _, r := range file.Require {
		if _, ok := direct[r.Mod.Path]; !ok && !r.Indirect {
			t.Errorf("go.mod: %s stands in a block without a comment", r.Mod.Path)
		}
	}
	return direct
}

// linkedModules returns the folders of the modules that the packages are built from.
func linkedModules(t *testing.T) map[string]string {
	return modulesOf(t, "./...")
}

func modulesOf(t *testing.T, packages string) map[string]string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", "list", "-deps", "-f", "{{with .Module}}{{.Path}} {{.Dir}}{{end}}", packages).Output()
	if err != nil {
		t.Fatal(err)
	}
	modules := map[string]string{}
	for line := range strings.Lines(string(out)) {
		if path, dir, ok := strings.Cut(strings.TrimSpace(line), " "); ok && path != module {
			modules[path] = dir
		}
	}
	if len(modules) < 20 {
		t.Fatalf("only %d modules are seen", len(modules))
	}
	return modules
}

type dependencyRow struct{ purpose, reason, size, start string }

// dependenciesText is the text before and after the tables of the page.
type dependenciesText struct{ before, after string }

// dependencyRows returns the page's text around its tables, and the first table by module.
func dependencyRows(t *testing.T) (page dependenciesText, rows map[string]dependencyRow) {
	data, err := os.ReadFile(dependenciesPage)
	if err != nil {
		t.Fatal(err)
	}
	before, tables, _ := strings.Cut(string(data), "| module |")
	table, second, _ := strings.Cut(tables, "\n\n")
	if _, after, ok := strings.Cut(second, "|\n\n"); ok {
		page.after = "\n" + after
	}
	page.before = before
	rows = map[string]dependencyRow{}
	for line := range strings.Lines(table) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		if strings.Contains(cells[0], ".") {
			if _, twice := rows[cells[0]]; twice {
				t.Errorf("%s: %s has two rows", dependenciesPage, cells[0])
			}
			cells = append(cells, "", "")
			rows[cells[0]] = dependencyRow{cells[1], cells[2], cells[3], cells[4]}
		}
	}
	return page, rows
}

// writeDependencies measures the program and writes the table.
func writeDependencies(t *testing.T, page dependenciesText, rows map[string]dependencyRow, linked map[string]string) {
	program := filepath.Join(t.TempDir(), "ghresume")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", program, "./cmd/ghresume").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	size, start := symbolBytes(t, program, linked), startTimes(t, program, linked)
	var b strings.Builder
	b.WriteString(page.before + "| module | used for | why a library | in the binary | at start-up |\n| --- | --- | --- | ---: | ---: |\n")
	for _, path := range slices.SortedFunc(maps.Keys(rows), func(a, b string) int { return cmp.Compare(strings.ToLower(a), strings.ToLower(b)) }) {
		row := rows[path]
		row.size, row.start = "–", "–"
		if _, ok := linked[path]; ok {
			row.size, row.start = fmt.Sprintf("%d kB", size[path]/1000), fmt.Sprintf("%.2f ms", start[path])
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", path, row.purpose, row.reason, row.size, row.start)
	}
	b.WriteString("\n| indirect | in the binary | at start-up |\n| --- | ---: | ---: |\n")
	for _, path := range slices.Sorted(maps.Keys(linked)) {
		if _, direct := rows[path]; !direct {
			fmt.Fprintf(&b, "| %s | %d kB | %.2f ms |\n", path, size[path]/1000, start[path])
		}
	}
	b.WriteString(page.after)
	if err := os.WriteFile(dependenciesPage, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// symbolBytes returns the bytes of code and data of each module in a program.
func symbolBytes(t *testing.T, program string, modules map[string]string) map[string]int {
	out, err := exec.CommandContext(t.Context(), "go", "tool", "nm", "-size", program).Output()
	if err != nil {
		t.Fatal(err)
	}
	bytes := map[string]int{}
	for line := range strings.Lines(string(out)) {
		if fields := strings.Fields(line); len(fields) >= 4 && fields[2] != "B" && fields[2] != "b" {
			size, _ := strconv.Atoi(fields[1])
			bytes[moduleOf(strings.TrimPrefix(fields[3], "type:"), modules)] += size
		}
	}
	return bytes
}

var initialized = regexp.MustCompile(`(?m)^init (\S+) @.*, ([0-9.]+) ms clock`)

// startTimes returns the milliseconds that the packages of each module take to initialize:
// the least of ten runs for each package.
func startTimes(t *testing.T, program string, modules map[string]string) map[string]float64 {
	least := map[string]float64{}
	for range 10 {
		command := exec.CommandContext(t.Context(), program, "version")
		var trace bytes.Buffer
		command.Stderr, command.Env = &trace, append(os.Environ(), "GODEBUG=inittrace=1")
		if err := command.Run(); err != nil {
			t.Fatal(err)
		}
		for _, m := range initialized.FindAllStringSubmatch(trace.String(), -1) {
			took, _ := strconv.ParseFloat(m[2], 64)
			if before, ok := least[m[1]]; !ok || took < before {
				least[m[1]] = took
			}
		}
	}
	times := map[string]float64{}
	for pkg, took := range least {
		times[moduleOf(strings.ReplaceAll(pkg, "%2e", "."), modules)] += took
	}
	return times
}

// moduleOf returns the module of a package or of a symbol: the longest match.
func moduleOf(symbol string, modules map[string]string) string {
	best := ""
	for path := range modules {
		if rest, ok := strings.CutPrefix(strings.TrimLeft(symbol, "*[]"), path); ok && len(path) > len(best) && (rest == "" || rest[0] == '/' || rest[0] == '.') {
			best = path
		}
	}
	return best
}

// TestStartTouchesNoTerminal: the program links no package that queries the terminal's
// colors, or builds large tables, at every start.
func TestStartTouchesNoTerminal(t *testing.T) {
	out, err := exec.CommandContext(t.Context(), "go", "list", "-deps", "./cmd/ghresume").Output()
	if err != nil {
		t.Fatal(err)
	}
	packages := strings.Fields(string(out))
	if !slices.Contains(packages, "github.com/spf13/cobra") {
		t.Fatalf("the packages of the program are not seen: %d", len(packages))
	}
	for path, why := range map[string]string{
		"github.com/charmbracelet/lipgloss":  "asks the terminal on stdout for its colors and waits five seconds for an answer",
		"github.com/charmbracelet/bubbletea": "as lipgloss",
		"github.com/nyaruka/phonenumbers":    "unpacks 4 MB",
		"github.com/microcosm-cc/bluemonday": "compiles a hundred expressions of CSS",
		"golang.org/x/text/language/display": "builds the names of languages in all languages",
	} {
		if slices.Contains(packages, path) {
			t.Errorf("the program links %s, which at every start %s", path, why)
		}
	}
}
