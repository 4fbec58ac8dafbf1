package review

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// rulesAt returns the rules broken at fields that begin with one.
func rulesAt(found []Finding, field string) []string {
	var rules []string
	for _, f := range found {
		if strings.HasPrefix(f.Field, field) {
			rules = append(rules, f.Rule)
		}
	}
	slices.Sort(rules)
	return rules
}

// TestOneFactIsSaidOnce checks that one mistake is not reported under several names.
func TestOneFactIsSaidOnce(t *testing.T) {
	const role = "name = \"Ada\"\n[[experience]]\ntitle = \"Engineer\"\ncompany = \"Engines\"\n"
	long := "Backend developer who built " + strings.Repeat("the ledger of a bank and then ", 24) + "left"
	for source, want := range map[string]struct{ field, rules string }{
		"name = \"Ada\"\nsummary = \"" + long + "\"": {"summary", "summary-length"},
		role + "start = \"2020-01\"\nhighlights = [\"Built " + strings.Repeat("ledgers of 40 banks and ", 14) + "nothing else\"]": {"experience[0].highlights[0]", "bullet-length"},
		role + "start = \"2020-01\"\nhighlights = [\"I rebuilt the ledgers of 40 banks in a year\"]":                              {"experience[0].highlights[0]", "first-person"},
		"name = \"Ada\"\n[skills]\nDatabases = [\"PostgreSQL\", \"Postgres\"]":                                                    {"skills", "duplicate-skill"},
		"name = \"Ada\"\n[skills]\nDatabases = [\"Postgres\", \"PostgreSQL\"]":                                                    {"skills", "duplicate-skill"},
		"name = \"Ada\"\n[skills]\nLanguages = [\"every programming language there is\"]":                                         {"skills", "skill-entry"},
	} {
		if got := strings.Join(rulesAt(Check(inputOf(t, source)), want.field), " "); got != want.rules {
			t.Errorf("%.90s: %q, want %q", source, got, want.rules)
		}
	}
}

// TestNoGapFollowsFromWrongDates checks that dates that are wrong are not told to leave gaps.
func TestNoGapFollowsFromWrongDates(t *testing.T) {
	role := func(title, start, end string) string {
		return "[[experience]]\ntitle = \"" + title + "\"\ncompany = \"Engines\"\nstart = \"" + start + "\"\nend = \"" + end + "\"\n"
	}
	for source, gap := range map[string]bool{
		role("Lead", "2015-06", "present") + role("Engineer", "2015-05", "2008-09"):                                        false,
		role("Lead", "2020-04", "present") + role("Engineer", "2020-03", "2018-01"):                                        false,
		role("Lead", "2028-02", "present") + role("Engineer", "2019-01", "2026-10"):                                        false,
		role("Lead", "2020-04", "present") + role("Engineer", "2018-03", "2014-01") + role("Intern", "2012-01", "2013-12"): false,
		role("Lead", "2020-04", "present") + role("Engineer", "2016-01", "2018-01"):                                        true,
		role("Lead", "2020-04", "present") + role("Engineer", "2016-01", "2018-01") + role("Intern", "2012-05", "2011-01"): true,
	} {
		in := inputOf(t, "name = \"Ada\"\n"+source)
		in.Now = time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)
		if got := breaksAt(Check(in), "gap-in-experience", ""); got != gap {
			t.Errorf("a gap is reported: %v in\n%s", got, source)
		}
	}
}

