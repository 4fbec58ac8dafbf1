package resume

import (
	"cmp"
	"reflect"
	"strings"

	"github.com/ghresume/ghresume/resume/skill"
)

// Build joins the profile with the snapshot and makes every choice for the printed
// resume. Either argument may be nil.
func Build(p *Profile, s *Snapshot) *Resume { return BuildAll(p, s, nil).Limit() }

// BuildAll is like Build, but without the limits: it returns every entry that may be
// printed, best first, with the technologies of the given catalog; nil is the built-in
// one. Tailoring to a posting happens between BuildAll and [Resume.Limit].
func BuildAll(p *Profile, s *Snapshot, catalog *skill.Catalog) *Resume {
	j := newJoiner(p, s, catalog)
	if !j.profile.Chosen {
		j.profile, _ = j.profile.Select(Selection{}) // the resume without a variant always exists
	}
	p = j.profile
	r := j.header()
	r.written = p
	r.today = j.renamed()
	r.takeLists(p)
	r.Skills = j.skills()
	r.Experience = companies(p.Experience)
	r.Projects = j.projects()
	r.Contributions = j.contributions(r.Projects)
	r.ContributionTotals = j.totals(r.Contributions)
	r.Education = newestFirst(closed(p.Education, (*Education).span), (*Education).span)
	r.Volunteering = newestFirst(closed(p.Volunteering, (*Volunteering).span), (*Volunteering).span)
	r.Limits = j.limits()
	r.Figures, r.Pictures = j.figures(), p.Pictures
	r.catalog = j.catalog
	r.Sections = sections(p, r)
	return r
}

// takeLists copies the lists of entries that are printed as the user wrote them. Sorted
// lists and those joined with GitHub replace them later.
func (r *Resume) takeLists(p *Profile) {
	own, printed := reflect.ValueOf(p).Elem(), reflect.ValueOf(r).Elem()
	for i := range own.NumField() {
		field := own.Type().Field(i)
		if list := printed.FieldByName(field.Name); field.Tag.Get("section") != "" && list.IsValid() && list.Type() == field.Type && list.Kind() == reflect.Slice {
			list.Set(own.Field(i))
		}
	}
}

// newJoiner replaces what is nil: by nothing, and the catalog by the built-in one.
func newJoiner(p *Profile, s *Snapshot, catalog *skill.Catalog) *joiner {
	if catalog == nil {
		catalog = skill.Default()
	}
	return &joiner{profile: cmp.Or(p, &Profile{}), snapshot: cmp.Or(s, &Snapshot{}), catalog: catalog}
}

// joiner holds the two sources during the join.
type joiner struct {
	profile  *Profile
	snapshot *Snapshot
	catalog  *skill.Catalog
	inferred []skill.Skill
}

// header fills the part above the sections; the profile takes precedence over GitHub.
func (j *joiner) header() *Resume {
	p, user := j.profile, j.snapshot.User
	r := &Resume{
		Name:      cmp.Or(p.Name, user.Name, j.snapshot.Login),
		Title:     p.Title,
		Email:     p.Email,
		Phone:     p.Phone,
		Street:    p.Street,
		Location:  cmp.Or(p.Location, user.Location),
		Website:   absolute(cmp.Or(p.Website, user.Website)),
		Links:     j.links(),
		Summary:   strings.TrimSpace(p.Summary),
		Objective: strings.TrimSpace(p.Objective),
		Format:    cmp.Or(p.Format, defaultFormat(p)),
		Language:  p.ownLanguage(),
		Locale:    p.locale(),
		Layout:    p.Layout,
		Variants:  p.Variants,
		Login:     j.snapshot.Login,
		TakenAt:   j.snapshot.TakenAt,
	}
	if r.Summary == "" && r.Objective == "" {
		if r.Bio = strings.TrimSpace(user.Bio); p.secretIn(r.Bio) != "" {
			r.Bio = ""
		}
	}
	return r
}

// defaultFormat puts a career first, or if there is none, what GitHub shows.
func defaultFormat(p *Profile) Format {
	if len(p.Experience) > 0 {
		return Chronological
	}
	return Combination
}
