package resume_test

import (
	"strings"
	"testing"

	"github.com/ghresume/ghresume/resume"
)

// TestHintsForTOML checks the mistakes of people new to TOML, and a key word of each
// hint.
func TestHintsForTOML(t *testing.T) {
	for text, want := range map[string]string{
		"[[experience]]\nstart = 2021-03":                          `in quotes: "2021-03"`,
		"[[experience]]\nend   = 1999-7 # left":                    `in quotes: "2021-03"`,
		"[[experience]]\nstart = 03/2021":                          `"2021-03-15"`,
		"[[experience]]\nstart = 01.02.2021":                       `"2021-03-15"`,
		"[[experience]]\nend = present":                            "goes in quotes",
		"name = Ada Lovelace":                                      "goes in quotes",
		"[[experience]]\nhighlights = [Led a team]":                "goes in quotes",
		"name = “Ada”":                                             "straight quotes",
		"name = ‘Ada’":                                             "straight quotes",
		"\u00a0name = \"Ada\"":                                     "non-breaking",
		"name: \"Ada\"":                                            "YAML",
		"- name: Ada":                                              "YAML",
		"{\n  \"basics\": {}\n}":                                   "ghresume import",
		"name = \"Ada\nemail = \"a@b.example\"":                    `closing "`,
		"summary = \"Ada’s work\nis good\"":                        `closing "`,
		"[[experience]]\nhighlights = [\n  \"a\"\n  \"b\"\n]":      "comma",
		"[[experience]]\nhighlights = [\n  \"a\",\n\n[[projects]]": "]",
		"[experience]\ntitle = \"A\"\n[experience]\ntitle = \"B\"": "[[experience]]",
		"name = \"Ada\"\nname = \"Bob\"":                           "appears once",
		"summary = \"C:\\Users\\ada\"":                             "backslash",
		"summary = \"50\\% faster\"":                               "backslash",
		"[[experience]\ntitle = \"A\"":                             "two brackets",
		"[github\nuser = \"ada\"":                                  "two brackets",
		"title = \"Ada \"the\" Dev\"":                              "one key per line",
		"name = \"Ada\" title = \"Dev\"":                           "one key per line",
		"phone = +44 20 7946 0958":                                 "phone number",
		"phone = (020) 7946-0958":                                  "phone number",
		"[ [experience] ]\ntitle = \"A\"":                          "no space between the two brackets",
		"name \"Ada\"":                                             "equals sign",
		"name =":                                                   "nothing follows",
		"[skills]\nC++ = [\"x\"]":                                  `"C++"`,
		"[links]\nStack Overflow = \"ada\"":                        `"Stack Overflow"`,
		"\xff\xfen\x00a\x00m\x00e\x00":                             "PowerShell",
		"\xfe\xff\x00n\x00a":                                       "PowerShell",
		"n\x00a\x00m\x00e\x00":                                     "PowerShell",
	} {
		_, err := resume.ParseProfile("resume.toml", []byte(text))
		problems, ok := err.(resume.Problems)
		if !ok || !strings.Contains(problems[0].Hint, want) {
			t.Errorf("%q: got %v\nwant a hint with %q", text, err, want)
		}
	}
}
