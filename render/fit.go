package render

import (
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/internal/part"
	"github.com/ghresume/ghresume/resume"
)

// mostPages returns the length that documents should not exceed: the profile's limit, or
// else one page until five years after the first role began, and two from then on. 0 means
// no limit; asked reports whether the profile sets it.
func mostPages(r *resume.Resume, today time.Time) (most int, asked bool) {
	if r.Layout.MaxPages != nil {
		return *r.Layout.MaxPages, true
	}
	if careerMonths(r, today) < longCareer {
		return 1, false
	}
	return 2, false
}

// longCareer is the number of months from which a resume may have two pages.
const longCareer = 5 * 12

// careerMonths returns the time from the first role to the moment of the snapshot. Without a
// snapshot, current roles go on until today, and others end the career with the last date of
// the resume. On a day that nobody knows, a current role counts as long.
func careerMonths(r *resume.Resume, today time.Time) int {
	var first, last resume.Date
	ongoing := false
	note := func(dates ...resume.Date) {
		for _, d := range dates {
			if d.Year > 0 && last.Before(d) {
				last = d
			}
		}
	}
	for _, c := range r.Experience {
		for _, role := range c.Roles {
			if role.Start.Year > 0 && (first.IsZero() || role.Start.Before(first)) {
				first = role.Start
			}
			note(role.Start, role.End)
			ongoing = ongoing || role.End.Present
		}
	}
	for _, e := range r.Education {
		note(e.Start, e.End)
	}
	for _, c := range r.Certifications {
		note(c.Date)
	}
	switch {
	case first.IsZero():
		return 0
	case !r.TakenAt.IsZero():
		last = resume.DateOf(r.TakenAt)
	case ongoing && today.IsZero():
		return longCareer
	case ongoing:
		last = resume.DateOf(today)
	}
	return (last.Year-first.Year)*12 + last.Month - first.Month
}

// fitting is a resume as documents print it: possibly shortened or set tighter.
type fitting struct {
	resume    *resume.Resume
	tightness document.Tightness
	pictures  pictures
	dropped   []string
	warnings  []Warning
	mostPages int // the limit
	tooLong   int // by so many lines
}

// pictures counts those of [dispensable] that a document leaves out.
type pictures int

// dispensable lists the pictures in the order in which a document that is too long leaves
// them out: those of what its text says too, and last the one of languages.
func dispensable() []string {
	return []string{"skills", "projects", "header", "contributions", "totals", "languages"}
}

// style applies the tightness and the pictures of f to meta.
func (f *fitting) style(meta *document.Meta) {
	meta.Tightness = f.tightness
	for _, name := range dispensable()[:f.pictures] {
		delete(meta.Pictures, name)
	}
}

// beyondTightening is the ratio to the allowed length from which tightening is not tried:
// all steps together gain an eighth.
const beyondTightening = 1.5

// fit finds the gentlest way to a number of pages: short lists on one line, less white
// space, smaller letters, and last fewer entries from GitHub. What the user wrote always
// stays.
func (p *Print) fit(most int, asked bool) (*fitting, error) {
	if err := p.findFonts(); err != nil {
		return nil, err
	}
	f := &fitting{resume: p.Resume, mostPages: most}
	pages, err := p.pages(f)
	if err != nil {
		return nil, err
	}
	if pages, err = p.fitPictures(f, pages, most); err != nil {
		return nil, err
	}
	for {
		if pages <= float64(most) {
			f.reportFit(most)
			return f, nil
		}
		if pages > float64(most)*beyondTightening {
			f.tightness = document.SmallerType // the last step
		}
		if f.tightness == document.SmallerType {
			break
		}
		f.tightness++
		if pages, err = p.pages(f); err != nil {
			return nil, err
		}
	}
	return p.drop(f, most, asked)
}

