package match

import (
	"testing"

	"github.com/ghresume/ghresume/resume/skill"
)

// TestYearsOfThePerson checks the years that a posting asks for: not those of a company, a
// contract or a course, and not those of a wish next to a demand.
func TestYearsOfThePerson(t *testing.T) {
	const demands = "\n\nRequirements\n- Solid knowledge of Rust\n"
	for name, test := range map[string]struct {
		text string
		want int
	}{
		"a wish beside a demand":   {demands + "- 4+ years of backend work\n\nNice to have\n- 9+ years in logistics", 4},
		"only a wish":              {demands + "\nNice to have\n- 9+ years in logistics", 9},
		"a wish in one list":       {demands + "- 4+ years of backend work\n- Ideally 9+ years in logistics", 4},
		"without a space":          {demands + "- Expérience de 4ans à 9ans", 4},
		"a company's age":          {"\n\nCUSTOMER\n\nOur cooperation has been growing for more than 15 years." + demands, 0},
		"a range with spaces":      {demands + "- Experience: 3 - 5 years", 3},
		"since":                    {demands + "- Seit mindestens drei Jahren entwickelst du Software", 3},
		"from … to":                {demands + "- od 2 do 5 lat doświadczenia", 2},
		"without the word":         {demands + "- 4+ doświadczenia w programowaniu", 4},
		"since, at least":          {demands + "- Seit mindestens 4 Jahren im Beruf", 4},
		"Polish compounds":         {demands + "- osoba z co najmniej 4-letnim stażem", 4},
		"a company's age, since":   {demands + "- Seit 20 Jahren am Markt", 0},
		"a company's age, too":     {"\n\nCUSTOMER\n\nOur cooperation has been growing for more than 15 years." + demands + "- 4 years of backend work", 4},
		"a contract":               {demands + "- Four years of backend work\n- Contract length: 6 years", 4},
		"a contract, hyphens":      {demands + "- This is a 3-year contract", 0},
		"an age":                   {demands + "- You are at least 18 years of age", 0},
		"a course of study":        {demands + "- A 3-year degree or more", 0},
		"after the benefits":       {demands + "\nAdditional Information\n- Location: Nairobi\n- Required total years of exp - 3+ years", 3},
		"among the benefits":       {demands + "\nBenefits\n- A sabbatical after 4 years\n- The option to move abroad after 6 years", 0},
		"a paragraph, no sections": {"\n\nYou have 7 years of professional experience in payments.", 7},
		"after another demand":     {demands + "- Comfortable with SQL and at least 6 years in data", 6},
		"what the team uses":       {demands + "- 2+ years of writing software (our services are written in Go, we deploy to Fly.io)", 2},
	} {
		t.Run(name, func(t *testing.T) {
			p := ParsePosting("Backend Engineer"+test.text+"\n", skill.Default())
			if p.Years != test.want {
				t.Errorf("asks for %d years, want %d", p.Years, test.want)
			}
			for _, a := range p.Skills {
				if a.Years > 0 {
					t.Errorf("asks for %d years of %s", a.Years, a.Name)
				}
			}
		})
	}
}

// TestFreshWording reads demands, wishes and an employer in words that are less common.
func TestFreshWording(t *testing.T) {
	p := ParsePosting(`Data Engineer - Pipelines @ Quarry Works

## Your week with us
- You ship pipelines in Dagster

## Table stakes
- 6+ yrs with Python
- dbt in production

## It's a win if you also
- have touched Cilium
`, skill.Default())
	if want := "Data Engineer - Pipelines"; p.Title != want {
		t.Errorf("title %q, want %q", p.Title, want)
	}
	want := map[string]Level{"Dagster": Mentioned, "Python": Required, "dbt": Required, "Cilium": Preferred}
	for _, a := range p.Skills {
		if level, ok := want[a.Name]; ok && level != a.Level {
			t.Errorf("%s is %s, want %s", a.Name, a.Level, level)
		}
		if a.Name == "Python" && a.Years != 6 {
			t.Errorf("asks for %d years of Python, want 6", a.Years)
		}
	}
}

// TestFirmYearsOfATechnology takes the demand, not the wish beside it.
func TestFirmYearsOfATechnology(t *testing.T) {
	for _, text := range []string{"At least 4 years of Rust, ideally 9 years", "Ideally 9 years of Rust, but at least 4 years"} {
		p := ParsePosting("Tester\n\nRequirements\n- "+text, skill.Default())
		if got := p.Skills[0].Years; got != 4 {
			t.Errorf("%s: %d years", text, got)
		}
	}
}
