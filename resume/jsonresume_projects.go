package resume

import (
	"cmp"
	"slices"
	"strings"
)

func (in *jsonReader) projects(root jsonObject) {
	for _, o := range root.objects("projects") {
		facts := o.object("github")
		repo := cmp.Or(facts.text("repository"), repositoryOf(o.peek("url")))
		if o.text("type") == contributionType && repo != "" {
			in.contribution(o, repo)
		} else {
			in.project(o, repo)
		}
		facts.ignore("stars", "releases", "downloads", "license", "lastPush", "mergedPullRequests", "firstMerged", "lastMerged", "proof")
		facts.reportRest()
		o.reportRest()
	}
}

func (in *jsonReader) contribution(o jsonObject, repo string) {
	in.profile.Contributions = append(in.profile.Contributions, OwnWords{
		Repo: repo, Description: o.text("description"), URL: unlessRepository(o.text("url"), repo), Highlights: o.highlights("highlights"),
	})
	// GitHub says these again, and better.
	o.ignore("name", "roles", "startDate", "endDate")
}

func (in *jsonReader) project(o jsonObject, repo string) {
	e := ProjectEntry{
		Repo: repo, Name: o.text("name"), Description: o.text("description"), URL: unlessRepository(o.text("url"), repo),
		Role: strings.Join(o.texts("roles"), ", "), Start: o.date("startDate"), End: o.date("endDate"),
		Highlights: o.highlights("highlights"), Skills: o.texts("keywords"),
	}
	if repo != "" && e.Name == shortName(repo) {
		e.Name = ""
	}
	in.profile.Projects = append(in.profile.Projects, e)
	o.drop("a profile has no such key for a project", "entity", "type")
}

// repositoryOf is owner/name of an address on github.com, or "".
func repositoryOf(address string) string {
	path, ok := strings.CutPrefix(readable(address), "github.com/")
	path = strings.TrimSuffix(path, ".git")
	if !ok || !repository.MatchString(path) {
		return ""
	}
	return path
}

func unlessRepository(address, repo string) string {
	if repo != "" && strings.EqualFold(repositoryOf(address), repo) {
		return ""
	}
	return address
}

// free reads what a profile holds in sections of its own.
func (in *jsonReader) free(root jsonObject) {
	var interests, references []string
	for _, o := range root.objects("interests") {
		interests = append(interests, labelled(o.text("name"), strings.Join(o.texts("keywords"), ", ")))
		o.reportRest()
	}
	for _, o := range root.objects("references") {
		references = append(references, labelled(o.text("name"), o.text("reference")))
		o.reportRest()
	}
	in.section(interestsTitle, interests)
	in.section(referencesTitle, references)
	meta := root.object("meta")
	for _, o := range meta.objects("sections") {
		in.section(o.text("title"), o.texts("items"))
	}
}

func (in *jsonReader) section(title string, items []string) {
	items = slices.DeleteFunc(items, func(item string) bool { return item == "" })
	if title != "" && len(items) > 0 {
		in.profile.Sections = append(in.profile.Sections, FreeSection{Title: title, Items: items})
	}
}

func labelled(label, text string) string {
	if label == "" || text == "" {
		return label + text
	}
	return label + ": " + text
}
