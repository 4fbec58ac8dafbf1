package review

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/ghresume/ghresume/resume"
)

// reportOf checks a profile with mistakes of many kinds, and adds a finding about a
// repository whose name and text try to break every format.
func reportOf(t *testing.T) Report {
	t.Helper()
	source := goodProfiles(t)["sre.toml"]
	source = strings.Replace(source, "Own the error budgets", "Responsible for the the error budgets", 1)
	source = strings.Replace(source, `name     = "Ingrid Solberg"`, `name     = "Ingrid 𝗦𝗼𝗹𝗯𝗲𝗿𝗴"`, 1)
	in := inputOf(t, source)
	found := append(Check(in), Finding{
		Rule: "project-without-description", Severity: Advice, Repository: "evil/\x1b[31m,::error::x\n",
		Message: "100% of\r\nthe \u202e text", Hint: "a: b, c",
	})
	return Report{Source: in.Source, Findings: found, Card: ReportCard(in, found)}
}

// TestPlaceholdersCountWhereTheyStand: contact details are not good if they are a template's.
func TestPlaceholdersCountWhereTheyStand(t *testing.T) {
	in := inputOf(t, "name = \"Your Name\"\n[skills]\nLanguages = [\"Language 1\"]\n[[experience]]\ntitle = \"Job title\"\nstart = \"2020-01\"")
	for _, g := range ReportCard(in, Check(in)) {
		if spoiled := g.Area == Contact || g.Area == Skills || g.Area == Impact; spoiled != (g.Errors > 0) {
			t.Errorf("%s: %d errors", g.Area, g.Errors)
		}
	}
}

