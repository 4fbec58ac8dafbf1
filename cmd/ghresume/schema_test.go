package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"github.com/invopop/jsonschema"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/review"
	"github.com/ghresume/ghresume/resume/skill"
	"github.com/ghresume/ghresume/templates"
)

// TestSchemaIsInStep keeps the embedded schema in step with the types of package resume:
// `go test ./cmd/ghresume -run SchemaIsInStep -update` rewrites it.
func TestSchemaIsInStep(t *testing.T) {
	path, err := filepath.Abs("schema/resume.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	want := schemaOfTypes(t)
	if *update {
		if err := os.WriteFile(path, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, _ := os.ReadFile(path); !bytes.Equal(got, want) {
		t.Error("the schema is not what the types say; run `go test ./cmd/ghresume -run SchemaIsInStep -update`")
	}
}

const schemaModule = "github.com/ghresume/ghresume"

// schemaOfTypes makes the schema from the types and their doc comments. Definitions are
// inlined, because editors ignore the description of a key next to a $ref.
func schemaOfTypes(t *testing.T) []byte {
	t.Chdir("../..")
	var comments jsonschema.Reflector
	if err := comments.AddGoComments(schemaModule, "./resume", jsonschema.WithFullComment()); err != nil {
		t.Fatal(err)
	}
	r := jsonschema.Reflector{
		Anonymous: true, ExpandedStruct: true, DoNotReference: true,
		RequiredFromJSONSchemaTags: true,
		Mapper:                     schemaOfType,
		LookupComment: func(of reflect.Type, field string) string {
			return describeField(t, comments.CommentMap, of, field)
		},
	}
	s := r.Reflect(resume.Profile{})
	s.Title = "resume.toml of ghresume"
	s.Description = "What you say about yourself; GitHub adds what it can prove."
	refineSchema(t, s)
	data, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(data, '\n')
}

// schemaOfType returns the schema of the types that the file writes in two ways. A list of
// types, unlike anyOf, lets validators say which pattern a value violates.
func schemaOfType(of reflect.Type) *jsonschema.Schema {
	switch of {
	case reflect.TypeFor[resume.Date]():
		return &jsonschema.Schema{
			Extras:  map[string]any{"type": []string{"string", "integer"}},
			Pattern: `^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?|[Pp]resent)$`,
			Minimum: "1000", Maximum: "9999",
		}
	case reflect.TypeFor[resume.Highlight]():
		properties := jsonschema.NewProperties()
		properties.Set("text", &jsonschema.Schema{Type: "string"})
		properties.Set("for", &jsonschema.Schema{Type: "array", Items: &jsonschema.Schema{Type: "string"}})
		return &jsonschema.Schema{
			Extras:     map[string]any{"type": []string{"string", "object"}},
			Properties: properties, AdditionalProperties: jsonschema.FalseSchema, Required: []string{"text"},
		}
	}
	return nil
}

// describeField returns the doc comment of a field, or of its type, as a description for
// people who know no Go.
func describeField(t *testing.T, comments map[string]string, of reflect.Type, field string) string {
	if field == "" {
		return ""
	}
	f, _ := of.FieldByName(field)
	if text := comments[of.PkgPath()+"."+of.Name()+"."+field]; text != "" {
		return plainComment(field, text)
	}
	element := f.Type
	for element.Kind() == reflect.Slice || element.Kind() == reflect.Pointer {
		element = element.Elem()
	}
	text := comments[element.PkgPath()+"."+element.Name()]
	if text == "" {
		t.Errorf("%s.%s has no doc comment; the schema needs one", of.Name(), field)
	}
	return plainComment(element.Name(), text)
}

// plainComment removes the Go name from a doc comment: "MinStars is the fewest …" becomes
// "The fewest …".
func plainComment(name, text string) string {
	text = strings.TrimPrefix(strings.Join(strings.Fields(text), " "), name+" ")
	text = strings.TrimPrefix(strings.TrimPrefix(text, "is "), "are ")
	runes := []rune(text)
	runes[0] = unicode.ToUpper(runes[0])
	return string(runes)
}

// refineSchema adds what the types do not say: the values that a key may have, those that
// an editor should offer, and the required keys.
func refineSchema(t *testing.T, s *jsonschema.Schema) {
	sections := texts(resume.SectionKinds())
	only := func(path string, words ...any) { schemaAt(t, s, path).Enum = words }
	only("format", resume.Chronological, resume.Combination, resume.Functional)
	for _, path := range []string{"layout.theme", "variants[].theme", "variants[].layout.theme", "outputs[].theme"} {
		only(path, texts(document.Themes())...)
	}
	only("outputs[].privacy", resume.Public, resume.Private)
	schemaAt(t, s, "outputs[].language").Examples = texts(templates.Languages())
	only("layout.paper", "a4", "letter")
	schemaAt(t, s, "layout.language").Examples = texts(templates.Languages())
	schemaAt(t, s, "layout.accent").Pattern = "^#[0-9A-Fa-f]{6}$"
	schemaAt(t, s, "email").Format = "email"
	schemaAt(t, s, "github.user").Pattern = "^([A-Za-z0-9][A-Za-z0-9_-]{0,62})?$"
	for _, path := range []string{"github.projects.include[]", "projects[].repo", "contributions[].repo"} {
		schemaAt(t, s, path).Pattern = "^[A-Za-z0-9][A-Za-z0-9_-]{0,62}/[A-Za-z0-9._-]{1,100}$"
	}
	for _, path := range []string{"github.projects.max", "github.projects.min_stars", "github.contributions.max", "github.contributions.min_stars", "github.skills.max_per_group", "layout.max_pages"} {
		schemaAt(t, s, path).Minimum = "0"
	}
	offerValues(schemaAt(t, s, "layout.order[]"), sections)
	offerValues(schemaAt(t, s, "layout.hide[]"), sections)
	offerValues(schemaAt(t, s, "check.ignore[]"), ruleNames())
	offerKeys(schemaAt(t, s, "layout.titles"), sections)
	offerKeys(schemaAt(t, s, "layout.max"), sections)
	offerKeys(schemaAt(t, s, "skills"), texts(skill.Groups()))
	offerKeys(schemaAt(t, s, "links"), networkNames(t))
	needOne(t, s)
	allowWordings(s, reflect.TypeFor[resume.Profile](), false)
}

// allowWordings lets every text be a table by language, or a list of wordings.
func allowWordings(s *jsonschema.Schema, of reflect.Type, isText bool) {
	switch {
	case s == nil:
	case of == reflect.TypeFor[resume.Date]():
	case of == reflect.TypeFor[resume.Highlight]():
		s.Required = nil // languages are keys, too
		s.PatternProperties = map[string]*jsonschema.Schema{`^([a-z]{2}|ast|ckb|fil|gsw|haw|yue)(-[A-Za-z0-9]+)*$`: {Type: "string"}}
	case of.Kind() == reflect.Struct:
		for i := range of.NumField() {
			f := of.Field(i)
			if inner, ok := s.Properties.Get(f.Tag.Get("toml")); ok {
				kind, _, _ := strings.Cut(f.Tag.Get("text"), ",")
				allowWordings(inner, f.Type, kind != "" && kind != "-" || f.Type == reflect.TypeFor[[]resume.Highlight]())
			}
		}
	case of.Kind() == reflect.Map:
		allowWordings(s.AdditionalProperties, of.Elem(), isText)
	case of.Kind() == reflect.Slice:
		allowWordings(s.Items, of.Elem(), isText)
		if isText {
			s.Type, s.Extras = "", map[string]any{"type": []string{"array", "object"}}
		}
	case of.Kind() == reflect.String && isText:
		s.Type, s.Extras = "", map[string]any{"type": []string{"string", "object", "array"}}
	}
}

func texts[T ~string](list []T) []any {
	var out []any
	for _, s := range list {
		out = append(out, string(s))
	}
	return out
}

func ruleNames() []any {
	var names []any
	for _, rule := range review.Rules() {
		names = append(names, rule.Name)
	}
	return names
}

// networkNames returns sites that many developers have an account on; package resume knows
// the addresses of all of them.
func networkNames(t *testing.T) []any {
	names := []string{"github", "linkedin", "gitlab", "codeberg", "stackoverflow", "mastodon", "bluesky", "x", "youtube", "medium", "devto", "kaggle", "leetcode", "orcid", "xing", "npm"}
	for _, name := range names {
		if resume.NewLink(name, "ada").Label == name && name != "npm" {
			t.Errorf("the links do not know %s", name)
		}
	}
	return texts(names)
}

// offerValues lets editors complete words without refusing others: a section may have any
// title.
func offerValues(s *jsonschema.Schema, words []any) {
	s.AnyOf = []*jsonschema.Schema{{Enum: words}, {Type: s.Type}}
	s.Type = ""
}

// offerKeys lets editors complete the keys of a table that allows any.
func offerKeys(s *jsonschema.Schema, keys []any) {
	s.Properties = jsonschema.NewProperties()
	for _, key := range keys {
		s.Properties.Set(key.(string), s.AdditionalProperties)
	}
}

// needOne sets the required keys of an entry, or those of which it needs one.
func needOne(t *testing.T, s *jsonschema.Schema) {
	for path, keys := range map[string][]string{
		"experience[]": {"title", "company"}, "projects[]": {"repo", "name"}, "contributions[]": {"repo"},
		"education[]": {"degree", "institution"}, "certifications[]": {"name"}, "languages[]": {"name"},
		"awards[]": {"title"}, "publications[]": {"title"}, "volunteering[]": {"title", "organization"},
		"sections[]": {"title"}, "variants[]": {"name", "for"}, "outputs[]": {"file"},
	} {
		entry := schemaAt(t, s, path)
		if len(keys) == 1 {
			entry.Required = keys
			continue
		}
		for _, key := range keys {
			entry.AnyOf = append(entry.AnyOf, &jsonschema.Schema{Required: []string{key}})
		}
	}
}

// schemaAt finds the schema of a key: "experience[].url".
func schemaAt(t *testing.T, s *jsonschema.Schema, path string) *jsonschema.Schema {
	for key := range strings.SplitSeq(strings.ReplaceAll(path, "[]", ".[]"), ".") {
		next := s.Items
		if key != "[]" {
			next, _ = s.Properties.Get(key)
		}
		if next == nil {
			t.Fatal(fmt.Errorf("the schema has no %s", path))
		}
		s = next
	}
	return s
}
