package main

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/internal/produce"
	"github.com/ghresume/ghresume/resume/match"
)

// makeRecorded writes the files of all editions and the record of their sources: all or
// none. If no file is named, it makes a PDF in the record.
func (o *generateOptions) makeRecorded(ctx context.Context, env *cli.Env, m *load.Sources, editions []produce.Edition) error {
	r, err := o.newRecorder(ctx, env, m)
	if err != nil {
		return err
	}
	if len(editions[0].Files) == 0 {
		editions[0].Files = []string{filepath.Join(r.folder, "resume.pdf")}
	}
	postings, err := o.readPostings(env, editions)
	if err != nil {
		return err
	}
	m.Fonts = map[string]string{}
	if err := r.sources(m); err != nil {
		return err
	}
	files, err := o.PrintEditions(env, m, editions, func(e produce.Edition, made []atomicfile.File) error {
		return r.edition(e, made, postings[e.Posting])
	})
	if err != nil {
		return err
	}
	if files, err = produce.WithoutLoss(&o.Fetching, env, m, files); err != nil {
		return err
	}
	kept, err := r.finish(m)
	if err != nil {
		return err
	}
	if err := cli.MakeFolders(kept, nil); err != nil {
		return err
	}
	if err := o.Write(env, append(files, kept...)); err != nil {
		return err
	}
	o.Printed(env, m)
	fmt.Fprintf(env.Stderr, "ghresume: recorded in %s; `ghresume log` lists what was sent\n", r.folder)
	return nil
}

// readPostings reads the postings of all editions, as bytes; stdin is read once.
func (o *generateOptions) readPostings(env *cli.Env, editions []produce.Edition) (map[string][]byte, error) {
	out := map[string][]byte{}
	for _, e := range editions {
		if _, known := out[e.Posting]; known || e.Posting == "" {
			continue
		}
		data, err := cli.ReadFileOrStdin(o.WithPosting(env), e.Posting, match.MaxSize)
		if err != nil {
			return nil, err
		}
		out[e.Posting] = data
	}
	return out, nil
}
