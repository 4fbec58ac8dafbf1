package main

import (
	"fmt"
	"maps"
	"strconv"
	"strings"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/resume"
)

// profileComments returns the comments of a new profile: what a good resume has in each
// part, and the missing parts as examples to fill in.
func profileComments(p *resume.Profile) map[string]string {
	comments := map[string]string{
		"name":          profileHead,
		"skills":        "# What your code proves, best first. Add what it cannot show, and remove\n# what you would not want to be asked about.\n",
		"github":        "# Your GitHub account. The tables below it choose what comes from there:\n# [github.projects] max = 6, exclude = [\"*-homework\"]\n",
		"projects":      "# Your pinned repositories. Stars, releases and technologies come from GitHub;\n# say in your own words what each one does, for whom, and how well:\n#   description = \"…\"\n#   highlights = [\"Serves 40,000 requests a second on one core\"]\n",
		"contributions": "# Repositories of others that merged your work. The numbers come from GitHub;\n# description = \"…\" says what you did there.\n",
		"links":         "# Other accounts: a user name or an address.\n",
		"":              missingSections(p),
	}
	if missing := missingKeys(p); missing != "" {
		first := firstTable(p)
		comments[first] = missing + "\n" + comments[first]
	}
	if p.Name == "" {
		comments[firstTable(p)] = profileHead + comments[firstTable(p)]
	}
	return comments
}

// importComments returns the doubts about an imported file, and the parts that are still
// missing.
func importComments(p *resume.Profile, doubts map[string]string) map[string]string {
	comments := maps.Clone(doubts)
	comments["name"] = profileHead + comments["name"]
	if missing := missingSections(p); missing != "" {
		comments[""] = strings.TrimPrefix(comments[""]+"\n"+missing, "\n")
	}
	return comments
}

const profileHead = "# Your resume. Change anything: what you write here takes precedence over GitHub.\n" +
	"# Every key: https://github.com/ghresume/ghresume/blob/main/docs/profile.md\n" +
	"# Completion in editors: `ghresume schema`. Common mistakes: `ghresume check`.\n"

// firstTable returns the first table of a new profile, or "" if there is none. The keys of
// the header must precede it: what follows a table's header belongs to that table.
func firstTable(p *resume.Profile) string {
	switch {
	case len(p.Links) > 0:
		return "links"
	case p.GitHub.User != "":
		return "github"
	}
	return ""
}

// missingKeys returns the empty keys of the header, commented out.
func missingKeys(p *resume.Profile) string {
	var b strings.Builder
	for _, k := range []struct{ value, example string }{
		{p.Name, `# name = "Your Name"`},
		{p.Title, `# title = "Backend Developer"`},
		{p.Email, `# email = "you@example.com"`},
		{p.Phone, `# phone = "+00 000 0000000"`},
		{p.Location, `# location = "City, Country"`},
		{p.Summary + p.Objective, summaryExample},
	} {
		if k.value == "" {
			b.WriteString(k.example + "\n")
		}
	}
	switch {
	case b.Len() == 0:
		return ""
	case p.GitHub.User == "":
		return "\n# Remove the \"# \" from a line and make it yours.\n" + b.String()
	}
	return "# GitHub does not know these:\n" + b.String()
}

// missingSections returns the sections that the profile does not have, as examples.
func missingSections(p *resume.Profile) string {
	var b strings.Builder
	for _, s := range []struct {
		has     bool
		example string
	}{
		{len(p.Links) > 0, linksExample},
		{p.GitHub.User != "", githubExample},
		{len(p.Skills) > 0, skillsExample},
		{len(p.Experience) > 0, experienceExample},
		{len(p.Projects) > 0, projectExample},
		{len(p.Education) > 0, educationExample},
		{len(p.Certifications) > 0, certificationExample},
		{len(p.Languages) > 0, languageExample},
		{len(p.Awards) > 0, awardExample},
		{p.Layout.MaxPages != nil, layoutExample + themeExample()},
		{len(p.Outputs) > 0, outputExample},
	} {
		if !s.has {
			b.WriteString("\n" + s.example)
		}
	}
	return strings.TrimPrefix(b.String(), "\n")
}

// themeExample returns a line that names the themes.
func themeExample() string {
	var names []string
	for _, theme := range document.Themes() {
		names = append(names, strconv.Quote(string(theme)))
	}
	return fmt.Sprintf("# theme = %-15s # or %s\n", names[0], strings.Join(names[1:], ", "))
}

const (
	summaryExample = `# A summary has two to four sentences: who you are, what you are good at, what
# you bring; no "I", no "team player".
# summary = """Backend developer with … years of experience in …"""
# If you are starting out, write an objective instead: what you look for and bring.
# objective = """Graduate in … looking for …"""`

	linksExample = `# A user name or an address for each account.
# [links]
# linkedin = "your-name"
`
	githubExample = `# With an account, projects, skills and contributions come from GitHub.
# [github]
# user = "your-login"
`
	skillsExample = `# Only what you could be asked about; one line per group.
# [skills]
# Languages = ["Go", "SQL"]
# Databases = ["PostgreSQL"]
# Tools = ["Docker"]
`
	experienceExample = `# A bullet starts with a strong verb, says what changed, and by how much.
# Newest role first; leave end out for your current one.
# [[experience]]
# title = "Backend Engineer"
# company = "Company name"
# location = "City, Country"
# start = "2021-03"
# end = "2024-06"
# highlights = [
#   "Cut the p99 latency by 38 % by replacing row locks with an append-only ledger",
# ]
# skills = ["Go", "PostgreSQL"]
`
	projectExample = `# Projects speak for you when experience is short: coursework, side projects.
# [[projects]]
# name = "Project name"
# url = "https://project.example"
# description = "Plans lessons for a school of 400 pupils"
# highlights = ["Cut the planning from two weeks to a day"]
# skills = ["Python", "SQLite"]
`
	educationExample = `# [[education]]
# degree = "Degree, field"    # such as "BSc Computer Science"
# institution = "University name"
# end = "2018"            # or expected = "2027"
`
	certificationExample = `# [[certifications]]
# name = "Certificate name"  # such as "Certified Kubernetes Administrator"
# issuer = "Issuer name"
# date = "2024"
`
	languageExample = `# [[languages]]
# name = "English"
# fluency = "native"
`
	awardExample = `# [[awards]]
# title = "Award name"       # such as "First prize, university hackathon"
# issuer = "Issuer name"
# date = "2017"
`
	layoutExample = `# [layout]
# max_pages = 2           # what comes from GitHub is shortened to fit
`
	outputExample = `# [[outputs]]             # what ghresume generate makes without -o
# file = "README.md"      # public: without phone, street and e-mail
# template = "readme"
# [[outputs]]
# file = "resume.pdf"     # private: with them
`
)
