package convert

import (
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/readfile"
	"github.com/ghresume/ghresume/resume"
)

// TestLettersThatCannotBeRead: a font may not say which letters a glyph stands for; a comment says so.
func TestLettersThatCannotBeRead(t *testing.T) {
	line := func(text string) readfile.Line {
		return readfile.Line{Page: 1, Items: []readfile.Item{{Text: text, Size: 10}}}
	}
	in := newReader()
	if err := in.paper([]readfile.Line{line("Ines Prado"), line("Experience"), line("Developer, Ebro, 2019 – 2021"), line("• \uf0ac Built an e\x00cient design"), line("\x0f Ran it")}, "PDF", true, false); err != nil {
		t.Fatal(err)
	}
	if doubts := strings.Join(in.comments["name"], " "); !strings.Contains(doubts, "1 word") || !strings.Contains(doubts, "e\uFFFDcient") {
		t.Errorf("comments: %q", doubts)
	}
	if got := in.profile.Experience[0].Highlights[1].Text; got != "Ran it" {
		t.Errorf("a bullet in an unknown font: %q", got)
	}
	if got := in.profile.Experience[0].Highlights[0].Text; got != "Built an e\uFFFDcient design" {
		t.Errorf("got %q in %s", got, resume.EncodeProfile(in.profile, nil))
	}
}
