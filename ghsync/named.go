package ghsync

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/ghresume/ghresume/resume"
)

// repositoryName returns owner/name of a repository that a profile names.
func repositoryName(text string) (name string, ok bool) {
	_, name, err := resume.ParseRepository(text)
	return name, err == nil
}

// namesDue returns the repositories to look up by name, unless the lists include them.
// Those found before are checked by ID and not looked up again.
func (r *graphqlRun) namesDue(names []string) []string {
	var due []string
	for _, text := range names {
		name, ok := repositoryName(text)
		twice := slices.ContainsFunc(due, func(d string) bool { return strings.EqualFold(d, name) })
		if _, asked := r.lookedUp[strings.ToLower(name)]; ok && !twice && !asked && !r.isKnown(name) {
			due = append(due, name)
		}
	}
	return due
}

// isKnown reports whether a repository is in the snapshot, or was in the old one under
// the requested name or the name found for it.
func (r *graphqlRun) isKnown(name string) bool {
	if lacks(r.old, resume.CutDetails) {
		return false
	}
	if _, have := byName(r.s.Repositories)[strings.ToLower(name)]; have || r.old == nil {
		return have
	}
	for _, n := range r.old.Named {
		if strings.EqualFold(n.Name, name) && n.Repository != "" {
			name = n.Repository
		}
	}
	_, have := byName(r.old.Repositories)[strings.ToLower(name)]
	return have
}

// isNamed reports whether the profile names a repository.
func (r *graphqlRun) isNamed(name string) bool {
	return slices.ContainsFunc(r.account.Include, func(text string) bool {
		asked, ok := repositoryName(text)
		return ok && (strings.EqualFold(asked, name) || r.old != nil && slices.ContainsFunc(r.old.Named, func(n resume.NamedRepository) bool {
			return strings.EqualFold(n.Name, asked) && strings.EqualFold(n.Repository, name)
		}))
	})
}

// namedParts look up repositories by name, including their files and downloads.
func (r *graphqlRun) namedParts(names []string) []part {
	var parts []part
	for _, name := range r.namesDue(names) {
		parts = append(parts, r.namedPart(name), r.namedDownloadsPart(name))
	}
	return parts
}

// namedDownloadsPart reads the downloads of a repository that is looked up by name.
func (r *graphqlRun) namedDownloadsPart(name string) part {
	miss := func(t problem) error {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.noDownloads[strings.ToLower(name)] = t
		return nil
	}
	return part{
		kind: "named downloads", size: 1, field: repositoryField(name, "Downloads"), local: true,
		absent: func() error { return nil },
		miss:   miss,
		read: func(a *answer) error {
			var node *gqlReleases
			if err := a.unmarshal(&node); err != nil {
				return err
			}
			if why := a.denial(); node.hasGaps() && why != "" {
				return miss(problem{why: why, lasting: true})
			} else if node.hasGaps() {
				return errUnanswered
			}
			r.mu.Lock()
			defer r.mu.Unlock()
			r.namedReleases[node.ID] = node
			return nil
		},
	}
}

func (r *graphqlRun) namedPart(name string) part {
	return part{
		kind: "named", size: 1, field: repositoryField(name, "Work ...Listing"), local: true, doubts: r.isPinned(name) || r.namedBefore(name) != nil,
		names: func([]int) []string { return []string{name} },
		absent: func() error {
			r.missUnseen(name)
			return nil
		},
		miss: func(t problem) error {
			since := r.keepNamed(name)
			r.cuts.add(resume.Cut{Part: resume.CutNamed, What: name, Why: t.why, Lasting: t.lasting, Kept: since})
			if t.lasting && since.IsZero() {
				r.found(name, "")
			}
			return nil
		},
		read: func(a *answer) error {
			var node *gqlRepo
			var files gqlListing
			if err := cmp.Or(a.unmarshal(&node), a.unmarshal(&files)); err != nil {
				return err
			}
			node.lost = a.lost
			denied := slices.IndexFunc(a.errors, graphqlError.isDenial)
			lacksHistory := denied < 0 && files.lacksHistory() && !a.lost.of("history", "Listing", "Work")
			if denied >= 0 && files.isEmpty() || a.failure() != "" && files.hasGaps() || lacksHistory {
				files.Root = nil // read with those of others
			}
			if files.hasGaps() || files.isEmpty() && node.Languages != nil && len(node.Languages.Edges) > 0 {
				return errUnanswered
			}
			if now := node.repository(); denied < 0 && !node.lost.hasFolders() && r.lacksKnown(&now, &files) {
				return errUnanswered
			}
			if node.IsPrivate && !r.mayBePrivate(name) {
				r.found(name, "")
				return nil
			}
			r.found(name, node.NameWithOwner)
			r.takeNamed(node, &files)
			if denied >= 0 && (files.Root == nil || slices.Contains(a.errors[denied].Path, any("entries"))) {
				r.missFiles(node.ID, problem{why: a.errors[denied].sentence(), lasting: true})
			}
			return nil
		},
	}
}

