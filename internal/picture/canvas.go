package picture

import "slices"

// Two pictures, or three tiles, fit side by side in a README, which is 846 wide on a
// screen. A phone shows a picture at three quarters: the smallest letters are still 9
// pixels high there.
const (
	pageWidth = 413.0
	tileWidth = 273.0
	margin    = 20.0
	textSize  = 14.0
	noteSize  = 13.0
)

// palette holds the colors for one background. Each is readable on it (WCAG AA).
type palette struct {
	page, border, ink, soft, accent, faint string
	series                                 []string
}

func light() palette {
	return palette{
		"#ffffff", "#d1d9e0", "#1f2328", "#59636e", "#0969da", "#eff2f5",
		[]string{"#8250df", "#1a7f37", "#0969da", "#bf3989", "#9a6700", "#bc4c00", "#0e7490", "#59636e"},
	}
}

func night() palette {
	return palette{
		"#0d1117", "#3d444d", "#f0f6fc", "#9198a1", "#4493f8", "#212830",
		[]string{"#ab7df8", "#3fb950", "#4493f8", "#db61a2", "#d29922", "#db6d28", "#22b8cf", "#9198a1"},
	}
}

// Color is a color on light pages and its counterpart on dark pages.
type Color struct{ Light, Dark string }

// Colors returns the colors of all pictures.
func Colors() []Color {
	day, dark := light(), night()
	colors := []Color{{day.page, dark.page}, {day.border, dark.border}, {day.ink, dark.ink}, {day.soft, dark.soft}, {day.accent, dark.accent}, {day.faint, dark.faint}}
	for i := range day.series {
		colors = append(colors, Color{day.series[i], dark.series[i]})
	}
	return slices.Compact(colors)
}

// Accent returns the color of headings on light pages, which documents replace with their
// own.
func Accent() string { return light().accent }

// Drawing is a picture as shapes, for any renderer of rectangles and text.
type Drawing struct {
	Width, Height float64
	// RightToLeft means that texts start at their right end.
	RightToLeft bool
	Shapes      []Shape
}

// mirror flips the drawing horizontally.
func (d *Drawing) mirror() {
	for i := range d.Shapes {
		s := &d.Shapes[i]
		s.X = d.Width - s.X - s.Width // a text has no width
	}
}

// Shape is a rectangle, or a line of text when Text is not empty.
type Shape struct {
	// X and Y are the upper left corner of a rectangle, or the point on the baseline of a
	// text that Anchor names. Y grows downward.
	X, Y, Width, Height, Radius float64
	// Fill is a color, #rrggbb.
	Fill   string
	Text   string
	Size   float64
	Bold   bool
	Anchor Anchor
}

// Anchor says which point of a text is at X.
type Anchor string

// The anchors; the zero Anchor is the start of the text.
const (
	Middle Anchor = "middle"
	End    Anchor = "end"
)

// canvas collects what is drawn, from top to bottom.
type canvas struct {
	palette
	Drawing
	y, margin float64 // where the next thing is drawn
	spare     float64 // height that is still to be spread
}

// spread takes as much of the spare height as gives n gaps the same, and returns it for one
// gap: at most most.
func (c *canvas) spread(n int, most float64) float64 {
	each := min(most, c.spare/float64(max(1, n)))
	c.spare -= each * float64(n)
	return each
}

// inner returns the width between the margins.
func (c *canvas) inner() float64 { return c.Width - 2*c.margin }

// color returns a color of the series; further ones repeat the last color.
func (c *canvas) color(i int) string { return c.series[min(i, len(c.series)-1)] }

func (c *canvas) rect(x, y, w, h, radius float64, fill string) {
	c.Shapes = append(c.Shapes, Shape{X: x, Y: y, Width: w, Height: h, Radius: radius, Fill: fill})
}

// style is how a text looks.
type style struct {
	size   float64
	bold   bool
	fill   string
	anchor Anchor
}

// text draws a line whose baseline is at y.
func (c *canvas) text(x, y float64, s string, st style) {
	c.Shapes = append(c.Shapes, Shape{X: x, Y: y, Text: s, Size: st.size, Bold: st.bold, Fill: st.fill, Anchor: st.anchor})
}

// label draws small text centered on x, moved as far as needed to stay in the picture.
func (c *canvas) label(x, y float64, s string) {
	half := textWidth(s, noteSize) / 2
	x = max(half, min(x, c.Width-half))
	c.text(x, y, s, style{size: noteSize, fill: c.soft, anchor: Middle})
}

func (c *canvas) heading(title string) {
	for _, line := range wrapTo(2, title, c.inner(), boldSize(16)) {
		c.y += 16
		c.text(c.margin, c.y, line, style{size: 16, bold: true, fill: c.accent})
		c.y += 6
	}
	c.y += 8
}

// note draws small print.
func (c *canvas) note(text string) {
	c.y += 4
	for _, line := range wrapTo(8, text, c.inner(), noteSize) {
		c.y += noteSize + 3
		c.text(c.margin, c.y, line, style{size: noteSize, fill: c.soft})
	}
}
