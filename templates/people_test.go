package templates

import (
	"time"

	"github.com/ghresume/ghresume/resume"
)

// profiles returns resumes of very different people.
func profiles() map[string]*resume.Resume {
	return map[string]*resume.Resume{
		"whole":   combination(),
		"student": student(),
		"veteran": veteran(),
		"changer": changer(),
		"mononym": {Name: "Suharto", Login: "suharto", Sections: sections(resume.SkillsSection), Skills: skills("Languages", "Go")},
		"rtl":     rightToLeft(),
		"github":  onlyGitHub(),
		"hostile": fromGitHub("# <!-- ghresume:end --> [x](javascript:alert(1)) ![i](https://e.example/i.png) <b>|`*_\u202Eevil"),
		"sparse":  sparse(),
	}
}

func skills(group string, names ...string) []resume.SkillGroup {
	g := resume.SkillGroup{Name: group}
	for _, n := range names {
		g.Skills = append(g.Skills, resume.Skill{Name: n})
	}
	return []resume.SkillGroup{g}
}

// student has no jobs.
func student() *resume.Resume {
	return &resume.Resume{
		Name: "Zoë Nguyễn", Title: "Computer Science Student", Email: "zoe@example.edu", Location: "Hà Nội, Vietnam",
		Objective: "First-year student who looks for an internship in *systems programming*.\n\nWrites Rust every day.",
		Links:     []resume.Link{{Network: "github", Label: "GitHub", Text: "github.com/zoe", URL: "https://github.com/zoe"}},
		Sections:  sections(resume.SummarySection, resume.SkillsSection, resume.ProjectsSection, resume.EducationSection),
		Skills:    append(skills("Languages", "Rust", "C", "Python"), skills("Tools", "Git", "Linux")...),
		Projects: []resume.Project{{Name: "tiny-kernel", Repository: "zoe/tiny-kernel", URL: "https://github.com/zoe/tiny-kernel", Description: "A kernel in 2,000 lines", Language: "Rust", Stars: ptr(3), Releases: ptr(0)},
			{Name: "homework", URL: "https://github.com/zoe/homework", Stars: ptr(0)}},
		Education: []resume.Education{{Degree: "BSc Computer Science", Institution: "HUST", Start: resume.Date{Year: 2025, Month: 9}, Expected: resume.Date{Year: 2029, Month: 6}}},
	}
}

// veteran has twenty years, several roles at one company, and roles without a company.
func veteran() *resume.Resume {
	year := func(y int) resume.Date { return resume.Date{Year: y} }
	role := func(title string, from, to int) resume.Experience {
		return resume.Experience{Title: title, Start: year(from), End: year(to), Highlights: []resume.Highlight{{Text: "Did **much** in " + title}}}
	}
	return &resume.Resume{
		Name: "Jan Kowalski-Nowak", Title: "Principal Engineer", Phone: "+48 600 000 000", Language: "pl", Format: resume.Chronological,
		Sections: append(sections(resume.ExperienceSection, resume.AwardsSection, resume.CertificationsSection), resume.Section{Kind: resume.VolunteeringSection, Title: "Giving back"}),
		Experience: []resume.Company{
			{Name: "Bank", URL: "https://bank.example", Start: year(2012), End: resume.Date{Present: true}, Roles: []resume.Experience{
				{Title: "Principal", Start: year(2020), End: resume.Date{Present: true}}, role("Senior", 2016, 2020), role("Middle", 2012, 2016)}},
			{Name: "Freelance", Start: year(2008), End: year(2012), Roles: []resume.Experience{role("", 2008, 2012)}},
			{Start: year(2006), End: year(2008), Location: "Kraków", Roles: []resume.Experience{role("Webmaster", 2006, 2008)}},
		},
		Awards:         []resume.Award{{Title: "Best of 2010"}},
		Certifications: []resume.Certification{{Name: "CISSP", Expires: year(2030)}, {Name: "Old one"}},
		Volunteering:   []resume.Volunteering{{Organization: "Food bank"}, {Title: "Coach", Description: "Football."}},
	}
}

// changer has a functional resume: skills first, with the evidence for each.
func changer() *resume.Resume {
	groups := append(skills("Databases", "PostgreSQL", "SQLite"), skills("Tools", "Excel")...)
	groups[0].Examples = []resume.Example{{Text: "Moved *2 TB* of ledgers to PostgreSQL", Where: "City Hall"}}
	return &resume.Resume{
		Name: "Kim O’Hara", Title: "Data Engineer (formerly accountant)", Website: "https://kim.example/", Summary: "Twelve years of numbers.", Format: resume.Functional, Language: "de-AT",
		Sections: []resume.Section{{Kind: resume.SummarySection}, {Kind: resume.SkillsSection}, {Kind: resume.ExperienceSection, Brief: true}, {Kind: resume.PublicationsSection}, {Kind: resume.LanguagesSection}},
		Skills:   groups,
		Experience: []resume.Company{
			{Name: "City Hall", URL: "https://city.example", Start: resume.Date{Year: 2014, Month: 3}, End: resume.Date{Year: 2026, Month: 1}, Roles: []resume.Experience{
				{Title: "Head of Accounts", Start: resume.Date{Year: 2019, Month: 5}, End: resume.Date{Year: 2026, Month: 1}}, {Title: "Accountant", Start: resume.Date{Year: 2014, Month: 3}, End: resume.Date{Year: 2019, Month: 5}}}},
			{Name: "Shop", Roles: []resume.Experience{{Title: "Cashier"}}},
		},
		Publications: []resume.Publication{{Title: "Ledgers & `SQL`", Date: resume.Date{Year: 2025, Month: 12}, Description: "A *talk*."}},
		Languages:    []resume.Language{{Name: "Deutsch", Fluency: "Muttersprache"}, {Name: "English"}},
	}
}

