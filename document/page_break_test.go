package document_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/templates"
)

// everySection has each kind of section that the built-in templates print.
const everySection = `name = "Ines Duarte"
title = "Staff Engineer"
email = "ines@duarte.example"
phone = "+351 21 345 6789"
location = "Lisbon, Portugal"
summary = "Engineer with twelve years in ports, rail and insurance. Builds services that plan what moves where. Mentors juniors."
format = "FORMAT"
[skills]
Languages = ["Go", "Java", "SQL"]
Databases = ["PostgreSQL", "Redis"]
Tools = ["Kafka", "Docker", "Terraform"]
[github]
user = "iduarte"
[[experience]]
title = "Staff Engineer"
company = "Cais Logistics"
location = "Lisbon"
start = "2021-05"
summary = "Plans the berths of four harbors."
highlights = [MORE
  "Rebuilt the berth planner in Go, which cut the time that ships wait from nine hours to four in each of the harbors",
  "Led six developers through the split of a monolith into 14 services without a night of downtime",
  "Automated the customs report",
]
skills = ["Go", "Kafka"]
[[experience]]
title = "Senior Engineer"
company = "Cais Logistics"
location = "Lisbon"
start = "2018-02"
end = "2021-04"
highlights = ["Wrote the crane scheduler", "Cut the bill of the cloud by a third"]
skills = ["Java"]
[[experience]]
title = "Engineer"
company = "Linha Rail"
location = "Porto"
start = "2014-09"
end = "2018-01"
highlights = ["Built the seat map for 300 trains", "Reduced failed bookings by 22 %", "Moved 40 jobs to Airflow", "Taught SQL to twelve analysts"]
skills = ["Java", "PostgreSQL"]
[[projects]]
name = "tidetable"
description = "Tides of 300 harbors as an API"
highlights = ["Serves 20,000 requests a day", "Packaged by two distributions"]
skills = ["Go"]
[[projects]]
name = "berthsim"
description = "Simulates a harbor in the browser"
highlights = ["Used by two universities"]
[[contributions]]
repo = "seafarers/charts"
highlights = ["Wrote the parser for S-57 charts", "Reviewed 40 pull requests"]
[[education]]
degree = "MSc Informatics"
institution = "University of Porto"
start = "2012"
end = "2014"
highlights = ["Thesis on scheduling"]
[[certifications]]
name = "Kubernetes Administrator"
issuer = "Cloud Academy"
date = "2023-02"
[[languages]]
name = "Portuguese"
fluency = "native"
[[languages]]
name = "English"
fluency = "C1"
[[awards]]
title = "Best talk"
issuer = "Harbor Days"
date = "2022"
description = "For a talk on planning with constraints."
[[volunteering]]
title = "Mentor"
organization = "Code Lisboa"
start = "2019"
highlights = ["Taught 30 teenagers", "Wrote the course on Git"]
[[sections]]
title = "Talks"
items = ["Harbor Days 2022: planning with constraints", "Go Meetup Lisbon 2021: queues that do not lie"]
`

func harborSnapshot() *resume.Snapshot {
	now := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	s := &resume.Snapshot{TakenAt: now, Login: "iduarte"}
	for i := range 5 {
		stars := 400 - 60*i
		s.Repositories = append(s.Repositories, resume.Repository{
			Name: fmt.Sprintf("iduarte/tool%d", i), URL: fmt.Sprintf("https://github.com/iduarte/tool%d", i), Description: "Small tool for harbors", Stars: stars,
			Language: "Go", Languages: map[string]int64{"Go": 90_000}, License: "MIT", PushedAt: now.AddDate(0, -i, 0),
		})
	}
	for i := range 8 {
		stars := 9000 - 500*i
		name := fmt.Sprintf("%s/part%d", []string{"seafarers", "railworks", "openports"}[i%3], i)
		s.Contributions = append(s.Contributions, resume.MergedWork{
			Repository: name, URL: "https://github.com/" + name, Description: "Part of a larger whole", Stars: &stars, Merged: 3 + i, First: now.AddDate(-4, 0, 0), Last: now.AddDate(-1, 0, 0),
		})
	}
	return s
}

// TestNoPageBreakStrands grows the first role by 0 to 17 bullets, in every theme, template
// and format: no page break separates what belongs together.
func TestNoPageBreakStrands(t *testing.T) {
	for _, format := range []resume.Format{resume.Chronological, resume.Combination, resume.Functional} {
		for more := range 18 {
			if testing.Short() && more%6 != 0 {
				continue
			}
			filler := strings.Repeat("\n  \"Wrote a tool for the teams that plan the harbors\",", more)
			source := strings.NewReplacer("MORE", filler, "FORMAT", string(format)).Replace(everySection)
			p, err := resume.ParseProfile("resume.toml", []byte(source))
			if err != nil {
				t.Fatal(err)
			}
			r := resume.Build(p, harborSnapshot())
			for _, name := range []string{"resume", "cv", "readme"} {
				layout, err := templates.Builtin(name)
				if err != nil {
					t.Fatal(err)
				}
				md, err := layout.RenderParts(r)
				if err != nil {
					t.Fatal(err)
				}
				for _, theme := range document.Themes() {
					found, err := document.Stranded(md, document.Meta{Theme: theme})
					if err != nil {
						t.Fatal(err)
					}
					for _, what := range found {
						t.Errorf("%s, %s, %s, %d more bullets: %s", format, name, theme, more, what)
					}
				}
			}
		}
	}
}

// TestNoStrayLines: a last page of up to five lines is avoided if that takes at most 8 % of
// the height, and never at the cost of more.
func TestNoStrayLines(t *testing.T) {
	avoided := 0
	for _, theme := range document.Themes() {
		for more := range 60 {
			md := "# Ada\n\n## Experience\n\n" + strings.Repeat("- Built a berth planner\n", 10+more) + "\n## Awards\n\n- Best talk\n\n## Languages\n\nPortuguese: native\n"
			lines, factor, saved, err := document.LastPage([]byte(md), document.Meta{Theme: theme})
			switch {
			case err != nil:
				t.Fatal(err)
			case saved > 0.08:
				t.Errorf("%s, %d more: %.3f of the height gone", theme, more, saved)
			case factor < 1:
				avoided++
			case lines == 1, lines == 2:
				t.Errorf("%s, %d more: a last page of %d lines", theme, more, lines)
			}
		}
	}
	if avoided < 4*len(document.Themes()) {
		t.Errorf("avoided %d times", avoided)
	}
}
