package ghsync

import (
	"context"
	"encoding/json"
	"errors"
)

// pager reads one list, page by page.
type pager struct {
	// field is the query for a page.
	field func(first int, after string) string
	// read takes a page and says where the list goes on.
	read func(json.RawMessage) (gqlPageInfo, error)

	size   int // of a page
	left   int // items wanted of the list; 0 or less means all
	cursor string
	done   bool
}

const minPage = 5

func (p *pager) part() part {
	size := p.size
	if p.left > 0 {
		size = min(size, p.left)
	}
	return part{field: p.field(size, p.cursor), read: func(raw json.RawMessage) error {
		info, err := p.read(raw)
		p.cursor, p.done = info.EndCursor, !info.HasNextPage
		if p.left > 0 {
			p.left -= size
			p.done = p.done || p.left <= 0
		}
		return err
	}}
}

// pages reads lists to their ends, the next page of each in one request. What
// is too heavy together is read apart, and then in smaller pages.
func (r *reading) pages(ctx context.Context, pagers ...*pager) error {
	for {
		var due []*pager
		for _, p := range pagers {
			if !p.done {
				due = append(due, p)
			}
		}
		if len(due) == 0 {
			return nil
		}
		if err := r.page(ctx, due); err != nil {
			return err
		}
	}
}

// page reads the next page of each list.
func (r *reading) page(ctx context.Context, due []*pager) error {
	for try := 1; ; try++ {
		parts := make([]part, len(due))
		for i, p := range due {
			parts[i] = p.part()
		}
		err := r.query(ctx, parts...)
		if !errors.Is(err, errHeavy) {
			return err
		}
		if len(due) > 1 {
			return r.apart(ctx, due)
		}
		due[0].size = max(minPage, due[0].size/2)
		if try == maxTries+1 {
			return incomplete("a list came back without its end")
		}
		if err := sleep(ctx, r.config.delay(backoff(min(try, 2)))); err != nil {
			return err
		}
	}
}

func (r *reading) apart(ctx context.Context, due []*pager) error {
	for _, p := range due {
		if err := r.page(ctx, []*pager{p}); err != nil {
			return err
		}
	}
	return nil
}