// fitPictures leaves out pictures, which go before words do, until the resume fits or none
// is left, and returns its length.
func (p *Print) fitPictures(f *fitting, pages float64, most int) (float64, error) {
	md, err := p.parts(f.resume)
	if err != nil {
		return 0, err
	}
	for _, name := range dispensable() {
		if pages <= float64(most) {
			break
		}
		f.pictures++
		if pages > float64(most)*beyondTightening+1 || !part.HasFigure(md, name) {
			continue
		}
		if pages, err = p.pages(f); err != nil {
			return 0, err
		}
	}
	return pages, nil
}

// set is a resume and its settings, which together determine its length.
type set struct {
	resume    *resume.Resume
	tightness document.Tightness
	pictures  pictures
}

// extent measures the resume with its settings, once.
func (p *Print) extent(f *fitting) (document.Extent, error) {
	key := set{f.resume, f.tightness, f.pictures}
	if e, known := p.extents[key]; known {
		return e, nil
	}
	md, err := p.parts(f.resume)
	if err != nil {
		return document.Extent{}, err
	}
	e, err := p.measure(f, md)
	if err == nil {
		p.extents[key] = e
	}
	return e, err
}

// pages returns the length of the resume with its settings.
func (p *Print) pages(f *fitting) (float64, error) {
	e, err := p.extent(f)
	return e.Pages, err
}

// measure measures a text with the settings of f.
func (p *Print) measure(f *fitting, md []byte) (document.Extent, error) {
	meta := p.metaOf(p.Resume)
	f.style(&meta)
	if p.ruler == nil {
		var err error
		if p.ruler, err = document.NewRuler(meta); err != nil {
			return document.Extent{}, err
		}
	}
	return p.ruler.Measure(md, meta)
}

// drop leaves out entries from GitHub. If that is not enough, a limit that the profile
// does not set is given up, and the resume stays as it was.
func (p *Print) drop(f *fitting, most int, asked bool) (*fitting, error) {
	shorter, dropped, pages, err := p.template.Fit(f.resume, most, func(md []byte) (float64, error) {
		e, err := p.measure(f, md)
		return e.Pages, err
	})
	if err != nil {
		return nil, err
	}
	f.resume, f.dropped = shorter, dropped
	if pages <= float64(most) {
		f.reportFit(most)
		return f, nil
	}
	extent, err := p.extent(f)
	if err != nil {
		return nil, err
	}
	lines, page := extent.Beyond(most)
	if f.tooLong = lines; asked {
		f.reportFit(most)
		f.warn("the text of the profile is %s too long for %s", english.Count(lines, "line"), english.Count(most, "page"))
		return f, nil
	}
	asSet := &fitting{resume: p.Resume, mostPages: most, tooLong: lines}
	return asSet, p.reportExcess(asSet, most, lines, page)
}

// reportFit reports what was done to fit.
func (f *fitting) reportFit(most int) {
	steps := []string{"short lists on one line", "less white space", "font half a point smaller"}[:f.tightness]
	if len(steps) > 0 {
		f.warn("to fit %s: %s", english.Count(most, "page"), strings.Join(steps, ", "))
	}
	if len(f.dropped) > 0 {
		f.warn("left out to fit %s: %s", english.Count(most, "page"), strings.Join(f.dropped, ", "))
	}
}

// reportExcess reports by how much the text is too long for a limit that is given up.
func (p *Print) reportExcess(f *fitting, most, lines, page int) error {
	pages, err := p.pages(f)
	if err != nil {
		return err
	}
	where := ""
	if page > 0 {
		where = fmt.Sprintf(" on page %d", page)
	}
	f.warnings = append(f.warnings, Warning{
		Text: fmt.Sprintf("the resume takes %s; %s less%s would make it %s", english.Count(int(math.Ceil(pages)), "page"), english.Count(lines, "line"), where, english.Count(most, "page")),
		Hint: "[layout] max_pages sets another limit; 0 is none",
	})
	return nil
}

func (f *fitting) warn(format string, args ...any) {
	f.warnings = append(f.warnings, Warning{Text: fmt.Sprintf(format, args...)})
}
