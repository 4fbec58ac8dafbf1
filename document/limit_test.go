package document

import (
	"errors"
	"runtime"
	"strings"
	"testing"
)

// grown are texts that repeat a single construct.
var grown = map[string]string{
	"words": "reliable services for customers ", "one word": "w", "links": "[a](https://e.example/1) ", "emphasis": "**a** ",
	"bullets": "- built a thing\n", "headings": "## Part\n\nText.\n\n", "quotes": "> ", "brackets": "[", "backticks": "`a ",
	"marks": "a\u0301", "scripts": "سلام ", "entities": "&amp;", "html": "<b>a</b>",
}

var allForms = map[string]func([]byte, Meta) ([]byte, error){"HTML": HTML, "DOCX": DOCX, "PDF": func(md []byte, m Meta) ([]byte, error) {
	file, err := PDF(md, m)
	if err != nil {
		return nil, err
	}
	return file.Data, nil
}}

// allocated returns how many bytes are allocated while a document is made.
func allocated(t *testing.T, make func([]byte, Meta) ([]byte, error), md string) uint64 {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := make([]byte(md), Meta{Title: "A"}); err != nil && !strings.Contains(err.Error(), "at most") {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// A text twice as long takes about twice the memory, whatever it consists of, and memory is
// bounded at the maximum length of a document.
func TestDocumentsGrowWithTheirText(t *testing.T) {
	const small, most = MaxText / 16, 3.0
	for name, piece := range grown {
		for form, make := range allForms {
			one := allocated(t, make, strings.Repeat(piece, small/len(piece)))
			two := allocated(t, make, strings.Repeat(piece, 2*small/len(piece)))
			if ratio := float64(two) / float64(one); ratio > most {
				t.Errorf("%s of %s: %d bytes for one, %d for two", form, name, one, two)
			}
			if two > 160<<20 { // an eighth of the limit, garbage included
				t.Errorf("%s of %s: %d MB for %d kB", form, name, two>>20, 2*small>>10)
			}
		}
	}
}

// A text beyond the limit is refused in every form before any work is done.
func TestTextsBeyondTheLimit(t *testing.T) {
	md := []byte(strings.Repeat("a ", MaxText/2+1))
	for name, make := range allForms {
		if _, err := make(md, Meta{}); err == nil {
			t.Errorf("%s: no error", name)
		} else if long, ok := errors.AsType[*TooLongError](err); !ok || long.Hint() == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A parser looks for the end of each open address in all that follows: too many are refused,
// and links that end are not counted.
func TestOpenAddresses(t *testing.T) {
	for md, want := range map[string]int{
		"[a](b) [c](d)": 1, "[a]([a]([a](": 3, "[a](<b [a](<b": 2, "f(x) (y": 0, "[a](b\n[a](b\n\n[a](b": 2,
	} {
		if got := openLinks([]byte(md)); got != want {
			t.Errorf("%q: %d, want %d", md, got, want)
		}
	}
	if _, err := HTML([]byte(strings.Repeat("[a](https://e.example) ", 3*mostOpen)), Meta{}); err != nil {
		t.Error(err)
	}
	if _, err := HTML([]byte(strings.Repeat("![a](", mostOpen+1)), Meta{}); err == nil {
		t.Error("no error")
	}
}

// A row of a table has as many cells as its head, even if it is a single letter: they are
// counted before any is made.
func TestTableCells(t *testing.T) {
	for md, want := range map[string]int{
		"a | b\n": 0, "a\n---\nb\n": 0, "|a|b|\n|-|-|\n|c|d|\n": 8, "> a | b\n> - | :-:\n> c\n\nd\n": 4,
		"a|b|c|d\n-|-|-|-\ne\nf\n": 12,
	} {
		if got := tableCells([]byte(md)); got != want {
			t.Errorf("%q: %d, want %d", md, got, want)
		}
	}
	if _, err := HTML([]byte("a|b|c|d\n-|-|-|-\n"+strings.Repeat("e\n", 1000)), Meta{}); err != nil {
		t.Error(err)
	}
	for _, md := range []string{
		strings.Repeat("a|", 300) + "\n" + strings.Repeat("-|", 300) + "\n" + strings.Repeat("b\n", 300),
		strings.Repeat("a|", mostCells) + "\n" + strings.Repeat("-|", mostCells) + "\n",
	} {
		for form, make := range allForms {
			if _, err := make([]byte(md), Meta{}); err == nil || !strings.Contains(err.Error(), "cells") {
				t.Errorf("%s of %.20s: %v", form, md, err)
			}
		}
	}
}
