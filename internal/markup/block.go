package markup

import (
	"strings"
	"sync"

	"github.com/ghresume/ghresume/internal/lazy"
)

// Break is how a tag separates the text before it from the text after it.
type Break int

// The breaks.
const (
	NoBreak      Break = iota // the tag is text, or other markup
	NothingBreak              // the tag is removed
	CellBreak
	LineBreak
	ItemBreak
	ParagraphBreak
)

// blockBreaks are the tags of blocks, and how they break lines.
var blockBreaks = sync.OnceValue(func() map[string]Break {
	out := map[string]Break{"td": CellBreak, "th": CellBreak, "tr": LineBreak, "dt": LineBreak, "dd": LineBreak, "li": ItemBreak}
	for _, name := range strings.Fields("p div ul ol h1 h2 h3 h4 h5 h6 table thead tbody blockquote pre dl") {
		out[name] = ParagraphBreak
	}
	return out
})

// Blocks are the names of the block tags used in a text.
type Blocks map[string]bool

var blockTag = lazy.New(`(?i)<(/?)(p|div|[uod]l|li|h[1-6]|table|thead|tbody|t[rdh]|d[td]|blockquote|pre)(?:\s[^<>]*)?/?>`)

// BlocksIn returns those with both a start and an end tag in the text: a lone tag is the
// user's text, "a <div> less". Items and paragraphs often lack their end tags.
func BlocksIn(s string) Blocks {
	var opened, closed map[string]int
	for _, m := range blockTag.FindAllStringSubmatch(s, -1) {
		if opened == nil {
			opened, closed = map[string]int{}, map[string]int{}
		}
		if name := strings.ToLower(m[2]); m[1] == "" {
			opened[name]++
		} else {
			closed[name]++
		}
	}
	var out Blocks
	for name, n := range opened {
		isItem := name == "li" && closed["ul"]+closed["ol"] > 0
		if closed[name] > 0 || isItem || name == "p" && n > 1 {
			if out == nil {
				out = Blocks{}
			}
			out[name] = true
		}
	}
	return out
}

// Break returns how a tag breaks the line in a text with these blocks, if it does.
func (b Blocks) Break(t Tag) Break {
	switch {
	case t.Name == "br":
		return LineBreak
	case t.Name == "hr":
		return ParagraphBreak
	case !b[t.Name]:
		return NoBreak
	case t.Name == "li" && t.Closing:
		return LineBreak
	}
	kind := blockBreaks()[t.Name]
	if isPartOfRow := kind == CellBreak || kind == LineBreak; isPartOfRow && !t.Closing {
		return NothingBreak
	}
	return kind
}
