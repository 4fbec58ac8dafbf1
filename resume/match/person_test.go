package match

import (
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// baker has a short role in technology after a long one in another trade.
func baker() *resume.Resume {
	date := func(year, month int) resume.Date { return resume.Date{Year: year, Month: month} }
	return resume.BuildAll(&resume.Profile{
		Name: "Robin Crust", Links: map[string]string{"github": "baker"},
		Experience: []resume.Experience{
			{Title: "Developer", Company: "Crumb", Start: date(2025, 1), End: date(2026, 6), Skills: []string{"Python", "Grafana", "Prometheus"}},
			{Title: "Baker", Company: "Crust", Start: date(2015, 1), End: date(2024, 12)},
		},
	}, nil, skill.Default())
}

// TestReportIsHonestAboutAnotherTrade checks a report for a person who changes trades.
func TestReportIsHonestAboutAnotherTrade(t *testing.T) {
	full := baker()
	claims := NewInventory(full, full, nil, skill.Default())
	claims.Until(time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC))
	got := squeezed(claims.Cover(ParsePosting(`Platform Engineer

Requirements
- 5 years of experience
- Prometheus, Grafana or Datadog
- GitHub
- GitHub Actions, GitLab CI or Jenkins
- MongoDB
`, skill.Default())).Text(false))
	for _, want := range []string{
		"asks for 5 years of experience; your roles add up to 11, those that name a technology to 1",
		"Prometheus, Grafana required, or Datadog experience at Crumb",
		"GitHub required links",
		"GitHub Actions (or GitLab CI, Jenkins) +25 % nothing proves it yet: a role that names it would, or a repository with a workflow in .github/workflows",
		"a dependency such as go.mongodb.org/mongo-driver (Go)",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}
