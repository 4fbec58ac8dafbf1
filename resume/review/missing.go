package review

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
)

var absenceRules = []Rule{
	{
		Name: "no-work", Area: Impact, Severity: Warning,
		Reason: "A resume with neither a role nor a project gives recruiters no reason to call you.",
		Bad:    `name = "Ada Lovelace"`,
		Good:   "[[projects]]\nname = \"Engine\"\ndescription = \"Rule engine for invoices\"",
		check:  checkNoWork,
	},
	{
		Name: "role-without-company", Area: Impact, Severity: Warning, on: onRoles,
		Reason: "Readers look at who you worked for before they read what you did.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nstart = \"2018-04\"",
		Good: "[[experience]]\ntitle = \"Engineer\"\ncompany = \"Engines Ltd\"\nstart = \"2018-04\"\n" +
			"[[experience]]\ntitle = \"Parental leave\"\nstart = \"2017-04\"",
		check: checkCompanies,
	},
	{
		Name: "role-without-title", Area: Impact, Severity: Warning, on: onRoles,
		Reason: "A company alone does not say what your job was.",
		Bad:    "[[experience]]\ncompany = \"Engines Ltd\"\nstart = \"2018-04\"",
		Good:   "[[experience]]\ntitle = \"Engineer\"\ncompany = \"Engines Ltd\"\nstart = \"2018-04\"",
		check:  checkTitles,
	},
	{
		Name: "school-without-name", Area: Impact, Severity: Warning, on: onEducation,
		Reason: "A degree without its school cannot be verified.",
		Bad:    "[[education]]\ndegree = \"MSc Computer Science\"\nend = \"2015\"",
		Good:   "[[education]]\ndegree = \"MSc Computer Science\"\ninstitution = \"University of London\"\nend = \"2015\"",
		check: func(r *reading) []Finding {
			return each("education", r.Profile.Education, schoolOf, "institution",
				"the degree has no school", `add institution = "University of London"`)
		},
	},
	{
		Name: "school-without-degree", Area: Impact, Severity: Warning, on: onEducation,
		Reason: "A school alone does not say what you studied, or whether you finished.",
		Bad:    "[[education]]\ninstitution = \"University of London\"\nend = \"2015\"",
		Good:   "[[education]]\ndegree = \"MSc Computer Science\"\ninstitution = \"University of London\"\nend = \"2015\"",
		check: func(r *reading) []Finding {
			return each("education", r.Profile.Education, func(e resume.Education) string { return e.Degree }, "degree",
				"the school has no degree or subject", `add degree = "BSc Computer Science", or the subject and the years if you left before`)
		},
	},
	{
		Name: "school-without-year", Area: Impact, Severity: Advice, on: onEducation,
		Reason: "Without a year readers cannot tell a graduate from a student.",
		Bad:    "[[education]]\ndegree = \"MSc Computer Science\"\ninstitution = \"University of London\"",
		Good:   "[[education]]\ndegree = \"MSc Computer Science\"\ninstitution = \"University of London\"\nend = \"2015\"",
		check: func(r *reading) []Finding {
			return each("education", r.Profile.Education, yearOf, "end",
				"the degree has no year", `add end = "2015", or expected = "2027" while you study; leave it out if you wish to hide your age`)
		},
	},
	{
		Name: "certificate-without-issuer", Area: Skills, Severity: Warning, Habit: true, on: onCertificates,
		Reason: "A certificate is worth as much as its issuer.",
		Bad:    "[[certifications]]\nname = \"Security Engineer\"\ndate = \"2024\"",
		Good:   "[[certifications]]\nname = \"Security Engineer\"\nissuer = \"Engines Academy\"\ndate = \"2024\"",
		check:  checkIssuers,
	},
	{
		Name: "certificate-without-date", Area: Skills, Severity: Advice, on: onCertificates,
		Reason: "Certificates expire; the date tells whether one still counts.",
		Bad:    "[[certifications]]\nname = \"Security Engineer\"\nissuer = \"Engines Academy\"",
		Good:   "[[certifications]]\nname = \"Security Engineer\"\nissuer = \"Engines Academy\"\ndate = \"2024\"",
		check: func(r *reading) []Finding {
			return each("certifications", r.Profile.Certifications,
				func(c resume.Certification) string { return c.Date.String() + c.Expires.String() }, "date",
				"the certificate has no date", `add date = "2024"`)
		},
	},
	{
		Name: "language-without-level", Area: Skills, Severity: Warning, Habit: true, on: onLanguages,
		Reason: "\"German\" may mean a mother tongue or a year at school.",
		Bad:    "[[languages]]\nname = \"German\"",
		Good:   "[[languages]]\nname = \"German\"\nfluency = \"B2\"",
		check: func(r *reading) []Finding {
			return append(each("languages", r.Profile.Languages, levelOf, "fluency",
				"the language has no level", `add fluency = "B2", or "native", "fluent", "basic"`), unscaledLevels(r)...)
		},
	},
	{
		Name: "not-tailored", Area: Summary, Severity: Advice, on: onPostings,
		Reason: "A resume tailored to the posting is read before one that was sent to everybody.",
		Bad:    "summary = \"Backend developer.\"",
		Good:   "summary = \"Backend developer.\"\n[[variants]]\nfor = [\"payments\"]\ntitle = \"Payments Engineer\"",
		check:  checkTailored,
	},
}

