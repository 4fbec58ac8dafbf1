package templates

import (
	"fmt"
	"maps"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/Masterminds/sprig/v3"
	"github.com/ghresume/ghresume/internal/safe"
)

// Every function of sprig is in one of these lists. A new one has to be judged and added.
var (
	kept = strings.Fields(`abbrev abbrevboth add add1 add1f addf adler32sum all any append atoi b32dec b32enc b64dec b64enc base biggest
		camelcase ceil chunk clean coalesce compact concat contains deepCopy deepEqual default dig dir div divf duration empty ext
		fail first float64 floor fromJson get has hasKey hasPrefix hasSuffix initial initials int int64 isAbs kebabcase kindIs kindOf last list
		lower max maxf merge mergeOverwrite min minf mod mul mulf mustAppend mustChunk mustCompact mustDeepCopy mustFirst mustFromJson mustHas
		mustInitial mustLast mustMerge mustMergeOverwrite mustPrepend mustPush mustRegexFind mustRegexFindAll mustRegexMatch
		mustRegexReplaceAll mustRegexReplaceAllLiteral mustRegexSplit mustRest mustReverse mustSlice mustToJson mustToPrettyJson mustToRawJson
		mustUniq mustWithout mustDateModify must_date_modify nospace omit pick pluck plural prepend push regexFind regexFindAll regexMatch regexQuoteMeta
		regexReplaceAll regexReplaceAllLiteral regexSplit replace rest reverse round semver semverCompare set sha1sum sha256sum sha512sum
		slice snakecase split splitList splitn sub subf substr swapcase ternary title toDecimal toJson toPrettyJson toRawJson trim
		trimAll trimPrefix trimSuffix trimall trunc tuple typeIs typeIsLike typeOf uniq unixEpoch unset untitle upper urlJoin urlParse without wrap wrapWith`)
	replacedBySameName = strings.Fields(`cat date dict indent join nindent quote repeat sortAlpha squote toString toStrings until untilStep`)
	// They depend on time, chance, environment, network, file system or map order, or make
	// keys.
	absent = append(strings.Fields(`env expandenv getHostByName now htmlDate htmlDateInZone dateInZone date_in_zone dateModify date_modify
		randAlphaNum randAlpha randAscii randNumeric randBytes uuidv4`), leftovers...)
)

