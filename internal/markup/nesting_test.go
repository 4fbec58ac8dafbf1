package markup

import (
	"strings"
	"testing"
)

func TestMeasureNesting(t *testing.T) {
	for md, want := range map[string]Nesting{
		"":                             {},
		"a\n\nb\n":                     {0, 0, 3, 0},
		"- a\n  - b\n    - c\n":        {3, 3, 3, 0},
		"> > - 1. 2) + * x":            {7, 7, 1, 0},
		"-5 °C *b* 1.5x 12345678901. ": {0, 0, 1, 0},
		"\t- a":                        {3, 1, 1, 0},
		"[a]: b\n> [^c]: d\n[e](f)":    {1, 1, 3, 2},
		"-":                            {1, 1, 1, 0},
		strings.Repeat("1. ", 500):     {500, 500, 1, 0},
	} {
		if got := MeasureNesting([]byte(md)); got != want {
			t.Errorf("%.30q: %+v, want %+v", md, got, want)
		}
	}
}
