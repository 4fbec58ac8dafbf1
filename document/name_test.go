package document

import "testing"

// TestLongNames: a name a little too long for its line gets smaller letters, a much longer one
// is broken between words, and no word is torn.
func TestLongNames(t *testing.T) {
	for _, test := range []struct {
		name  string
		size  float64
		lines int
	}{
		{"Ada Lovelace", 28, 1},
		{"Maximiliane von Hohenfels-Sternberg", 0, 1},
		{"Maria Aparecida dos Santos Albuquerque de Vasconcelos", 28, 2},
		{"Wolfeschlegelsteinhausenbergerdorff Nebuchadnezzar Montgomery", 0, 2},
	} {
		l, err := lay([]byte("# "+test.name+"\n\n## Work\n\ntext\n"), Meta{})
		if err != nil {
			t.Fatal(err)
		}
		size, first := l.look.sizes[name], l.pages[0].placed[0].box
		if test.size == 0 && (size >= 28 || size < leastName) || test.size > 0 && size != test.size || len(first.lines) != test.lines {
			t.Errorf("%s: %g points, %d lines", test.name, size, len(first.lines))
		}
		for _, line := range first.lines[:len(first.lines)-1] {
			if text := line.fragments[len(line.fragments)-1].text; text[len(text)-1] != ' ' {
				t.Errorf("%s: a line ends with %q", test.name, text)
			}
		}
	}
}
