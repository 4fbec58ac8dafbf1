package review

import "strings"

// subject reports whether the profile has anything for a rule to judge: a rule with
// nothing to judge does not count as kept. Nil means always: what must be there is judged
// by its absence.
type subject func(*reading) bool

// onNothing always returns false, for rules that only a mistake triggers.
func onNothing(*reading) bool { return false }

func onWriting(r *reading) bool   { return r.hasKind(prose) || r.hasKind(bullet) }
func onEmail(r *reading) bool     { return r.Profile.Email != "" }
func onPhone(r *reading) bool     { return strings.TrimSpace(r.Profile.Phone) != "" }
func onLocation(r *reading) bool  { return r.Profile.Location != "" }
func onLinks(r *reading) bool     { return len(r.Profile.Links) > 0 }
func onAddresses(r *reading) bool { return len(r.addresses)+len(r.fromGitHub()) > 0 }
func onAnswers(r *reading) bool   { return r.Links != nil }
func onTwoAccounts(r *reading) bool {
	return r.Profile.GitHub.User != "" && r.Profile.Links["github"] != ""
}
func onSummary(r *reading) bool   { return r.Profile.Summary+r.Profile.Objective != "" }
func onSkills(r *reading) bool    { return len(r.skills) > 0 }
func onAllSkills(r *reading) bool { return len(r.skills) > 0 || len(r.entrySkills()) > 0 }
func onWork(r *reading) bool {
	return len(r.skills) > 0 && len(r.Profile.Experience)+len(r.Profile.Projects) > 0
}
func onRoles(r *reading) bool    { return len(r.Profile.Experience) > 0 }
func onTwoRoles(r *reading) bool { return len(r.Profile.Experience) > 1 }
func onDates(r *reading) bool    { return len(r.dates) > 0 }
func onProjects(r *reading) bool { return len(r.Profile.Projects)+len(r.fromGitHub()) > 0 }
func onPages(r *reading) bool    { return r.Pages > 0 && len(r.Resume.Sections) > 0 }
func onTemplate(r *reading) bool { return len(r.TemplateSections) > 0 }
func onIgnores(r *reading) bool  { return len(r.Profile.Check.Ignore) > 0 }

func onBullets(r *reading) bool { return r.hasKind(bullet) }

// onRoleBullets reports whether a role has bullets.
func onRoleBullets(r *reading) bool {
	for _, l := range r.lists {
		if l.role != nil && len(l.items) > 0 {
			return true
		}
	}
	return false
}

func (r *reading) hasKind(kind textKind) bool {
	for _, t := range r.texts {
		if t.kind == kind {
			return true
		}
	}
	return false
}
