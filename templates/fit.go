package templates

import "github.com/ghresume/ghresume/resume"

// Fit drops entries that come from GitHub, the least relevant first, until what
// the template prints takes at most that many pages as measure counts them. It
// returns the shorter resume, what was left out, and the pages that remain: more
// than asked for when the person's own words, which always stay, are too long by
// themselves.
func (t *Template) Fit(r *resume.Resume, most int, measure func(md []byte) (float64, error)) (*resume.Resume, []string, float64, error) {
	var dropped []string
	for {
		md, err := t.RenderParts(r)
		if err != nil {
			return nil, nil, 0, err
		}
		pages, err := measure(md)
		if err != nil || pages <= float64(most) {
			return r, dropped, pages, err
		}
		shorter, what, ok := r.DropLeast()
		if !ok {
			return r, dropped, pages, nil
		}
		r, dropped = shorter, append(dropped, what)
	}
}
