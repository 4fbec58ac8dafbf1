package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/resume"
)

// refuseExposed returns an error if git tracks a private output, or a record of what was
// sent, in a clone of a public repository.
func refuseExposed(ctx context.Context, p *resume.Profile, s *resume.Snapshot) error {
	folder := filepath.Dir(p.File)
	repository := publicRepository(ctx, folder, s)
	if repository == "" || p.Privacy.Commit {
		return nil
	}
	var exposed []string
	for _, file := range append(privateOutputs(p), applications) {
		if held, err := git(ctx, "-C", folder, "ls-files", "--", file); err == nil && held != "" {
			exposed = append(exposed, file)
		}
	}
	if len(exposed) == 0 {
		return nil
	}
	return cli.FindingsError(fmt.Errorf("%s: private, but committed to the public repository %s", strings.Join(exposed, ", "), repository),
		"remove it from git and add it to .gitignore, or allow it: commit = true in [privacy]")
}

// privateOutputs returns the outputs that are private.
func privateOutputs(p *resume.Profile) []string {
	var out []string
	for _, o := range p.Outputs {
		if p.Output(o.File).Privacy == resume.Private {
			out = append(out, o.File)
		}
	}
	return out
}

// publicRepository returns the repository of a clone if the snapshot knows it as public.
func publicRepository(ctx context.Context, folder string, s *resume.Snapshot) string {
	if s == nil {
		return ""
	}
	address, err := git(ctx, "-C", folder, "remote", "get-url", "origin")
	if err != nil {
		return ""
	}
	_, name, err := resume.ParseRepository(address)
	known := slices.ContainsFunc(s.Repositories, func(r resume.Repository) bool { return strings.EqualFold(r.Name, name) && !r.Private })
	if err != nil || !known {
		return ""
	}
	return name
}
