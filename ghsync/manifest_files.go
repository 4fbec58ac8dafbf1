package ghsync

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// filesRead is the result of reading the files of one repository.
type filesRead struct {
	facts   []skill.Fact
	partial bool // without those in denied folders
	missing *problem
}

func (r *graphqlRun) filesOf(id string) *filesRead {
	if r.files[id] == nil {
		r.files[id] = &filesRead{}
	}
	return r.files[id]
}

func (r *graphqlRun) missFiles(id string, t problem) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.filesOf(id).missing = &t
}

// filesParts ask for the manifests of all the listed repositories.
func (r *graphqlRun) filesParts() []part {
	var parts []part
	for i := range r.s.Repositories {
		repo := &r.s.Repositories[i]
		listed, ok := r.listings[repo.ID]
		if !ok {
			continue
		}
		delete(r.listings, repo.ID)
		repo.Commits = cmp.Or(listed.commits, repo.Commits)
		r.filesOf(repo.ID).facts, r.filesOf(repo.ID).partial = listed.facts, listed.partial
		if len(listed.manifests) > 0 {
			parts = append(parts, r.filesPart(repo.ID, listed.manifests))
		}
	}
	return parts
}

// filesRequests distributes files over requests.
func filesRequests(parts []part) [][]part {
	var requests [][]part
	files := filesAtOnce
	for _, p := range parts {
		if files += p.size; files > filesAtOnce {
			requests, files = append(requests, nil), p.size
		}
		last := len(requests) - 1
		requests[last] = append(requests[last], p)
	}
	return requests
}

// filesPart reads manifests of one repository.
func (r *graphqlRun) filesPart(id string, paths []string) part {
	return part{
		kind: "files", size: len(paths), field: filesField(id, paths),
		less: func() []part {
			if len(paths) == 1 {
				return nil
			}
			return []part{r.filesPart(id, paths[:len(paths)/2]), r.filesPart(id, paths[len(paths)/2:])}
		},
		absent: func() error { // the list had it a moment ago
			r.missFiles(id, problem{why: gaveUp})
			return nil
		},
		read: func(a *answer) error { return r.takeFiles(a, id, paths) },
		miss: func(t problem) error {
			r.missFiles(id, t)
			return nil
		},
	}
}

// gqlFile is the fragment File.
type gqlFile struct {
	Text        *string
	IsTruncated bool
	IsBinary    *bool
	ByteSize    *int
}

// isUnread reports whether a file lacks its text although it has some: it is not binary
// (if the server can tell), empty, or too long.
func (f *gqlFile) isUnread(unsaid bool) bool {
	binary := unsaid || f.IsBinary != nil && *f.IsBinary
	empty := f.ByteSize != nil && *f.ByteSize == 0
	if f.Text != nil {
		return *f.Text == "" && f.ByteSize != nil && !empty
	}
	return !binary && !empty && !f.IsTruncated
}

// takeFiles reads the facts from the files once all of them were returned: the listing
// has them.
func (r *graphqlRun) takeFiles(a *answer, id string, paths []string) error {
	var files map[string]*gqlFile
	if err := a.unmarshal(&files); err != nil {
		return err
	}
	if i := slices.IndexFunc(a.errors, graphqlError.isDenial); i >= 0 {
		r.missFiles(id, problem{why: a.errors[i].sentence(), lasting: true})
		return nil
	}
	var facts []skill.Fact
	for i, path := range paths {
		file := files[fmt.Sprintf("f%d", i)]
		isUnread := file == nil || file.isUnread(a.lost.of("isBinary", "File"))
		if isUnread && a.failure() != "" {
			r.missFiles(id, problem{why: a.failure()})
			continue
		} else if isUnread {
			return errUnanswered
		}
		if file.Text != nil && !file.IsTruncated {
			facts = append(facts, skill.ReadManifest(path, []byte(*file.Text))...)
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.filesOf(id).facts = append(r.filesOf(id).facts, facts...)
	return nil
}

// setFacts sets the facts from files on the snapshot. If a repository's files were not
// returned completely, the old facts stay and the next read tries again.
func (r *graphqlRun) setFacts() {
	missing, passing := map[string][]string{}, map[string]bool{} // names by reason
	kept := map[string]time.Time{}
	for id, read := range r.files {
		repo := r.repository(id)
		if repo == nil {
			continue
		}
		delete(r.files, id)
		if read.missing == nil {
			repo.Facts, repo.FilesAt = read.facts, repo.PushedAt
			if read.partial {
				repo.Facts = withFolders(repo.Facts, r.reposBefore[id].Facts)
			}
			continue
		}
		why := read.missing.why
		missing[why] = append(missing[why], repo.Name)
		passing[why] = passing[why] || !read.missing.lasting
		before, known := resume.Repository{}, false
		if old := r.before(); old != nil {
			before, known = byID(old.Repositories)[id]
		}
		switch {
		case known && before.Facts != nil && !before.FilesAt.IsZero(): // read completely
			repo.Facts, repo.FilesAt, kept[why] = before.Facts, before.FilesAt, r.before().TakenAt
		default:
			repo.Facts = read.facts
		}
		repo.Commits = keep(repo.Commits, before.Commits)
		if read.missing.lasting || r.isLastingMiss(why) {
			repo.FilesAt = repo.PushedAt
		}
	}
	for why, names := range missing {
		slices.Sort(names)
		n := len(names)
		r.cuts.add(resume.Cut{Part: resume.CutFiles, What: "files of " + english.Count(n, "repository"), Names: names, Why: why, Count: n, Lasting: !passing[why], Kept: kept[why]})
	}
}

// withFolders adds to the facts of a repository what is known of files in its folders.
func withFolders(now, before []skill.Fact) []skill.Fact {
	for _, fact := range before {
		if strings.Contains(fact.Path, "/") && !slices.Contains(now, fact) {
			now = append(now, fact)
		}
	}
	return now
}

// isLastingMiss reports whether files were requested in vain in several reads.
func (r *graphqlRun) isLastingMiss(why string) bool {
	old := r.before()
	return old != nil && slices.ContainsFunc(old.Cut, func(c resume.Cut) bool {
		return c.Part == resume.CutFiles && c.Why == why && c.Runs >= runsToLast-1
	})
}