func TestEveryFunctionOfSprigIsJudged(t *testing.T) {
	ours := (&printer{}).functions()
	for name, theirs := range sprig.TxtFuncMap() {
		own, there := ours[name]
		switch {
		case slices.Contains(kept, name):
			if !there || pointer(own) != pointer(theirs) {
				t.Errorf("%s should be sprig's", name)
			}
		case slices.Contains(replacedBySameName, name):
			if !there || pointer(own) == pointer(theirs) {
				t.Errorf("%s should be ours", name)
			}
		case slices.Contains(absent, name):
			if there {
				t.Errorf("%s is there: it must not be", name)
			}
		default:
			t.Errorf("%s is new in sprig: judge it", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(ours)) {
		f := runtime.FuncForPC(pointer(ours[name])).Name()
		for _, room := range []string{"os.", "net.", "rand.", "crypto/", "filepath."} {
			if strings.HasPrefix(f, room) || strings.Contains(f, "/"+room) {
				t.Errorf("%s is %s", name, f)
			}
		}
	}
}

func pointer(f any) uintptr { return reflect.ValueOf(f).Pointer() }

// TestNothingPrintsAddresses of the memory, which differ from run to run, whatever a function is
// called with.
func TestNothingPrintsAddresses(t *testing.T) {
	r := combination()
	for name := range (&printer{}).functions() {
		for _, call := range []string{"F .", "F (list .)", "F (list .) | first", "F . 1 | toJson", `F "," (list .)`, `F "k" .`, "F (dict \"k\" .)", "F . .", "F (list .) (list .) | toString"} {
			source := "{{" + strings.ReplaceAll(call, "F", name) + "}}"
			out, err := RenderSource(r, "t.md.tmpl", source)
			if text := fmt.Sprint(string(out), err); strings.Contains(text, "0xc0") {
				t.Errorf("%s gives %.300s", source, text)
			}
		}
	}
}

func TestFunctions(t *testing.T) {
	for source, want := range map[string]string{
		`{{.Name | upper}}`:                                                                  "ADA LOVELACE",
		`{{"a*b"}} {{print "a*b"}}`:                                                          `a*b a\*b`,
		`{{with "**x**"}}{{.}} {{raw .}} {{prose .}}{{end}}`:                                 `\*\*x\*\* **x** **x**`,
		`{{link "a]b" "https://x.example/(a)"}}`:                                             `[a\]b](https://x.example/%28a%29)`,
		`{{link "x" "javascript:alert(1)"}}`:                                                 "x",
		`{{link "x" "https://github.com@evil.example"}}`:                                     "x",
		`{{link "" "https://www.x.example/"}}`:                                               "[x.example](https://www.x.example/)",
		`{{with "https://x.example/a b"}}[x]({{.}}){{end}}`:                                  "[x](https://x.example/a%20b)",
		`{{with "java script:x"}}[x]({{.}}){{end}}`:                                          "[x]()",
		"{{with \"a`*b\"}}`{{.}}`{{end}}":                                                    "`a'*b`",
		`{{with "\"onclick="}}<a href="{{.}}">x</a>{{end}}`:                                  `<a href="">x</a>`,
		`{{code "a*b"}} {{bold "a"}} {{italic ""}}`:                                          "`a*b` **a**",
		`{{join ", " (list "a" "" "*")}}`:                                                    `a, \*`,
		`{{dots "a" "" nil .Nothing}}`:                                                       "",
		`{{dots "a" "" nil "b"}} {{commas "a" "b"}}`:                                         "a · b a, b",
		`{{number 1234}} {{count "releases" 1}}`:                                             "1.2k 1 release",
		`{{with index .Projects 0}}{{.Stars}} {{printf "%d" .Stars}} {{.Start}}{{end}}`:      "1234 1234",
		`{{mail "a@b.example"}}`:                                                             "[a@b.example](mailto:a@b.example)",
		`{{phone "+1 (555) 12"}}`:                                                            "[+1 (555) 12](tel:+155512)",
		`{{badge "My-Site" "x" "https://x.example"}}`:                                        `[<picture><source media="(prefers-color-scheme: dark)" srcset="badge-My-Site.dark.svg"><img alt="My Site" src="badge-My-Site.svg" align="top"></picture>](https://x.example)`,
		`{{range paragraphs "a\nb\n\n c"}}[{{.}}]{{end}}`:                                    `[a b][c]`,
		`{{prose "See https://x.example/a_b, (http://y.example). xhttp://no"}}`:              `See [https://x.example/a_b](https://x.example/a_b), ([http://y.example](http://y.example)). xhttp\://no`,
		`{{plaintext}}{{prose "See https://x.example/a_b."}}`:                                "See https://x.example/a_b.",
		`{{prose "https://ok@evil.example and *https://x.example*"}}`:                        `https\://ok<!-- -->@evil.example and *[https://x.example](https://x.example)*`,
		`{{plaintext}}{{bold "a*b"}} {{link "x" "https://x.example"}} {{prose "**x** <y>"}}`: "a*b x (x.example) x <y>",
	} {
		got, err := RenderSource(combination(), "t.md.tmpl", source)
		if want == "" {
			if err == nil {
				t.Errorf("%s gives %q, want an error", source, got)
			}
			continue
		}
		if err != nil || strings.TrimSpace(string(got)) != want {
			t.Errorf("%s gives %q, %v\nwant %q", source, got, err, want)
		}
	}
}

func TestTemplateErrors(t *testing.T) {
	for source, want := range map[string]string{
		"x\n{{.Emial}}": "t.md.tmpl:2: a resume has no field Emial | did you mean .Email?",
		"{{range .Projects}}\n{{.Descripton}}{{end}}":                     "t.md.tmpl:2: a project has no field Descripton | did you mean .Description?",
		"{{range .Experience}}{{.Titel}}{{end}}":                          "t.md.tmpl:1: a company has no field Titel | there are .Name .Location .URL .Start .End .Roles",
		"{{lnk .Name}}":                                                   "t.md.tmpl:1: there is no function lnk | did you mean link?",
		"{{env \"HOME\"}}":                                                "t.md.tmpl:1: there is no function env | ",
		"{{if .Name}}":                                                    "t.md.tmpl:1: unexpected EOF | see docs/templates.md",
		"{{range .Projects}}{{.}}{{end}}":                                 "a value of type resume.Project has no text; print one of its fields or elements | see",
		"{{repeat 1000000000 \"x\"}}":                                     "1000000000 is more than the 100000 that a resume needs | see",
		"{{range until 100000}}{{repeat 1000 \"x\"}}{{end}}":              "the template prints more than 4 MiB | a resume needs far less",
		"{{printf \"%p\" .Roles}}":                                        "a resume has no field Roles | ",
		"{{printf \"%p\" .Projects}}":                                     "%p is not supported",
		"{{printf \"%v\" .Projects}}":                                     "has no text",
		"{{template \"nothing\" .}}":                                      "there is no block \"nothing\" | there are accounts awards",
		"{{template \"skils\" .}}":                                        "there is no block \"skils\" | did you mean skills?",
		"{{range .Sections}}{{template \"section\" .}}{{end}}":            "the input is not a part, which is a section with its resume | pass one: {{range .Sections}}{{template",
		"{{range .Sections}}{{heading .}}{{end}}":                         "t.md.tmpl:1: the input is not a part",
		"{{template \"experience\" .}}":                                   "the input is not a part, which is a section with its resume | pass one",
		"{{define \"x\"}}{{template \"x\" .}}{{end}}{{template \"x\" .}}": "t.md.tmpl:1: blocks call each other more than 1000 deep | a resume",
	} {
		_, err := RenderSource(combination(), "t.md.tmpl", source)
		mistake, ok := err.(*Error)
		if !ok || !strings.Contains(mistake.Error()+" | "+mistake.Hint(), want) {
			t.Errorf("%s: %v | %v\nwant %s", source, err, mistake.Hint(), want)
		}
	}
}

func TestAddressesAreReadable(t *testing.T) {
	for in, want := range map[string]string{
		"https://www.linkedin.com/in/zo%C3%A9-x/": "linkedin.com/in/zoé-x", "https://a.example/100%25": "a.example/100%25",
		"https://a.example/a%20b": "a.example/a%20b", "https://a.example/%0Ab": "a.example/%0Ab", "https://a.example/%zz": "a.example/%zz",
	} {
		if got := safe.ShownURL(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}
