package render

import (
	"fmt"
	stdhtml "html"
	"index/suffixarray"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/locale"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/templates"
)

// LeftOut lists the texts of the profile that are not printed, grouped by reason, and those
// printed in another language than the requested one, so that nothing is dropped silently.
func (p *Print) LeftOut(profile *resume.Profile, selection resume.Selection) ([]Warning, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	md, err := p.Markdown()
	if err != nil {
		return nil, err
	}
	chosen, err := profile.Select(selection)
	if err != nil {
		return nil, err
	}
	selection.Privacy = resume.Private
	unhidden, err := profile.Select(selection)
	if err != nil {
		return nil, err
	}
	mine, private := valuesOf(chosen), valuesOf(unhidden)
	profile = profile.In(selection.Language)
	printed := newHaystack(md)
	printed.other = spellings(p.Resume)
	if printed.words, err = locale.Of(p.Resume); err != nil {
		return nil, err
	}
	missing := map[string][]string{}
	var reasons []string
	for t := range profile.Texts() {
		why := p.instead(profile, t)
		if why == "" && (!isPrinted(t) || mine[t.Value] && printed.holds(t)) {
			continue
		}
		switch {
		case why != "":
		case !mine[t.Value] && private[t.Value]:
			why = "for private resumes"
		case printed.has(t.Value): // in another place
			continue
		case !mine[t.Value] && t.Section != resume.SummarySection && t.Field != "title":
			why = "for other variants"
		default:
			why = p.whyNot(profile, t)
		}
		if _, known := missing[why]; !known {
			reasons = append(reasons, why)
		}
		missing[why] = append(missing[why], t.Field)
	}
	var out []Warning
	for _, why := range reasons {
		out = append(out, Warning{Text: fmt.Sprintf("not printed: %s (%s)", someFields(missing[why]), why)})
	}
	if fields := chosen.Fallback(); len(fields) > 0 {
		out = append(out, Warning{
			Text: fmt.Sprintf("not in %s: %s", p.Resume.Language, someFields(fields)),
			Hint: fmt.Sprintf(`give it a wording: summary = {en = "…", %s = "…"}`, p.Resume.Language),
		})
	}
	return out, nil
}

// valuesOf returns the set of a profile's texts.
func valuesOf(p *resume.Profile) map[string]bool {
	out := map[string]bool{}
	for t := range p.Texts() {
		out[t.Value] = true
	}
	return out
}

// instead explains a text that is replaced by another one or has nothing to print, or
// returns "".
func (p *Print) instead(profile *resume.Profile, t resume.Text) string {
	isGroup := t.Section == resume.SkillsSection && t.Kind == resume.LabelText
	switch {
	case t.Section == resume.EducationSection && t.Key == "end" && !profile.Education[t.Index].Expected.IsZero():
		return "expected is printed instead"
	case isGroup && strings.TrimSpace(strings.Join(profile.Skills[t.Value], "")) == "" &&
		!slices.ContainsFunc(p.Resume.Skills, func(g resume.SkillGroup) bool { return strings.EqualFold(g.Name, t.Value) }):
		return "it holds no skills"
	}
	return ""
}

// isPrinted reports whether a text is expected in print by itself. Texts of variants are
// not; headings and group names are not either: they are printed in the language of the
// resume, and only with content below them.
func isPrinted(t resume.Text) bool {
	return !strings.HasPrefix(t.Field, "variants") && !strings.HasPrefix(t.Field, "layout") &&
		(t.Section != resume.SkillsSection || t.Kind != resume.LabelText)
}

// someFields lists as many fields as a reader can take in.
func someFields(fields []string) string {
	const most = 20
	if more := len(fields) - most; more > 1 {
		return fmt.Sprintf("%s and %d more", strings.Join(fields[:most], ", "), more)
	}
	return strings.Join(fields, ", ")
}

func (p *Print) whyNot(profile *resume.Profile, t resume.Text) string {
	section := string(t.Section)
	if t.Section == resume.Free {
		section = profile.Sections[t.Index].Title
	}
	named := func(names []string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, section) })
	}
	_, limited := p.Resume.Limits.Sections[t.Section]
	switch {
	case p.Resume.CurrentName(t.Value) != "":
		return fmt.Sprintf("GitHub calls it %s now", p.Resume.CurrentName(t.Value))
	case t.Key == "repo" && t.Section == resume.ProjectsSection:
		return "GitHub does not show it" // absent or denied: Missing says which
	case named(p.Resume.Layout.Hide):
		return "[layout] hide"
	case leavesOut(profile.Layout.Readme, t):
		return "[layout.readme] hide"
	case limited:
		return "[layout] max"
	case t.Section == resume.SummarySection && p.Resume.Summary != strings.TrimSpace(profile.Summary), t.Field == "title" && p.Resume.Title != profile.Title:
		return "another wording is printed"
	}
	return "the template has no place for it"
}

