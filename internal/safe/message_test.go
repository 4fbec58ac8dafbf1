package safe

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

func TestMessagesMaskTheSecretsOfAddresses(t *testing.T) {
	for text, want := range map[string]string{
		"open http://bob:hunter2@host: no such file":           "open http://***@host: no such file",
		"open https://hunter2@host/a?b=c: no such file":        "open https://***@host/a?b=c: no such file",
		`Get "http://bob:xxxxx@h:80/p": refused`:               `Get "http://***@h:80/p": refused`,
		"ssh://git:hunter2@h/a and ftp://b:hunter2@h":          "ssh://***@h/a and ftp://***@h",
		"http://bob:hun@ter2@host/x":                           "http://***@host/x",
		"http://bob:hun/ter2@host/x":                           "http://***@host/x",
		"http://bob:p?hunter2#@host/x":                         "http://***@host/x",
		"https://h/p?access_token=hunter2&page=2":              "https://h/p?access_token=***&page=2",
		"https://h/p?page=2&token=hunter2#top":                 "https://h/p?page=2&token=***#top",
		"GET /x?X-Amz-Signature=hunter2&key=hunter2 404":       "GET /x?X-Amz-Signature=***&key=*** 404",
		"open https://h/?id_token=hunter2: refused":            "open https://h/?id_token=***: refused",
		"https://h/#id_token=hunter2":                          "https://h/#id_token=***",
		"https://h/p?API_KEY=hunter2;client_secret=hunter2":    "https://h/p?API_KEY=***;client_secret=***",
		"unknown user ghp_hunter2hunter2hunter2hunter2hunter2": "unknown user ***",
		"github_pat_11ABC_hunter2hunter2hunter2hunter2 is bad": "*** is bad",
		// What is not a secret stays.
		"put it into HTTPS_PROXY: http://USER:PASSWORD@HOST:PORT": "put it into HTTPS_PROXY: http://USER:PASSWORD@HOST:PORT",
		"https://medium.com/@ada":                                 "https://medium.com/@ada",
		"https://h:8080/@ada and https://h:80?q=a@b.co":           "https://h:8080/@ada and https://h:80?q=a@b.co",
		"mailto:ada@example.com, ada@example.com":                 "mailto:ada@example.com, ada@example.com",
		"git@github.com:ada/x.git":                                "git@github.com:ada/x.git",
		"https://h/p?tokens=3&keyword=go&page=2":                  "https://h/p?tokens=3&keyword=go&page=2",
		"resume.toml:3: token = \"\": expected":                   "resume.toml:3: token = \"\": expected",
		"https://github.com/ada/ghp_tools":                        "https://github.com/ada/ghp_tools",
	} {
		if got := Message(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
		var out bytes.Buffer
		if n, err := fmt.Fprintln(Messages(&out), text); err != nil || n != len(text)+1 || out.String() != want+"\n" {
			t.Errorf("%q: wrote %d, %v, %q", text, n, err, out.String())
		}
		if got := CommandData(text); strings.Contains(got, "hunter2") {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}

// FuzzMessage takes no passwords that end in what ends a sentence, or look like the mask.
func FuzzMessage(f *testing.F) {
	f.Add("bob", "hunter2", "host/p?q=r")
	f.Add("b", "a/b?c#d", "h:80/@x")
	f.Fuzz(func(t *testing.T, user, password, rest string) {
		if Line(user+password) != user+password || strings.ContainsAny(user+password, `/?#"'<>@:&; `) || len(password) < 4 || strings.Trim(password, ":,.)*") != password || strings.Contains(Line(rest), password) {
			return
		}
		for _, address := range []string{"http://" + user + ":" + password + "@h/" + rest, "http://" + password + "@h/" + rest, "https://h/?token=" + password + "&" + rest} {
			if got := Message("open " + address + ": refused"); strings.Contains(got, password) {
				t.Errorf("%q shows %q", address, got)
			}
		}
	})
}
