package ghsync

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// fewExamples is how many repositories show whether a denial has passed.
const fewExamples = 5

// innerSpread matches the use of a fragment.
var innerSpread = lazy.New(`\{ \.\.\.\w+ \}`)

// examplesOf returns small queries that GitHub answers if it no longer denies what a cut
// is about. They use no fragments, so that no field of theirs is left out.
func (r *graphqlRun) examplesOf(c resume.Cut) []string {
	if c.Field != "" {
		return r.examplesOfField(c.Field)
	}
	user := "user(login: " + quote(r.account.Login) + ") { %s }"
	if strings.HasPrefix(c.What, someFolders) {
		return nodesWith(r.foreignIDs(), rootEntries)
	}
	if c.What == somePins {
		return []string{fmt.Sprintf(user, "pinnedItems(first: 6, types: [REPOSITORY]) { nodes { ... on Repository { nameWithOwner } } }")}
	}
	switch c.Part {
	case resume.CutProfile:
		return []string{fmt.Sprintf(user, "login url")}
	case resume.CutActivity:
		return []string{fmt.Sprintf(user, "contributionsCollection { contributionYears }"), countField(mergedElsewhere(r.account.Login))}
	case resume.CutContributions:
		return r.pullExamples(c)
	case resume.CutCommits:
		return []string{r.commitsExample(c)}
	case resume.CutNamed:
		return []string{repositoryWith(c.What, bare("Brief"))}
	case resume.CutFiles:
		if len(c.Names) > 0 {
			return append(r.namedExamples(c.Names, rootEntries), r.fileExample("text", c.Names)...)
		}
		return r.filesExamples()
	case resume.CutDownloads:
		if len(c.Names) > 0 {
			return r.namedExamples(c.Names, bare("Downloads"))
		}
		return nodesWith(r.idsOf(isUncounted), bare("Downloads"))
	case resume.CutWorks, resume.CutDetails:
		if len(c.Names) > 0 {
			return r.namedExamples(c.Names, bare("Repo"))
		}
		return nodesWith(r.foreignIDs(), bare("Repo"))
	}
	return nil
}

// namedExamples ask for fields of the repositories that a cut names: others show nothing,
// since a policy is one organization's.
func (r *graphqlRun) namedExamples(names []string, fields string) []string {
	var out []string
	known := byName(r.old.Repositories)
	for _, name := range names[:min(len(names), fewExamples)] {
		if id := known[strings.ToLower(name)].ID; id != "" {
			out = append(out, nodeWith(id, fields))
		} else {
			out = append(out, repositoryWith(name, fields))
		}
	}
	return out
}

// examplesOfField returns a query for a field that is no longer requested.
func (r *graphqlRun) examplesOfField(field string) []string {
	fragment, name, _ := strings.Cut(field, ".")
	from, to, ok := fieldIn(fragments[fragment], name)
	if !ok {
		return nil
	}
	text := innerSpread.ReplaceAllString(fragments[fragment][from:to], "{ __typename }")
	user := "user(login: " + quote(r.account.Login) + ") { %s }"
	switch fragment {
	case "Profile", "Figures":
		return []string{fmt.Sprintf(user, text)}
	case "Committed":
		return []string{fmt.Sprintf(user, "contributionsCollection { "+text+" }")}
	case "ByRepository", "EachRepository", "Counted":
		return []string{fmt.Sprintf(user, "contributionsCollection { commitContributionsByRepository(maxRepositories: 1) { "+text+" } }")}
	case "Merged":
		if len(r.old.Contributions) > 0 {
			return []string{fmt.Sprintf(user, "pullRequests(states: MERGED, first: 1) { nodes { "+text+" } }")}
		}
	case "Brief", "Repo", "Work", "Listing", "Downloads":
		if ids := r.idsOf(hasContent); len(ids) > 0 {
			return []string{nodeWith(ids[0], text)}
		}
	case "File":
		return r.fileExample(text, nil)
	}
	return nil
}

// bare returns the fields of a fragment.
func bare(fragment string) string {
	text := fragments[fragment]
	return strings.TrimSuffix(strings.TrimSpace(text[strings.IndexByte(text, '{')+1:]), "}")
}

func nodeWith(id, fields string) string {
	return fmt.Sprintf("node(id: %s) { ... on Repository { %s } }", quote(id), fields)
}

func nodesWith(ids []string, fields string) []string {
	if len(ids) == 0 {
		return nil
	}
	quoted := make([]string, len(ids))
	for i, id := range ids {
		quoted[i] = quote(id)
	}
	return []string{fmt.Sprintf("nodes(ids: [%s]) { ... on Repository { %s } }", strings.Join(quoted, ", "), fields)}
}

func repositoryWith(name, fields string) string {
	owner, repo, _ := strings.Cut(name, "/")
	return fmt.Sprintf("repository(owner: %s, name: %s) { %s }", quote(owner), quote(repo), fields)
}

