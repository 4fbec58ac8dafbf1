package markers

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markersOf finds the markers that CommonMark reads as HTML comments, in order; none in a
// file beyond the limits.
func markersOf(source []byte) []marker {
	const byteOrderMark = "\uFEFF"
	if rest, found := bytes.CutPrefix(source, []byte(byteOrderMark)); found { // the first line begins after it
		marks := markersOf(rest)
		for i := range marks {
			marks[i].start += len(byteOrderMark)
			marks[i].stop += len(byteOrderMark)
		}
		return marks
	}
	if !bytes.Contains(source, []byte(markerName)) || Excess(source) != "" {
		return nil
	}
	var marks []marker
	note := func(n ast.Node, lines ...text.Segment) {
		indent, quoted := containersOf(n)
		for _, line := range lines {
			for _, m := range markersIn(source, line) {
				m.indent, m.quoted, m.inRow = indent, quoted, inTable(n, source, m.start)
				marks = append(marks, m)
			}
		}
	}
	parse := goldmark.DefaultParser()
	parse.AddOptions(parser.WithParagraphTransformers(util.Prioritized(unmarked{}, 200)))
	root := parse.Parse(text.NewReader(source))
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.HTMLBlock:
			if entering {
				note(n, n.Lines().Sliced(0, n.Lines().Len())...)
				if n.HasClosure() {
					note(n, n.ClosureLine)
				}
			}
		case *ast.RawHTML:
			if entering {
				note(n, n.Segments.Sliced(0, n.Segments.Len())...)
			}
		}
		return ast.WalkContinue, nil
	})
	return marks
}

// markerName is in every marker.
const markerName = "ghresume:"

// unmarked empties the paragraphs without a marker, so that nothing parses their text: a
// README may be large.
type unmarked struct{}

// Transform is called once the lines of a paragraph are known.
func (unmarked) Transform(p *ast.Paragraph, reader text.Reader, _ parser.Context) {
	if !bytes.Contains(p.Lines().Value(reader.Source()), []byte(markerName)) {
		p.SetLines(text.NewSegments())
	}
}

// containersOf returns how far the lists around a node indent it, and whether it is in a
// quotation.
func containersOf(n ast.Node) (indent int, quoted bool) {
	for ; n != nil; n = n.Parent() {
		switch n := n.(type) {
		case *ast.ListItem:
			indent += n.Offset
		case *ast.Blockquote:
			quoted = true
		}
	}
	return indent, quoted
}

// markersIn finds the markers in one line of HTML.
func markersIn(source []byte, line text.Segment) []marker {
	var marks []marker
	value := source[line.Start:line.Stop]
	for _, at := range markerText.FindAllSubmatchIndex(value, -1) {
		m := marker{
			start:   line.Start + at[0],
			stop:    line.Start + at[1],
			line:    1 + bytes.Count(source[:line.Start+at[0]], []byte("\n")),
			opening: string(value[at[2]:at[3]]) == "start",
		}
		if at[4] >= 0 {
			m.name = string(value[at[4]:at[5]])
		}
		marks = append(marks, m)
	}
	return marks
}