func TestSARIFKeepsItsSchema(t *testing.T) {
	file, err := os.Open("testdata/sarif-2.1.0-rtm.5.json.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(unzipped)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("sarif.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("sarif.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, rep := range map[string]Report{"findings": reportOf(t), "none": {}} {
		var out bytes.Buffer
		if err := rep.WriteSARIF(&out); err != nil {
			t.Fatal(err)
		}
		log, err := jsonschema.UnmarshalJSON(&out)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(log); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestGitHubCommandsStayOnTheirLine checks that nothing in a finding can start another
// workflow command.
func TestGitHubCommandsStayOnTheirLine(t *testing.T) {
	rep := reportOf(t)
	var out bytes.Buffer
	if err := rep.WriteGitHub(&out); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(lines) != len(rep.Findings) {
		t.Fatalf("%d lines for %d findings:\n%s", len(lines), len(rep.Findings), out.String())
	}
	for _, line := range lines {
		if !strings.HasPrefix(line, "::error ") && !strings.HasPrefix(line, "::warning ") && !strings.HasPrefix(line, "::notice ") || strings.Contains(line, "\r") {
			t.Errorf("%q is not a command of ours", line)
		}
	}
	const last = "::notice title=ghresume%3A project-without-description::evil/"
	if !strings.HasPrefix(lines[len(lines)-1], last) || !strings.Contains(lines[len(lines)-1], "100%25 of%0Athe") {
		t.Errorf("got %q", lines[len(lines)-1])
	}
}

func TestTextKeepsControlCharactersOffTheTerminal(t *testing.T) {
	var plain, painted bytes.Buffer
	rep := reportOf(t)
	rep.All = true
	if err := rep.WriteText(&plain); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(plain.String(), "\x1b\r\u202e") {
		t.Errorf("a control character came through:\n%q", plain.String())
	}
	rep.Color = true
	if err := rep.WriteText(&painted); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(painted.String(), "\x1b[33mwarning\x1b[0m") || strings.Contains(painted.String(), "evil/\x1b[31m") {
		t.Errorf("colors are missing, or those of a stranger came through:\n%q", painted.String())
	}
}

func TestJSONHasTheDocumentedShape(t *testing.T) {
	var out bytes.Buffer
	if err := reportOf(t).WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Findings []map[string]any
		Areas    map[string]map[string]any
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"rule", "severity", "file", "line", "column", "field", "message", "hint"} {
		if _, ok := got.Findings[0][key]; !ok {
			t.Errorf("a finding has no %q", key)
		}
	}
	for _, area := range areas() {
		if got.Areas[string(area)]["summary"] == "" {
			t.Errorf("no words for %s", area)
		}
	}
}

// TestCaretStandsUnderTheWord checks that carets count characters, not bytes.
func TestCaretStandsUnderTheWord(t *testing.T) {
	in := inputOf(t, "summary = \"Zażółć gęślą jaźń w the the payments trade.\"\n")
	var out bytes.Buffer
	found := Check(in)
	for _, f := range found {
		if f.Rule == "doubled-word" {
			if err := (Report{Source: in.Source, Findings: []Finding{f}}).WriteText(&out); err != nil {
				t.Fatal(err)
			}
		}
	}
	lines := strings.Split(out.String(), "\n")
	if len(lines) < 3 || !strings.Contains(lines[2], "^") {
		t.Fatalf("no caret:\n%s", out.String())
	}
	text, caret := []rune(lines[1]), strings.IndexRune(lines[2], '^')
	if got := string(text[caret : caret+4]); got != " the" {
		t.Errorf("the caret stands under %q\n%s", got, out.String())
	}
}

func TestCardCountsKeptRules(t *testing.T) {
	in := inputOf(t, goodProfiles(t)["sre.toml"])
	card := ReportCard(in, []Finding{{Rule: "email-missing", Severity: Warning}, {Rule: "phone-missing", Severity: Advice}})
	if g := card[0]; g.Area != Contact || g.Rules-g.Kept != 2 || g.Warnings != 1 || g.Advice != 1 || g.Words() != "nearly there" {
		t.Errorf("got %+v, %s", card[0], card[0].Words())
	}
	if clean := ReportCard(in, nil); clean[0].Words() != "good" || clean[0].Kept != clean[0].Rules {
		t.Errorf("got %+v", clean[0])
	}
}

// TestNothingToJudge checks that a rule with nothing to judge does not count as kept.
func TestNothingToJudge(t *testing.T) {
	for name, tc := range map[string]struct {
		source string
		empty  []Area // areas with nothing to judge
	}{
		"nothing":      {"", []Area{Length, Language}},
		"contact only": {"name = \"Ada\"\ntitle = \"Engineer\"\nemail = \"ada@beispiel.example\"\n", []Area{Length, Language}},
	} {
		t.Run(name, func(t *testing.T) {
			in := inputOf(t, tc.source)
			for _, g := range ReportCard(in, Check(in)) {
				if slices.Contains(tc.empty, g.Area) && g.Words() != "nothing to judge" {
					t.Errorf("%s: %d of %d kept: %s", g.Area, g.Kept, g.Rules, g.Words())
				}
				if g.Kept > 0 && (g.Area != Contact || tc.source == "") {
					t.Errorf("%s: %d of %d rules are kept", g.Area, g.Kept, g.Rules)
				}
			}
		})
	}
}

// TestEachKindIsToldOnce checks that text prints ten findings in full, three of a kind,
// and the rest in a line each.
func TestEachKindIsToldOnce(t *testing.T) {
	source := "name = \"Ada\"\n[[experience]]\ntitle = \"Engineer\"\nhighlights = [\n"
	for i := range 40 {
		source += fmt.Sprintf("  \"Responsible for the the managment of %d shops , twice\",\n", i+2)
	}
	in := inputOf(t, source+"]\n")
	rep := Report{Source: in.Source, Findings: Check(in)}
	rep.Card = ReportCard(in, rep.Findings)
	var short, whole bytes.Buffer
	if err := rep.WriteText(&short); err != nil {
		t.Fatal(err)
	}
	rep.All = true
	if err := rep.WriteText(&whole); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(short.String(), "\n"); n > 80 || strings.Count(short.String(), "hint:") > headline {
		t.Errorf("%d lines:\n%s", n, short.String())
	}
	if n := strings.Count(whole.String(), "hint:"); n < 160 {
		t.Errorf("--all tells %d of %d findings", n, len(rep.Findings))
	}
	if !strings.Contains(short.String(), "… and 37 more like this (lines 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, …)\n") {
		t.Errorf("the others are not counted:\n%s", short.String())
	}
	first, _, _ := strings.Cut(short.String(), "\n")
	if !strings.Contains(first, ": error: ") && !strings.Contains(first, ": warning: ") {
		t.Errorf("the first finding is not the worst: %s", first)
	}
	lines := strings.Split(strings.TrimSpace(short.String()), "\n")
	verdict, next := lines[len(lines)-2], lines[len(lines)-1]
	if !strings.HasPrefix(verdict, "Needs work: ") || !strings.Contains(verdict, "--fix") || !strings.HasPrefix(next, "Next: resume.toml: title: ") {
		t.Errorf("verdict: %q, next step: %q", verdict, next)
	}
}

func TestSnapshotFindingsNameTheRepository(t *testing.T) {
	in := inputOf(t, "name = \"Ada\"\n")
	in.Resume = &resume.Resume{Projects: []resume.Project{{Name: "engine", Repository: "ada/engine", Description: "Engine", Homepage: "http://localhost:8080"}}}
	got := map[string]string{}
	for _, f := range Check(in) {
		if f.Repository != "" {
			got[f.Rule] = f.Repository + f.File
		}
	}
	for _, rule := range []string{"project-description-is-name", "project-without-technology", "placeholder-link"} {
		if got[rule] != "ada/engine" {
			t.Errorf("%s: got %q", rule, got[rule])
		}
	}
}

// TestRoomIsForTheWorstFirst checks the order: the worst of every kind, then more of the
// first kinds, three of each and ten in all.
func TestRoomIsForTheWorstFirst(t *testing.T) {
	of := func(severities ...Severity) kind {
		var k kind
		for _, s := range severities {
			k = append(k, Finding{Severity: s})
		}
		return k
	}
	for _, c := range []struct {
		kinds []kind
		want  []int
	}{
		{[]kind{of(Warning, Advice, Advice, Advice)}, []int{3}},
		{[]kind{of(Warning, Advice), of(Warning, Warning, Warning, Warning)}, []int{2, 3}},
		{[]kind{of(Error, Error, Error), of(Warning, Advice, Advice), of(Warning, Warning, Warning), of(Advice, Advice), of(Advice)}, []int{3, 1, 3, 2, 1}},
	} {
		if got := inFull(c.kinds); !slices.Equal(got, c.want) {
			t.Errorf("got %v, want %v", got, c.want)
		}
	}
}

func TestVerdictOnNoWork(t *testing.T) {
	const contact = "name = \"Ada Lovelace\"\ntitle = \"Engineer\"\nemail = \"ada@lovelace.example\"\n"
	in := inputOf(t, contact)
	const want = "Not a resume yet: it names no role and no project"
	if got := (Report{Findings: Check(in)}).verdict(); got != want {
		t.Errorf("a name and an address alone: %q, want %q", got, want)
	}
	if got := (Report{Findings: Check(in), Unread: true}).verdict(); got == want {
		t.Errorf("a finished file of which a parser misses parts: %q", got)
	}
}

// TestNextStep: the last line names what to correct first, unless all is advice.
func TestNextStep(t *testing.T) {
	for source, want := range map[string]string{
		"name = \"Ada\"\n[[sections]]\ntitle = \"Other\"\nitems = [\"Passport No. C01X00T47\"]": "sections[0].items[0]: a passport number must not be in a resume; leave it out\n",
		"name = \"ada lovelace\"": "name: \"ada lovelace\" begins with a small letter",
	} {
		rep := Report{Findings: slices.DeleteFunc(Check(inputOf(t, source)), func(f Finding) bool { return f.absent })}
		var b strings.Builder
		rep.writeNext(&b)
		if !strings.Contains(b.String(), want) || !strings.HasPrefix(b.String(), "Next: ") {
			t.Errorf("%q: got %q", source, b.String())
		}
	}
	var b strings.Builder
	Report{Findings: []Finding{{Severity: Advice, Message: "a"}}}.writeNext(&b)
	if b.Len() > 0 {
		t.Errorf("advice alone: got %q", b.String())
	}
}
