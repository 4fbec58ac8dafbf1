package document

import (
	"testing"

	"github.com/ghresume/ghresume/internal/part"
)

// TestOwnMarksStay puts separating marks at the edges of a user's own words: only the
// template's marks are cut.
func TestOwnMarksStay(t *testing.T) {
	dates, place := part.Mark(part.Dates, "2015 – 2019"), part.Mark(part.Place, "Lyon")
	for row, want := range map[string]string{
		"Maintainer · " + dates:                         "Maintainer",
		"| Maintainer | · " + dates:                     "| Maintainer |",
		", Maintainer, · " + dates:                      ", Maintainer,",
		dates + " · | · " + place:                       "|",
		dates + " · · · " + place:                       "·",
		dates + " · " + place + " · Grade: 1,0 |":       "Grade: 1,0 |",
		dates + ", " + place:                            "",
		dates + " | · Lead · | " + place:                "· Lead ·",
		dates + " · " + part.Mark(part.Place, "Lyon, "): "",
	} {
		root, err := tree([]byte("### " + part.Mark(part.Title, "Engine") + "\n\n" + row + "\n"))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, p := range piecesOf(blocks(root)[1].spans) {
			if p.part == 0 {
				got += textOfSpans(p.spans)
			}
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", row, got, want)
		}
	}
}
