package templates

import (
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

func readDocs(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile("../docs/templates.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// TestDocumentedExamples runs every example of docs/templates.md.
func TestDocumentedExamples(t *testing.T) {
	page := readDocs(t)
	example := regexp.MustCompile("(?s)```gotmpl\n(.*?)```\n\n```markdown\n(.*?)```\n")
	examples := example.FindAllStringSubmatch(page, -1)
	if len(examples) == 0 || len(examples) != strings.Count(page, "```gotmpl") {
		t.Fatalf("%d of %d examples have a result", len(examples), strings.Count(page, "```gotmpl"))
	}
	for _, m := range examples {
		got, err := RenderSource(combination(), "docs/templates.md", m[1])
		if err != nil || string(got) != m[2] {
			t.Errorf("%s\nprints\n%s\nnot\n%s(%v)", m[1], got, m[2], err)
		}
	}
}

func TestEveryFunctionIsDocumented(t *testing.T) {
	page := readDocs(t)
	for name := range (&printer{}).ownFunctions() {
		if !regexp.MustCompile("\\| `(?:[^|]*`)?" + name + "[ `]").MatchString(page) {
			t.Errorf("%s is not in docs/templates.md", name)
		}
	}
}

func TestEveryFieldIsDocumented(t *testing.T) {
	rows := strings.Split(readDocs(t), "\n")
	for name, of := range map[string]reflect.Type{
		"the resume": reflect.TypeFor[resume.Resume](), "Link": reflect.TypeFor[resume.Link](), "Figures": reflect.TypeFor[resume.Figures](), "LanguageShare": reflect.TypeFor[resume.LanguageShare](), "YearOfWork": reflect.TypeFor[resume.YearOfWork](), "Section": reflect.TypeFor[resume.Section](), "FreeEntry": reflect.TypeFor[resume.FreeEntry](),
		"SkillGroup": reflect.TypeFor[resume.SkillGroup](), "Skill": reflect.TypeFor[resume.Skill](), "Example": reflect.TypeFor[resume.Example](), "Company": reflect.TypeFor[resume.Company](),
		"Experience (a role)": reflect.TypeFor[resume.Experience](), "Highlight": reflect.TypeFor[resume.Highlight](), "Project": reflect.TypeFor[resume.Project](),
		"Contribution": reflect.TypeFor[resume.Contribution](), "Education": reflect.TypeFor[resume.Education](), "Certification": reflect.TypeFor[resume.Certification](),
		"Language": reflect.TypeFor[resume.Language](), "Award": reflect.TypeFor[resume.Award](), "Publication": reflect.TypeFor[resume.Publication](),
		"Volunteering": reflect.TypeFor[resume.Volunteering](), "Date": reflect.TypeFor[resume.Date](), "Evidence": reflect.TypeFor[skill.Evidence](),
	} {
		i := slices.IndexFunc(rows, func(row string) bool { return strings.HasPrefix(row, "| "+name+" |") })
		for j := range of.NumField() {
			if !of.Field(j).IsExported() {
				continue
			}
			if i < 0 || !strings.Contains(rows[i], "`."+of.Field(j).Name+"`") {
				t.Errorf("%s: .%s is not in docs/templates.md", name, of.Field(j).Name)
			}
		}
	}
}
