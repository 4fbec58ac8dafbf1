package templates

import (
	"time"

	"github.com/ghresume/ghresume/resume"
)

func ptr(n int) *int { return &n }

// sections returns the list of sections to print.
func sections(kinds ...resume.SectionKind) []resume.Section {
	var list []resume.Section
	for _, k := range kinds {
		list = append(list, resume.Section{Kind: k})
	}
	return list
}

// combination returns a resume with a value in every field.
func combination() *resume.Resume {
	return &resume.Resume{
		Name: "Ada Lovelace", Title: "Backend Developer", Email: "ada@example.com", Phone: "+44 20 7946 0000",
		Location: "London, UK", Website: "https://ada.example",
		Links: []resume.Link{
			{Network: "linkedin", Label: "LinkedIn", Text: "linkedin.com/in/ada-lovelace", URL: "https://www.linkedin.com/in/ada-lovelace"},
			{Network: "github", Label: "GitHub", Text: "github.com/ada", URL: "https://github.com/ada"},
		},
		Summary: "Backend developer with **ten years** of Go and C++.\nKeeps `p99` low; see [the talk](https://ada.example/talk).",
		Format:  resume.Combination, Login: "ada", TakenAt: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC),
		Sections: append(sections(resume.SummarySection, resume.SkillsSection, resume.ProjectsSection, resume.ExperienceSection, resume.ContributionsSection,
			resume.EducationSection, resume.CertificationsSection, resume.LanguagesSection, resume.AwardsSection, resume.PublicationsSection, resume.VolunteeringSection),
			resume.Section{Kind: resume.Free, Title: "Interests", Items: []string{"Chess", "Looms & *punched* cards"}}),
		Skills: []resume.SkillGroup{
			{Name: "Languages", Skills: []resume.Skill{{Name: "Go"}, {Name: "C++"}, {Name: "C#"}}},
			{Name: "Databases", Skills: []resume.Skill{{Name: "PostgreSQL"}}},
			{Name: "Own group", Skills: []resume.Skill{{Name: "Bash_it"}}},
		},
		Experience: []resume.Company{
			{Name: "Analytical Engines Ltd", Location: "London", URL: "https://engines.example", Start: resume.Date{Year: 2018}, End: resume.Date{Present: true}, Roles: []resume.Experience{
				{Title: "Staff Engineer", Start: resume.Date{Year: 2021, Month: 3}, End: resume.Date{Present: true}, Summary: "Leads storage.",
					Highlights: []resume.Highlight{{Text: "Cut p99 latency by 38 % for 12 teams"}, {Text: "Wrote `List<T>` in *Rust*"}}, Skills: []string{"Go", "Kafka"}},
				{Title: "Engineer", Start: resume.Date{Year: 2018}, End: resume.Date{Year: 2021, Month: 2}, Highlights: []resume.Highlight{{Text: "Built the mill"}}},
			}},
			{Name: "Royal Society", Location: "Remote", Start: resume.Date{Year: 2015, Month: 9}, End: resume.Date{Year: 2017, Month: 12}, Roles: []resume.Experience{
				{Title: "Junior Developer", Company: "Royal Society", Start: resume.Date{Year: 2015, Month: 9}, End: resume.Date{Year: 2017, Month: 12}, Highlights: []resume.Highlight{{Text: "2019. Founder of nothing"}}},
			}},
		},
		Projects: []resume.Project{
			{Name: "engine", Repository: "ada/engine", URL: "https://github.com/ada/engine", Homepage: "https://engine.example", Description: "An __init__ engine for List<T> | fast", Technologies: []string{"Go", "PostgreSQL"},
				Language: "Go", License: "MIT", Stars: ptr(1234), Releases: ptr(14), Downloads: ptr(120_500)},
			{Name: "Looms", Role: "Author", URL: "https://looms.example", Description: "Weaves *all* the things.", OwnWords: true, FromProfile: true, Start: resume.Date{Year: 2020}, End: resume.Date{Year: 2022},
				Highlights: []resume.Highlight{{Text: "Sold 3 of them"}}},
		},
		Contributions: []resume.Contribution{
			{Repository: "kubernetes/kubernetes", URL: "https://github.com/kubernetes/kubernetes", Description: "Production-Grade Container Scheduling", Stars: ptr(110_000), Merged: 14,
				First: resume.Date{Year: 2019, Month: 4, Day: 1}, Last: resume.Date{Year: 2026, Month: 1, Day: 2}, Additions: ptr(5200), Deletions: ptr(310), Proof: "https://github.com/search?q=repo%3Akubernetes%2Fkubernetes+author%3Aada+is%3Amerged&type=pullrequests"},
			{Repository: "golang/go", URL: "https://github.com/golang/go", Description: "Made `fmt` faster", OwnWords: true, Merged: 1, First: resume.Date{Year: 2024}, Last: resume.Date{Year: 2024}, Highlights: []resume.Highlight{{Text: "Fixed #1"}}},
		},
		Education: []resume.Education{
			{Degree: "MSc Computer Science", Institution: "University of London", URL: "https://london.example", Location: "London", Start: resume.Date{Year: 2013}, End: resume.Date{Year: 2015}, Grade: "First", Highlights: []resume.Highlight{{Text: "Thesis on Bernoulli numbers"}}},
			{Degree: "PhD", Institution: "Open University", Expected: resume.Date{Year: 2027}},
		},
		Certifications: []resume.Certification{{Name: "CKA", Issuer: "CNCF", Date: resume.Date{Year: 2024}, Expires: resume.Date{Year: 2027, Month: 5}, URL: "https://cncf.example/cka"}},
		Languages:      []resume.Language{{Name: "English", Fluency: "native"}, {Name: "French"}},
		Awards:         []resume.Award{{Title: "Turing Medal", Issuer: "BCS", Date: resume.Date{Year: 2020}, Description: "For the first program."}},
		Publications:   []resume.Publication{{Title: "Notes", Publisher: "Taylor", Date: resume.Date{Year: 1843}, URL: "https://notes.example"}},
		Volunteering:   []resume.Volunteering{{Title: "Mentor", Organization: "Rails Girls", Start: resume.Date{Year: 2019}, End: resume.Date{Present: true}, Description: "Taught Ruby.", Highlights: []resume.Highlight{{Text: "40 students"}}}},
	}
}
