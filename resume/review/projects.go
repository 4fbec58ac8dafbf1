package review

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
)

var projectRules = []Rule{
	{
		Name: "project-without-description", Area: Impact, Severity: Warning, Habit: true, on: onProjects,
		Reason: "A name alone does not say what the project is for.",
		Bad:    "[[projects]]\nname = \"Engine\"\nskills = [\"Go\"]",
		Good:   "[[projects]]\nname = \"Engine\"\ndescription = \"Rule engine for invoices\"\nskills = [\"Go\"]",
		check:  checkProjectDescriptions,
	},
	{
		Name: "project-without-technology", Area: Impact, Severity: Advice, on: onProjects,
		Reason: "Readers want to know what it is written in, and searches look for it.",
		Bad:    "[[projects]]\nname = \"Engine\"\ndescription = \"Rule engine for invoices\"",
		Good:   "[[projects]]\nname = \"Engine\"\ndescription = \"Rule engine for invoices\"\nskills = [\"Go\"]",
		check:  checkProjectTechnologies,
	},
	{
		Name: "project-description-is-name", Area: Impact, Severity: Warning, on: onProjects,
		Reason: "A description that repeats the name says nothing.",
		Bad:    "[[projects]]\nname = \"invoice-engine\"\ndescription = \"Invoice Engine.\"",
		Good:   "[[projects]]\nname = \"invoice-engine\"\ndescription = \"Applies tax rules to invoices\"",
		check:  checkProjectNames,
	},
	{
		Name: "placeholder-link", Area: Impact, Severity: Warning, on: onAddresses,
		Reason: "A link to localhost or a template's page shows that nobody tried it.",
		Bad:    "[[projects]]\nname = \"Engine\"\nurl = \"http://localhost:3000\"",
		Good:   "[[projects]]\nname = \"Engine\"\nurl = \"https://engine.example\"",
		check:  checkPlaceholderLinks,
	},
	{
		Name: "dead-link", Area: Impact, Severity: Warning, on: onAnswers,
		Reason: "A link that answers with an error is worse than none.",
		Bad:    "website = \"https://gone.example\"",
		Good:   "website = \"https://engine.example\"",
		check:  checkDeadLinks,
	},
}

// printed returns a project of the profile with GitHub's data for it, or nil.
func (r *reading) printed(e resume.ProjectEntry) *resume.Project {
	if e.Repo == "" {
		return nil
	}
	for i, p := range r.Resume.Projects {
		if strings.EqualFold(p.Repository, e.Repo) {
			return &r.Resume.Projects[i]
		}
	}
	return nil
}

// fromGitHub returns the printed projects that the profile does not list.
func (r *reading) fromGitHub() []resume.Project {
	return slices.DeleteFunc(slices.Clone(r.Resume.Projects), func(p resume.Project) bool { return p.FromProfile || p.Repository == "" })
}

func checkProjectDescriptions(r *reading) []Finding {
	const hint = "say in a line what it does and for whom"
	var found []Finding
	for i, e := range r.Profile.Projects {
		if strings.TrimSpace(e.Description) != "" || len(e.Highlights) > 0 {
			continue
		}
		if p := r.printed(e); e.Repo != "" && (p == nil && r.Snapshot == nil || p != nil && p.Description != "") {
			continue // GitHub has it, or was not queried
		}
		found = append(found, at(fmt.Sprintf("projects[%d].description", i), "the project has no description", hint))
	}
	for _, p := range r.fromGitHub() {
		if strings.TrimSpace(p.Description) == "" {
			found = append(found, Finding{Repository: p.Repository, Severity: Advice,
				Message: "the repository has no description", Hint: hint + ", on GitHub or in [[projects]]"})
		}
	}
	return found
}

func checkProjectTechnologies(r *reading) []Finding {
	const hint = "add skills = [\"…\"]"
	var found []Finding
	for i, e := range r.Profile.Projects {
		texts := []string{e.Name, e.Description, e.Role}
		for _, h := range e.Highlights {
			texts = append(texts, h.Text)
		}
		if len(e.Skills) > 0 || len(r.Catalog.Find(strings.Join(texts, "\n"))) > 0 {
			continue
		}
		if p := r.printed(e); e.Repo != "" && (r.Snapshot == nil || p != nil && (p.Language != "" || len(p.Technologies) > 0)) {
			continue // unknown without a snapshot
		}
		found = append(found, at(fmt.Sprintf("projects[%d]", i), "the project names no technology that ghresume knows", hint))
	}
	for _, p := range r.fromGitHub() {
		if p.Language == "" && len(p.Technologies) == 0 {
			found = append(found, Finding{Repository: p.Repository,
				Message: "the repository shows no technology",
				Hint:    "add topics on GitHub, or " + hint + " in [[projects]]"})
		}
	}
	return found
}

func checkProjectNames(r *reading) []Finding {
	const hint = "say what it does and for whom"
	var found []Finding
	for i, e := range r.Profile.Projects {
		name := e.Repo[strings.Index(e.Repo, "/")+1:]
		if repeatsName(e.Description, e.Name) || repeatsName(e.Description, name) {
			found = append(found, at(fmt.Sprintf("projects[%d].description", i), "the description repeats the name", hint))
		}
	}
	for _, p := range r.fromGitHub() {
		if repeatsName(p.Description, p.Name) {
			found = append(found, Finding{Repository: p.Repository, Severity: Advice,
				Message: "the description repeats the name", Hint: hint + ", on GitHub or in [[projects]]"})
		}
	}
	return found
}

// article matches how a description begins that only repeats the name: "A simple …".
var article = lazy.New(`(?i)^(?:an?|the|my|this is an?|simple|a simple) `)