// leavesOut reports whether [layout.readme] hides a text of the header.
func leavesOut(readme resume.ReadmeLayout, t resume.Text) bool {
	part, _, _ := strings.Cut(t.Field, ".")
	return readme.Hides(part)
}

// haystack is the printed text reduced to its letters and digits, so that markup, line
// breaks and escapes don't count.
type haystack struct {
	index *suffixarray.Index
	// other maps the profile's spellings to those that are printed instead.
	other map[string]string
	// words are those of the language in which dates are printed.
	words *locale.Locale
}

// spellings maps the profile's names of skills to the posting's spelling, if that is what
// is printed.
func spellings(r *resume.Resume) map[string]string {
	out := map[string]string{}
	for _, g := range r.Skills {
		for _, s := range g.Skills {
			if s.Listed != "" {
				out[s.Listed] = s.Name
			}
		}
	}
	return out
}

func newHaystack(md []byte) haystack {
	return haystack{index: suffixarray.New([]byte(letters(unescape(stdhtml.UnescapeString(string(md))))))}
}

// holds reports whether a text was printed.
func (h haystack) holds(t resume.Text) bool {
	if t.Kind == resume.DateText {
		return h.has(h.words.FormatDate(t.Date))
	}
	if network, isLink := strings.CutPrefix(t.Field, "links."); isLink {
		if link := resume.NewLink(network, t.Value); link.URL != "" && h.has(shortAddress(link.URL)) {
			return true // a handle is printed as its address
		}
	}
	if t.Kind == resume.AddressText && h.holdsAddress(t) {
		return true
	}
	if other := h.other[t.Value]; other != "" && t.Section == resume.SkillsSection {
		return h.holdsText(other)
	}
	if t.Key == "phone" { // its groups of digits may be in any place
		return h.has(t.Value)
	}
	return h.holdsText(unescape(stdhtml.UnescapeString(t.Value))) || h.holdsText(templates.PlainText(t.Value)) // HTML in a text becomes Markdown
}

// holdsAddress looks for an address as links encode it, and for a repository by its name.
func (h haystack) holdsAddress(t resume.Text) bool {
	if _, name, err := resume.ParseRepository(t.Value); t.Key == "repo" && err == nil {
		return h.has(name)
	}
	encoded := safe.URL(t.Value)
	return encoded != "" && h.has(shortAddress(unescape(encoded)))
}

// holdsText reports whether a text was printed: as a whole, or all its unbroken parts if markup
// or the short form of an address separates them.
func (h haystack) holdsText(value string) bool {
	return h.has(value) || !slices.ContainsFunc(unbrokenParts(value), func(s string) bool { return !h.has(s) })
}

// unbrokenParts splits a text into the parts that every print keeps together: what is between
// marks of Markdown, and each address as it is displayed.
func unbrokenParts(text string) []string {
	var out []string
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune("[]()<>`*_|", r) }) {
		open := ""
		for word := range strings.FieldsSeq(part) {
			if strings.Contains(word, "://") || strings.Contains(word, "@") {
				out = append(out, open, shortAddress(word))
				open = ""
				continue
			}
			open += word + " "
		}
		out = append(out, open)
	}
	return out
}

// shortAddress returns an address as it is printed: without scheme, query and ending.
func shortAddress(word string) string {
	_, address, found := strings.Cut(word, "://")
	if !found {
		address = word
	}
	address, _, _ = strings.Cut(address, "?")
	return strings.TrimSuffix(strings.TrimPrefix(strings.Trim(address, "/"), "www."), ".git")
}

// unescape decodes percent-encoded bytes such as %C3%A9 and leaves everything else alone.
func unescape(text string) string {
	if !strings.Contains(text, "%") {
		return text
	}
	var out strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '%' && i+2 < len(text) {
			if b, err := strconv.ParseUint(text[i+1:i+3], 16, 8); err == nil {
				out.WriteByte(byte(b))
				i += 2
				continue
			}
		}
		out.WriteByte(text[i])
	}
	return out.String()
}

func (h haystack) has(text string) bool {
	needle := letters(text)
	return needle == "" || len(h.index.Lookup([]byte(needle), 1)) > 0
}

// letters returns the letters and digits of a text, in lower case.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text)
}
