package resume_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

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

// encoded returns the profile and snapshot as JSON Resume.
func encoded(t testing.TB, p *resume.Profile, s *resume.Snapshot) []byte {
	t.Helper()
	data, err := resume.EncodeJSONResume(resume.BuildAll(p, s, skill.Default()))
	if err != nil {
		t.Fatal(err)
	}
	return data
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

func TestEncodeProfileKeepsEveryKey(t *testing.T) {
	profile := filled(reflect.TypeFor[resume.Profile]()).Interface().(resume.Profile)
	text := resume.EncodeProfile(&profile, map[string]string{"summary": "# Two sentences.\n", "experience": "# Newest first.", "": "# The end."})
	read, problems := resume.ParseProfileLenient("all.toml", text)
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

// filled sets every field of a type to some value.
func filled(t reflect.Type) reflect.Value {
	v := reflect.New(t).Elem()
	switch {
	case t == reflect.TypeFor[resume.Date]():
		v.Set(reflect.ValueOf(resume.Date{Year: 2021, Month: 3}))
	case t == reflect.TypeFor[resume.Positions]():
	case t.Kind() == reflect.Struct:
		for i := range t.NumField() {
			if t.Field(i).IsExported() && t.Field(i).Tag.Get("toml") != "-" {
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

// TestJSONResumeSaysWhatTheSchemaHas checks that subjects, countries and roles are in the
// fields that the schema has for them.
func TestJSONResumeSaysWhatTheSchemaHas(t *testing.T) {
	profile, err := resume.ParseProfile("x.toml", []byte(`
name = "Ada"
location = "Lisbon, Portugal"
[[experience]]
title = "Trainee"
company = "Tejo"
start = "2016"
end = "2017"
[[experience]]
title = "Developer"
company = "Douro"
start = "2020"
end = "present"
[[projects]]
name = "Canal"
role = "Author, Maintainer"
[[education]]
degree = "MSc Computer Science"
institution = "FEUP"
end = "2015"
[[education]]
degree = "Licenciatura, Física"
institution = "UP"
end = "2012"
`))
	if err != nil {
		t.Fatal(err)
	}
	data := encoded(t, profile, nil)
	validateJSONResume(t, data)
	var out struct {
		Basics struct {
			Location struct{ City, Region, CountryCode string }
		}
		Work      []struct{ Name string }
		Projects  []struct{ Roles []string }
		Education []struct{ StudyType, Area string }
	}
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	if l := out.Basics.Location; l.City != "Lisbon" || l.Region != "" || l.CountryCode != "PT" {
		t.Errorf("the place is %+v", l)
	}
	if len(out.Work) != 2 || out.Work[0].Name != "Tejo" {
		t.Errorf("the person's order is lost: %+v", out.Work)
	}
	if !reflect.DeepEqual(out.Projects[0].Roles, []string{"Author", "Maintainer"}) {
		t.Errorf("the roles are %q", out.Projects[0].Roles)
	}
	if e := out.Education; e[0].StudyType != "MSc" || e[0].Area != "Computer Science" || e[1].StudyType != "Licenciatura" || e[1].Area != "Física" {
		t.Errorf("the degrees are %+v", e)
	}
}

// TestEncodeJSONResumeChangesNothing checks that encoding does not modify the resume,
// which the next file needs.
func TestEncodeJSONResumeChangesNothing(t *testing.T) {
	p, err := resume.ParseProfile("resume.toml", []byte(`
[skills]
Tools = [":rocket: Git"]
[[experience]]
title = "Engineer"
skills = ["Go :tada:"]
[[publications]]
title = "Paper"
authors = ["Ada :tada:"]
[[sections]]
title = "Talks"
items = [":tada: one"]
[[sections.entries]]
title = ":tada: two"
skills = [":tada:"]
highlights = [":tada: three"]
`))
	if err != nil {
		t.Fatal(err)
	}
	r := resume.Build(p, nil)
	all := func() string {
		var b strings.Builder
		for text := range r.Texts() {
			b.WriteString(text.Field + "=" + text.Value + "\n")
		}
		return b.String()
	}
	before := all()
	if _, err := resume.EncodeJSONResume(r); err != nil {
		t.Fatal(err)
	}
	if after := all(); after != before || !strings.Contains(before, ":tada: three") {
		t.Errorf("before\n%s\nafter\n%s", before, after)
	}
}
