package resume

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// printedRoles formats the roles as a reader sees them: companies, spans and titles.
func printedRoles(companies []Company) string {
	var out []string
	for _, c := range companies {
		out = append(out, fmt.Sprintf("%s %s..%s", c.Name, c.Start, c.End))
		for _, r := range c.Roles {
			out = append(out, fmt.Sprintf("- %s %s..%s", r.Title, r.Start, r.End))
		}
	}
	return strings.Join(out, "\n")
}

func TestCompanies(t *testing.T) {
	for name, tc := range map[string]struct{ profile, want string }{
		"promoted": {
			`{title = "Lead", company = "A", start = "2020-04"}, {title = "Dev", company = "A", start = 2018, end = "2020-03"}`,
			"A 2018..present\n- Lead 2020-04..present\n- Dev 2018..2020-03",
		},
		"left and came back": {
			`{title = "Lead", company = "A", start = "2020-04"}, {title = "Dev", company = "A", start = 2015, end = "2017-03"}`,
			"A 2020-04..present\n- Lead 2020-04..present\nA 2015..2017-03\n- Dev 2015..2017-03",
		},
		"two roles at once": {
			`{title = "Dev", company = "A", start = "2019-02", end = "2021-01"}, {title = "Coach", company = "A", start = "2016-05", end = "2021-06"}, {title = "Intern", company = "A", start = "2018-01", end = "2018-03"}`,
			"A 2016-05..2021-06\n- Coach 2016-05..2021-06\n- Dev 2019-02..2021-01\n- Intern 2018-01..2018-03",
		},
		"only the latest goes on": {
			`{title = "Lead", company = "A", start = "2020-04"}, {title = "Dev", company = "B", start = 2015}`,
			"A 2020-04..present\n- Lead 2020-04..present\nB 2015..\n- Dev 2015..",
		},
		"said to go on": {
			`{title = "Lead", company = "A", start = "2020-04", end = "2022-01"}, {title = "Dev", company = "B", start = 2015, end = "present"}`,
			"B 2015..present\n- Dev 2015..present\nA 2020-04..2022-01\n- Lead 2020-04..2022-01",
		},
		"an end without a start": {
			`{title = "Lead", company = "A", end = "2020-04"}, {title = "Dev", company = "A"}`,
			"A ..2020-04\n- Lead ..2020-04\nA ..\n- Dev ..",
		},
		"years beside months": {
			`{title = "C", company = "C", start = 2019, end = "2020-05"}, {title = "B", company = "B", start = 2018, end = 2020}, {title = "A", company = "A", start = 2018, end = "2020-08"}`,
			"A 2018..2020-08\n- A 2018..2020-08\nC 2019..2020-05\n- C 2019..2020-05\nB 2018..2020\n- B 2018..2020",
		},
		"two addresses": {
			`{title = "Lead", company = "A", url = "a.example", start = 2020}, {title = "Dev", company = "A", url = "b.example", start = 2018, end = 2020}`,
			"A 2020..present\n- Lead 2020..present\nA 2018..2020\n- Dev 2018..2020",
		},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := ParseProfile("resume.toml", []byte("experience = ["+tc.profile+"]"))
			if err != nil {
				t.Fatal(err)
			}
			if got := printedRoles(Build(p, nil).Experience); got != tc.want {
				t.Errorf("got\n%s\nwant\n%s", got, tc.want)
			}
		})
	}
}

// TestCompanySpansAreWithinTheirRoles makes careers of any kind: a company's span never
// covers a month that none of its roles has, and no role is lost.
func TestCompanySpansAreWithinTheirRoles(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 1))
	for range 20_000 {
		var roles []Experience
		for i := range 1 + r.IntN(6) {
			e := Experience{Title: fmt.Sprint(i), Company: string(rune('A' + r.IntN(2))), Start: anyDate(r), End: anyDate(r)}
			if e.Start.Present || !e.End.IsZero() && e.End.Before(e.Start) {
				e.Start = Date{}
			}
			roles = append(roles, e)
		}
		printed := companies(roles)
		var titles []string
		for i, c := range printed {
			for _, role := range c.Roles {
				titles = append(titles, role.Title)
			}
			if i > 0 && cmpEnds(printed[i-1], c) < 0 {
				t.Fatalf("not newest first:\n%s", printedRoles(printed))
			}
			if month := uncovered(c); month != 0 {
				t.Fatalf("%s is printed over %d-%02d:\n%s", c.Name, (month-1)/12, (month-1)%12+1, printedRoles(printed))
			}
		}
		if slices.Sort(titles); len(titles) != len(roles) || len(slices.Compact(titles)) != len(roles) {
			t.Fatalf("%d roles became\n%s", len(roles), printedRoles(printed))
		}
	}
}

func cmpEnds(a, b Company) int {
	last := func(c Company) Date {
		role := c.Roles[0]
		if role.End.IsZero() {
			return role.Start
		}
		return role.End
	}
	return last(a).Compare(last(b))
}

// uncovered returns a month of a company's printed span that none of its roles has; 0 if
// there is none.
func uncovered(c Company) int {
	if c.Start.IsZero() || c.End.IsZero() {
		return 0
	}
	company := span{c.Start, c.End}
	for month := company.firstMonth(); month <= min(company.lastMonth(), 2025*12); month++ {
		held := slices.ContainsFunc(c.Roles, func(r Experience) bool {
			role := span{r.Start, r.End}
			return role.firstMonth() <= month && month <= role.lastMonth()
		})
		if !held {
			return month
		}
	}
	return 0
}

func TestOneThatStillRunsStandsFirst(t *testing.T) {
	p, err := ParseProfile("resume.toml", []byte(`education = [
  {degree = "BSc", start = 2018, end = 2021},
  {degree = "MSc", start = 2022},
  {degree = "School", start = 2010},
]`))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range Build(p, nil).Education {
		got = append(got, e.Degree+" "+e.Start.String()+".."+e.End.String())
	}
	if want := "MSc 2022..present, BSc 2018..2021, School 2010.."; strings.Join(got, ", ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}
