package resume

import (
	"fmt"
	"maps"
	"net/url"
	"path"
	"reflect"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/themes"
)

// login matches what GitHub allows as an account name; repository names allow more.
var (
	login      = lazy.New(`^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,62})$`)
	repository = lazy.New(`^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,62})/[A-Za-z0-9._-]{1,100}$`)
	accent     = lazy.New(`^#[0-9A-Fa-f]{6}$`)
)

// validator records what is well-typed but wrong.
type validator struct {
	decoder
	sections map[string]bool // the names allowed in [layout], in lower case
	tagWords map[string]bool // the allowed tags; nil until one is seen
}

// validate checks what the types cannot express. It leaves style to `ghresume check`.
func (p *Profile) validate() []Problem {
	var v validator
	v.header(p)
	v.github(p.GitHub)
	v.layout(p)
	v.entries(p)
	v.addresses(p)
	v.variants(p)
	v.outputs(p)
	v.letters(p)
	return v.problems
}

func (v *validator) header(p *Profile) {
	if p.Email != "" {
		if !isEmail(p.Email) {
			v.addProblem("email", fmt.Sprintf("%q is not an e-mail address", p.Email), "expected name@example.com")
		}
	}
	v.oneOf("format", string(p.Format), string(Chronological), string(Combination), string(Functional))
	for _, network := range slices.Sorted(maps.Keys(p.Links)) {
		v.link(joinPath("links", network), network, p.Links[network])
	}
}

// link checks an account: a user name or an address.
func (v *validator) link(field, network, value string) {
	switch value = strings.TrimSpace(value); {
	case value == "":
		v.addProblem(field, "is empty", "expected a user name or a URL")
	case strings.Contains(value, "://"):
		v.url(field, value)
	case strings.ContainsAny(value, " \t\n") && knownNetwork(network):
		v.addProblem(field, fmt.Sprintf("%q is not a user name", value), "write the last part of the address of your page, or the whole address")
	case networkKey(network) == "github":
		if _, err := ParseLogin(value); err != nil {
			v.addProblem(field, err.Error(), (&LoginError{}).Hint())
		}
	}
}

func (v *validator) github(g GitHub) {
	if g.User != "" {
		if _, err := ParseLogin(g.User); err != nil {
			v.addProblem("github.user", err.Error(), (&LoginError{}).Hint())
		}
	}
	v.limit("github.projects.max", g.Projects.Max)
	v.limit("github.contributions.max", g.Contributions.Max)
	v.limit("github.skills.max_per_group", g.Skills.MaxPerGroup)
	v.limit("github.figures.min_stars", g.Figures.MinStars)
	v.limit("github.figures.min_downloads", g.Figures.MinDownloads)
	v.limit("github.figures.min_lines", g.Figures.MinLines)
	v.notNegative("github.projects.min_stars", g.Projects.MinStars)
	v.notNegative("github.contributions.min_stars", g.Contributions.MinStars)
	for i, name := range g.Projects.Include {
		v.repository(fmt.Sprintf("github.projects.include[%d]", i), name)
	}
	v.patterns("github.projects.exclude", g.Projects.Exclude)
	v.patterns("github.contributions.exclude", g.Contributions.Exclude)
}

func (v *validator) layout(p *Profile) {
	l := p.Layout
	if l.MaxPages != nil {
		v.notNegative("layout.max_pages", *l.MaxPages)
	}
	v.page(l.Page)
	v.pictures(p)
	v.theme("layout.theme", l.Theme)
	v.oneOf("layout.paper", l.Paper, "a4", "letter")
	if l.Accent != "" && !accent.MatchString(l.Accent) {
		v.addProblem("layout.accent", fmt.Sprintf("%q is not a color", l.Accent), `expected "#1f6feb"`)
	}
	known := sectionNames(p.Sections)
	v.sections = setOf(known)
	for i, name := range l.Order {
		v.section(fmt.Sprintf("layout.order[%d]", i), name, known)
	}
	for i, name := range l.Hide {
		v.section(fmt.Sprintf("layout.hide[%d]", i), name, known)
	}
	for _, name := range slices.Sorted(maps.Keys(l.Titles)) {
		v.section(joinPath("layout.titles", name), name, known)
	}
	for _, name := range slices.Sorted(maps.Keys(l.Max)) {
		v.section(joinPath("layout.max", name), name, known)
		v.notNegative(joinPath("layout.max", name), l.Max[name])
	}
}

// sectionNames returns the words allowed in [layout]: the kinds and the titles of custom
// sections.
func sectionNames(free []FreeSection) []string {
	var names []string
	for _, kind := range SectionKinds() {
		names = append(names, string(kind))
	}
	for _, s := range free {
		names = append(names, s.Title)
	}
	return names
}

func (v *validator) section(field, name string, known []string) {
	if v.sections[strings.ToLower(name)] {
		return
	}
	hint := "expected " + listed(known)
	if near := v.nearest(name, known); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	v.addProblem(field, fmt.Sprintf("there is no section %q", name), hint)
}

