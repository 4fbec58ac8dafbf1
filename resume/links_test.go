package resume_test

import (
	"cmp"
	"slices"
	"testing"

	"github.com/ghresume/ghresume/resume"
)

func TestLinksAsPeopleWriteThem(t *testing.T) {
	for _, test := range []struct{ network, value, label, url string }{
		{"linkedin", "ada", "LinkedIn", "https://www.linkedin.com/in/ada"},
		{"linkedin", "in/ada", "LinkedIn", "https://www.linkedin.com/in/ada"},
		{"LinkedIn", "/in/ada/", "LinkedIn", "https://www.linkedin.com/in/ada"},
		{"Linked In", "www.linkedin.com/in/ada", "LinkedIn", "https://www.linkedin.com/in/ada"},
		{"linkedin.com", "@ada", "LinkedIn", "https://www.linkedin.com/in/ada"},
		{"Dev.to", "@ada", "DEV", "https://dev.to/ada"},
		{"Twitter/X", "@ada", "X", "https://x.com/ada"},
		{"twitter", "ada", "X", "https://x.com/ada"},
		{"Stack Overflow", "users/123/ada", "Stack Overflow", "https://stackoverflow.com/users/123/ada"},
		{"leetcode", "u/ada", "LeetCode", "https://leetcode.com/u/ada"},
		{"sourcehut", "~ada", "SourceHut", "https://sr.ht/~ada"},
		{"medium", "@ada", "Medium", "https://medium.com/@ada"},
		{"mastodon", "@ada@hachyderm.example", "Mastodon", "https://hachyderm.example/@ada"},
		{"Mastodon.social", "ada@hachyderm.example", "Mastodon", "https://hachyderm.example/@ada"},
		{"github", "@ada", "GitHub", "https://github.com/ada"},
		{"github", "ada?tab=repositories", "GitHub", "https://github.com/ada"},
		{"GitHub.com", "github.com/ada", "GitHub", "https://github.com/ada"},
		{"github", "https://git.corp.example/ada", "GitHub", "https://git.corp.example/ada"},
		{"blog", "ada.example/posts", "blog", "https://ada.example/posts"},
		{"bluesky", "ada.bsky.social", "Bluesky", "https://bsky.app/profile/ada.bsky.social"},
		{"Matrix", "@ada:matrix.example", "Matrix", ""},
		{"Email", "ada@mail.example", "E-mail", "mailto:ada@mail.example"},
		{"discord", "ada@mail.example", "discord", ""},
		{"Telegram", "@ada", "Telegram", "https://t.me/ada"},
		{"Hacker News", "ada", "Hacker News", "https://news.ycombinator.com/user?id=ada"},
		{"ResearchGate", "https://www.researchgate.net/profile/Ada-L", "ResearchGate", "https://www.researchgate.net/profile/Ada-L"},
	} {
		if got := resume.NewLink(test.network, test.value); got.URL != test.url || got.Label != test.label {
			t.Errorf("NewLink(%q, %q) = %q %q, want %q %q", test.network, test.value, got.Label, got.URL, test.label, test.url)
		}
	}
}

// TestTwoAccountsOfANetwork checks that both are kept, in whatever form the keys are
// written.
func TestTwoAccountsOfANetwork(t *testing.T) {
	p := &resume.Profile{Name: "Ada", Links: map[string]string{"linkedin": "ada", "Linked In": "countess", "x": "ada", "Twitter/X": "ada2"}}
	var got []string
	for _, link := range resume.Build(p, nil).Links {
		got = append(got, link.Text)
	}
	if want := []string{"linkedin.com/in/ada", "linkedin.com/in/countess", "x.com/ada", "x.com/ada2"}; !slices.Equal(slices.Sorted(slices.Values(got)), want) {
		t.Errorf("got %v", got)
	}
}

// TestHandlesOfTheFediverse checks that handles stay as they are, and that text with just
// an @ in it gets no link.
func TestHandlesOfTheFediverse(t *testing.T) {
	if got := resume.NewLink("mastodon", "@ada@hachyderm.example"); got.Text != "@ada@hachyderm.example" {
		t.Errorf("got %+v", got)
	}
	if got := resume.NewLink("mastodon", "https://hachyderm.example/@ada"); got.Text != "hachyderm.example/@ada" {
		t.Errorf("got %+v", got)
	}
	p := &resume.Profile{Name: "Ada", Contacts: []resume.Contact{{Label: "Signal: @ada.99"}, {Label: "matrix @ada:x.example"}, {Label: "@ada@hachyderm.example"}, {URL: "ada@mail.example"}, {Label: "Write", URL: "ada@mail.example"}}}
	want := []string{"", "", "https://hachyderm.example/@ada", "mailto:ada@mail.example", "mailto:ada@mail.example"}
	for i, link := range resume.Build(p, nil).Links {
		if link.URL != want[i] || link.Text != cmp.Or(p.Contacts[i].Label, p.Contacts[i].URL) {
			t.Errorf("got %+v, want %q", link, want[i])
		}
	}
}

func TestLinksThatNobodyCouldFollow(t *testing.T) {
	for _, text := range []string{
		"[links]\nlinkedin = \"Ada Lovelace\"",
		"[links]\nlinkedin = \"\"",
		"[links]\ngithub = \"Ada Lovelace\"",
		"[links]\ngithub = \"ada@example.com\"",
		"[github]\nuser = \"https://github.com/orgs/engines\"",
		"[github]\nuser = \"Ada Lovelace\"",
	} {
		_, err := resume.ParseProfile("resume.toml", []byte(text))
		problems, ok := err.(resume.Problems)
		if !ok || len(problems) != 1 || problems[0].Hint == "" || problems[0].Position.Line != 2 {
			t.Errorf("%s: %+v", text, err)
		}
	}
}
