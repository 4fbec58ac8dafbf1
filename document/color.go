package document

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// rgb is a color, each component from 0 to 255.
type rgb struct{ r, g, b int }

var (
	white = rgb{255, 255, 255}
	black = rgb{}
	night = rgb{0x16, 0x1b, 0x22} // background of the dark page
)

// parseRGB reads #rrggbb.
func parseRGB(s string) (rgb, bool) {
	n, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32)
	if err != nil || len(s) != 7 || s[0] != '#' {
		return rgb{}, false
	}
	return rgb{int(n >> 16), int(n >> 8 & 255), int(n & 255)}, true
}

func (c rgb) String() string { return fmt.Sprintf("#%02x%02x%02x", c.r, c.g, c.b) }

// luminance and contrast are defined by WCAG 2.2.
func (c rgb) luminance() float64 {
	linear := func(part int) float64 {
		x := float64(part) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.r) + 0.7152*linear(c.g) + 0.0722*linear(c.b)
}

func contrast(a, b rgb) float64 {
	lighter, darker := max(a.luminance(), b.luminance()), min(a.luminance(), b.luminance())
	return (lighter + 0.05) / (darker + 0.05)
}

// enoughContrast is the minimum for text in WCAG 2.2, level AA.
const enoughContrast = 4.5

// readableOn moves a color toward black or white until text in it is readable on the page.
func (c rgb) readableOn(page rgb) rgb {
	target := black
	if page.luminance() < 0.2 {
		target = white
	}
	for step := 0; step <= 20; step++ {
		mixed := c.mix(target, float64(step)/20)
		if contrast(mixed, page) >= enoughContrast {
			return mixed
		}
	}
	return target
}

func (c rgb) mix(d rgb, share float64) rgb {
	part := func(a, b int) int { return int(math.Round(float64(a) + (float64(b)-float64(a))*share)) }
	return rgb{part(c.r, d.r), part(c.g, d.g), part(c.b, d.b)}
}

// accent returns the color of links and headings.
func (m Meta) accent() rgb {
	if c, ok := parseRGB(m.Accent); ok {
		return c
	}
	if m.Theme == Classic {
		return rgb{0x1f, 0x3a, 0x5f}
	}
	return rgb{0x0b, 0x57, 0xa4}
}