// isPinned reports whether the account pins a repository.
func (r *graphqlRun) isPinned(name string) bool { return included(r.s.Pinned, name) }

// unseen is the reason for a repository that may be private and that GitHub does not show:
// it answers the same whether it is gone or the token may not read it.
const unseen = "404 Not Found: it does not exist, or the token may not read it"

// missUnseen records that GitHub does not show a repository. A known private one is kept,
// since the profile goes on including it and another token may read it.
func (r *graphqlRun) missUnseen(name string) {
	r.found(name, "")
	if r.isPinned(name) {
		r.cuts.add(resume.Cut{Part: resume.CutNamed, What: name, Why: "it is pinned, but GitHub does not find it"})
	}
	if !r.mayBePrivate(name) {
		return
	}
	cut := resume.Cut{Part: resume.CutNamed, What: name, Why: unseen, Lasting: true}
	if repo := r.namedBefore(name); repo != nil && repo.Private {
		cut.Kept = r.keepNamed(name)
		r.found(name, repo.Name)
	}
	r.cuts.add(cut)
}

// mayBePrivate reports whether a repository may be private.
func (r *reading) mayBePrivate(name string) bool {
	var named []resume.NamedRepository
	if old := r.before(); old != nil {
		named = old.Named
	}
	return r.account.allows(name, named)
}

// namedBefore returns what is known of a repository that the profile names, perhaps by an
// older name.
func (r *reading) namedBefore(name string) *resume.Repository {
	old := r.before()
	if old == nil {
		return nil
	}
	for _, n := range old.Named {
		if strings.EqualFold(n.Name, name) && n.Repository != "" {
			name = n.Repository
		}
	}
	if repo, have := byName(old.Repositories)[strings.ToLower(name)]; have {
		return &repo
	}
	return nil
}

// takeNamed adds a repository that was looked up by name, with its list of files.
func (r *graphqlRun) takeNamed(node *gqlRepo, files *gqlListing) {
	repo := r.keptFiles(r.withoutGaps(node))
	r.mu.Lock()
	if !hasID(r.works, repo.ID) {
		r.works = append(r.works, repo)
	}
	r.mu.Unlock()
	if files.Root != nil || repo.Empty || repo.Disabled {
		l := r.listingOf(files)
		l.partial = node.lost.hasFolders()
		r.takeListing(node.ID, l)
	} else {
		r.missFiles(node.ID, problem{why: gaveUp})
	}
}

// keepNamed keeps an old repository that was looked up by name but not returned.
func (r *graphqlRun) keepNamed(name string) (since time.Time) {
	repo := r.namedBefore(name)
	if repo == nil || repo.Private && !r.mayBePrivate(name) {
		return since
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if !hasID(r.works, repo.ID) {
		r.works = append(r.works, *repo)
	}
	return ageOf(r.before(), resume.CutNamed)
}

// found records the current name of a repository that was looked up.
func (r *graphqlRun) found(asked, name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.lookedUp[strings.ToLower(asked)] = name
}

// setNamed records the current name of each repository that the profile names.
func (r *graphqlRun) setNamed() {
	now := byName(r.s.Repositories)
	for _, text := range unique(r.account.Include) {
		asked, ok := repositoryName(text)
		if !ok || slices.ContainsFunc(r.s.Named, func(n resume.NamedRepository) bool { return strings.EqualFold(n.Name, asked) }) {
			continue
		}
		name, looked := r.lookedUp[strings.ToLower(asked)]
		switch {
		case looked:
		default:
			if repo, have := now[strings.ToLower(asked)]; have {
				name, looked = repo.Name, true
			} else if before, have := r.nameBefore(asked); have {
				name, looked = before, true
			}
		}
		if looked {
			r.s.Named = append(r.s.Named, resume.NamedRepository{Name: asked, Repository: name})
		}
	}
	r.s.Named = slices.DeleteFunc(r.s.Named, func(n resume.NamedRepository) bool {
		return n.Name == ""
	})
}

// nameBefore returns the name that was found before, updated to the current one.
func (r *graphqlRun) nameBefore(asked string) (string, bool) {
	old := r.before()
	if old == nil {
		return "", false
	}
	for _, n := range old.Named {
		if !strings.EqualFold(n.Name, asked) {
			continue
		}
		if repo, have := byName(old.Repositories)[strings.ToLower(n.Repository)]; have {
			if now := r.repository(repo.ID); now != nil {
				return now.Name, true
			}
			return "", true
		}
		return n.Repository, true
	}
	return "", false
}
