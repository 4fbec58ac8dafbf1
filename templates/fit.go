package templates

import "github.com/ghresume/ghresume/resume"

// Fit drops entries from GitHub, the least relevant first, until the template's output has at
// most the given number of pages, as counted by measure. It returns the shorter resume, what
// was left out, and the remaining number of pages, which is too high only if the profile's own
// text, which always stays, is too long.
func (t *Template) Fit(r *resume.Resume, most int, measure func(md []byte) (float64, error)) (*resume.Resume, []string, float64, error) {
	pagesOf := func(r *resume.Resume) (float64, error) {
		md, err := t.RenderParts(r)
		if err != nil {
			return 0, err
		}
		return measure(md)
	}
	pages, err := pagesOf(r)
	if err != nil || pages <= float64(most) {
		return r, nil, pages, err
	}
	shorter, dropped := everyShorter(r)
	// Find the first one that fits, else the last: measuring costs far more than dropping.
	from, to := 0, len(shorter)-1
	for from < to {
		middle := (from + to) / 2
		pages, err := pagesOf(shorter[middle])
		if err != nil {
			return nil, nil, 0, err
		}
		if pages <= float64(most) {
			to = middle
		} else {
			from = middle + 1
		}
	}
	if from >= len(shorter) {
		return r, nil, pages, nil
	}
	pages, err = pagesOf(shorter[from])
	return shorter[from], dropped[:from+1], pages, err
}

// everyShorter returns the resume without its least relevant entry, without its two least
// relevant ones, and so on.
func everyShorter(r *resume.Resume) (shorter []*resume.Resume, dropped []string) {
	for {
		next, what, ok := r.DropLeast()
		if !ok {
			return shorter, dropped
		}
		r, shorter, dropped = next, append(shorter, next), append(dropped, what)
	}
}
