package render

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/readfile"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/templates"
)

const profile = `name = "Ada Beispiel"
title = "Backend Developer"
location = "Austin, TX"
summary = "Writes servers, 林."
[[experience]]
title = "Developer"
company = "Works"
start = "2019"
highlights = ["Cut the build from 9 to 3 minutes"]
`

func built(t *testing.T, text string) *resume.Resume {
	t.Helper()
	p, err := resume.ParseProfile("resume.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return resume.Build(p, nil)
}

func printed(t *testing.T, text string, look Look) *Print {
	t.Helper()
	p, err := New(built(t, text), look)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// sniff returns the media type of a file by its content alone.
func sniff(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return "application/pdf"
	case bytes.HasPrefix(data, []byte("<!DOCTYPE html>")):
		return "text/html; charset=utf-8"
	case json.Valid(data):
		return "application/json"
	case bytes.Contains(data, []byte("<svg ")):
		return "image/svg+xml"
	case bytes.Contains(data, []byte("\n## ")):
		return "text/markdown; charset=utf-8"
	}
	if archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err == nil {
		if _, err := archive.Open("word/document.xml"); err == nil {
			return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
		}
		return "application/zip"
	}
	return "text/plain; charset=utf-8"
}

// TestForms holds each form to its line of the table: the file matches its media type and
// is recognized as ours, and other programs' files are not replaced unasked.
// TestFormsAreDocumented: the page on documents has a row for each form.
func TestFormsAreDocumented(t *testing.T) {
	page, err := os.ReadFile("../docs/documents.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range Forms() {
		if !strings.Contains(string(page), "| `"+form.Ending+"` | ") {
			t.Errorf("docs/documents.md has no row for %s", form.Ending)
		}
	}
}

func TestForms(t *testing.T) {
	p := printed(t, profile, Look{})
	for _, form := range Forms() {
		path := exampleOf(form)
		fresh, err := p.File(Output{Path: path})
		if err != nil {
			t.Fatal(err)
		}
		if got := sniff(fresh.Data); got != form.MediaType {
			t.Errorf("%s is %s, not %s", path, got, form.MediaType)
		}
		again, err := p.File(Output{Path: strings.ToUpper(path), Old: fresh.Data})
		if err != nil || !bytes.Equal(again.Data, fresh.Data) {
			t.Errorf("%s: a second run makes other bytes: %v", path, err)
		}
		for _, foreign := range []string{"", "My own words.\n", "%PDF-1.7\n", "{}", "PK\x03\x04", "<!DOCTYPE html>\n<p>Mine"} {
			_, err := p.File(Output{Path: path, Old: []byte(foreign)})
			if refused, ok := errors.AsType[*RefusedError](err); !ok || refused.Hint() == "" {
				t.Errorf("%s: %q is replaced: %v", path, foreign, err)
			}
			forced, err := p.File(Output{Path: path, Old: []byte(foreign), Force: true})
			if err != nil || !bytes.Equal(forced.Data, fresh.Data) {
				t.Errorf("%s: force does not replace %q: %v", path, foreign, err)
			}
		}
	}
}

func TestUnknownForm(t *testing.T) {
	for _, path := range []string{"resume.odt", "resume", "pdf", ".tar.gz"} {
		_, err := printed(t, profile, Look{}).File(Output{Path: path})
		if unknown, ok := errors.AsType[*UnknownFormError](err); !ok || !strings.Contains(unknown.Hint(), ".pdf") {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestMarkdownChangesBetweenMarkersOnly(t *testing.T) {
	const old = "Mine above.\r\n\r\n<!-- ghresume:start -->\r\nold\r\n<!-- ghresume:end -->\r\nMine below, no line end"
	file, err := printed(t, profile, Look{}).File(Output{Path: "README.md", Old: []byte(old), Force: true})
	if err != nil {
		t.Fatal(err)
	}
	text := string(file.Data)
	if !strings.HasPrefix(text, "Mine above.\r\n\r\n"+StartMarker) || !strings.HasSuffix(text, EndMarker+"\r\nMine below, no line end") || !strings.Contains(text, "Ada Beispiel") {
		t.Errorf("got %q", text)
	}
}

// TestPlainText: plain text keeps what looks like markup and adds none.
func TestPlainText(t *testing.T) {
	for _, name := range []string{"resume", "plain"} {
		template, err := templates.Builtin(name)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.Replace(profile, "Writes servers", "Writes C++, 2 * 3 and a_b_c", 1)
		file, err := printed(t, text, Look{Template: template}).File(Output{Path: "resume.txt"})
		if err != nil {
			t.Fatal(err)
		}
		got := string(file.Data)
		if !strings.HasPrefix(got, "Ada Beispiel\nBackend Developer\n") || !strings.Contains(got, "\nWrites C++, 2 * 3 and a_b_c") || strings.ContainsAny(got, "#\\<>") {
			t.Errorf("-t %s: %q", name, got)
		}
	}
}

func TestWarnings(t *testing.T) {
	p := printed(t, profile, Look{})
	file, err := p.File(Output{Path: "out/resume.pdf"})
	if err != nil || len(file.Warnings) != 1 || !strings.Contains(file.Warnings[0].Text, "out/resume.pdf: ") || !strings.Contains(file.Warnings[0].Text, "U+6797") {
		t.Errorf("missing glyphs: %+v, %v", file.Warnings, err)
	}
	long := strings.Replace(profile, "[[experience]]", "[layout]\nmax_pages = 1\n[[experience]]", 1) + `summary = "` + strings.Repeat("Much happened there. ", 400) + `"` + "\n"
	p = printed(t, long, Look{})
	if len(p.Warnings) != 2 || !strings.Contains(p.Warnings[0].Text, "to fit 1 page: short lists on one line, less white space, font") ||
		!strings.Contains(p.Warnings[1].Text, "lines too long for 1 page") || len(p.Dropped) != 0 {
		t.Errorf("too long: %+v", p.Warnings)
	}
	pages, err := p.Length(p.Resume)
	if err != nil || pages < 1.5 {
		t.Errorf("%.1f pages, %v", pages, err)
	}
}

// TestLookOverProfile: an explicit theme overrides the profile's.
func TestLookOverProfile(t *testing.T) {
	classic := strings.Replace(profile, "[[experience]]", "[layout]\ntheme = \"classic\"\n[[experience]]", 1)
	made := map[string][]byte{}
	for name, p := range map[string]*Print{
		"profile": printed(t, classic, Look{}), "asked": printed(t, profile, Look{Theme: "classic"}), "over": printed(t, classic, Look{Theme: "modern"}), "usual": printed(t, profile, Look{}),
	} {
		file, err := p.File(Output{Path: "resume.html"})
		if err != nil {
			t.Fatal(err)
		}
		made[name] = file.Data
	}
	if !bytes.Equal(made["profile"], made["asked"]) || !bytes.Equal(made["over"], made["usual"]) || bytes.Equal(made["asked"], made["usual"]) {
		t.Error("the themes are mixed up")
	}
}

// career returns a resume with one role that began in the given year and has bullets of
// one line each.
func career(start string, bullets int) string {
	return "name = \"Ada\"\n[[experience]]\ntitle = \"Developer\"\ncompany = \"Works\"\nstart = \"" + start + "\"\nend = \"2024-01\"\nhighlights = [\n" +
		strings.Repeat("\"Cut the time of a build by half\",\n", bullets) + "]\n"
}

func TestDocumentsFitByThemselves(t *testing.T) {
	for _, c := range []struct {
		name, text string
		most       int
		warnings   []string
		today      string
	}{
		{"short", career("2022-01", 5), 1, nil, ""},
		{"a few lines too long for a junior", career("2022-01", 50), 1, []string{"to fit 1 page: short lists on one line, less white space"}, ""},
		{"far too long for a junior", career("2022-01", 80), 1, []string{"the resume takes 2 pages; "}, ""},
		{"a role that goes on, at a moment that nobody knows", strings.Replace(career("2022-01", 5), "2024-01", "present", 1), 2, nil, ""},
		{"a role that goes on, four years after it began", strings.Replace(career("2022-01", 50), "2024-01", "present", 1), 1, []string{"to fit 1 page: "}, "2026-01-20"},
		{"a role that goes on, five years after it began", strings.Replace(career("2022-01", 50), "2024-01", "present", 1), 2, nil, "2027-01-20"},
		{"a career that ended, today", career("2022-01", 5), 1, nil, "2036-01-20"},
		{"a senior", career("2012-01", 80), 2, nil, ""},
		{"no limit", "layout.max_pages = 0\n" + career("2022-01", 80), 0, nil, ""},
	} {
		today, _ := time.Parse(time.DateOnly, c.today) // zero if there is none
		p := printed(t, c.text, Look{Today: today})
		if most, _ := mostPages(p.Resume, today); most != c.most {
			t.Errorf("%s: fits %d pages, want %d", c.name, most, c.most)
		}
		file, err := p.File(Output{Path: "r.pdf"})
		if err != nil {
			t.Fatal(err)
		}
		if len(file.Warnings) != len(c.warnings) || len(c.warnings) > 0 && !strings.HasPrefix(file.Warnings[0].Text, c.warnings[0]) {
			t.Errorf("%s: %+v", c.name, file.Warnings)
		}
		if again, err := p.File(Output{Path: "r.docx"}); err != nil || len(again.Warnings) != 0 {
			t.Errorf("%s: said twice: %+v, %v", c.name, again.Warnings, err)
		}
	}
}

// TestMarkdownIsWhole: the default page limit applies to documents only.
func TestMarkdownIsWhole(t *testing.T) {
	p := printed(t, career("2022-01", 50), Look{})
	if _, err := p.File(Output{Path: "r.pdf"}); err != nil {
		t.Fatal(err)
	}
	md, err := p.Markdown()
	if err != nil || strings.Count(string(md), "Cut the time") != 50 || !strings.Contains(string(md), "January 2022") {
		t.Errorf("%v\n%s", err, md)
	}
}

func TestUnreadablePDFIsRefused(t *testing.T) {
	unreadable := strings.Replace(profile, "Ada Beispiel", "小林", 1)
	_, err := printed(t, unreadable, Look{}).File(Output{Path: "r.pdf"})
	if boxes, ok := errors.AsType[*BoxesError](err); !ok || !boxes.Name || !strings.Contains(boxes.Advice().In(hint.Command), "--allow-boxes") {
		t.Errorf("%v", err)
	}
	if _, err := printed(t, unreadable, Look{AllowBoxes: true}).File(Output{Path: "r.pdf"}); err != nil {
		t.Error(err)
	}
}

// TestThemesOfProfiles: profiles accept every existing theme.
func TestThemesOfProfiles(t *testing.T) {
	for _, theme := range document.Themes() {
		if _, err := resume.ParseProfile("p", []byte("name = \"Ada\"\n[layout]\ntheme = \""+string(theme)+"\"\n")); err != nil {
			t.Error(err)
		}
	}
}

func TestPlainTextHas72Columns(t *testing.T) {
	long := strings.Repeat("word ", 40) + "https://example.com/" + strings.Repeat("x", 80)
	text := "Name\n\n- " + long + "\n" + strings.Repeat("汉字 ", 40) + "\n"
	got := wrapped(text)
	for line := range strings.Lines(got) {
		if columnsOf(strings.TrimSpace(line)) > columns && strings.Contains(strings.TrimSpace(line), " ") {
			t.Errorf("too long: %q", line)
		}
	}
	if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(text), " ") {
		t.Errorf("words changed: %q", got)
	}
	if !strings.Contains(got, "\n  word") {
		t.Errorf("an item is not indented: %q", got)
	}
}

// TestProgramsFindTheRows reads back the PDF of every theme: titles, dates, companies and
// places are separate items.
func TestProgramsFindTheRows(t *testing.T) {
	text := strings.Replace(profile, "start = \"2019\"", "start = \"2019-03\"\nend = \"2023-06\"\nlocation = \"Leeds\"", 1)
	for _, theme := range document.Themes() {
		file, err := printed(t, text, Look{Theme: theme}).File(Output{Path: "r.pdf"})
		if err != nil {
			t.Fatal(err)
		}
		lines, err := readfile.PDF(file.Data)
		if err != nil {
			t.Fatal(err)
		}
		found := map[string]bool{}
		for _, l := range lines {
			for _, item := range l.Items {
				found[item.Text] = true
			}
		}
		for _, want := range []string{"Ada Beispiel", "Backend Developer", "Developer", "Mar 2019 – Jun 2023", "Works", "Leeds", "• Cut the build from 9 to 3 minutes"} {
			if !found[want] {
				t.Errorf("%s: %q is not an item of a line: %v", theme, want, found)
			}
		}
	}
}

// TestLetterBeforeResume: both are complete, and the resume begins on a new page.
func TestLetterBeforeResume(t *testing.T) {
	letter := &resume.Letter{To: "Acme Ltd\nLeeds", Subject: "Application", Text: "Dear Ms Muster,\n\nI would."}
	p := printed(t, profile, Look{Letter: letter})
	pages, err := p.Pages()
	if err != nil || len(pages) != 2 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	file, err := p.File(Output{Path: "both.pdf"})
	if err != nil {
		t.Fatal(err)
	}
	lines, err := readfile.PDF(file.Data)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, l := range lines {
		for _, item := range l.Items {
			texts = append(texts, item.Text)
		}
	}
	all := strings.Join(texts, "\n")
	if strings.Count(all, "Ada Beispiel") != 2 || strings.Index(all, "Dear Ms Muster") > strings.Index(all, "Cut the build") {
		t.Errorf("%s", all)
	}
}

// exampleOf returns an example file name of a form.
func exampleOf(f Form) string {
	if f.Ending == ".svg" {
		return "header.svg" // the name selects the picture
	}
	return "resume" + f.Ending
}
