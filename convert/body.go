package convert

import (
	"slices"
	"strings"
)

// looks are keys that hold no text: appearance, order, identifiers.
var looks = []string{
	"id", "_id", "uuid", "icon", "icons", "iconClass", "color", "colour", "visible", "hidden", "enabled", "columns",
	"order", "slug", "@type", "@context", "className", "fontawesome_icon", "fontawesome", "showInResume", "isVisible",
}

// skipLooks skips what is not text, and reports the pictures.
func (o object) skipLooks() {
	o.ignore(looks...)
	for _, key := range []string{"logo", "image", "img", "thumbnail", "picture", "background"} {
		if !o.read[key] {
			o.drop("a resume has no picture", key)
		}
	}
}

// The names that tools use for the parts of an entry.
var (
	urlKeys       = []string{"url", "website", "link", "href", "homepage", "demo", "live"}
	placeKeys     = []string{"location", "place", "city", "address"}
	highlightKeys = []string{"highlights", "achievements", "responsibilities", "accomplishments", "tasks", "duties", "bullets", "details", "points", "items", "contributions", "activities", "notes"}
	skillKeys     = []string{"keywords", "technologies", "tech", "stack", "techStack", "tech_stack", "techs", "technology", "skills", "tools", "tags", "technologiesUsed", "languages", "frameworks", "libraries"}
)

// body reads what most entries have: dates, place, address, texts, technologies.
func (o object) body(e *entry, summaryKeys ...string) {
	o.period(e)
	e.location = firstOf(e.location, o.place(placeKeys...))
	o.addresses(e)
	e.skills = append(e.skills, o.names(skillKeys...)...)
	o.summary(e, summaryKeys...)
	for _, key := range highlightKeys {
		if !o.read[key] {
			e.highlights = append(e.highlights, o.bullets(key)...)
		}
	}
	o.links(e)
	o.skipLooks()
}

// addresses makes the first address that of the entry; others become bullets.
func (o object) addresses(e *entry) {
	found := []string{}
	for _, key := range urlKeys {
		if address := o.address(key); address != "" && !containsFold(found, address) {
			found = append(found, address)
		}
	}
	if e.url != "" && !containsFold(found, e.url) {
		found = append(found, e.url)
	}
	if len(found) > 0 {
		e.url = found[0]
		e.highlights = append(e.highlights, found[1:]...)
	}
}

// heading reads the title of an entry and its organization; a link in them is the address
// of the entry.
func (o object) heading(titleKeys, orgKeys []string) entry {
	title, org := o.raw(titleKeys...), o.raw(orgKeys...)
	e := entry{title: unmarked(line(title)), org: unmarked(line(org)), url: firstOf(linkIn(title), linkIn(org))}
	for _, m := range inlineLink.FindAllStringSubmatch(fromHTML(title+" "+org), -1) {
		if m[2] != e.url {
			e.doubt("%s: %s", m[1], m[2])
		}
	}
	return e
}

// summary splits texts into the part before a list and the bullets.
func (o object) summary(e *entry, keys ...string) {
	var texts []string
	for _, key := range keys {
		for _, text := range o.strings(key) {
			before, items := splitList(text)
			if before = strings.Join(paragraphsOf(before), "\n"); before != "" && !slices.Contains(texts, before) {
				texts = append(texts, before)
			}
			e.highlights = append(e.highlights, items...)
		}
	}
	e.summary = strings.Join(append(paragraphsOf(e.summary), texts...), "\n")
}

// finish reports the keys that were not read, in the comments on the entry.
func (o object) finish(e *entry) entry {
	before := o.in.pending
	o.in.pending = nil
	o.rest()
	e.doubts = append(append(e.doubts, before...), o.in.pending...)
	o.in.pending = nil
	return *e
}

// labels keeps texts that have no key in a profile, as "Thesis: …".
func (o object) labels(e *entry, keys ...string) {
	for _, key := range keys {
		for _, text := range o.strings(key) {
			if text = line(text); text != "" {
				e.highlights = append(e.highlights, labeled(humanized(key), text))
			}
		}
	}
}

// links reads further addresses of an entry.
func (o object) links(e *entry) {
	for _, l := range o.objects("links", "urls", "resources") {
		text, address := l.line("name", "label", "title", "text", "network"), l.address("url", "href", "link")
		if address == "" {
			address, text = text, ""
		}
		if e.repo == "" && repositoryOf(address) != "" {
			e.repo = repositoryOf(address)
			continue
		}
		if text == "" {
			text = bareAddress(address)
		}
		e.highlights = append(e.highlights, "["+strings.Trim(text, "[]")+"]("+address+")")
		l.skipLooks()
		l.rest()
	}
}

// anywhere adds an object to a free section: as lines if it is a single text, else as an
// entry.
func (in *reader) anywhere(title string, o object) {
	if len(o.node.keys) == 1 {
		if text, ok := scalar(o.node.values[o.node.keys[0]]); ok {
			o.read[o.node.keys[0]] = true
			before, items := splitList(text)
			in.section(title, append(paragraphsOf(before), items...), nil)
			return
		}
	}
	in.placeFree(title, o.any())
}

// any reads an entry of unknown kind.
func (o object) any() entry {
	e := o.heading([]string{"title", "name", "label", "position", "role", "topic", "activity", "course", "degree"},
		[]string{"subtitle", "organization", "organisation", "company", "institution", "issuer", "publisher", "awarder", "event", "conference", "venue", "school", "provider", "entity", "authority"})
	e.authors, e.doi = o.authors(), bareDOI(o.raw("doi"))
	o.body(&e, "summary", "description", "content", "text", "abstract")
	return o.finish(&e)
}
