package markers

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// named renders a block as its own name.
func named(block string) ([]byte, error) { return fmt.Appendf(nil, "[%s]\n", block), nil }

func TestSplice(t *testing.T) {
	const start, end = "<!-- ghresume:start -->", "<!-- ghresume:end -->"
	for name, c := range map[string]struct{ old, want string }{
		"one block":               {"# Hi\n" + start + "\nold\n" + end + "\nbye\n", "# Hi\n" + start + "\n\n[]\n\n" + end + "\nbye\n"},
		"empty block":             {start + end, start + "\n\n[]\n\n" + end},
		"no final newline":        {"x\n\n" + start + "\n" + end, "x\n\n" + start + "\n\n[]\n\n" + end},
		"CRLF":                    {"x\r\n" + start + "\r\n" + end + "\r\ny", "x\r\n" + start + "\r\n\r\n[]\r\n\r\n" + end + "\r\ny"},
		"byte order mark":         {"\uFEFFx\n" + start + "\n" + end, "\uFEFFx\n" + start + "\n\n[]\n\n" + end},
		"bytes that are not text": {"\xff\x00\n\n" + start + "\n" + end + "\xfe", "\xff\x00\n\n" + start + "\n\n[]\n\n" + end + "\xfe"},
		"named":                   {"<!-- ghresume:start skills -->\n" + end, "<!-- ghresume:start skills -->\n\n[skills]\n\n" + end},
		"named end":               {"<!--ghresume:start My talks-->x<!-- ghresume:end My talks -->", "<!--ghresume:start My talks-->\n\n[My talks]\n\n<!-- ghresume:end My talks -->"},
		"several":                 {start + "\n" + end + "\n\n<!-- ghresume:start skills -->\n" + end + "\n", start + "\n\n[]\n\n" + end + "\n\n<!-- ghresume:start skills -->\n\n[skills]\n\n" + end + "\n"},
		"code is not a marker":    {"```\n" + start + "\n```\n" + start + "\n" + end, "```\n" + start + "\n```\n" + start + "\n\n[]\n\n" + end},
		"tildes":                  {"   ~~~md\n" + start + "\n```\n~~~~\n" + start + "\n" + end, "   ~~~md\n" + start + "\n```\n~~~~\n" + start + "\n\n[]\n\n" + end},
		"indented code":           {"x\n\n    " + start + "\n\ny `" + start + "`\n\n" + start + "\n" + end, "x\n\n    " + start + "\n\ny `" + start + "`\n\n" + start + "\n\n[]\n\n" + end},
		"code in a list":          {"- ```\n  " + start + "\n  ```\n\n" + start + "\n" + end, "- ```\n  " + start + "\n  ```\n\n" + start + "\n\n[]\n\n" + end},
		"inside HTML":             {"<details>\n" + start + "\n" + end + "\n</details>\n", "<details>\n" + start + "\n\n[]\n\n" + end + "\n</details>\n"},
		"other comments stay":     {"<!-- ghresume:ignore x -->\n" + start + "\n" + end + "\n<!-- end -->", "<!-- ghresume:ignore x -->\n" + start + "\n\n[]\n\n" + end + "\n<!-- end -->"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Splice("README.md", []byte(c.old), named)
			if err != nil || string(got) != c.want {
				t.Fatalf("got %q, %v\nwant %q", got, err, c.want)
			}
			again, err := Splice("README.md", got, named)
			if err != nil || !bytes.Equal(again, got) {
				t.Errorf("a second time gives %q, %v", again, err)
			}
		})
	}
}

