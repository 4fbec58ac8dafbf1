package ghresume

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/ghresume/ghresume/resume"
)

const profileSchema = "cmd/ghresume/schema/resume.schema.json"

// TestSchemaTakesGoodProfiles validates every profile of the repository.
func TestSchemaTakesGoodProfiles(t *testing.T) {
	schema := compileSchema(t)
	for _, file := range goodProfiles(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(asJSON(t, string(data))); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

func goodProfiles(t *testing.T) []string {
	files, err := filepath.Glob("resume/review/testdata/good/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatal("no profiles", err)
	}
	return append(files, "cmd/ghresume/demo/resume.toml")
}

// TestSchemaAgreesWithTheParser: an editor must not flag what works, nor accept what does
// not.
func TestSchemaAgreesWithTheParser(t *testing.T) {
	schema := compileSchema(t)
	for _, profile := range []string{
		``, `name = 3`, `emial = "a@b.example"`, `email = "ada at example"`, `email = "ada@example.com"`,
		`format = "chronological"`, `format = "novel"`, `skills.Go = "x"`, `skills.Odd = ["x"]`,
		`links.github = "ada"`, `links.elsewhere = "ada"`, `links.github = 1`,
		`github.user = "ada"`, `github.user = "a da"`, `github.projects.max = 0`, `github.projects.max = -1`,
		`github.projects.include = ["ada/engine"]`, `github.projects.include = ["engine"]`,
		`layout.theme = "modern"`, `layout.theme = "pink"`, `layout.paper = "a5"`, `layout.accent = "#12345"`,
		`layout.accent = "#12ab45"`, `layout.max_pages = -1`, `layout.order = ["skills"]`, `layout.order = [1]`,
		`layout.max.skills = 3`, `layout.titles.skills = "Tools"`, `layout.badges = "yes"`,
		`check.ignore = ["weak-opener"]`, `check.word = ["x"]`,
		`experience = [{title = "Engineer", start = "2020", end = "present"}]`,
		`experience = [{company = "X", start = 2020, end = 2021-03-04}]`,
		`experience = [{title = "Engineer", start = "2020-13"}]`,
		`experience = [{title = "Engineer", start = "March 2020"}]`,
		`experience = [{title = "Engineer", start = 20}]`, `experience = [{start = "2020"}]`,
		`experience = [{title = "E", highlights = ["a", {text = "b", for = ["go"]}]}]`,
		`experience = [{title = "E", highlights = [{txt = "b"}]}]`, `experience = {title = "E"}`,
		`projects = [{name = "x"}]`, `projects = [{repo = "x/y"}]`, `projects = [{repo = "x"}]`, `projects = [{url = "https://x.example"}]`,
		`contributions = [{repo = "x/y"}]`, `contributions = [{description = "x"}]`,
		`education = [{degree = "MSc", expected = "2027-06"}]`, `education = [{grade = "1"}]`,
		`certifications = [{name = "CKA"}]`, `certifications = [{issuer = "CNCF"}]`, `languages = [{fluency = "B2"}]`,
		`awards = [{issuer = "x"}]`, `publications = [{title = "x"}]`, `volunteering = [{organization = "x"}]`,
		`volunteering = [{location = "x"}]`, `sections = [{items = ["x"]}]`, `variants = [{title = "x"}]`, `variants = [{for = ["go"]}]`,
	} {
		_, parseErr := resume.ParseProfile("resume.toml", []byte(profile))
		schemaErr := schema.Validate(asJSON(t, profile))
		if (parseErr == nil) != (schemaErr == nil) {
			t.Errorf("%s\nparser: %v\nschema: %v", profile, parseErr, schemaErr)
		}
	}
}

// TestSchemaInTaplo validates with the tool that editors use, if it is installed.
func TestSchemaInTaplo(t *testing.T) {
	taplo, err := exec.LookPath("taplo")
	if err != nil {
		t.Skip("taplo is not installed (npm install -g @taplo/cli)")
	}
	schema, err := filepath.Abs(profileSchema)
	if err != nil {
		t.Fatal(err)
	}
	lint := func(files ...string) ([]byte, error) {
		args := append([]string{"lint", "--schema", "file://" + schema}, files...)
		return exec.CommandContext(t.Context(), taplo, args...).CombinedOutput()
	}
	if out, err := lint(goodProfiles(t)...); err != nil {
		t.Errorf("%s", out)
	}
	wrong := filepath.Join(t.TempDir(), "resume.toml")
	if err := os.WriteFile(wrong, []byte("emial = \"ada@example.com\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := lint(wrong); err == nil || !bytes.Contains(out, []byte("emial")) {
		t.Errorf("an unknown key passes: %v %s", err, out)
	}
}

func compileSchema(t *testing.T) *jsonschema.Schema {
	data, err := os.ReadFile(profileSchema)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("resume.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("resume.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// asJSON returns a TOML text as editors pass it to a schema: its dates are strings.
func asJSON(t *testing.T, text string) any {
	var tree map[string]any
	if _, err := toml.Decode(text, &tree); err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(datesAsText(tree))
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return value
}

func datesAsText(value any) any {
	switch v := value.(type) {
	case time.Time:
		return v.Format(time.DateOnly)
	case map[string]any:
		for key := range v {
			v[key] = datesAsText(v[key])
		}
	case []map[string]any:
		for i := range v {
			datesAsText(v[i])
		}
	case []any:
		for i := range v {
			v[i] = datesAsText(v[i])
		}
	}
	return value
}