// idsOf returns the first few repositories that meet a condition.
func (r *graphqlRun) idsOf(meets func(*resume.Repository) bool) []string {
	var ids []string
	for i := range r.old.Repositories {
		if repo := &r.old.Repositories[i]; repo.ID != "" && meets(repo) {
			ids = append(ids, repo.ID)
		}
	}
	return ids[:min(len(ids), fewExamples)]
}

func hasContent(repo *resume.Repository) bool { return !repo.Empty && !repo.Disabled }

// isUncounted reports whether a repository's downloads may have been denied.
func isUncounted(repo *resume.Repository) bool {
	return repo.Downloads == nil && repo.Releases != nil && *repo.Releases > 0
}

// foreignIDs returns repositories of others: those with contributions or commits.
func (r *graphqlRun) foreignIDs() []string {
	ids := r.idsOf(func(repo *resume.Repository) bool { return !ownedBy(r.old.Login, repo.Name) })
	for _, w := range r.old.Contributions {
		owner, _, _ := strings.Cut(w.Repository, "/")
		if w.ID != "" && (included(r.old.Organizations, owner) || included(r.account.Include, w.Repository)) {
			ids = append(ids, w.ID)
		}
	}
	ids = unique(ids)
	return ids[:min(len(ids), fewExamples)]
}

// rootEntries are the names of the files in a repository's root.
const rootEntries = `object(expression: "HEAD:") { ... on Tree { entries { name type object { __typename } } } }`

// filesExamples ask for the files of repositories without facts, and for the text of one.
func (r *graphqlRun) filesExamples() []string {
	ids := r.idsOf(func(repo *resume.Repository) bool {
		return hasContent(repo) && !repo.FilesAt.IsZero() && len(repo.Facts) == 0
	})
	if len(ids) == 0 {
		ids = r.idsOf(hasContent)
	}
	list := nodesWith(ids, rootEntries)
	return append(list, r.fileExample("text", nil)...)
}

// fileExample asks for fields of one file that was found earlier, in one of the named
// repositories if there are any.
func (r *graphqlRun) fileExample(fields string, names []string) []string {
	isMeant := func(repo *resume.Repository) bool {
		return hasContent(repo) && (len(names) == 0 || included(names, repo.Name))
	}
	for _, repo := range r.old.Repositories {
		if repo.ID == "" || len(repo.Facts) == 0 || len(names) > 0 && !isMeant(&repo) {
			continue
		}
		i := slices.IndexFunc(repo.Facts, func(f skill.Fact) bool { return f.Path != "" })
		if i >= 0 {
			return []string{nodeWith(repo.ID, fmt.Sprintf("object(expression: %s) { ... on Blob { %s } }", quote("HEAD:"+repo.Facts[i].Path), fields))}
		}
	}
	if ids := r.idsOf(isMeant); len(ids) > 0 { // whether there is such a file does not matter
		return []string{nodeWith(ids[0], fmt.Sprintf("object(expression: %s) { ... on Blob { %s } }", quote("HEAD:README.md"), fields))}
	}
	return nil
}

// pullExamples ask for a merged pull request: one of the organization that a cut names, or
// any if all are denied.
func (r *graphqlRun) pullExamples(c resume.Cut) []string {
	query := mergedElsewhere(r.account.Login)
	if m := quotedName.FindStringSubmatch(c.Why); m != nil && c.Count > 0 {
		query += " org:" + m[1]
	} else if c.Count > 0 {
		return nil // no example shows anything
	}
	return []string{fmt.Sprintf("search(type: ISSUE, query: %s, first: 1) { nodes { ... on PullRequest { number title mergedAt repository { nameWithOwner } } } }", quote(query))}
}

// commitsExample asks for the commits of the first year that was not given, with their
// repositories or, since an organization may hide these for good, without. An organization
// that hides its own names the year.
func (r *graphqlRun) commitsExample(c resume.Cut) string {
	withRepositories := c.What != someYears
	known := map[int]bool{}
	for _, span := range r.old.Commits {
		known[span.From.Year()] = true
	}
	year := r.account.Now.Year()
	if i := slices.IndexFunc(r.old.Activity.Years, func(y int) bool { return !known[y] && y > 1970 && y < year }); i >= 0 {
		year = r.old.Activity.Years[i]
	}
	if withRepositories && len(c.Names) > 0 {
		year, _ = strconv.Atoi(c.Names[0])
	}
	from, to := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(year, 12, 31, 0, 0, 0, 0, time.UTC)
	fields := bare("Counted")
	if withRepositories {
		fields += " repository { " + bare("Brief") + " }"
	}
	return strings.NewReplacer("...Committed", bare("Committed"), "...Counted ...ByRepository", fields).Replace(commitsField(r.account.Login, from, to, "ByRepository"))
}
