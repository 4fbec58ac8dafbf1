package convert

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ghresume/ghresume/internal/degree"
	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
)

// isRenderCV recognizes the files of https://rendercv.com, also written as JSON.
func isRenderCV(s *source) bool {
	cv, ok := s.tree.values["cv"].(*node)
	return ok && (cv.has("sections") || cv.has("name") || cv.has("social_networks"))
}

func readRenderCV(in *reader, s *source) error {
	root := in.object("", s.tree)
	cv := root.child("cv")
	for _, o := range cv.objects("social_networks") {
		network, user := o.name("network"), o.raw("username")
		in.link(network, socialAddress(network, user), user)
		o.rest()
	}
	for _, o := range cv.objects("custom_connections") {
		in.contact(o.name("placeholder", "text", "label"), o.address("url"))
		o.skipLooks()
		o.rest()
	}
	sections := cv.child("sections")
	if len(sections.node.keys) > maxSections {
		return errTooLarge
	}
	cv.ignore("sort_entries")
	in.basics(cv)
	for _, key := range sections.node.keys {
		in.renderSection(sections, key)
	}
	sections.rest()
	in.renderDesign(root.child("design"))
	in.language(root.child("locale").raw("language"))
	root.ignore("locale", "settings", "rendercv_settings")
	root.rest()
	in.attach("")
	return nil
}

// socialAddress returns the address that RenderCV makes of a user name, for networks that
// a profile doesn't know.
func socialAddress(network, user string) string {
	prefix, ok := map[string]string{
		"google scholar": "https://scholar.google.com/citations?user=", "researchgate": "https://www.researchgate.net/profile/",
		"telegram": "https://t.me/", "whatsapp": "https://wa.me/", "imdb": "https://www.imdb.com/name/",
	}[strings.ToLower(network)]
	if !ok || user == "" {
		return ""
	}
	return prefix + strings.TrimPrefix(user, "+")
}

// renderDesign reads the settings that [layout] has too.
func (in *reader) renderDesign(design object) {
	l := &in.profile.Layout
	l.Theme = map[string]string{
		"classic": "classic", "harvard": "classic", "sb2nov": "compact", "engineeringresumes": "compact", "engineeringclassic": "compact",
		"moderncv": "modern", "ember": "modern", "ink": "modern", "opal": "modern",
	}[strings.ToLower(design.raw("theme"))]
	size := design.child("page").raw("size")
	l.Paper = map[string]string{"us-letter": "letter", "letter": "letter", "a4": "a4", "a4paper": "a4", "letterpaper": "letter"}[size]
	in.renderPage(design)
	colors := design.child("colors")
	for _, color := range []string{colors.raw("section_titles"), colors.raw("links"), colors.raw("name"), design.raw("color")} {
		if l.Accent == "" {
			l.Accent = hexColor(color)
		}
	}
}

// renderPage reads margins, the font size and the alignment of the header.
func (in *reader) renderPage(design object) {
	page, to := design.child("page"), &in.profile.Layout.Page
	var margins []string
	for _, side := range []string{"top_margin", "right_margin", "bottom_margin", "left_margin"} {
		if length := strings.ReplaceAll(page.raw(side), " ", ""); length != "" {
			margins = append(margins, length)
		}
	}
	if len(margins) == 4 {
		to.Margins = strings.Join(margins, " ")
	}
	size := design.child("typography").raw("font_size")
	if sizes := design.child("typography").child("font_size"); !sizes.isEmpty() {
		size = sizes.raw("body")
	}
	if points, err := strconv.ParseFloat(strings.TrimSuffix(size, "pt"), 64); err == nil {
		to.FontSize = points
	}
	if at := design.child("header").raw("alignment"); at == "left" || at == "center" {
		to.Header = at
	}
}

var rgb = lazy.New(`^rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,\s*[\d.]+\s*)?\)$`)

// hexColor returns a color as #rrggbb, or "" for black.
func hexColor(text string) string {
	hex := strings.ToLower(text)
	if m := rgb.FindStringSubmatch(text); m != nil {
		var parts [3]int
		for i := range parts {
			fmt.Sscan(m[i+1], &parts[i])
		}
		hex = fmt.Sprintf("#%02x%02x%02x", min(255, parts[0]), min(255, parts[1]), min(255, parts[2]))
	}
	if len(hex) != 7 || hex[0] != '#' || strings.Trim(hex[1:], "0123456789abcdef") != "" || hex == "#000000" {
		return ""
	}
	return hex
}

