package document

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

var shownText = regexp.MustCompile(`(?s)\(((?:[^()\\]|\\.)*)\) Tj`)

// textOfPDF reads the strings of a PDF without compression, in the order in which they are drawn.
func textOfPDF(t *testing.T, md []byte, m Meta) (string, *PDFFile) {
	t.Helper()
	s, err := newSheet(m)
	if err != nil {
		t.Fatal(err)
	}
	s.pdf.SetCompression(false)
	file, err := s.print(md, m)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, match := range shownText.FindAllSubmatch(file.Data, -1) {
		raw := regexp.MustCompile(`(?s)\\(.)`).ReplaceAllFunc(match[1], func(e []byte) []byte {
			if e[1] == 'r' {
				return []byte("\r")
			}
			return e[1:]
		})
		units := make([]uint16, len(raw)/2)
		for i := range units {
			units[i] = binary.BigEndian.Uint16(raw[2*i:])
		}
		out.WriteString(string(utf16.Decode(units)))
	}
	return out.String(), file
}

func TestPDFHoldsTheTextInOrder(t *testing.T) {
	for _, theme := range []Theme{Classic, Modern} {
		text, file := textOfPDF(t, sample(t), sampleMeta(theme))
		if len(file.Missing) > 0 {
			t.Errorf("missing %q", string(file.Missing))
		}
		at := 0
		for _, want := range []string{"Ada Łukasiewicz-O'Neil", "Backend Developer", "+44 20 7946 0958", "ada@example.com", "small", "fast", "__init__", "List<T>", "~5 ms ~10 ms",
			"A second line.", "Languages", ": Go, C++, SQL", "Redis & more", "Engineer, ", "Engines & Sons", "March 2021 – present", "append-only ledger",
			"fi fl ffi, naïve café, Ωμέγα, Привіт ", "★", "✓", "→", "1. ", "first", "2. ", "second", "click", "badge", "fine", "1", "2", "code  block"} {
			i := strings.Index(text[at:], want)
			if i < 0 {
				t.Fatalf("%s: %q does not follow in\n%s", theme, want, text[at:])
			}
			at += i + len(want)
		}
	}
}

func TestPDFNamesWhatItCannotDraw(t *testing.T) {
	text, file := textOfPDF(t, []byte("# 小林 🎉 fine\n\nשלום\n\na\u200eb"), sampleMeta(Modern))
	if want := "\u05d5\u05dc\u05dd\u05e9小林🎉"; string(file.Missing) != want {
		t.Errorf("missing %q, want %q", string(file.Missing), want)
	}
	if !strings.Contains(text, "\uFFFD\uFFFD \uFFFD fine") && !strings.Contains(text, "fine") || !strings.Contains(text, "ab") {
		t.Errorf("got %q", text)
	}
}

func TestPDFHasNoDates(t *testing.T) {
	file, err := PDF(sample(t), sampleMeta(Modern))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(file.Data), "Date") {
		t.Error("there is a date in the file")
	}
}

func TestLongerTextHasMorePages(t *testing.T) {
	measure, err := Measurer(Meta{})
	if err != nil {
		t.Fatal(err)
	}
	last := 0.0
	for n := 1; n < 400; n += 40 {
		md := []byte("# A\n" + strings.Repeat("\n- one item of a list", n))
		pages, err := measure(md)
		if err != nil || pages <= last {
			t.Fatalf("%d items: %.2f pages after %.2f, %v", n, pages, last, err)
		}
		file, err := PDF(md, Meta{})
		if err != nil || file.Pages != pages {
			t.Fatalf("measured %.2f, printed %.2f, %v", pages, file.Pages, err)
		}
		last = pages
	}
}

// TestPaginateKeepsTogether sets random boxes: no page ends with a heading, no
// short item is split, and no line stands alone.
func TestPaginateKeepsTogether(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		boxes := randomBoxes(random, 60)
		pages := paginate(boxes, 300)
		var seen []string
		for n, p := range pages {
			if p.used > 300.01 {
				t.Fatalf("page %d is %.1f high", n, p.used)
			}
			if last := p.placed[len(p.placed)-1]; last.box.kind == heading && n < len(pages)-1 {
				t.Fatalf("page %d ends with a heading", n)
			}
			for _, part := range p.placed {
				for _, l := range part.lines {
					seen = append(seen, l.fragments[0].text)
				}
				if got, all := len(part.lines), len(part.box.lines); got < all && (all <= minTogether+1 || got < minTogether) {
					t.Fatalf("page %d has %d of %d lines", n, got, all)
				}
			}
		}
		var want []string
		for _, b := range boxes {
			for _, l := range b.lines {
				want = append(want, l.fragments[0].text)
			}
		}
		if !slices.Equal(seen, want) {
			t.Fatal("lines were lost or changed places")
		}
	}
}

func randomBoxes(random *rand.Rand, n int) []box {
	var out []box
	for i := range n {
		b := box{block: block{kind: item}, above: 2, height: 12}
		lines := 1 + random.IntN(6)
		if random.IntN(4) == 0 {
			b.kind, b.height, lines = heading, 16, 1
		}
		for l := range lines {
			b.lines = append(b.lines, line{fragments: []fragment{{text: fmt.Sprintf("%d.%d", i, l)}}})
		}
		out = append(out, b)
	}
	return out
}

func TestBreakLinesLosesNothing(t *testing.T) {
	s, err := newSheet(Meta{})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"a b", "one two three four five six seven", strings.Repeat("x", 300), "short " + strings.Repeat("long", 80) + " end"} {
		b := block{spans: []span{{text: text[:len(text)/2]}, {text: text[len(text)/2:], bold: true}}}
		var got strings.Builder
		for _, l := range s.breakLines(s.words(b, 10), 100) {
			if trimmed := l.width - s.fonts.width(face{family: s.family}, 10, " "); trimmed > 101 {
				t.Errorf("%q: a line is %.1f wide", text, l.width)
			}
			for _, f := range l.fragments {
				got.WriteString(f.text)
			}
		}
		if got.String() != text {
			t.Errorf("got %q, want %q", got.String(), text)
		}
	}
}
