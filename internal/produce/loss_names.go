package produce

import (
	"regexp"
	"strings"

	"github.com/ghresume/ghresume/resume"
)

// underNewNames returns an old text as it reads today: an account that has a new name, and an
// owner that handed its repositories over to it, stand in it by the account's name of now. So
// what was only renamed or transferred is not taken for lost. In a PDF these are the links,
// which are not compressed; its reader finds the objects wherever they are.
func underNewNames(host string, s *resume.Snapshot, old, now []byte) []byte {
	text := unpacked(old)
	for _, owner := range formerOwners(host, s, text, now) {
		name := regexp.MustCompile(`((?:github\.com|` + regexp.QuoteMeta(host) + `)/|%3A|author=|"username": ")` + regexp.QuoteMeta(owner) + `([^A-Za-z0-9-]|$)`)
		text = name.ReplaceAll(text, []byte("${1}"+s.Login+"${2}"))
	}
	return text
}

// formerOwners returns the owners of repositories that only the old text shows, if the account
// has at least half of these now.
func formerOwners(host string, s *resume.Snapshot, old, now []byte) []string {
	if s == nil {
		return nil
	}
	shown, moved := map[string]int{}, map[string]int{}
	for _, name := range repositoriesIn(host, old) {
		owner, below, _ := strings.Cut(name, "/")
		if strings.EqualFold(owner, s.Login) {
			continue
		}
		shown[owner]++
		if r, known := repositoryNamed(s, s.Login+"/"+below); known && !r.Fork {
			moved[owner]++
		}
	}
	for _, name := range repositoriesIn(host, now) {
		owner, _, _ := strings.Cut(name, "/")
		delete(moved, owner)
	}
	var out []string
	for owner, n := range moved {
		if 2*n >= shown[owner] {
			out = append(out, owner)
		}
	}
	return out
}
