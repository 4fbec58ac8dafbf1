package convert

import (
	"strings"

	"github.com/ghresume/ghresume/resume"
)

func (in *reader) records(root object, kind resume.SectionKind, keys ...string) {
	for _, o := range root.objects(keys...) {
		in.place(kind, o.record(kind))
	}
}

// record reads an entry of a short section.
func (o object) record(kind resume.SectionKind) entry {
	e := entry{}
	switch kind {
	case resume.LanguagesSection:
		e.title, e.org = o.name("language", "name", "title", "lang"), o.line("fluency", "level", "proficiency", "fluencyLevel")
		e.skills = o.names("keywords")
		o.skipLooks()
		return o.finish(&e)
	case resume.CertificationsSection:
		o.labels(&e, "license number", "licenseNumber", "credentialId", "credential_id")
		e.end = o.expiry(&e)
	case resume.PublicationsSection:
		e.authors, e.doi = o.authors(), bareDOI(o.raw("doi", "DOI"))
		e.org = o.name("publisher", "journal", "venue", "conference", "event", "publication")
		if n := o.child("publisher"); !n.isEmpty() {
			e.org = n.name("name")
			e.highlights = append(e.highlights, n.lines(func(s string) []string { return []string{s} }, "url")...)
		}
	}
	issued := e.end
	head := o.heading([]string{"title", "name", "award", "certificate", "text", "courseName"}, []string{"awarder", "issuer", "authority", "organization", "publisher", "from", "institution", "company"})
	e.title, e.org, e.url = head.title, firstOf(e.org, head.org), head.url
	o.body(&e, "summary", "description", "desc", "abstract")
	if e.url == "" && isWeb(o.raw("source")) && strings.Contains(o.raw("source"), "://") {
		e.url = o.raw("source")
	}
	if !issued.IsZero() { // this is the expiry; body read the date of issue
		e.start, e.end = firstDate(e.end, e.start), issued
	}
	return o.finish(&e)
}

func firstDate(dates ...resume.Date) resume.Date {
	for _, d := range dates {
		if !d.IsZero() {
			return d
		}
	}
	return resume.Date{}
}

// expiry returns the date when a certificate ends.
func (o object) expiry(e *entry) resume.Date {
	text := o.dateText([]string{"expires", "expiry", "expiryDate", "expirationDate", "validUntil"})
	return e.date("expires", text, readDate(text))
}

func (o object) authors() []string {
	return o.lines(func(s string) []string {
		return splitNames(strings.ReplaceAll(unmarked(line(s)), " and ", ", "))
	}, "authors", "author", "coauthors", "co-authors")
}

// bareDOI returns a DOI without the address before it.
func bareDOI(text string) string {
	text = strings.TrimPrefix(bareAddress(strings.TrimSpace(text)), "dx.")
	return strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(text, "doi.org/"), "doi:"))
}
