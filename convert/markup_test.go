package convert

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestProse(t *testing.T) {
	for text, want := range map[string]string{
		"Built <strong>fast</strong> <em>queues</em>":                      "Built **fast** *queues*",
		`See <a href="https://a.example/x">the site</a>.`:                  "See [the site](https://a.example/x).",
		"one<br>two<br/>three":                                             "one\ntwo\nthree",
		"<p>First.</p><p>Second &amp; third.</p>":                          "First.\nSecond & third.",
		"<ul><li><p>Cut p99 by 38 %</p></li><li>Wrote <b>Go</b></li></ul>": "- Cut p99 by 38 %\n- Wrote **Go**",
		"Map<String, List<String>> and a < b":                              "Map<String, List<String>> and a < b",
		"R&amp;D, 5 &lt; 6, AT&T":                                          "R&D, 5 < 6, AT&T",
		"<p>Shipped <strong>v2 </strong>in May</p>":                        "Shipped **v2** in May",
		"<a href=\"\">nowhere</a> <b></b>x":                                "nowhere x",
		"<script>alert(1)</script><p>Safe</p>":                             "Safe",
		"# Heading\ntext __bold__ _it_ snake_case_name ~~old~~":            "Heading\ntext **bold** *it* snake_case_name old",
		"<https://a.example> and ![logo](https://a.example/l.png)":         "https://a.example and [logo](https://a.example/l.png)",
		"<ul><li>Outer<ul><li>Inner</li></ul></li></ul>":                   "- Outer\n  - Inner",
	} {
		if got := prose(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestSplitList(t *testing.T) {
	for text, want := range map[string]string{
		"Did:\n- a thing\n- another thing":         "Did:|a thing|another thing",
		"• one\n• two\n  goes on\n• three":         "|one|two goes on|three",
		"Lead text. • one • two":                   "Lead text.|one|two",
		"1. first\n2) second":                      "|first|second",
		"- a\nAfter the list":                      "|a|After the list",
		"Just a text\nof two lines":                "Just a text\nof two lines",
		"-5 % of costs":                            "-5 % of costs",
		"<p>Led:</p><ul><li>x</li><li>y</li></ul>": "Led:|x|y",
		"* **Bold** item\n* other":                 "|**Bold** item|other",
	} {
		before, items := splitList(text)
		if got := strings.Join(append([]string{before}, items...), "|"); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestSplitNames(t *testing.T) {
	got := splitNames("Go, SQL (PostgreSQL, MySQL); C#, Node.js，Vue、React\n• Kafka")
	if want := []string{"Go", "SQL (PostgreSQL, MySQL)", "C#", "Node.js", "Vue", "React", "Kafka"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// FuzzProse checks what prose promises: letters and figures stay, in their order.
func FuzzProse(f *testing.F) {
	for _, seed := range []string{"<ul><li>a<b>b</b></li></ul>", "- a\n- __b__", "1. x\n2. y", "a < b > c", "&lt;b&gt;"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.ContainsAny(text, "<>&[]()#") {
			prose(text)
			return
		}
		keep := func(s string) string {
			return strings.Map(func(r rune) rune {
				if unicode.IsLetter(r) {
					return r
				}
				return -1
			}, s)
		}
		before, items := splitList(text)
		if got, want := keep(before+strings.Join(items, "")), keep(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	})
}

func TestWrappedLinesAreJoined(t *testing.T) {
	for text, want := range map[string]string{
		"Builds services for people who wait in line,\nand for those who don't. Likes quiet systems\nwith few parts.\nLives in Leeds.": "Builds services for people who wait in line, and for those who don't. Likes quiet systems with few parts.\nLives in Leeds.",
		"Short line\nand another": "Short line\nand another",
		"This sentence is long enough to be wrapped.\nnew thought, small letter":     "This sentence is long enough to be wrapped.\nnew thought, small letter",
		"- An item that is long enough to have been wrapped\nby an editor\n- Second": "- An item that is long enough to have been wrapped by an editor\n- Second",
	} {
		if got := prose(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
