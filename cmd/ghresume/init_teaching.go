package main

import (
	"strings"

	"github.com/ghresume/ghresume/resume"
)

// teaching are the comments of a new profile: what the guide says of each part,
// and the parts that are still missing, ready to be filled in.
func teaching(p *resume.Profile) map[string]string {
	comments := map[string]string{
		"name":          "# Your resume. Change anything: what you write here wins over GitHub.\n# Every key: `ghresume schema`; every mistake: `ghresume check`.\n",
		"skills":        "# What your code proves, best first. Add what it cannot show, and take out\n# what you would not want to be asked about.\n",
		"github":        "# The account that is read. Tables below it choose what comes from there:\n# [github.projects] max = 6, exclude = [\"*-homework\"]\n",
		"projects":      "# Your pinned repositories. Stars, releases and technologies come from GitHub;\n# say in your own words what each one does, for whom, and how well:\n#   description = \"…\"\n#   highlights = [\"Serves 40,000 requests a second on one core\"]\n",
		"contributions": "# Repositories of others that merged your work. The numbers come from GitHub;\n# description = \"…\" says what you did there.\n",
		"links":         "# Other accounts: a user name or an address.\n",
		"":              missingSections(p),
	}
	if missing := missingKeys(p); missing != "" {
		first := "github"
		if len(p.Links) > 0 {
			first = "links"
		}
		comments[first] = missing + "\n" + comments[first]
	}
	return comments
}

// missingKeys are the keys of the header that nobody has filled in, commented out.
func missingKeys(p *resume.Profile) string {
	var b strings.Builder
	for _, k := range []struct{ value, line string }{
		{p.Title, `# title = "Backend Developer"`},
		{p.Email, `# email = "you@example.com"`},
		{p.Phone, `# phone = "+44 20 7946 0000"`},
		{p.Location, `# location = "London, UK"`},
		{p.Summary + p.Objective, "# A summary has two to four sentences: what you are, what you are good at, what\n# you bring; no \"I\", no \"team player\". People who start out write objective = \"\"\"…\"\"\".\n" + `# summary = """Backend developer with … years of experience in …"""`},
	} {
		if k.value == "" {
			b.WriteString(k.line + "\n")
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "# GitHub does not know these:\n" + b.String()
}

// missingSections are the sections that the profile does not have, as examples.
func missingSections(p *resume.Profile) string {
	var b strings.Builder
	for _, s := range []struct {
		has  bool
		text string
	}{
		{len(p.Experience) > 0, experienceExample}, {len(p.Education) > 0, educationExample},
		{len(p.Certifications) > 0, certificationExample}, {len(p.Languages) > 0, languageExample},
		{p.Layout.MaxPages > 0, layoutExample},
	} {
		if !s.has {
			b.WriteString("\n" + s.text)
		}
	}
	return strings.TrimPrefix(b.String(), "\n")
}

const (
	experienceExample = `# A bullet starts with a strong verb, says what changed, and by how much.
# Newest role first; leave end out for the one that goes on.
# [[experience]]
# title = "Backend Engineer"
# company = "Example Ltd"
# location = "London"
# start = "2021-03"
# end = "2024-06"
# highlights = [
#   "Cut the p99 latency by 38 % by replacing row locks with an append-only ledger",
# ]
# skills = ["Go", "PostgreSQL"]
`
	educationExample = `# [[education]]
# degree = "BSc Computer Science"
# institution = "University of Leeds"
# end = "2018"            # or expected = "2027"
`
	certificationExample = `# [[certifications]]
# name = "Certified Kubernetes Administrator"
# issuer = "CNCF"
# date = "2024"
`
	languageExample = `# [[languages]]
# name = "English"
# fluency = "native"
`
	layoutExample = `# [layout]
# max_pages = 2           # what comes from GitHub is shortened to fit
# theme = "modern"        # or "classic"
`
)
