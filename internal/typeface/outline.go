package typeface

import (
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// point is a point of a contour: on the curve, or the handle of a quadratic curve.
type point struct {
	x, y float64
	on   bool
}

// contours returns the outlines of a picture, in font units.
func (f *Face) contours(p Picture) [][]point {
	switch {
	case p >= firstCluster:
		return f.clusterContours(f.clusters[p-firstCluster])
	case p == Box:
		if drawn := f.glyphContours(0); len(drawn) > 0 {
			return drawn
		}
		return boxContours(f.perEm())
	}
	return f.glyphContours(font.GID(p))
}

func (f *Face) clusterContours(c cluster) [][]point {
	var all [][]point
	for _, part := range c.parts {
		for _, contour := range f.partContours(part) {
			for i := range contour {
				contour[i].x += part.dx * f.perEm() / 1000
				contour[i].y += part.dy * f.perEm() / 1000
			}
			all = append(all, contour)
		}
	}
	return all
}

// partContours returns those of one glyph, or of a picture of another face scaled to the
// units of this one.
func (f *Face) partContours(part placedGlyph) [][]point {
	if part.other == nil {
		return f.contours(Picture(part.glyph))
	}
	all := part.other.face.contours(part.other.picture)
	scale := f.perEm() / part.other.face.perEm()
	for _, contour := range all {
		for i := range contour {
			contour[i].x *= scale
			contour[i].y *= scale
		}
	}
	return all
}

// boxContours returns a frame, for fonts whose first glyph is empty.
func boxContours(em float64) [][]point {
	rectangle := func(left, bottom, right, top float64) []point {
		return []point{{left * em, bottom * em, true}, {left * em, top * em, true}, {right * em, top * em, true}, {right * em, bottom * em, true}}
	}
	inner := rectangle(.1, .05, .4, .65)
	inner[1], inner[3] = inner[3], inner[1] // the opposite direction makes it a hole
	return [][]point{rectangle(.05, 0, .45, .7), inner}
}

func (f *Face) glyphContours(g font.GID) [][]point {
	outline, ok := f.face().GlyphDataOutline(g)
	if !ok {
		return nil
	}
	var p pen
	for _, s := range outline.Segments {
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			p.end()
			p.to(s.Args[0])
		case opentype.SegmentOpLineTo:
			p.to(s.Args[0])
		case opentype.SegmentOpQuadTo:
			p.open = append(p.open, point{float64(s.Args[0].X), float64(s.Args[0].Y), false})
			p.to(s.Args[1])
		case opentype.SegmentOpCubeTo:
			p.cubic(s.Args, 0.4*f.perEm()/1000)
		}
	}
	p.end()
	return p.done
}

// pen draws contours.
type pen struct {
	done [][]point
	open []point
}

func (p *pen) to(at opentype.SegmentPoint) {
	p.open = append(p.open, point{float64(at.X), float64(at.Y), true})
}

// end closes the contour and drops a last point that equals the first one.
func (p *pen) end() {
	if n := len(p.open); n > 1 && p.open[0].on && p.open[0] == p.open[n-1] {
		p.open = p.open[:n-1]
	}
	if len(p.open) > 1 {
		p.done = append(p.done, p.open)
	}
	p.open = nil
}

// cubic approximates a cubic curve by quadratic ones, within the tolerance.
func (p *pen) cubic(args [3]opentype.SegmentPoint, tolerance float64) {
	if len(p.open) == 0 {
		return
	}
	from := p.open[len(p.open)-1]
	c := curve{{from.x, from.y}}
	for i, a := range args {
		c[i+1] = [2]float64{float64(a.X), float64(a.Y)}
	}
	pieces := c.pieces(tolerance)
	for i := range pieces {
		handle, end := c.quadratic(float64(i)/float64(pieces), float64(i+1)/float64(pieces))
		p.open = append(p.open, point{handle[0], handle[1], false}, point{end[0], end[1], true})
	}
}

// curve is a cubic Bézier curve.
type curve [4][2]float64

// pieces returns the number of quadratic curves needed for the tolerance.
func (c curve) pieces(tolerance float64) int {
	x := c[3][0] - 3*c[2][0] + 3*c[1][0] - c[0][0]
	y := c[3][1] - 3*c[2][1] + 3*c[1][1] - c[0][1]
	// The distance between a cubic and its best quadratic is √3/36 of the third difference.
	return max(1, min(int(math.Ceil(math.Cbrt(math.Hypot(x, y)*0.0481/tolerance))), 6))
}

// quadratic returns the handle and the end of the quadratic curve for a piece of the cubic.
func (c curve) quadratic(from, to float64) (handle, end [2]float64) {
	for i := range 2 {
		q0, q3 := c.at(from, i), c.at(to, i)
		q1 := q0 + c.slope(from, i)*(to-from)/3
		q2 := q3 - c.slope(to, i)*(to-from)/3
		handle[i], end[i] = (3*(q1+q2)-q0-q3)/4, q3
	}
	return handle, end
}

func (c curve) at(t float64, i int) float64 {
	u := 1 - t
	return u*u*u*c[0][i] + 3*u*u*t*c[1][i] + 3*u*t*t*c[2][i] + t*t*t*c[3][i]
}

func (c curve) slope(t float64, i int) float64 {
	u := 1 - t
	return 3*u*u*(c[1][i]-c[0][i]) + 6*u*t*(c[2][i]-c[1][i]) + 3*t*t*(c[3][i]-c[2][i])
}

// Curve is a step of a path: a line to X, Y, or a cubic curve there with two handles.
type Curve struct {
	Handles [2][2]float64
	X, Y    float64
	Line    bool
}

// Path is a closed outline that begins at X, Y.
type Path struct {
	X, Y   float64
	Curves []Curve
}

// Paths returns the outlines of a picture, in thousandths of an em.
func (f *Face) Paths(p Picture) []Path {
	var out []Path
	scale := 1000 / f.perEm()
	for _, contour := range f.contours(p) {
		for i := range contour {
			contour[i].x *= scale
			contour[i].y *= scale
		}
		out = append(out, pathOf(contour))
	}
	return out
}

// pathOf converts the quadratic curves of a contour to cubic ones. Contours begin on the
// curve.
func pathOf(contour []point) Path {
	start := contour[0]
	path := Path{X: start.x, Y: start.y}
	at := start
	for i := 1; i <= len(contour); i++ {
		p := contour[i%len(contour)]
		if p.on {
			path.Curves = append(path.Curves, Curve{X: p.x, Y: p.y, Line: true})
			at = p
			continue
		}
		end := contour[(i+1)%len(contour)]
		third := func(a, b float64) float64 { return a + (b-a)*2/3 }
		path.Curves = append(path.Curves, Curve{
			Handles: [2][2]float64{{third(at.x, p.x), third(at.y, p.y)}, {third(end.x, p.x), third(end.y, p.y)}}, X: end.x, Y: end.y,
		})
		at = end
		i++
	}
	return path
}
