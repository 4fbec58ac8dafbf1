package produce

import (
	"strings"
	"testing"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/resume"
)

// TestNewNames: what has another name is not lost, and what has gone with the name is.
func TestNewNames(t *testing.T) {
	const old = unseenReadme + "\n[web](https://social.example/ada)\n"
	renamed := strings.NewReplacer("github.com/ada/", "github.com/countess/", "author=ada", "author=countess")
	mill := strings.NewReplacer("guild/mill", "ada/mill")
	for name, test := range map[string]struct {
		change func(*resume.Snapshot)
		now    string
		want   string
	}{
		"the account": {rename, renamed.Replace(old), ""},
		"the account, which deleted one": {func(s *resume.Snapshot) { rename(s); s.Repositories = s.Repositories[:1] },
			strings.Replace(renamed.Replace(old), "### [bell](https://github.com/countess/bell)\n\n", "", 1), ""},
		"the account, and a project of another is unseen": {rename, strings.ReplaceAll(renamed.Replace(old), "https://github.com/guild/mill", ""), "guild/mill"},
		"a repository that was renamed":                   {func(s *resume.Snapshot) { s.Repositories[1].Name = "ada/gong" }, strings.ReplaceAll(old, "ada/bell", "ada/gong"), ""},
		"another account":                                 {func(s *resume.Snapshot) { rename(s); s.Repositories = nil }, "# Ada\n", "ada/bell"},
		"another account with forks of these": {func(s *resume.Snapshot) {
			rename(s)
			s.Repositories[0].Fork, s.Repositories[1].Fork = true, true
		}, "# Ada\n", "ada/bell"},
		"a project that was handed over": {func(s *resume.Snapshot) {
			s.Repositories = append(s.Repositories, resume.Repository{Name: "ada/mill"})
		}, strings.ReplaceAll(mill.Replace(old), "guild/oven", "ada/oven"), ""},
		"a fork of an unseen project": {func(s *resume.Snapshot) {
			s.Repositories = append(s.Repositories, resume.Repository{Name: "ada/mill", Fork: true})
		}, strings.ReplaceAll(old, "guild/mill", ""), "guild/mill"},
	} {
		t.Run(name, func(t *testing.T) {
			s := unseenSnapshot()
			s.Cut = nil
			test.change(s)
			m := &load.Sources{Snapshot: s, IsFirst: true}
			for form, files := range map[string][2][]byte{"README.md": {[]byte(old), []byte(test.now)}, "resume.pdf": {asPDF(t, old), asPDF(t, test.now)}} {
				err := RefuseGaps(m, "github.com", form, files[0], files[1])
				if got := ""; err != nil {
					got = err.Error()
					if test.want == "" || !strings.Contains(got, test.want) {
						t.Errorf("%s: got %q, want %q", form, got, test.want)
					}
				} else if test.want != "" {
					t.Errorf("%s: not refused; %q is lost", form, test.want)
				}
			}
		})
	}
}

// rename gives the account another name.
func rename(s *resume.Snapshot) {
	s.Login = "countess"
	for i := range s.Repositories {
		s.Repositories[i].Name = strings.Replace(s.Repositories[i].Name, "ada/", "countess/", 1)
	}
}

// asPDF prints Markdown.
func asPDF(t *testing.T, md string) []byte {
	t.Helper()
	file, err := document.PDF([]byte(md), document.Meta{Title: "Ada", Author: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	return file.Data
}
