package resume

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// PageLayout is the table [layout.page]: how HTML, PDF and DOCX look. Unset values are the theme's.
type PageLayout struct {
	// Font is the font family: an embedded one, or one found in fonts or on the system.
	Font string `toml:"font" json:"font,omitempty"`
	// Fonts are font files or folders that are searched before the system's fonts.
	Fonts []string `toml:"fonts" json:"fonts,omitempty"`
	// FontSize is the size of the body text in points, 7 to 14; everything else scales with it.
	FontSize float64 `toml:"font_size" json:"font_size,omitempty"`
	// Margins are the page margins: "18mm", or two (top and bottom, left and right) or four (top, right, bottom, left) lengths in mm, cm, in or pt.
	Margins string `toml:"margins" json:"margins,omitempty"`
	// Spacing is the space between lines and entries: compact, normal or airy.
	Spacing string `toml:"spacing" json:"spacing,omitempty"`
	// Dates are short (Mar 2021), long (March 2021) or numeric (03/2021); short unless set. Markdown and plain text keep full month names.
	Dates string `toml:"dates" json:"dates,omitempty"`
	// Header is where the header is placed: left or center.
	Header string `toml:"header" json:"header,omitempty"`
	// Footer prints the name and page number from page two on; true unless set.
	Footer *bool `toml:"footer" json:"footer,omitempty"`
	// Photo is a JPEG file that is printed in the header, for countries where employers expect one.
	Photo string `toml:"photo" json:"photo,omitempty"`
}

// MarginsInPoints returns the top, right, bottom and left margins; ok is false if there
// are none.
func (p PageLayout) MarginsInPoints() (margins [4]float64, ok bool) {
	lengths, err := parseMargins(p.Margins)
	if err != nil || lengths == nil {
		return margins, false
	}
	sides := map[int][4]int{1: {0, 0, 0, 0}, 2: {0, 1, 0, 1}, 4: {0, 1, 2, 3}}[len(lengths)]
	for i, side := range sides {
		margins[i] = lengths[side]
	}
	return margins, true
}

var lengthPattern = lazy.New(`^([0-9]+(?:\.[0-9]+)?)(mm|cm|in|pt)$`)

// parseMargins parses one, two or four lengths and returns points.
func parseMargins(s string) ([]float64, error) {
	var out []float64
	for _, field := range strings.Fields(s) {
		m := lengthPattern.FindStringSubmatch(field)
		if m == nil {
			return nil, fmt.Errorf("%q is not a length", field)
		}
		n, err := strconv.ParseFloat(m[1], 64)
		if err != nil {
			return nil, err
		}
		points := n * map[string]float64{"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72, "pt": 1}[m[2]]
		if points < 14 || points > 150 {
			return nil, fmt.Errorf("a margin of %s is not between 5 and 50 mm", field)
		}
		out = append(out, points)
	}
	if n := len(out); n == 3 || n > 4 {
		return nil, fmt.Errorf("%q has %d lengths", s, n)
	}
	return out, nil
}

func (v *validator) page(p PageLayout) {
	v.oneOf("layout.page.spacing", p.Spacing, "compact", "normal", "airy")
	v.oneOf("layout.page.dates", p.Dates, "short", "long", "numeric")
	v.oneOf("layout.page.header", p.Header, "left", "center")
	if p.FontSize != 0 && (p.FontSize < 7 || p.FontSize > 14) {
		v.addProblem("layout.page.font_size", fmt.Sprintf("%v points cannot be printed well", p.FontSize), "expected 7 to 14")
	}
	if _, err := parseMargins(p.Margins); err != nil {
		v.addProblem("layout.page.margins", err.Error(), `expected "18mm", "15mm 20mm" or four lengths in mm, cm, in or pt`)
	}
	if slices.Contains(p.Fonts, "") {
		v.addProblem("layout.page.fonts", "an empty path", `expected files or folders, such as ["fonts/"]`)
	}
}
