package templates

import (
	"errors"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/locale"
	"github.com/ghresume/ghresume/internal/racing"
	"github.com/ghresume/ghresume/resume"
)

// greedy are templates that would use unlimited time or memory. The variable $s has 16
// letters, $l is a list of two, $d a map.
var greedy = []string{
	// Loops.
	`{{range 1000000000000}}{{end}}`,
	`{{range $i, $x := 1000000000000}}{{if false}}x{{end}}{{end}}`,
	`{{range until 100000}}{{range until 100000}}{{end}}{{end}}`,
	`{{range 4000000000}}{{continue}}{{end}}`,
	`{{range 1000}}{{range 1000}}{{range 1000}}{{$s = "x"}}{{end}}{{end}}{{end}}`,
	`{{range 1000000000}}{{with .}}{{else}}{{end}}{{end}}`,
	`{{range untilStep 0 100000 1}}{{range untilStep 0 -100000 -1}}{{end}}{{end}}`,
	`{{untilStep -9223372036854775808 9223372036854775807 1}}`,
	`{{untilStep 9223372036854775807 -9223372036854775808 -1}}`,
	`{{untilStep 0 -100000 1}}{{range 1000000000}}{{end}}`,
	`{{untilStep 1 5 9223372036854775807}}`,
	`{{until 9223372036854775807}}`,
	`{{until -9223372036854775808}}`,
	// Blocks.
	`{{define "x"}}{{template "x" .}}{{end}}{{template "x" .}}`,
	`{{define "x"}}{{if gt . 0}}{{template "x" (sub . 1)}}{{template "x" (sub . 1)}}{{end}}{{end}}{{template "x" 60}}`,
	`{{define "x"}}{{range 1000000}}{{template "y" .}}{{end}}{{end}}{{define "y"}}{{range 1000000}}{{end}}{{end}}{{template "x" .}}`,
	`{{define "a"}}{{template "b" .}}{{end}}{{define "b"}}{{template "a" .}}{{end}}{{template "a" .}}`,
	// Growing texts.
	`{{range until 40}}{{$s = print $s $s}}{{end}}`,
	`{{range until 40}}{{$s = printf "%s%s" $s $s}}{{end}}`,
	`{{range until 40}}{{$s = cat $s $s}}{{end}}`,
	`{{range until 40}}{{$s = join $s (list $s $s)}}{{end}}`,
	`{{range until 40}}{{$s = replace "a" "aaaaaaaaaaaaaaaa" $s}}{{end}}`,
	`{{range until 40}}{{$s = regexReplaceAll "a" $s "$0$0$0$0"}}{{end}}`,
	`{{range until 40}}{{$s = regexReplaceAllLiteral "" $s $s}}{{end}}`,
	`{{range until 40}}{{$s = repeat 100000 $s}}{{end}}`,
	`{{range until 40}}{{$s = html (print $s "&")}}{{$s = print $s $s}}{{end}}`,
	`{{range until 40}}{{$s = quote $s $s}}{{end}}`,
	`{{range until 40}}{{$s = wrapWith 1 $s $s}}{{end}}`,
	`{{range until 40}}{{$s = indent 100 $s}}{{$s = print $s "\n" $s}}{{end}}`,
	`{{range until 40}}{{$s = toJson (list $s $s)}}{{end}}`,
	`{{range until 40}}{{$s = b32enc $s}}{{$s = b64enc $s}}{{end}}`,
	`{{range until 40}}{{$s = urlquery (print $s "/" $s)}}{{end}}`,
	`{{$s = raw "a"}}{{range until 40}}{{$s = raw (print $s $s)}}{{end}}`,
	`{{range until 40}}{{$s = bold (print $s $s)}}{{end}}`,
	`{{range until 40}}{{$s = prose (print $s $s)}}{{end}}`,
	`{{range until 40}}{{$s = dots (list $s $s $s)}}{{end}}`,
	`{{range until 100000}}{{upper (repeat 1000 $s)}}{{end}}`,
	`{{$x := repeat 100000 $s}}{{range until 100000}}{{$y := upper $x}}{{end}}`,
	`{{$x := repeat 100000 $s}}{{range until 100000}}{{$y := md $x}}{{end}}`,
	`{{$x := repeat 100000 $s}}{{trimAll $x (print $x "b")}}{{range until 100000}}{{$y := trimAll $x (print "b" $x)}}{{end}}`,
	`{{printf "%1000000d%1000000d%1000000d%1000000d%1000000d" 1 2 3 4 5}}`,
	`{{$f := repeat 100000 "%999999d"}}{{printf $f 1}}`,
	`{{printf "%*d" 100000000 1}}`,
	`{{printf "%.999999999f" 1.0}}`,
	// Regular expressions.
	`{{regexMatch "((a{1000}){1000}){1000}" $s}}{{range 1000000000}}{{end}}`,
	`{{range 100000}}{{$x := regexMatch "(a{100}){90}b" (repeat 100000 $s)}}{{end}}`,
	`{{range 100000}}{{$x := regexFindAll "(a|aa)+$" (repeat 100000 $s) -1}}{{end}}`,
	`{{range 100000}}{{$x := regexSplit "" (repeat 100000 $s) -1}}{{end}}`,
	// Lists and maps that grow, share elements or contain themselves.
	`{{range until 40}}{{$l = concat $l $l}}{{end}}`,
	`{{range until 40}}{{$l = list $l $l}}{{end}}{{toJson $l}}`,
	`{{range until 40}}{{$l = list $l $l}}{{end}}{{toPrettyJson $l}}`,
	`{{range until 40}}{{$l = list $l $l}}{{end}}{{deepCopy $l}}`,
	`{{range until 40}}{{$l = append $l $l}}{{end}}{{deepCopy $l}}`,
	`{{range until 100000}}{{$l = append $l $s}}{{end}}`,
	`{{range until 100000}}{{$l = prepend $l $l}}{{end}}`,
	`{{$l = list}}{{range until 40}}{{$l = list $l $l}}{{end}}{{print $l}}`,
	`{{$l = list (dict)}}{{range until 40}}{{$l = list $l $l}}{{end}}{{len $l}}`,
	`{{$l = list (list)}}{{range until 40}}{{$l = list $l $l (dict "" $l)}}{{end}}{{deepCopy $l}}`,
	`{{$l := list . .}}{{range until 15}}{{$l = concat $l $l}}{{end}}{{deepCopy $l}}`,
	`{{$l := list . .}}{{range until 15}}{{$l = concat $l $l}}{{end}}{{toJson $l}}`,
	`{{$l := list . .}}{{range until 12}}{{$l = concat $l $l}}{{end}}{{toPrettyJson $l}}`,
	`{{$l := list . .}}{{range until 12}}{{$l = concat $l $l}}{{end}}{{merge (dict) (dict "a" $l)}}{{deepCopy (dict "a" $l)}}`,
	`{{$r := .}}{{$l := list}}{{range until 3000}}{{$l = append $l (deepCopy $r)}}{{end}}{{uniq $l}}`,
	`{{range until 40}}{{$d = dict "a" $d "b" $d}}{{end}}{{deepCopy $d}}`,
	`{{range until 40}}{{$d = dict "a" $d "b" $d}}{{end}}{{merge (dict) $d}}`,
	`{{$_ := set $d "a" $d}}{{merge $d $d}}`,
	`{{$_ := set $d "a" $d}}{{mergeOverwrite (dict) $d}}`,
	`{{$_ := set $d "a" $d}}{{deepCopy $d}}`,
	`{{$_ := set $d "a" $d}}{{toJson $d}}`,
	`{{$_ := set $d "a" (list $d)}}{{toPrettyJson $d}}`,
	`{{$_ := set $d "a" $d}}{{deepEqual $d (dict "a" $d)}}`,
	`{{$x := splitList "" (repeat 100000 $s)}}{{range until 1000}}{{$x = concat $x $x}}{{end}}`,
	`{{split "a" (repeat 250000 $s)}}`,
	`{{$x := splitList "" (repeat 20000 $s)}}{{uniq $x}}`,
	`{{$x := until 100000}}{{without $x 1 2 3}}{{uniq $x}}`,
	`{{$x := until 100000}}{{range until 100000}}{{$y := has -1 $x}}{{end}}`,
	`{{$x := until 100000}}{{range until 100000}}{{$y := chunk 1 $x}}{{end}}`,
	`{{$x := until 100000}}{{range until 100000}}{{$y := reverse $x}}{{end}}`,
	`{{fromJson (print (repeat 50000 "[") (repeat 50000 "]"))}}{{range 1000000000}}{{end}}`,
	`{{fromJson (print "[" (repeat 100000 "[],") "[]]")}}{{range 1000000000}}{{end}}`,
}

