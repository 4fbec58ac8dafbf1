package resume_test

import (
	"testing"

	"github.com/ghresume/ghresume/resume"
)

func TestParseLogin(t *testing.T) {
	for text, want := range map[string]string{
		"octocat":                 "octocat",
		"  octocat\n":             "octocat",
		"@octocat":                "octocat",
		"github.com/octocat":      "octocat",
		"www.github.com/octocat/": "octocat",
		"https://github.com/octocat?tab=repositories": "octocat",
		"https://github.com/octocat#readme":           "octocat",
		"http://github.com/octocat/hello-world":       "octocat",
		"https://git.corp.example/octo_corp":          "octo_corp",
		"octocat?tab=stars":                           "octocat",
		"https://gitlab.com/octocat":                  "",
		"www.linkedin.com/in/octocat":                 "",
		"github.com/@octocat":                         "octocat",
		"https://github.com/orgs/github":              "",
		"https://github.com/":                         "",
		"Octo Cat":                                    "",
		"octo@cat.example":                            "",
		"":                                            "",
		"@":                                           "",
		"../../etc/passwd":                            "",
		"https://github.com/%2e%2e/x":                 "",
		"https://github.com/topics/go":                "",
	} {
		got, err := resume.ParseLogin(text)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("ParseLogin(%q) = %q, %v; want %q", text, got, err, want)
		}
	}
}

func TestProfileLogin(t *testing.T) {
	for text, want := range map[string]string{
		"[github]\nuser = \"@ada\"":                                                           "ada",
		"[github]\nuser = \"https://github.com/ada/\"":                                        "ada",
		"[links]\ngithub = \"https://github.com/ada?tab=repositories\"":                       "ada",
		"[links]\ngithub = \"ada\"\n[github]\nuser = \"\"":                                    "",
		"github = {user = \"\"}\n[links]\ngithub = \"ada\"":                                   "",
		"[links]\ngithub = \"ada\"\n[github]\nprivate = false":                                "ada",
		"[github]\nuser=\"ada\"\nprojects.max=0\ncontributions.max=0\nskills.max_per_group=0": "",
		"[github]\nuser=\"ada\"\nprojects.max=0\ncontributions.max=0":                         "ada",
	} {
		p, err := resume.ParseProfile("resume.toml", []byte(text))
		if err != nil {
			t.Errorf("%s: %v", text, err)
		} else if got := p.Login(); got != want {
			t.Errorf("%s\nLogin() = %q, want %q", text, got, want)
		}
	}
}
