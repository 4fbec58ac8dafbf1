package convert_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/ghresume/ghresume/convert"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

var update = flag.Bool("update", false, "write the golden files again")

// jsonResumeSchema is the published schema, npm package @jsonresume/schema 1.3.1 (MIT).
const jsonResumeSchema = "../resume/testdata/jsonresume/schema-1.3.1.json"

func validateJSONResume(t testing.TB, data []byte) {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	schema, err := compiler.Compile(jsonResumeSchema)
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(value); err != nil {
		t.Errorf("not a JSON Resume: %v\n%s", err, data)
	}
}

// encoded returns the profile alone as JSON Resume.
func encoded(t testing.TB, p *resume.Profile) []byte {
	t.Helper()
	data, err := resume.EncodeJSONResume(resume.BuildAll(p, nil, skill.Default()))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s: got\n%s\nwant\n%s", path, got, want)
	}
}

func read(t testing.TB, path string) *convert.Imported {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	imported, err := convert.Read(path[strings.LastIndexByte(path, '/')+1:], data)
	if err != nil {
		t.Fatal(err)
	}
	return imported
}

// checkGolden compares the profile and what was left out with FILE.toml and FILE.left.
func checkGolden(t *testing.T, path, format string) {
	t.Helper()
	imported := read(t, path)
	if imported.Format != format {
		t.Errorf("%s is read as %s", path, imported.Format)
	}
	stem := strings.TrimSuffix(path, path[strings.LastIndexByte(path, '.'):])
	text := resume.EncodeProfile(imported.Profile, imported.Comments)
	golden(t, stem+".toml", text)
	left := ""
	if len(imported.Left) > 0 {
		left = imported.Left.Error() + "\n"
	}
	golden(t, stem+".left", []byte(left))
	if _, err := resume.ParseProfile(stem+".toml", text); err != nil {
		t.Error(err)
	}
	validateJSONResume(t, encoded(t, imported.Profile))
}

// TestJSONResumeIsStable: a profile written as JSON Resume is read back unchanged.
func TestJSONResumeIsStable(t *testing.T) {
	for _, path := range samples(t) {
		first := read(t, path).Profile
		data := encoded(t, first)
		validateJSONResume(t, data)
		again, err := convert.Read("again.json", data)
		if err != nil || len(again.Left) > 0 || len(again.Comments) > 0 {
			t.Fatalf("%v, left out: %v, doubts: %v", err, again.Left, again.Comments)
		}
		if got, want := encoded(t, again.Profile), data; !bytes.Equal(got, want) {
			t.Errorf("%s: import, generate, import: got\n%s\nwant\n%s", path, got, want)
		}
	}
}

func TestReadRefusesWhatIsNoResume(t *testing.T) {
	for text, want := range map[string]string{
		"": "is empty",
		`{"basics":{"name":""},"skills":{"no":{"data":[{"keywords":"Go"}]}}}`: "looks like JSON Resume, but contains nothing",
		"name = 1":                     "is TOML, like a profile",
		"[1]":                          "not a mapping",
		"{} {}":                        "more than one",
		`{"basics":1}`:                 "is JSON with the keys basics; import does not read this format",
		`{"name":"a","version":"1"}`:   "is JSON with the keys name, version; import does not read this format",
		"title: Dune\nauthor: Herbert": "is YAML with the keys title, author; import does not read",
		"\xff\x00\x01":                 "is neither text",
		`{"basics":{"name":"x"`:        "is not JSON",
		"Dear Ada,\nthank you.":        "is plain text",
		"<!-- a -->\n# Ada\n\n## Work": "is Markdown",
		"<html><p>Ada</p></html>":      "is an HTML page",
		`{\rtf1 Ada}`:                  "is an RTF document",
		"\\documentclass{article}\n\\begin{document}": "is LaTeX",
		"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":            "is an old Office document",
		"\x89PNG\r\n":                                 "is a picture",
	} {
		imported, err := convert.Read("x", []byte(text))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, %v, want %q", text, imported, err, want)
		}
	}
}

// checkRead checks on any input what import promises: it is refused, or gives a profile
// that passes the parser and makes a JSON Resume.
func checkRead(t *testing.T, data []byte) {
	t.Helper()
	imported, err := convert.Read("fuzz", data)
	if err != nil {
		return
	}
	text := resume.EncodeProfile(imported.Profile, imported.Comments)
	read, err := resume.ParseProfile("fuzz.toml", text)
	if err != nil {
		t.Fatalf("the profile does not parse: %v\n%s", err, text)
	}
	plain := resume.EncodeProfile(imported.Profile, nil)
	if again := resume.EncodeProfile(read, nil); !bytes.Equal(again, plain) {
		t.Fatalf("TOML changes on the second writing: got\n%s\nwant\n%s", again, plain)
	}
	encoded(t, imported.Profile)
}

// samples returns the files of other tools in testdata.
func samples(t testing.TB) []string {
	t.Helper()
	var out []string
	for _, ending := range []string{"json", "yaml", "yml", "xml", "zip"} {
		found, err := filepath.Glob("testdata/*/*." + ending)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, found...)
	}
	if len(out) == 0 {
		t.Fatal("no samples")
	}
	return out
}

// FuzzRead reads the texts of other tools; archives are slower and have their own target.
func FuzzRead(f *testing.F) {
	addSamples(f, func(path string, size int) bool { return !strings.HasSuffix(path, ".zip") && size < 4096 })
	f.Add([]byte(`{"basics":{"name":"A\u0000\u001b\"\"\"\\","profiles":[{"network":"My Blog","url":"b.example"}]},"skills":[{"name":"a b.c","keywords":["\ud800",""]}]}`))
	f.Add([]byte(`{"basics":{"name":"x"},"interests":[{"name":"a: b","keywords":["c, d"]}],"meta":{"sections":[{"title":"","items":["x\r\ny"]}]}}`))
	f.Add([]byte(`{"basics":{"name":"x"},"education":[{"location":"y","endDate":"2019-02-31"}],"projects":[{"description":"z","url":"not an address"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) <= 4096 && !bytes.HasPrefix(data, []byte("PK")) && !bytes.HasPrefix(data, []byte("%PDF")) {
			checkRead(t, data)
		}
	})
}

// FuzzReadArchive reads archives and long files.
func FuzzReadArchive(f *testing.F) {
	addSamples(f, func(path string, size int) bool { return strings.HasSuffix(path, ".zip") || size >= 4096 })
	f.Fuzz(checkRead)
}

// addSamples seeds a target with the samples that suit it.
func addSamples(f *testing.F, isFor func(path string, size int) bool) {
	for _, path := range samples(f) {
		seed, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		if isFor(path, len(seed)) {
			f.Add(seed)
		}
	}
}

// TestOtherNamesOfSectionsAreTold: sections that the schema does not define are read and
// reported.
func TestOtherNamesOfSectionsAreTold(t *testing.T) {
	imported, err := convert.Read("r.json", []byte(`{"basics": {"name": "Ada"}, "certifications": [{"name": "CKA"}], "work": [{"name": "Works", "position": "Dev"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	if len(imported.Profile.Certifications) != 1 || len(imported.Left) != 1 || imported.Left[0].Field != "certifications" {
		t.Errorf("got %+v, told %v", imported.Profile.Certifications, imported.Left)
	}
}
