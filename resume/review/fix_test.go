package review

import (
	"bytes"
	"testing"

	"github.com/ghresume/ghresume/resume"
)

// fixAll applies corrections until none are left, as `ghresume check --fix` does.
func fixAll(t *testing.T, source []byte) []byte {
	t.Helper()
	for range 10 {
		next, n := Fix(source, Check(inputOf(t, string(source))))
		if n == 0 {
			return source
		}
		source = next
	}
	t.Fatalf("no end of corrections:\n%s", source)
	return nil
}

func TestFix(t *testing.T) {
	for name, tc := range map[string]struct{ source, want string }{
		"words and spaces":   {"summary = \"The the  payments  of seperate shops.\" # keep  this\n", "summary = \"The payments of separate shops.\" # keep  this\n"},
		"three in a row":     {"summary = 'of the the the payments'\n", "summary = 'of the payments'\n"},
		"over a line end":    {"summary = \"\"\"\nof the\nthe payments\"\"\"\n", "summary = \"\"\"\nof the payments\"\"\"\n"},
		"byte order mark":    {"\ufeffsummary = \"a  b\"\n", "\ufeffsummary = \"a b\"\n"},
		"CRLF":               {"name = \"Ada\"\r\nsummary = \"a  b\"\r\n", "name = \"Ada\"\r\nsummary = \"a b\"\r\n"},
		"escapes stay":       {`summary = "caf\u00e9  \"managment\" \\ x"` + "\n", `summary = "caf\u00e9 \"management\" \\ x"` + "\n"},
		"spelled by escape":  {`summary = "the man\u0061gment"` + "\n", `summary = "the man\u0061gment"` + "\n"},
		"table of a bullet":  {"[[experience]]\nhighlights = [{text = \"Cut costs , twice\", for = [\"a  b\"]}]\n", "[[experience]]\nhighlights = [{text = \"Cut costs, twice\", for = [\"a  b\"]}]\n"},
		"code, links, names": {"name = \"Thier Recieve\"\nsummary = \"Ran `the the` and https://x.example/seperate/managment for Thier.\"\n", "name = \"Thier Recieve\"\nsummary = \"Ran `the the` and https://x.example/seperate/managment for Thier.\"\n"},
		"own words":          {"summary = \"of seperate shops\"\n[check]\nwords = [\"seperate\"]\n", "summary = \"of seperate shops\"\n[check]\nwords = [\"seperate\"]\n"},
		"ignored":            {"# ghresume:ignore doubled-space\nsummary = \"a  b\"\n", "# ghresume:ignore doubled-space\nsummary = \"a  b\"\n"},
		"another language":   {"summary = \"Wenn die die Daten sehen\"\n[layout]\nlanguage = \"de\"\n", "summary = \"Wenn die die Daten sehen\"\n[layout]\nlanguage = \"de\"\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := fixAll(t, []byte(tc.source)); string(got) != tc.want {
				t.Errorf("got\n%s\nwant\n%s", got, tc.want)
			}
		})
	}
}

// FuzzFix puts arbitrary text into a profile: the corrected file still parses, its other
// values are untouched, and a second run changes nothing.
func FuzzFix(f *testing.F) {
	for _, s := range []string{"of the the  managment , yes", "it's own\\n it", "a\u0301 a HTML", "((", "\\\n   x  y", "𝗕 `a  b`"} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, text string, long bool) {
		if len(text) > 200 {
			return // a bullet or two
		}
		quote := `"`
		if long {
			quote = `"""`
		}
		source := []byte("# top\nname = \"Ada\" # mine\nsummary = " + quote + text + quote + "\ntitle = \"Engineer\" # end\n")
		if p, _ := resume.ParseProfileLenient("resume.toml", source); p == nil || p.Name != "Ada" || p.Title != "Engineer" {
			t.Skip()
		}
		fixed := fixAll(t, source)
		p, problems := resume.ParseProfileLenient("resume.toml", fixed)
		if p == nil || p.Name != "Ada" || p.Title != "Engineer" {
			t.Fatalf("%v\n%q\n%q", problems, source, fixed)
		}
		if !bytes.HasPrefix(fixed, []byte("# top\nname = \"Ada\" # mine\n")) || !bytes.HasSuffix(fixed, []byte("\ntitle = \"Engineer\" # end\n")) {
			t.Fatalf("more than the summary changed:\n%q", fixed)
		}
	})
}
