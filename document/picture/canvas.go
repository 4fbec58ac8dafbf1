package picture

import (
	"fmt"
	"strconv"
	"strings"
)

// A picture is 400 wide, which a telephone shows at four fifths: the smallest
// letters are still 10 pixels high there.
const (
	pageWidth = 400.0
	margin    = 20.0
	inner     = pageWidth - 2*margin
	textSize  = 14.0
	noteSize  = 12.0
)

// fonts are those of the reader's system: nothing is loaded.
const fonts = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif"

// palette is the colors of a page. Each is readable on its background (WCAG AA).
type palette struct {
	page, border, ink, soft, accent, faint string
	series                                 []string
}

func light() palette {
	return palette{
		"#ffffff", "#d1d9e0", "#1f2328", "#59636e", "#0969da", "#eff2f5",
		[]string{"#0969da", "#bf3989", "#1a7f37", "#9a6700", "#8250df", "#bc4c00", "#0e7490", "#59636e"},
	}
}

func night() palette {
	return palette{
		"#0d1117", "#3d444d", "#f0f6fc", "#9198a1", "#4493f8", "#212830",
		[]string{"#4493f8", "#db61a2", "#3fb950", "#d29922", "#ab7df8", "#db6d28", "#22b8cf", "#9198a1"},
	}
}

// canvas takes what is drawn, from top to bottom.
type canvas struct {
	palette
	strings.Builder
	y             float64 // where the next thing goes
	width, height float64 // of a picture that is not as others are
}

// number is a length in the fewest letters.
func number(f float64) string {
	return strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(f, 'f', 1, 64), "0"), ".")
}

// color is one of the series; after the last one comes its color again.
func (c *canvas) color(i int) string { return c.series[min(i, len(c.series)-1)] }

func (c *canvas) rect(x, y, w, h, radius float64, fill string) {
	fmt.Fprintf(c, `<rect x="%s" y="%s" width="%s" height="%s"`, number(x), number(y), number(w), number(h))
	if radius > 0 {
		fmt.Fprintf(c, ` rx="%s"`, number(radius))
	}
	fmt.Fprintf(c, ` fill="%s"/>`+"\n", fill)
}

// style is how a text looks.
type style struct {
	size   float64
	bold   bool
	fill   string
	anchor string // middle or end; empty is start
}

// text writes a line whose baseline is at y.
func (c *canvas) text(x, y float64, s string, st style) {
	fmt.Fprintf(c, `<text x="%s" y="%s" font-size="%s" fill="%s"`, number(x), number(y), number(st.size), st.fill)
	if st.bold {
		c.WriteString(` font-weight="600"`)
	}
	if st.anchor != "" {
		fmt.Fprintf(c, ` text-anchor="%s"`, st.anchor)
	}
	fmt.Fprintf(c, ">%s</text>\n", element(s))
}

func (c *canvas) heading(title string) {
	for _, line := range wrap(title, inner, 16) {
		c.y += 16
		c.text(margin, c.y, line, style{size: 16, bold: true, fill: c.accent})
		c.y += 6
	}
	c.y += 8
}

// note is small print.
func (c *canvas) note(text string) {
	c.y += 4
	for _, line := range wrap(text, inner, noteSize) {
		c.y += noteSize + 2
		c.text(margin, c.y, line, style{size: noteSize, fill: c.soft})
	}
}

// file is the drawing on its page.
func (c *canvas) file(p *Picture) []byte {
	wide, height := pageWidth, c.y+margin-4
	if c.width > 0 {
		wide, height = c.width, c.height
	}
	var b strings.Builder
	language := ""
	if p.Language != "" {
		language = fmt.Sprintf(` lang="%s"`, attribute(p.Language))
	}
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %[1]s %[2]s" role="img" aria-labelledby="t d"%[3]s font-family="%[4]s">`+"\n",
		number(wide), number(height), language, fonts)
	fmt.Fprintf(&b, "%s\n<title id=\"t\">%s</title>\n<desc id=\"d\">%s</desc>\n", generator, element(p.Title), element(p.Alt))
	fmt.Fprintf(&b, `<rect x="0.5" y="0.5" width="%s" height="%s" rx="6" fill="%s" stroke="%s"/>`+"\n", number(wide-1), number(height-1), c.page, c.border)
	b.WriteString(c.String() + "</svg>\n")
	return []byte(b.String())
}