func TestSpliceRefuses(t *testing.T) {
	const start, end = "<!-- ghresume:start -->\n", "<!-- ghresume:end -->\n"
	for _, c := range []struct{ old, want string }{
		{"\n" + start + "\n", "README.md:2: a block starts but does not end"},
		{"x\n\n" + end, "README.md:3: a block ends without a start"},
		{start + start + end, "README.md:2: a block starts inside a block"},
		{start + end + end, "README.md:3: a block ends without a start"},
		{start + end + "\n" + start + end, `README.md:4: the block "" appears twice`},
		{"<!-- ghresume:start a -->\n<!-- ghresume:end b -->\n", `README.md:2: the end of "b" closes another block`},
		{"| a | b |\n|---|:-:|\n| c | <!-- ghresume:start x --><!-- ghresume:end --> |\n| d | e |\n", "README.md:3: a row of a table has room for a picture, but not for lines of text"},
		{"|<!-- ghresume:start x --><!-- ghresume:end -->|b|\n|---|---|\n", "README.md:1: a row of a table has room for a picture, but not for lines of text"},
		{"> Text\n> a | <!-- ghresume:start x --><!-- ghresume:end -->\r\n> --- | ---\r\n", "README.md:2: a row of a table has room for a picture, but not for lines of text"},
		{start + "```\n" + end, "README.md:1: a block starts but does not end"},
	} {
		_, err := Splice("README.md", []byte(c.old), named)
		marker, ok := errors.AsType[*Error](err)
		if !ok || err.Error() != c.want || marker.Hint() == "" {
			t.Errorf("%q: %v, want %s", c.old, err, c.want)
		}
	}
	for _, fine := range []string{
		"a | b <!-- ghresume:start x --><!-- ghresume:end -->\nmore\n", "<!-- ghresume:start x --><!-- ghresume:end --> a\nh | i\n-- | --\nj | k\n",
		"| a |\n| - |\n| b |\n\n" + start + end, "| a |\n| - |\n" + start + end,
	} {
		if _, err := Splice("README.md", []byte(fine), named); err != nil {
			t.Errorf("%q: %v", fine, err)
		}
	}
	for _, none := range []string{"", "# Hi\n", "```\n" + start + end + "\n", "<!-- ghresume -->"} {
		if _, err := Splice("README.md", []byte(none), named); !errors.Is(err, ErrNone) || !strings.HasPrefix(err.Error(), "README.md ") {
			t.Errorf("%q: %v", none, err)
		}
	}
}

func TestSpliceRefusesWhatBreaksTheFile(t *testing.T) {
	old := []byte("<!-- ghresume:start -->\n<!-- ghresume:end -->\nbye\n")
	for _, content := range []string{"x <!-- ghresume:end --> y", "```\nno end", "~~~"} {
		_, err := Splice("README.md", old, func(string) ([]byte, error) { return []byte(content), nil })
		if _, ok := errors.AsType[*Error](err); !ok {
			t.Errorf("%q was written: %v", content, err)
		}
	}
}

func FuzzSplice(f *testing.F) {
	for _, old := range []string{"<!-- ghresume:start -->\n<!-- ghresume:end -->", "a\r\n<!-- ghresume:start x -->\r\n```\r\n<!-- ghresume:end -->\r\n```\r\n<!-- ghresume:end -->", "> <!-- ghresume:start -->\n> <!-- ghresume:end -->", "- <!-- ghresume:start -->\n\t<!-- ghresume:end -->", "<div><!-- ghresume:start --><!-- ghresume:end --></div>"} {
		f.Add([]byte(old))
	}
	f.Fuzz(func(t *testing.T, old []byte) {
		got, err := Splice("f", old, named)
		if err != nil {
			return
		}
		marks := markersOf(old)
		first, last := marks[0].stop, marks[len(marks)-1].start
		if !bytes.HasPrefix(got, old[:first]) || !bytes.HasSuffix(got, old[last:]) {
			t.Fatalf("%q becomes %q", old, got)
		}
		if again, err := Splice("f", got, named); err != nil || !bytes.Equal(again, got) {
			t.Fatalf("%q becomes %q, and then %q, %v", old, got, again, err)
		}
	})
}

