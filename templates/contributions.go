package templates

import (
	"strings"

	"github.com/ghresume/ghresume/internal/locale"
	"github.com/ghresume/ghresume/resume"
)

// merged prints "14 merged pull requests in owner/name (★ 110k)", with links to the proof and the repository.
func (p *printer) merged(c resume.Contribution) (Markdown, error) {
	repository := p.linkText(c.Repository, c.URL)
	if isPage := strings.HasSuffix(strings.TrimRight(c.URL, "/"), "/"+c.Repository); p.text && isPage {
		repository = p.escape(c.Repository)
	}
	stars, err := p.stars(c.Stars)
	if err != nil {
		return "", err
	}
	if stars != "" {
		repository += " (" + p.escape(stars) + ")"
	}
	what, n := "pulls", c.Merged
	if n == 0 {
		what, n = "commits", c.Commits
	}
	work, err := p.count(what, n)
	if err != nil || work == "" {
		return repository, err
	}
	return Markdown(locale.Fill(p.words.Contribution, "{pulls}", string(p.proved(work, c.Proof)), "{repository}", string(repository))), nil
}

// proved returns a figure with a link to its proof, if links can be printed.
func (p *printer) proved(figure, proof string) Markdown {
	if p.text {
		return p.escape(figure)
	}
	return p.linkText(figure, proof)
}

// role prints the user's role in the repository, if it says more than that a pull request
// was merged.
func (p *printer) role(c resume.Contribution) (string, error) {
	if c.Role == "" {
		return "", nil
	}
	return p.word(string(c.Role))
}

// work prints the user's part in someone else's project: "Member · 12 merged pull requests ·
// 2019 to 2026", with a link to the proof. A role or dates from the profile replace those
// of GitHub, which are printed elsewhere.
func (p *printer) work(project resume.Project) (Markdown, error) {
	w := project.Work
	role, err := p.role(resume.Contribution{Role: w.Role})
	if err != nil {
		return "", err
	}
	what, n := "pulls", w.Merged
	if n == 0 {
		what, n = "commits", w.Commits
	}
	figure, err := p.count(what, n)
	if err != nil || figure == "" {
		return "", err
	}
	if project.Role != "" {
		role = ""
	}
	years := ""
	if project.Start.IsZero() && project.End.IsZero() {
		years = p.words.FormatYears(w.First, w.Last)
	}
	return p.dots(role, p.proved(figure, w.Proof), years)
}

// totals prints "640 merged pull requests in 55 repositories since 2013 · 320 pull requests
// reviewed", with links to the proof; nothing if the listed contributions are all there
// are.
func (p *printer) totals(t resume.ContributionTotals) (Markdown, error) {
	pulls, err := p.pullTotals(t)
	if err != nil {
		return "", err
	}
	line := []any{pulls}
	for _, f := range []struct {
		what string
		resume.Tally
	}{{"reviews", t.Reviews}, {"issues", t.Issues}, {"answers", t.Answers}, {"active", resume.Tally{N: t.ActiveYears}}} {
		figure, err := p.count(f.what, f.N)
		if err != nil {
			return "", err
		}
		if figure != "" {
			line = append(line, p.proved(figure, f.Proof))
		}
	}
	return p.dots(line...)
}

func (p *printer) pullTotals(t resume.ContributionTotals) (Markdown, error) {
	if t.Pulls == 0 {
		return "", nil
	}
	pulls, err := p.count("pulls", t.Pulls)
	if err != nil {
		return "", err
	}
	repositories, err := p.count("repositories", t.Repositories)
	if err != nil {
		return "", err
	}
	proof := p.proved(pulls, t.Proof)
	if t.Since.IsZero() {
		return Markdown(locale.Fill(p.words.Contribution, "{pulls}", string(proof), "{repository}", string(p.escape(repositories)))), nil
	}
	line := locale.Fill(p.words.Totals, "{pulls}", string(proof), "{repositories}", string(p.escape(repositories)), "{year}", p.words.FormatDate(t.Since))
	return Markdown(line), nil
}

// ownerGroup is a group of contributions to repositories of one account.
type ownerGroup struct {
	// Name is the account, if it has several of them; otherwise empty.
	Name string
	// Merged counts the pull requests of these contributions.
	Merged        int
	Contributions []resume.Contribution
}

// owners groups neighbors whose repositories belong to the same account.
func owners(list []resume.Contribution) []ownerGroup {
	var out []ownerGroup
	last := ""
	for _, c := range list {
		name, _, _ := strings.Cut(c.Repository, "/")
		if len(out) == 0 || !strings.EqualFold(name, last) {
			out = append(out, ownerGroup{})
			last = name
		}
		o := &out[len(out)-1]
		o.Contributions = append(o.Contributions, c)
		o.Merged += c.Merged
		if len(o.Contributions) > 1 {
			o.Name = last
		}
	}
	return out
}