func repeatsName(description, name string) bool {
	description = article.ReplaceAllString(strings.TrimSpace(description), "")
	plain := func(s string) string { return strings.TrimPrefix(squeeze(strings.Trim(s, " .!")), "the") }
	return plain(description) != "" && plain(description) == plain(name)
}

// absolute completes an address that people write without its scheme.
func absolute(value string) string {
	if strings.Contains(value, "://") {
		return value
	}
	return "https://" + value
}

var templateHost = pattern("templateHost")

// frontPages are hosts where everybody's pages have a path.
var frontPages = map[string]bool{"github.com": true, "gitlab.com": true, "bitbucket.org": true,
	"youtube.com": true, "medium.com": true, "kaggle.com": true, "npmjs.com": true,
	"pypi.org": true, "drive.google.com": true, "docs.google.com": true}

func checkPlaceholderLinks(r *reading) []Finding {
	var found []Finding
	for _, a := range r.addresses {
		if f, ok := placeholderLink(a.field, "", a.value); ok {
			found = append(found, f)
		}
	}
	found = append(found, checkHalfAddresses(r)...)
	found = append(found, r.placeholdersInTexts()...)
	for _, p := range r.fromGitHub() {
		if f, ok := placeholderLink("", p.Repository, p.Homepage); ok && p.Homepage != "" {
			found = append(found, f)
		}
	}
	return found
}

// pageAddress matches the address of somebody's page in a text.
var pageAddress = lazy.New(`(?i)(?:https?://|\b(?:github|gitlab|linkedin|bitbucket)\.(?:com|org)/|\b[a-z0-9-]+\.github\.io\b)[^\s<>"')\]]*`)

// placeholdersInTexts finds what a template left in an address in a text, where a local
// address may be meant.
func (r *reading) placeholdersInTexts() []Finding {
	var found []Finding
	for _, t := range r.texts {
		for _, m := range pageAddress.FindAllStringIndex(t.value, -1) {
			u, err := url.Parse(absolute(t.value[m[0]:m[1]]))
			if err == nil && !localHost.MatchString(u.Hostname()) && (templateHost.MatchString(u.Hostname()) || templateHost.MatchString(u.Path)) {
				found = append(found, t.within(m[0], m[1], fmt.Sprintf("%q is a placeholder", t.value[m[0]:m[1]]), "give the real address, or leave it out"))
			}
		}
	}
	return found
}

// localHost matches the hosts of one's own network.
var localHost = lazy.New(`(?i)^(?:localhost|127\.|0\.0\.0\.0|192\.168\.|10\.\d)`)

func placeholderLink(field, repository, value string) (Finding, bool) {
	f := Finding{Field: field, Repository: repository,
		Message: fmt.Sprintf("%q is a placeholder", value),
		Hint:    "give the real address, or leave it out"}
	u, err := url.Parse(absolute(value))
	if err != nil || u.Host == "" {
		return f, false
	}
	if host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."); !strings.Contains(host, ".") && !templateHost.MatchString(host) && !strings.Contains(u.Hostname(), ":") {
		f.Message, f.Hint = fmt.Sprintf("%q has no domain", value), "expected an address such as https://ada.example"
		return f, true
	}
	if strings.Trim(u.Path, "/") == "" && !strings.HasPrefix(field, "links.") && frontPages[strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")] {
		f.Message = fmt.Sprintf("%q is the front page, not yours", value)
		return f, true
	}
	if templateHost.MatchString(u.Hostname()) || templateHost.MatchString(u.Path) {
		return f, true
	}
	// These hosts are for documentation; invented profiles use them too.
	if bare := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."); bare == "example.com" || bare == "example.org" || bare == "example.net" {
		f = advice(f)
		f.Message = fmt.Sprintf("%q is an address for examples", value)
		return f, true
	}
	return f, false
}

func checkDeadLinks(r *reading) []Finding {
	var found []Finding
	put := func(field, repository, value string) {
		status, asked := r.Links[absolute(value)]
		if !asked {
			return
		}
		if f, bad := deadLink(value, status); bad {
			f.Field, f.Repository = field, repository
			found = append(found, f)
		}
	}
	for _, a := range r.addresses {
		put(a.field, "", a.value)
	}
	for _, p := range r.fromGitHub() {
		if p.Homepage != "" {
			put("", p.Repository, p.Homepage)
		}
	}
	return found
}

func deadLink(value string, s resume.LinkStatus) (Finding, bool) {
	f := Finding{Hint: "correct the address, or leave it out"}
	switch {
	case s.Code >= 200 && s.Code < 400, s.Code == 401, s.Code == 403, s.Code == 429, s.Code == 999:
		return f, false // some hosts respond to browsers only
	case s.Code == 404, s.Code == 410:
		f.Message = fmt.Sprintf("%s answers %d: the page is gone", value, s.Code)
	case s.Gone:
		f.Message = fmt.Sprintf("%s leads to a host that does not exist", value)
	case s.Code > 0:
		f = advice(f)
		f.Message = fmt.Sprintf("%s answers %d; that may pass", value, s.Code)
	default:
		f = advice(f)
		f.Message = fmt.Sprintf("%s did not answer (%s); that may pass", value, s.Err)
	}
	return f, true
}

// Links returns the addresses that a link check requests.
func Links(in Input) []string {
	r := newReading(in)
	var all []string
	for _, a := range r.addresses {
		all = append(all, absolute(a.value))
	}
	for _, p := range r.fromGitHub() {
		if p.Homepage != "" {
			all = append(all, absolute(p.Homepage))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