// TestSpliceInListsAndQuotations: a block stays in the list or quotation around it, and its
// end marker stays in place.
func TestSpliceInListsAndQuotations(t *testing.T) {
	for old, want := range map[string]string{
		"- a\n  - b\n\n    <!-- ghresume:start skills -->\n    <!-- ghresume:end -->\n- c\n":                                   "- a\n  - b\n\n    <!-- ghresume:start skills -->\n\n    ## Skills\n\n    - Go\n\n    <!-- ghresume:end -->\n- c\n",
		"> <!-- ghresume:start skills -->\r\n> <!-- ghresume:end -->\r\n> x\r\n":                                               "> <!-- ghresume:start skills -->\r\n>\r\n> ## Skills\r\n>\r\n> - Go\r\n>\r\n> <!-- ghresume:end -->\r\n> x\r\n",
		"1. <!-- ghresume:start skills -->\n   old\n   <!-- ghresume:end -->\n2. b\n":                                          "1. <!-- ghresume:start skills -->\n\n   ## Skills\n\n   - Go\n\n   <!-- ghresume:end -->\n2. b\n",
		"<table><tr>\n    <td>\n      <!-- ghresume:start skills -->\n      <!-- ghresume:end -->\n    </td>\n</tr></table>\n": "<table><tr>\n    <td>\n      <!-- ghresume:start skills -->\n\n## Skills\n\n- Go\n\n<!-- ghresume:end -->\n    </td>\n</tr></table>\n",
		"- <details>\n      <!-- ghresume:start skills -->\n      <!-- ghresume:end -->\n  </details>\n":                       "- <details>\n      <!-- ghresume:start skills -->\n\n  ## Skills\n\n  - Go\n\n  <!-- ghresume:end -->\n  </details>\n",
		"a <!-- ghresume:start skills --> <!-- ghresume:end --> b\n":                                                           "a <!-- ghresume:start skills -->\n\n## Skills\n\n- Go\n\n<!-- ghresume:end --> b\n",
	} {
		render := func(string) ([]byte, error) { return []byte("## Skills\n\n- Go\n"), nil }
		got, err := Splice("README.md", []byte(old), render)
		if err != nil || string(got) != want {
			t.Errorf("%q: %v\n got %q\nwant %q", old, err, got, want)
			continue
		}
		if again, err := Splice("README.md", got, render); err != nil || string(again) != want {
			t.Errorf("%q again: %v, %q", old, err, again)
		}
	}
}

// TestLargeReadme: the paragraphs of a large file that hold no marker are not parsed, and
// every marker is found.
func TestLargeReadme(t *testing.T) {
	text := strings.Repeat("Some **bold** [link](https://x.example) `code` <b>tag</b>\n\n- item\n\n", 2000)
	readme := text + "Inline <!-- ghresume:start a --> and <!-- ghresume:end -->\n\n" + text + "- <!-- ghresume:start b -->\n  <!-- ghresume:end -->\nTitle <!-- ghresume:start c --><!-- ghresume:end -->\n===\n"
	marks := markersOf([]byte(readme))
	if len(marks) != 6 || marks[5].stop != strings.LastIndex(readme, "-->")+3 {
		t.Errorf("%d markers: %+v", len(marks), marks)
	}
}

// TestSpliceLimits: a file that would take long to read is refused; one that is only long is
// not.
func TestSpliceLimits(t *testing.T) {
	const markers = "\n\n<!-- ghresume:start -->\n<!-- ghresume:end -->\n"
	print := func(string) ([]byte, error) { return []byte("mine"), nil }
	for before, want := range map[string]string{
		strings.Repeat("word\n", 150_000):                                  "",
		strings.Repeat("word ", 1_000_000):                                 "",
		strings.Repeat("- a\n  - b\n", 50_000):                             "",
		strings.Repeat("word ", MaxSize/5):                                 "8192 kB, and at most 8192 are read",
		strings.Repeat("a\n", 200_001):                                     "200005 lines, and at most 200000 are read",
		strings.Repeat("> ", 500) + "a":                                    "nested 500 levels deep",
		strings.Repeat("1. ", 500) + "a":                                   "nested 500 levels deep",
		strings.Repeat("- ", 90) + "a\n" + strings.Repeat("- a\n", 40_000): "nested up to 90 levels deep",
		strings.Repeat("[a]: b\n", 6000):                                   "6000 definitions of links",
	} {
		out, err := Splice("README.md", []byte(before+markers), print)
		switch {
		case want == "" && (err != nil || !strings.Contains(string(out), "mine")):
			t.Errorf("%.20q: %v", before, err)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%.20q: %v, want %s", before, err, want)
		}
	}
}
