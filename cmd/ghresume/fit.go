package main

import (
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/resume"
)

// fit keeps [layout] max_pages by leaving out what comes from GitHub, and says so.
func (p *printer) fit(w *world, r *resume.Resume) (*resume.Resume, error) {
	most := r.Layout.MaxPages
	if most == 0 {
		return r, nil
	}
	measure, err := document.Measurer(p.meta(r))
	if err != nil {
		return nil, err
	}
	fitting, dropped, pages, err := p.template.Fit(r, most, measure)
	if err != nil {
		return nil, asUsage(err)
	}
	if len(dropped) > 0 {
		fmt.Fprintf(w.stderr, "ghresume: left out to fit %s: %s\n", plural(most, "page"), strings.Join(dropped, ", "))
	}
	if pages > float64(most) {
		fmt.Fprintf(w.stderr, "ghresume: what the profile says takes %.1f pages by itself; max_pages is %d\n", pages, most)
	}
	return fitting, nil
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