// entries checks the tables of every section: required keys and dates.
func (v *validator) entries(p *Profile) {
	for f, list := range textFields(reflect.ValueOf(*p)) {
		if f.section != "" || f.key == "contacts" {
			v.list(f.key, list)
		}
	}
}

// list checks a list of entries, and those nested in them.
func (v *validator) list(path string, list reflect.Value) {
	if list.Kind() != reflect.Slice || list.Type().Elem().Kind() != reflect.Struct || list.Type().Elem() == highlightType {
		return
	}
	for i := range list.Len() {
		at := fmt.Sprintf("%s[%d]", path, i)
		v.needs(at, list.Index(i))
		v.spans(at, list.Index(i))
		for f, inner := range textFields(list.Index(i)) {
			v.list(joinPath(at, f.key), inner)
		}
	}
}

// needs checks that an entry has what it needs: each required key, and one of those
// marked "either".
func (v *validator) needs(at string, entry reflect.Value) {
	var either []string
	found := false
	for f, value := range textFields(entry) {
		isSet := value.Kind() == reflect.String && strings.TrimSpace(value.String()) != ""
		switch {
		case f.need == "required" && !isSet:
			v.addProblem(at, "has no "+f.key, "add "+f.key+` = "…"`)
		case f.need == "either":
			either = append(either, f.key)
			found = found || isSet
		}
	}
	if len(either) > 0 && !found {
		v.addProblem(at, "has neither "+strings.Join(either, " nor "), "add "+strings.Join(either, ` = "…" or `)+` = "…"`)
	}
}

// follows are pairs of keys of which later must not be before earlier.
var follows = []struct{ later, earlier, name string }{
	{"end", "start", "the start"}, {"expected", "start", "the start"}, {"expires", "date", "the date"},
}

// spans checks that entries start or are issued before they end.
func (v *validator) spans(at string, entry reflect.Value) {
	dates := map[string]Date{}
	for f, value := range textFields(entry) {
		if date, ok := value.Interface().(Date); ok {
			dates[f.key] = date
		}
	}
	if dates["start"].Present {
		v.addProblem(at+".start", `is "present"`, "expected a date")
		return
	}
	for _, pair := range follows {
		later, earlier := dates[pair.later], dates[pair.earlier]
		if !later.IsZero() && !earlier.IsZero() && later.Before(earlier) {
			v.addProblem(at+"."+pair.later, fmt.Sprintf("%s is before %s %s", later, pair.name, earlier), "one of the two dates is wrong: check both")
		}
	}
}

// addresses checks the web addresses and repositories of all entries.
func (v *validator) addresses(p *Profile) {
	for t := range p.Texts() {
		switch {
		case t.Kind == AddressText && (t.Key == "url" || t.Key == "website"):
			v.url(t.Field, t.Value)
		case t.Kind == AddressText && t.Key == "repo":
			v.repository(t.Field, t.Value)
		}
	}
}

func (v *validator) url(field, value string) {
	if value == "" {
		return
	}
	if u, err := url.Parse(absolute(value)); err != nil || u.Scheme != "https" && u.Scheme != "http" || !strings.Contains(u.Hostname(), ".") && u.Hostname() != "localhost" {
		page := "https://example.com"
		if host, name, err := ParseRepository(value); err == nil && host != "" {
			page = "https://" + host + "/" + name // what git clones has a page
		}
		v.addProblem(field, fmt.Sprintf("%q is not a web address", value), "expected "+page)
	}
}

// absolute completes an address that people write without its scheme.
func absolute(address string) string {
	if address == "" || strings.Contains(address, ":") && !strings.Contains(strings.SplitN(address, ":", 2)[0], ".") {
		return address
	}
	return "https://" + address
}

func (v *validator) repository(field, name string) {
	if _, _, err := ParseRepository(name); err != nil {
		v.addProblem(field, err.Error(), `expected "owner/name", or the address of its page`)
	}
}

func (v *validator) patterns(field string, patterns []string) {
	for i, pattern := range patterns {
		if !doublestar.ValidatePattern(pattern) || path.Clean(pattern) == "." {
			v.addProblem(fmt.Sprintf("%s[%d]", field, i), fmt.Sprintf("%q is not a pattern", pattern), `expected "owner/name", "name" or a pattern such as "*-homework"`)
		}
	}
}

func (v *validator) theme(field, name string) {
	v.oneOf(field, name, themes.Names()...)
}

func (v *validator) limit(field string, n *int) {
	if n != nil {
		v.notNegative(field, *n)
	}
}

func (v *validator) notNegative(field string, n int) {
	if n < 0 {
		v.addProblem(field, fmt.Sprintf("%d is below zero", n), "expected 0 or more")
	}
}

func (v *validator) oneOf(field, value string, allowed ...string) {
	if value != "" && !slices.Contains(allowed, value) {
		v.addProblem(field, fmt.Sprintf("%q is not known here", value), "expected "+strings.Join(allowed, ", "))
	}
}
