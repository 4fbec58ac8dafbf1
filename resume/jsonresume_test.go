package resume_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

var update = flag.Bool("update", false, "write the golden files anew")

// jsonResumeSchema is the published schema, npm package @jsonresume/schema 1.3.1 (MIT).
const jsonResumeSchema = "testdata/jsonresume/schema-1.3.1.json"

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

// encoded is the profile alone as JSON Resume.
func encoded(t testing.TB, p *resume.Profile, s *resume.Snapshot) []byte {
	t.Helper()
	data, err := resume.EncodeJSONResume(resume.Full(p, s, skill.Default()))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestImportKeepsOrNamesEverything(t *testing.T) {
	data, err := os.ReadFile("testdata/jsonresume/full.json")
	if err != nil {
		t.Fatal(err)
	}
	profile, left, err := resume.DecodeJSONResume("full.json", data)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/jsonresume/full.toml", resume.EncodeProfile(profile, nil))
	golden(t, "testdata/jsonresume/full.left", []byte(left.Error()+"\n"))
}

func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(filepath.FromSlash(path))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s: got\n%s\nwant\n%s", path, got, want)
	}
}

func TestJSONResumeIsStable(t *testing.T) {
	first, err := os.ReadFile("testdata/jsonresume/full.json")
	if err != nil {
		t.Fatal(err)
	}
	profile, _, err := resume.DecodeJSONResume("full.json", first)
	if err != nil {
		t.Fatal(err)
	}
	second := encoded(t, profile, nil)
	validateJSONResume(t, second)
	again, left, err := resume.DecodeJSONResume("again.json", second)
	if err != nil || len(left) > 0 {
		t.Fatalf("%v, left out: %v", err, left)
	}
	if got, want := resume.EncodeProfile(again, nil), resume.EncodeProfile(profile, nil); !bytes.Equal(got, want) {
		t.Errorf("import, generate, import: got\n%s\nwant\n%s", got, want)
	}
}

func TestJSONResumeHoldsGitHubFacts(t *testing.T) {
	stars, releases := 1200, 14
	taken := time.Date(2026, 7, 1, 8, 0, 0, 0, time.UTC)
	snapshot := &resume.Snapshot{
		Login: "nora", TakenAt: taken, User: resume.User{Name: "Nora", URL: "https://github.com/nora"},
		Repositories:  []resume.Repository{{Name: "nora/kvist", URL: "https://github.com/nora/kvist", Stars: stars, Releases: &releases, PushedAt: taken}},
		Contributions: []resume.MergedWork{{Repository: "etcd-io/etcd", URL: "https://github.com/etcd-io/etcd", Stars: &stars, Merged: 3, First: taken, Last: taken}},
	}
	data := encoded(t, nil, snapshot)
	validateJSONResume(t, data)
	var out struct {
		Projects []struct {
			Name, Type string
			GitHub     struct {
				Stars, Releases    *int
				MergedPullRequests int
			}
		}
	}
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	if len(out.Projects) != 2 || *out.Projects[0].GitHub.Stars != stars || *out.Projects[0].GitHub.Releases != releases ||
		out.Projects[1].Type != "contribution" || out.Projects[1].GitHub.MergedPullRequests != 3 || out.Projects[1].GitHub.Releases != nil {
		t.Errorf("GitHub's facts are not all there:\n%s", data)
	}
}

func TestDecodeJSONResumeRefusesOtherFiles(t *testing.T) {
	for text, want := range map[string]string{
		"":             "is not JSON",
		"name = 1":     "is not JSON",
		"[1]":          "expected an object",
		"{} {}":        "more than one",
		`{"basics":1}`: "",
	} {
		_, left, err := resume.DecodeJSONResume("x.json", []byte(text))
		if want == "" && (err != nil || len(left) != 1) {
			t.Errorf("%q: %v, %v", text, err, left)
		}
		if want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
}

// FuzzImport feeds any JSON: what is read must come back out of TOML, and of a JSON Resume that is valid.
func FuzzImport(f *testing.F) {
	seed, err := os.ReadFile("testdata/jsonresume/full.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(seed)
	f.Add([]byte(`{"basics":{"name":"A\u0000\u001b\"\"\"\\","profiles":[{"network":"My Blog","url":"b.example"}]},"skills":[{"name":"a b.c","keywords":["\ud800",""]}]}`))
	f.Add([]byte(`{"interests":[{"name":"a: b","keywords":["c, d"]}],"meta":{"sections":[{"title":"","items":["x\r\ny"]}]}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		profile, _, err := resume.DecodeJSONResume("fuzz.json", data)
		if err != nil {
			return
		}
		text := resume.EncodeProfile(profile, nil)
		read, problems := resume.ReadProfile("fuzz.toml", text)
		if read == nil {
			t.Fatalf("the profile does not parse: %v\n%s", problems, text)
		}
		if again := resume.EncodeProfile(read, nil); !bytes.Equal(again, text) {
			t.Fatalf("TOML changes on the second writing: got\n%s\nwant\n%s", again, text)
		}
		encoded(t, profile, nil)
	})
}

func TestEncodeProfileKeepsEveryKey(t *testing.T) {
	profile := filled(reflect.TypeFor[resume.Profile]()).Interface().(resume.Profile)
	text := resume.EncodeProfile(&profile, map[string]string{"summary": "# Two sentences.\n", "experience": "# Newest first.", "": "# The end."})
	read, problems := resume.ReadProfile("all.toml", text)
	if read == nil {
		t.Fatal(problems, string(text))
	}
	read.File, read.Positions = "", nil
	if !reflect.DeepEqual(*read, profile) {
		t.Errorf("got  %+v\nwant %+v\nin\n%s", *read, profile, text)
	}
	for _, want := range []string{"# Two sentences.\nsummary = ", "# Newest first.\n[[experience]]", "\n# The end.\n"} {
		if strings.Count(string(text), want) != 1 {
			t.Errorf("want %q once in\n%s", want, text)
		}
	}
}

// filled sets every field of a type to something.
func filled(t reflect.Type) reflect.Value {
	v := reflect.New(t).Elem()
	switch {
	case t == reflect.TypeFor[resume.Date]():
		v.Set(reflect.ValueOf(resume.Date{Year: 2021, Month: 3}))
	case t == reflect.TypeFor[resume.Positions]():
	case t.Kind() == reflect.Struct:
		for i := range t.NumField() {
			if t.Field(i).Name != "File" {
				v.Field(i).Set(filled(t.Field(i).Type))
			}
		}
	case t.Kind() == reflect.Slice:
		v = reflect.Append(v, filled(t.Elem()), filled(t.Elem()))
	case t.Kind() == reflect.Map:
		v.Set(reflect.MakeMap(t))
		v.SetMapIndex(reflect.ValueOf("key with \"space\""), filled(t.Elem()))
	case t.Kind() == reflect.Pointer:
		v = reflect.New(t.Elem())
		v.Elem().Set(filled(t.Elem()))
	case t.Kind() == reflect.String:
		v.SetString("a \"quoted\" \\ text\nwith tab\t and \x01")
	case t.Kind() == reflect.Int:
		v.SetInt(7)
	case t.Kind() == reflect.Bool:
		v.SetBool(true)
	}
	return v
}
