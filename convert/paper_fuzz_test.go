package convert

import (
	"strings"
	"testing"
)

// FuzzPaper reads pages of any structure. A line begins with its looks: # is large, * bold, >
// set in, ~ half as far below.
func FuzzPaper(f *testing.F) {
	for _, seed := range []string{
		"#Ines Prado\nSRE, remote  Girona, Spain\n#Experience\n*Developer  2019 - 2021\nEbro, Inc.  Vic\n• Built it\n> for two  \nTechnologies: Go\n",
		"#Ines\n#Publications\n• On moving meshes, J.-P. Lee, K. Berg, Journal of  Nov 2020\n> flow · doi:10.1000/1\n---\nInes · 2 / 2\n",
		"#Ines\n#Projects\n*harbor  adler.test/harbor\n~berths\n*ferry  adler.test/ferry\n#Objective\nTo learn\n#技能\n言語：Go、Rust\n",
		"#Ines\n#Experience\nlong company  Vic\nin small letters\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		for _, broken := range []bool{true, false} {
			for _, own := range []bool{true, false} {
				lines := pages(text)
				y := 0.0
				for i := range lines {
					first := &lines[i].Items[0]
					y += 14
					switch looks := first.Text + " "; looks[0] {
					case '#':
						first.Size, first.Bold = 16, true
					case '*':
						first.Bold = true
					case '>':
						first.X += 9
					case '~':
						y -= 7
					}
					first.Text = strings.TrimLeft(first.Text, "#*>~")
					lines[i].Y = y
				}
				_ = newReader().paper(lines, "PDF", broken, own)
			}
		}
	})
}
