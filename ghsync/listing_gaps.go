package ghsync

import (
	"slices"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// hasGaps reports whether names of a repository's files are missing: one is null, or a
// folder that its parent lists was not returned.
func (l *gqlListing) hasGaps() bool {
	if l.Root == nil {
		return false
	}
	if l.Root.Entries == nil || l.Root.hasGaps() || l.Workflows.hasGaps() {
		return true
	}
	for folder, tree := range l.Deep {
		if tree.hasGaps() || len(tree.Entries) > 0 && !l.Root.lists(folder, len(tree.Entries)) {
			return true
		}
	}
	return slices.ContainsFunc(l.Root.Entries, l.lacks)
}

// lists reports whether a folder has another with so many entries: one that was also asked
// for by name shows whether a list is whole.
func (t *gqlTree) lists(folder string, entries int) bool {
	return slices.ContainsFunc(t.Entries, func(e *gqlEntry) bool {
		return e != nil && e.Name == folder && (len(e.Object.Entries) == entries || len(e.Object.Entries) == 0)
	})
}

// lacksFolders reports whether an entry that is a folder came without its object, where that
// was requested: git has no empty folders.
func (l *gqlListing) lacksFolders() bool {
	if l.Root == nil {
		return false
	}
	for folder, tree := range l.Deep {
		levels := 1
		if slices.Contains(infraFolders, folder) {
			levels = 2
		}
		if tree.lacksFolders(levels) {
			return true
		}
	}
	return l.Root.lacksFolders(1) || l.Workflows.lacksFolders(1)
}

// lacksFolders looks at the folders of a folder, and so many levels deep.
func (t *gqlTree) lacksFolders(levels int) bool {
	return levels > 0 && slices.ContainsFunc(t.Entries, func(e *gqlEntry) bool {
		return e.Type == "tree" && len(e.Object.Entries) == 0 || e.Object.lacksFolders(levels-1)
	})
}

// lacksHistory reports whether a repository has files, but no commits are counted.
func (l *gqlListing) lacksHistory() bool { return !l.isEmpty() && l.History.Target.History == nil }

// isEmpty reports whether the root has no files.
func (l *gqlListing) isEmpty() bool { return l.Root != nil && len(l.Root.Entries) == 0 }

// lacks reports whether a folder of the root was requested but returned without names.
func (l *gqlListing) lacks(e *gqlEntry) bool {
	if e.Type != "tree" || len(e.Object.Entries) == 0 {
		return false
	}
	deep, asked := l.Deep[e.Name]
	isMissing := asked && len(deep.Entries) == 0
	for _, below := range e.Object.Entries {
		isMissing = isMissing || e.Name == ".github" && below.Name == "workflows" && below.Type == "tree" && len(l.Workflows.Entries) == 0
	}
	return isMissing
}

func (t *gqlTree) hasGaps() bool {
	return slices.ContainsFunc(t.Entries, func(e *gqlEntry) bool { return e == nil || e.Object.hasGaps() })
}

// lacksKnown reports whether a list lacks a file that proved something at the same push.
func (r *graphqlRun) lacksKnown(now *resume.Repository, node *gqlListing) bool {
	if now == nil || node.Root == nil {
		return false
	}
	before := r.reposBefore[now.ID]
	if !isReadAt(before, *now) || before.DefaultBranch != now.DefaultBranch {
		return false
	}
	paths := node.paths()
	return slices.ContainsFunc(before.Facts, func(f skill.Fact) bool {
		_, listed := slices.BinarySearch(paths, f.Path)
		return f.Path != "" && !listed
	})
}

// inRead returns a repository of this read, which may not be in the snapshot yet.
func (r *graphqlRun) inRead(id string) *resume.Repository {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, list := range [][]resume.Repository{r.s.Repositories, r.works} {
		for i := range list {
			if list[i].ID == id {
				return &list[i]
			}
		}
	}
	return nil
}
