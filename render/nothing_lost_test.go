package render

import (
	"fmt"
	"math/rand/v2"
	"os/exec"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/doctext"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/templates"
)

// writer fills a profile with words that occur nowhere else.
type writer struct {
	*rand.Rand
	words int
	seen  seenOf // nil for plain words
}

// word returns a word that no other text holds and no other word contains.
func (w *writer) word() string {
	w.words++
	return fmt.Sprintf("w%c%04dz", 'a'+w.IntN(26), w.words)
}

// text returns a value for a key, as users write it there.
func (w *writer) text(kind, key string) string {
	switch {
	case key == "email":
		return w.word() + "@mail.example"
	case key == "phone":
		return fmt.Sprintf("+44 20 79%02d %04d", w.IntN(100), w.words)
	case key == "repo":
		return w.word() + "/" + w.word()
	case key == "doi":
		return "10.1000/" + w.word()
	case kind == "address":
		return "https://" + w.word() + ".example/" + w.word()
	case w.seen != nil:
		return w.spiced(kind, w.seen)
	case kind == "prose", kind == "bullet":
		return fmt.Sprintf("%s, %s *%s* [%s](https://%s.example) & %s.", w.word(), w.word(), w.word(), w.word(), w.word(), w.word())
	}
	return w.word() + " " + w.word()
}

func (w *writer) fill(v reflect.Value, tag reflect.StructTag) {
	kind, _, _ := strings.Cut(tag.Get("text"), ",")
	switch {
	case v.Type() == reflect.TypeFor[resume.Date]():
		if w.IntN(5) > 0 {
			year := map[string]int{"start": 1950, "date": 1950}[tag.Get("toml")] // an end comes after its start
			v.Set(reflect.ValueOf(resume.Date{Year: max(1990, year) - 40*min(1, year) + w.IntN(30), Month: 1 + w.IntN(12)}))
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if f.Tag.Get("toml") != "-" && f.IsExported() && (strings.Contains(f.Tag.Get("text"), "required") || w.IntN(12) > 0) {
				w.fill(v.Field(i), f.Tag)
			}
		}
	case v.Kind() == reflect.String && kind != "":
		v.SetString(w.text(kind, tag.Get("toml")))
	case v.Kind() == reflect.Slice && (kind != "" || v.Type().Elem().Kind() == reflect.Struct):
		for range 1 + w.IntN(3) {
			element := reflect.New(v.Type().Elem()).Elem()
			w.fill(element, tag)
			v.Set(reflect.Append(v, element))
		}
	case v.Kind() == reflect.Map && kind != "":
		v.Set(reflect.MakeMap(v.Type()))
		for range 1 + w.IntN(3) {
			element := reflect.New(v.Type().Elem()).Elem()
			w.fill(element, tag)
			v.SetMapIndex(reflect.ValueOf(w.word()), element)
		}
	}
}

// profile generates a valid profile with every kind of text.
func (w *writer) profile(format resume.Format) *resume.Profile {
	for {
		var p resume.Profile
		w.fill(reflect.ValueOf(&p).Elem(), "")
		p.Format, p.Layout, p.Variants = format, resume.Layout{}, nil
		for i, section := range p.Sections {
			if len(section.Items)+len(section.Entries) == 0 { // an empty section is not printed
				p.Sections[i].Items = []string{w.word()}
			}
		}
		if read, err := resume.ParseProfile("resume.toml", resume.EncodeProfile(&p, nil)); err == nil {
			return read
		}
	}
}

// textOf returns the text of a file, read by a reader for its kind.
func textOf(t *testing.T, path string, data []byte) string {
	t.Helper()
	switch {
	case strings.HasSuffix(path, ".md"), strings.HasSuffix(path, ".txt"), strings.HasSuffix(path, ".json"), strings.HasSuffix(path, ".html"):
		return string(data)
	case strings.HasSuffix(path, ".pdf"):
		if _, err := exec.LookPath("pdftotext"); err == nil {
			cmd := exec.CommandContext(t.Context(), "pdftotext", "-raw", "-", "-")
			cmd.Stdin = strings.NewReader(string(data))
			out, err := cmd.Output()
			if err != nil {
				t.Fatal(err)
			}
			return string(out)
		}
	}
	text, err := doctext.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

var linkTarget = regexp.MustCompile(`\(https://[^)]*\)`)

var madeWord = regexp.MustCompile(`w[a-z][0-9]{4,}z`)

// wordsIn returns the words that identify a text: the generated ones, and the year of a
// date.
func wordsIn(t resume.Text) []string {
	if t.Kind == resume.DateText {
		return []string{fmt.Sprint(t.Date.Year)[:4*min(1, t.Date.Year)]}
	}
	if t.Key == "phone" {
		return []string{t.Value}
	}
	return madeWord.FindAllString(t.Value, -1)
}

// TestEveryWordIsPrintedOrNamed searches each print of generated profiles for each of
// their words: the print itself must name what is missing.
func TestEveryWordIsPrintedOrNamed(t *testing.T) {
	seeds := 6
	if testing.Short() {
		seeds = 2
	}
	for seed := range seeds {
		w := &writer{Rand: rand.New(rand.NewPCG(uint64(seed), 17))}
		for _, format := range []resume.Format{"", resume.Chronological, resume.Combination, resume.Functional} {
			profile := w.profile(format)
			for _, info := range templates.List() {
				name := fmt.Sprintf("%d/%s/%s", seed, format, info.Name)
				t.Run(name, func(t *testing.T) { searchPrints(t, profile, info.Name, seed == 0) })
			}
		}
	}
}

// whole are the templates that print everything a profile may hold.
var whole = []string{"resume", "cv", "plain"}

func searchPrints(t *testing.T, profile *resume.Profile, template string, documents bool) {
	layout, err := templates.Builtin(template)
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(resume.Build(profile, nil), Look{Template: layout, AllowBoxes: true})
	if err != nil {
		t.Fatal(err)
	}
	warnings, err := p.LeftOut(profile, resume.Selection{Variant: ""})
	if err != nil {
		t.Fatal(err)
	}
	var named strings.Builder
	for _, w := range warnings {
		t.Log(w.Text)
		if strings.Contains(w.Text, "has no place for it") && slices.Contains(whole, template) {
			t.Errorf("a resume prints all, and templates/partials.md.tmpl has no place for it: %s", w.Text)
		}
		named.WriteString(w.Text + "\n")
	}
	paths := []string{"o.md", "o.txt", "o.json"}
	if documents {
		paths = append(paths, "o.html", "o.docx", "o.pdf")
	}
	for _, path := range paths {
		file, err := p.File(Output{Path: path})
		if err != nil {
			t.Fatal(err)
		}
		text, searched := textOf(t, path, file.Data), 0
		for said := range profile.Texts() {
			if strings.HasSuffix(path, ".pdf") || strings.HasSuffix(path, ".docx") { // link targets are not text there
				said.Value = linkTarget.ReplaceAllString(said.Value, "")
				if said.Kind == resume.AddressText && said.Key != "email" && said.Key != "phone" {
					continue
				}
			}
			for _, word := range wordsIn(said) {
				searched++
				isNamed := strings.Contains(named.String(), said.Field) || strings.Contains(named.String(), " more (")
				if !strings.Contains(text, word) && !strings.Contains(text, strings.ToUpper(word)) && !isNamed {
					t.Errorf("%s: %s %q is lost", path, said.Field, word)
				}
			}
		}
		if searched < 100 {
			t.Errorf("%s: the profile has only %d words to look for", path, searched)
		}
	}
}
