package ghsync

import "slices"

// hasGaps reports whether names of a repository's files are missing: one is null, or a
// folder that its parent lists was not returned.
func (l *gqlListing) hasGaps() bool {
	if l.Root == nil {
		return false
	}
	if l.Root.Entries == nil || l.Root.hasGaps() || l.Workflows.hasGaps() {
		return true
	}
	for _, tree := range l.Deep {
		if tree.hasGaps() {
			return true
		}
	}
	return slices.ContainsFunc(l.Root.Entries, l.lacks)
}

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
