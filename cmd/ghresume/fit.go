package main

import (
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/resume"
)

// fit keeps [layout] max_pages by leaving out what comes from GitHub, and says so.
func (p *printer) fit(w *world, r *resume.Resume) (fitting *resume.Resume, dropped []string, err error) {
	most := r.Layout.MaxPages
	fitting, dropped, pages, err := p.shorten(r)
	if err != nil {
		return nil, nil, err
	}
	if len(dropped) > 0 {
		fmt.Fprintf(w.stderr, "ghresume: left out to fit %s: %s\n", plural(most, "page"), strings.Join(dropped, ", "))
	}
	if pages > float64(most) {
		fmt.Fprintf(w.stderr, "ghresume: what the profile says takes %.1f pages by itself; max_pages is %d\n", pages, most)
	}
	return fitting, dropped, nil
}

// shorten is fit without words; without a limit the resume stays, and its length is not measured.
func (p *printer) shorten(r *resume.Resume) (fitting *resume.Resume, dropped []string, pages float64, err error) {
	if r.Layout.MaxPages == 0 {
		return r, nil, 0, nil
	}
	measure, err := document.Measurer(p.meta(r))
	if err != nil {
		return nil, nil, 0, err
	}
	fitting, dropped, pages, err = p.template.Fit(r, r.Layout.MaxPages, measure)
	return fitting, dropped, pages, asUsage(err)
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
