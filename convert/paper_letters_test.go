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

// TestSignsOfTwoBytes: programs that set icons and bullets from a font of symbols may not say
// which they are; addresses beside them are read.
func TestSignsOfTwoBytes(t *testing.T) {
	p := (&page{}).row(largeText(50, "Noé Garnier")).row(text(50, "\x022 +33 1 23 45 67 89 • \x00a noe@garnier.example")).row(largeText(50, "Experience")).
		row(boldText(50, "Platform Engineer, Rhône Energy"), text(430, "Mar 2021 – Present")).
		row(text(50, "\x00f Moved 20 services")).row(text(50, "\x00f Halved the bill")).
		row(boldText(50, "Web Developer, Isère Apps"), text(430, "Jan 2018 – Feb 2021")).row(text(50, "\x00f Wrote 3 shops")).imported(t)
	checkJobs(t, p.Experience)
	if p.Phone != "+33 1 23 45 67 89" || p.Email != "noe@garnier.example" || p.Summary+p.Title+p.Location != "" {
		t.Errorf("got %q, %q, %q, %q", p.Phone, p.Email, p.Summary, p.Title)
	}
}

// TestBrokenMailLinks: a link without an address hides none.
func TestBrokenMailLinks(t *testing.T) {
	l := (&page{}).row(largeText(50, "Noé Garnier")).row(text(50, "Email: noe@garnier.example")).row(largeText(50, "Skills")).row(text(50, "Go, SQL"))
	l.lines[1].Links = []readfile.Link{{Text: "noe@garnier.example", URL: "mailto:"}}
	if p := l.imported(t); p.Email != "noe@garnier.example" {
		t.Errorf("got %q", p.Email)
	}
}