func onEducation(r *reading) bool    { return len(r.Profile.Education) > 0 }
func onCertificates(r *reading) bool { return len(r.Profile.Certifications) > 0 }
func onLanguages(r *reading) bool    { return len(r.Profile.Languages) > 0 }
func onPostings(r *reading) bool     { return len(r.Postings) > 0 }

// each reports the entries of a section in which value is empty.
func each[E any](section string, entries []E, value func(E) string, key, message, hint string) []Finding {
	var found []Finding
	for i, e := range entries {
		if strings.IndexFunc(value(e), isWordRune) < 0 {
			found = append(found, at(fmt.Sprintf("%s[%d].%s", section, i, key), message, hint))
		}
	}
	return found
}

// anySchool matches what every school is.
var anySchool = pattern("anySchool")

// schoolOf returns the name of the school, or "" if it only says that it is one.
func schoolOf(e resume.Education) string {
	if anySchool.MatchString(e.Institution) {
		return ""
	}
	return e.Institution
}

func yearOf(e resume.Education) string {
	return e.Start.String() + e.End.String() + e.Expected.String()
}

// levelInName finds a level behind the language: "German (B2)".
var levelInName = lazy.New(`[(–—:,-]\s*\pL`)

func levelOf(l resume.Language) string {
	return cmp.Or(l.Fluency, levelInName.FindString(l.Name))
}

// unscaled matches levels on a scale of the writer's own: "80 %", "★★★★".
var unscaled = lazy.New(`^\W*\d{1,3}(?:[.,]\d)?\s?(?:%|/\s?\d{1,3})\W*$|[★☆⭐●○■□▪]{2,}|^\W*[1-9]\W*$`)

func unscaledLevels(r *reading) []Finding {
	var found []Finding
	for i, l := range r.Profile.Languages {
		if unscaled.MatchString(l.Fluency) {
			found = append(found, advice(at(fmt.Sprintf("languages[%d].fluency", i), fmt.Sprintf("%q is a level on a scale of your own", l.Fluency), `use "B2", "native", "fluent" or "basic"`)))
		}
	}
	return found
}

func checkNoWork(r *reading) []Finding {
	p := r.Profile
	if len(p.Experience)+len(p.Projects)+len(p.Contributions)+len(p.Volunteering) > 0 ||
		len(r.Resume.Projects)+len(r.Resume.Contributions) > 0 {
		return nil
	}
	f := at("experience", "there is neither a role nor a project", "add [[experience]] or [[projects]]: what you did, for whom, and what changed as a result")
	if p.GitHub.User != "" && r.Snapshot == nil {
		f = advice(f)
		f.Message += "; GitHub may have some, but no snapshot is saved"
	}
	return []Finding{f}
}

// noEmployer matches titles of work without an employer, in the output languages.
var noEmployer = pattern("noEmployer")

func checkCompanies(r *reading) []Finding {
	var found []Finding
	for i, e := range r.Profile.Experience {
		if strings.IndexFunc(e.Company, isWordRune) < 0 && strings.TrimSpace(e.Title) != "" && !noEmployer.MatchString(e.Title+" "+e.Summary) {
			found = append(found, at(fmt.Sprintf("experience[%d].company", i), "the role has no company", `add company = "…"; say "freelance" in the title if there was none`))
		}
	}
	return found
}

func checkTitles(r *reading) []Finding {
	return each("experience", r.Profile.Experience, func(e resume.Experience) string { return e.Title }, "title",
		"the role has no title", `add title = "Backend Engineer"`)
}

// issuerInName matches certificates whose names include the issuer.
var issuerInName = pattern("issuerInName")

// anyCourse matches courses about a product, which others than its makers hold, too.
var anyCourse = lazy.New(`(?i)^\W*(?:curso|corso|cours|kurs|course|training|workshop|schulung|lehrgang|formation|formación|cursus|szkolenie)\b`)

func checkIssuers(r *reading) []Finding {
	return each("certifications", r.Profile.Certifications, func(c resume.Certification) string {
		if anyCourse.MatchString(c.Name) {
			return cmp.Or(strings.TrimSpace(c.Issuer), c.URL)
		}
		return cmp.Or(strings.TrimSpace(c.Issuer), issuerInName.FindString(c.Name), c.URL)
	}, "issuer", "the certificate has no issuer", `add issuer = "…"`)
}

func checkTailored(r *reading) []Finding {
	if len(r.Postings) == 0 || len(r.Profile.Variants) > 0 {
		return nil
	}
	for _, list := range r.Profile.Experience {
		for _, h := range list.Highlights {
			if len(h.For) > 0 {
				return nil
			}
		}
	}
	return []Finding{at("", fmt.Sprintf("%s is next to the profile, but nothing is tailored to it", r.Postings[0]),
		fmt.Sprintf("`ghresume match %s` shows what it asks for, `ghresume generate --job %s` puts that first", r.Postings[0], r.Postings[0]))}
}