// languageTags are the languages that a resume can be printed in, by the names of tools.
var languageTags = map[string]string{
	"english": "en", "german": "de", "french": "fr", "spanish": "es", "portuguese": "pt", "polish": "pl", "ukrainian": "uk", "chinese": "zh", "mandarin_chinese": "zh", "mandarin chinese": "zh",
}

func (in *reader) language(name string) {
	name = strings.ToLower(strings.TrimSpace(name))
	tag, known := languageTags[name]
	if short, _, _ := strings.Cut(strings.ReplaceAll(name, "_", "-"), "-"); !known && slices.Contains([]string{"en", "de", "fr", "es", "pt", "pl", "uk", "zh"}, short) {
		tag = short
	}
	if tag != "en" {
		in.profile.Layout.Language = tag
	}
}

// maxSections is more than any resume has.
const maxSections = 500

// renderSection reads one section by its title and the types of its entries.
func (in *reader) renderSection(sections object, key string) {
	title := key // as it is, or a key made a heading
	if key == strings.ToLower(key) && !strings.Contains(key, " ") {
		title = humanized(key)
	}
	kind := in.claim(kindOfTitle(key), title)
	list, isList := sections.node.values[key].([]any)
	if !isList {
		return // left for rest
	}
	sections.read[key] = true
	for i, value := range list {
		o := in.element(fmt.Sprintf("%s[%d]", sections.at(key), i), value)
		_, isText := scalar(value)
		in.renderEntry(kind, title, o, isText)
	}
	in.attach(sectionPath(kind))
}

func sectionPath(kind resume.SectionKind) string {
	if kind == resume.Free {
		return "sections"
	}
	return string(kind)
}

// claim records the heading and the place of a section. A second section of one kind
// becomes a free section with its heading.
func (in *reader) claim(kind resume.SectionKind, title string) resume.SectionKind {
	if kind != resume.Free {
		if _, taken := in.titles[kind]; taken || containsFold(in.order, string(kind)) {
			kind = resume.Free
		}
	}
	if kind == resume.Free {
		in.order = append(in.order, title)
		return kind
	}
	in.order = append(in.order, string(kind))
	if !strings.EqualFold(title, string(kind)) {
		in.titles[kind] = title
	}
	return kind
}

func (in *reader) renderEntry(kind resume.SectionKind, title string, o object, isText bool) {
	text := o.raw("bullet", "number", "reversed_number")
	if isText {
		text = o.raw(nameOnly)
	}
	switch {
	case text != "":
		in.textEntry(kind, title, text)
	case o.node.has("label") && o.node.has("details"):
		in.oneLine(kind, title, o.line("label"), o.line("details"))
	default:
		in.typedEntry(kind, title, o)
	}
	o.rest()
}

// textEntry reads an entry that is only a text.
func (in *reader) textEntry(kind resume.SectionKind, title, text string) {
	before, items := splitList(text)
	lines := append(paragraphsOf(before), items...)
	switch label, rest, isLabelled := cutLabel(line(text)); {
	case kind == resume.SummarySection:
		in.profile.Summary = strings.TrimPrefix(in.profile.Summary+"\n\n"+strings.Join(lines, "\n\n"), "\n\n")
	case (kind == resume.SkillsSection || kind == resume.LanguagesSection) && isLabelled:
		in.oneLine(kind, title, label, rest)
	case kind == resume.SkillsSection && len(strings.Fields(text)) <= 3*len(splitNames(text)):
		for _, name := range splitNames(unmarked(line(text))) {
			in.addSkills(skillGroup(name), []string{name})
		}
	case kind == resume.LanguagesSection:
		for _, name := range splitNames(unmarked(line(text))) {
			in.place(kind, languageOf(name))
		}
	case (kind == resume.AwardsSection || kind == resume.CertificationsSection || kind == resume.PublicationsSection) && len(lines) == 1:
		in.place(kind, titled(lines[0]))
	default:
		in.section(title, lines, nil)
	}
}

// cutLabel splits "**Languages:** Go, SQL" at the colon of the label.
func cutLabel(text string) (label, rest string, ok bool) {
	if m := boldLabel.FindStringSubmatch(text); m != nil {
		return m[1], m[2], true
	}
	label, rest, ok = strings.Cut(text, ": ")
	if !ok {
		label, rest, ok = strings.Cut(text, "：") // without a blank in Chinese and Japanese
	}
	return strings.TrimSpace(label), strings.TrimSpace(rest), ok // the French write "Langages : Go"
}

var boldLabel = lazy.New(`^\*\*(.+?):?\*\*:?\s+(.+)$`)

