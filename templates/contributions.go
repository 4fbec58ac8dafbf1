package templates

import (
	"strings"

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
	pulls, err := p.count("pulls", c.Merged)
	if err != nil || pulls == "" {
		return repository, err
	}
	proof := p.escape(pulls)
	if !p.text {
		proof = p.linkText(pulls, c.Proof)
	}
	return Markdown(fill(p.words.Contribution, "{pulls}", string(proof), "{repository}", string(repository))), nil
}

// totals prints "640 merged pull requests in 55 repositories since 2013", with a
// link to the proof; nothing where there is no more than what is listed.
func (p *printer) totals(t resume.ContributionTotals) (Markdown, error) {
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
	proof := p.escape(pulls)
	if !p.text {
		proof = p.linkText(pulls, t.Proof)
	}
	if t.Since.IsZero() {
		return Markdown(fill(p.words.Contribution, "{pulls}", string(proof), "{repository}", string(p.escape(repositories)))), nil
	}
	line := fill(p.words.Totals, "{pulls}", string(proof), "{repositories}", string(p.escape(repositories)), "{year}", p.words.date(t.Since))
	return Markdown(line), nil
}

// Owner is some contributions that stand together and belong to one account.
type Owner struct {
	// Name is the account, where it has more than one of them; else empty.
	Name string
	// Merged counts the pull requests of these contributions.
	Merged        int
	Contributions []resume.Contribution
}

// owners gathers neighbours that belong to one account.
func owners(list []resume.Contribution) []Owner {
	var out []Owner
	last := ""
	for _, c := range list {
		name, _, _ := strings.Cut(c.Repository, "/")
		if len(out) == 0 || !strings.EqualFold(name, last) {
			out = append(out, Owner{})
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