// TestGreedyTemplatesStop expects an error or at most 4 MiB of output, and little memory in
// total.
func TestGreedyTemplatesStop(t *testing.T) {
	for _, source := range greedy {
		source = `{{$s := "aaaaaaaaaaaaaaaa"}}{{$l := list 1 2}}{{$d := dict "k" "v"}}` + source
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := RenderSource(combination(), "t.md.tmpl", source)
		runtime.ReadMemStats(&after)
		if _, ok := errors.AsType[*Error](err); !ok {
			t.Errorf("%s gives %v, want an error of the template", source, err)
		}
		if taken := (after.TotalAlloc - before.TotalAlloc) >> 20; taken > 200 && !racing.Detector {
			t.Errorf("%s takes %d MiB", source, taken)
		}
	}
}

// TestLimitsNameTheLine that exceeds the limit.
func TestLimitsNameTheLine(t *testing.T) {
	for source, want := range map[string]string{
		"x\n{{range 1000000000}}\ny{{end}}":                                     "t.md.tmpl:2: the template takes more than 250000 steps",
		"x\n\n{{range 100}}{{$x := upper (repeat 100000 \"aaaaaaaa\")}}{{end}}": "t.md.tmpl:3: the template works on more than 32 MiB",
		"{{define \"x\"}}\n{{template \"x\" .}}{{end}}\n{{template \"x\" .}}":   "t.md.tmpl:1: blocks call each other more than 1000 deep",
		"\n{{$d := dict}}{{$_ := set $d \"a\" $d}}{{toJson $d}}":                "t.md.tmpl:2: lists or maps are nested more than 100 deep, or one holds itself",
		strings.Repeat("x", maxSource+1):                                        "t.md.tmpl: a template of more than 512 kB",
	} {
		_, err := RenderSource(combination(), "t.md.tmpl", source)
		if err == nil || err.Error() != want {
			t.Errorf("%.60s gives %v, want %s", source, err, want)
		}
	}
}