// TestWeightOfCareers checks that only what can hardly be true is a warning.
func TestWeightOfCareers(t *testing.T) {
	const role = "[[experience]]\ntitle = \"Lead\"\ncompany = \"B\"\nstart = \"2019-01\"\nend = \"present\"\n"
	for source, want := range map[string]Severity{
		`summary = "Engineer with 17 years in banks. Knows Go."` + "\n" + role:                                                       Warning,
		`summary = "Engineer with 10 years in banks. Knows Go."` + "\n" + role:                                                       Advice,
		`summary = "Engineer with 17 years in banks. Knows Go."` + "\n" + role + "[[education]]\ndegree = \"BSc\"\nend = \"2008\"\n": Advice,
		role + "[[experience]]\ntitle = \"Engineer\"\ncompany = \"A\"\nstart = \"2015-01\"\nend = \"2021-06\"\n":                     Warning,
		role + "[[experience]]\ntitle = \"Engineer\"\ncompany = \"A\"\nstart = \"2015-01\"\nend = \"2019-06\"\n":                     Advice,
		role + "[[experience]]\ntitle = \"Engineer\"\ncompany = \"B\"\nstart = \"2015-01\"\nend = \"2021-06\"\n":                     Advice,
	} {
		in := inputOf(t, "name = \"Ada\"\n"+source)
		in.Now = time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)
		found := slices.DeleteFunc(Check(in), func(f Finding) bool { return f.Rule != "years-of-technology" && f.Rule != "overlap" })
		if len(found) != 1 || found[0].Severity != want {
			t.Errorf("%v, want one of severity %s in\n%s", found, want, source)
		}
	}
}

// TestHintsFit checks hints that depend on what follows.
func TestHintsFit(t *testing.T) {
	for bullet, want := range map[string]string{
		"Got the nightly build of 40 services down to 4 min": "rather: Cut, Reduced, Lowered",
		"Got the coverage of 40 services up to 90 %":         "rather: Raised, Increased, Grew",
		"Made the search of 40 shops faster with an index":   "rather: Accelerated, Sped up",
		"Got an award of the bank for the search engine":     "rather: Obtained, Won, Earned",
		"Assisted 410 deliveries in a clinic with 30 beds":   "",
		"Handled about 90 calls a day on the help desk":      "",
		"Assisted the midwife of a clinic with 30 beds":      "rather: Supported, Delivered, or your own part in it",
	} {
		hint := ""
		for _, f := range Check(inputOf(t, "name = \"Ada\"\n[[experience]]\ntitle = \"Engineer\"\nstart = \"2020-01\"\nend = \"2021-01\"\nhighlights = [\""+bullet+"\"]")) {
			if f.Rule == "weak-opener" {
				hint = f.Hint
			}
		}
		if hint != want {
			t.Errorf("%s: %q, want %q", bullet, hint, want)
		}
	}
}

// TestOneRemarkOnPages: GitHub and LinkedIn, both absent, are one remark, unless that is
// switched off.
func TestOneRemarkOnPages(t *testing.T) {
	for source, want := range map[string][2]bool{
		"phone = \"+44 20 7946 0958\"":                                         {true, false},
		"phone = \"+44 20 7946 0958\"\n[check]\nignore = [\"github-missing\"]": {false, true},
		"[links]\ngithub = \"ada\"":                                            {false, true},
		"[links]\nlinkedin = \"ada\"":                                          {true, false},
	} {
		found := Check(inputOf(t, "name = \"Ada\"\n"+source))
		got := [2]bool{breaksAt(found, "github-missing", ""), breaksAt(found, "linkedin-missing", "")}
		if got != want {
			t.Errorf("%s: GitHub and LinkedIn %v, want %v", source, got, want)
		}
	}
}

// TestFieldOfATemplate: a field that a template left is a placeholder, and no markup; a tag
// beside it still is a warning.
func TestFieldOfATemplate(t *testing.T) {
	found := Check(inputOf(t, "name = \"Ada\"\nsummary = \"Wants to join {{company_name}}. Nine years in payments.\"\n[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"<b>Ported</b> 40 drivers to Rust\"]"))
	var worst Severity
	for _, f := range found {
		if f.Rule == "markup-left" {
			if f.Field == "summary" {
				t.Error("the field is markup, too")
			}
			if worst == "" || f.Severity.AtLeast(worst) {
				worst = f.Severity
			}
		}
	}
	if worst != Warning || !breaksAt(found, "placeholder", "summary") {
		t.Errorf("got %v", found)
	}
}
