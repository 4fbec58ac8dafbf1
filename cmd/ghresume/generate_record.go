package main

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/resume/match"
)

// makeRecorded writes the files of all editions and the record of their sources: all or
// none. If no file is named, it makes a PDF in the record.
func (o *generateOptions) makeRecorded(ctx context.Context, w *cli, m *sources, editions []edition) error {
	r, err := o.newRecorder(ctx, w, m)
	if err != nil {
		return err
	}
	if len(editions[0].files) == 0 {
		editions[0].files = []string{filepath.Join(r.folder, "resume.pdf")}
	}
	postings, err := o.readPostings(w, editions)
	if err != nil {
		return err
	}
	m.fonts = map[string]string{}
	if err := r.sources(m); err != nil {
		return err
	}
	files, err := o.printEditions(w, m, editions, func(e edition, made []atomicfile.File) error {
		return r.edition(e, made, postings[e.Posting])
	})
	if err != nil {
		return err
	}
	if files, err = withoutLoss(&o.fetching, w, m, files); err != nil {
		return err
	}
	kept, err := r.finish(m)
	if err != nil {
		return err
	}
	if err := makeFolders(kept, nil); err != nil {
		return err
	}
	if err := o.write(w, append(files, kept...)); err != nil {
		return err
	}
	fmt.Fprintf(w.stderr, "ghresume: recorded in %s; `ghresume log` lists what was sent\n", r.folder)
	return nil
}

// readPostings reads the postings of all editions, as bytes; stdin is read once.
func (o *generateOptions) readPostings(w *cli, editions []edition) (map[string][]byte, error) {
	out := map[string][]byte{}
	for _, e := range editions {
		if _, known := out[e.Posting]; known || e.Posting == "" {
			continue
		}
		data, err := readFileOrStdin(o.withPosting(w), e.Posting, match.MaxSize)
		if err != nil {
			return nil, err
		}
		out[e.Posting] = data
	}
	return out, nil
}