// longest returns a resume with more entries than a profile may print.
func longest() *resume.Resume {
	r := combination()
	for range 7 {
		r.Projects = append(r.Projects, r.Projects...)
		r.Contributions = append(r.Contributions, r.Contributions...)
		r.Experience = append(r.Experience, r.Experience...)
		r.Education = append(r.Education, r.Education...)
	}
	return r
}

// TestLongResumesHaveRoom: a resume of a hundred pages uses only a part of each limit.
func TestLongResumesHaveRoom(t *testing.T) {
	for _, info := range List() {
		template := mustBuiltin(t, info.Name)
		var taken budget
		words, err := locale.For("")
		if err != nil {
			t.Fatal(err)
		}
		template.printer.words, template.printer.resume = words, longest()
		set, err := template.set.Clone()
		if err != nil {
			t.Fatal(err)
		}
		functions := taken.metered(template.functions())
		functions[countStep], functions[countEnter], functions[countLeave] = taken.step, taken.enter, taken.leave
		var out strings.Builder
		if err := set.Funcs(functions).ExecuteTemplate(&out, template.file, longest()); err != nil {
			t.Fatal(err)
		}
		isLong := out.Len() >= 100_000 || info.Name != defaultTemplate // others may print little
		if !isLong || taken.steps > maxSteps/2 || taken.work > maxWork/2 || taken.depth != 0 {
			t.Errorf("%s: %d bytes take %d steps and %d bytes of work, depth %d", info.Name, out.Len(), taken.steps, taken.work, taken.depth)
		}
	}
}

// TestCostsAreOfFunctions: a cost whose name is not a function would never be used.
func TestCostsAreOfFunctions(t *testing.T) {
	all := (&printer{}).functions()
	for name := range costs() {
		if _, there := all[name]; !there {
			t.Errorf("there is no function %s", name)
		}
	}
	for name, f := range all {
		if n := reflect.TypeOf(f).NumOut(); n != 1 && n != 2 {
			t.Errorf("%s has %d results", name, n)
		}
	}
}