// titled returns an entry with a title that may be a link.
func titled(text string) entry {
	return entry{title: unmarked(text), url: linkIn(text)}
}

// linkIn returns the address of the first link in a text, or "".
func linkIn(text string) string {
	if links := inlineLink.FindAllStringSubmatch(fromHTML(text), 2); len(links) > 0 && isWeb(links[0][2]) {
		return links[0][2]
	}
	return ""
}

// noteLinks keeps in comments the addresses in a text that becomes names without links.
func (in *reader) noteLinks(text string) {
	for _, m := range inlineLink.FindAllStringSubmatch(text, -1) {
		in.doubt("%s: %s", m[1], m[2])
	}
}

var languageLevel = lazy.New(`^([^(（:–—-]+?)\s*(?:[(（](.*)[)）]|[:：–—-]\s*(.*))$`)

// languageOf reads "English (native)", "German: B2".
func languageOf(text string) entry {
	m := languageLevel.FindStringSubmatch(text)
	if m == nil {
		return entry{title: text}
	}
	return entry{title: m[1], org: firstOf(m[2], m[3])}
}

// oneLine reads a label with details after it.
func (in *reader) oneLine(kind resume.SectionKind, title, label, details string) {
	switch kind {
	case resume.SkillsSection:
		in.noteLinks(label + " " + details)
		in.addSkills(unmarked(label), unmarkedAll(splitNames(details)))
	case resume.LanguagesSection:
		in.place(kind, entry{title: unmarked(label), org: unmarked(details)})
	default:
		in.section(title, []string{labeled(label, details)}, nil)
	}
}

func unmarkedAll(names []string) []string {
	for i := range names {
		names[i] = unmarked(names[i])
	}
	return names
}

// typedEntry reads experience, education, publication and normal entries.
func (in *reader) typedEntry(kind resume.SectionKind, title string, o object) {
	n := o.node
	var e entry
	switch {
	case n.has("company") || n.has("position"):
		e = o.render(o.heading([]string{"position"}, []string{"company"}))
		in.placeByKind(kind, title, e, resume.ExperienceSection, resume.VolunteeringSection)
	case n.has("institution") || n.has("area"):
		head := o.heading([]string{"degree", "study_type"}, []string{"institution"})
		head.title, head.grade = degree.Join(head.title, o.name("area")), o.name("grade", "gpa")
		e = o.render(head)
		in.placeByKind(kind, title, e, resume.EducationSection, resume.CertificationsSection)
	case n.has("title"):
		head := o.heading([]string{"title"}, []string{"journal", "venue"})
		head.authors, head.doi = o.authors(), bareDOI(o.raw("doi"))
		e = o.render(head)
		in.placeByKind(kind, title, e, resume.PublicationsSection)
	default:
		e = o.render(o.heading([]string{"name"}, nil))
		if kind == resume.ProjectsSection {
			in.ownRepository(&e)
		}
		in.placeByKind(kind, title, e, resume.ProjectsSection, resume.ExperienceSection, resume.VolunteeringSection, resume.EducationSection, resume.AwardsSection, resume.CertificationsSection, resume.PublicationsSection)
	}
}

// placeByKind places an entry in its section if the kinds match, else in a free one.
func (in *reader) placeByKind(kind resume.SectionKind, title string, e entry, fits ...resume.SectionKind) {
	if slices.Contains(fits, kind) {
		in.place(kind, e)
		return
	}
	in.placeFree(title, e)
}

// render reads what all types of entries have. A date overrides start and end; an entry
// with a start and no end is current, as RenderCV prints it.
func (o object) render(e entry) entry {
	date, isText := scalar(o.node.values["date"])
	if linkIn(date) != "" && unmarked(date) != date { // in its early examples this is the address of a project
		e.url, date = firstOf(e.url, linkIn(date)), ""
		o.node.set("date", date)
	}
	if isText && strings.TrimSpace(date) != "" {
		o.ignore("start_date", "end_date")
		o.span(&e)
		e.checkOrder()
	} else if o.period(&e); e.end.IsZero() && !e.start.IsZero() && !e.unreadableEnd {
		e.end = presentDate
	}
	e.url = firstOf(e.url, o.address("url", "website"), linkIn(o.raw("location")))
	e.location = o.place("location")
	o.summary(&e, "summary")
	e.highlights = append(e.highlights, o.bullets(highlightKeys...)...)
	e.skills = o.names("keywords", "technologies", "skills")
	return o.finish(&e)
}