// rightToLeft mixes scripts.
func rightToLeft() *resume.Resume {
	return &resume.Resume{
		Name: "עדה לבלייס", Title: "מהנדסת תוכנה", Email: "ada@example.co.il", Location: "تل أبيب", Phone: "+972 3-000-0000",
		Summary:  "כותבת Go ו-C++ (מאז 2015). می\u200cنویسم.",
		Sections: sections(resume.SummarySection, resume.SkillsSection),
		Skills:   skills("Languages", "Go", "C++", "日本語"),
	}
}

// onlyGitHub returns the resume of `ghresume generate -u LOGIN` without a profile.
func onlyGitHub() *resume.Resume {
	day := func(y, m int) resume.Date { return resume.Date{Year: y, Month: m, Day: 5} }
	return &resume.Resume{
		Name: "octocat", Login: "octocat", Bio: "I <3 GitHub & __init__ * everything", TakenAt: time.Unix(1.7e9, 0).UTC(),
		Links:    []resume.Link{{Network: "github", Label: "GitHub", Text: "github.com/octocat", URL: "https://github.com/octocat"}},
		Sections: sections(resume.SummarySection, resume.SkillsSection, resume.ProjectsSection, resume.ContributionsSection),
		Skills:   skills("Languages", "Ruby", "Go"),
		Projects: []resume.Project{{Name: "hello-world", Repository: "octocat/hello-world", URL: "https://github.com/octocat/hello-world", Description: "My first repository on GitHub!", Stars: ptr(2_700), Language: "Ruby", LastPush: time.Unix(1.6e9, 0)}},
		Contributions: []resume.Contribution{
			{Repository: "rails/rails", URL: "https://github.com/rails/rails", Merged: 1, First: day(2020, 2), Last: day(2020, 2), Proof: "https://github.com/search?q=x"},
			{Repository: "golang/go", URL: "https://github.com/golang/go", Stars: ptr(120_000), Description: "The Go programming language", Merged: 22, First: day(2019, 1), Last: day(2023, 12), Proof: "https://github.com/search?q=y", Additions: ptr(100), Deletions: ptr(0)}},
	}
}

// sparse has one field in each entry, and values that are empty after cleaning.
func sparse() *resume.Resume {
	return &resume.Resume{
		Name: "\u200B", Login: "nobody", Bio: " \u00AD ", Location: "\u202E", Phone: "n/a", Website: "not an address",
		Sections: append(sections(resume.ExperienceSection, resume.ProjectsSection, resume.ContributionsSection, resume.EducationSection, resume.CertificationsSection, resume.LanguagesSection,
			resume.AwardsSection, resume.PublicationsSection, resume.VolunteeringSection), resume.Section{Kind: resume.Free, Title: "Other", Items: []string{"", " ", "one"}}),
		Experience:     []resume.Company{{Name: "Firm", Roles: []resume.Experience{{}}}, {Roles: []resume.Experience{{Title: "Role", End: resume.Date{Year: 2001}}}}, {Name: "Two", Roles: []resume.Experience{{Title: "A"}, {Title: "B", Skills: []string{"", "Go"}}}}},
		Projects:       []resume.Project{{Name: "bare"}, {URL: "https://x.example"}, {Repository: "a/b"}, {Name: "p", Description: "\u200B", Highlights: []resume.Highlight{{Text: ""}, {Text: "h"}}}},
		Contributions:  []resume.Contribution{{Repository: "a/b"}, {Repository: "c/d", Merged: 2, Highlights: []resume.Highlight{{}, {Text: "x"}}}, {Repository: "e/f", Last: resume.Date{Year: 2020}, Description: " "}},
		Education:      []resume.Education{{Degree: "D"}, {Institution: "I", Grade: "A"}, {Degree: "E", Start: resume.Date{Year: 2024}}},
		Certifications: []resume.Certification{{Name: "C"}, {Name: "D", Issuer: "I"}},
		Languages:      []resume.Language{{Name: "English"}},
		Awards:         []resume.Award{{Title: "A"}, {Title: "B", Description: "d"}},
		Publications:   []resume.Publication{{Title: "P"}, {Publisher: "Q"}},
		Volunteering:   []resume.Volunteering{{Title: "T"}, {Organization: "O"}},
	}
}
