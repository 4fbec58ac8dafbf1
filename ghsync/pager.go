package ghsync

import (
	"context"
	"slices"
)

// pager reads one list, page by page.
type pager struct {
	kind string
	// field returns the query for a page.
	field func(first int, after string) string
	// read parses a page and returns where the list continues. patient is set on the
	// second request for a page: then nulls are accepted.
	read func(a *answer, patient bool) (gqlPageInfo, error)
	// miss is called if the list ends prematurely.
	miss func(problem) error

	size   int // of a page
	left   int // items to read; 0 or less means all
	got    int // items requested so far
	cursor string
	seen   []string // cursors so far
	done   bool
	again  bool // the page is requested a second time
}

func (p *pager) part() part {
	size := p.size
	if p.left > 0 {
		size = min(size, p.left)
	}
	return part{
		kind: p.kind, size: size, field: p.field(size, p.cursor),
		read: func(a *answer) error { return p.take(a, size) },
		less: func() []part {
			if size == 1 {
				return nil
			}
			p.size = (size + 1) / 2
			return []part{p.part()}
		},
		miss:   p.end,
		absent: func() error { return p.end(problem{why: "GitHub has no such list"}) },
	}
}

// end ends the list prematurely.
func (p *pager) end(t problem) error {
	p.done = true
	if p.miss == nil {
		return part{}.missing(t)
	}
	return p.miss(t)
}

func (p *pager) take(a *answer, size int) error {
	info, err := p.read(a, p.again)
	if err != nil {
		p.again = true
		return err
	}
	p.again = false
	p.done = !info.HasNextPage
	p.got += size
	if p.left > 0 {
		p.left -= size
		p.done = p.done || p.left <= 0
	}
	if !p.done && (info.EndCursor == "" || slices.Contains(p.seen, info.EndCursor)) {
		return p.end(problem{why: "GitHub's list leads back to its own beginning"})
	}
	p.cursor, p.seen = info.EndCursor, append(p.seen, info.EndCursor)
	return nil
}

// pages reads lists to their ends; each request has the next page of all of them.
func (r *reading) pages(ctx context.Context, pagers ...*pager) error {
	for {
		var due []part
		for _, p := range pagers {
			if !p.done {
				due = append(due, p.part())
			}
		}
		if len(due) == 0 {
			return nil
		}
		if err := r.ask(ctx, due...); err != nil {
			return err
		}
	}
}
