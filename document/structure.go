package document

import (
	"fmt"

	"github.com/ghresume/ghresume/internal/pdf"
)

// structure builds the structure tree of a PDF while blocks are drawn.
type structure struct {
	out         *pdf.Document
	lists       []openList // outermost first
	label, text int        // elements for the marker and the text of the open block
	besideText  int        // element of the text beside a title
}

type openList struct{ list, body int }

func newStructure(out *pdf.Document) structure {
	out.Elements = []pdf.Element{{Tag: "Document", Parent: -1}}
	return structure{out: out}
}

func (s *structure) add(e pdf.Element) int {
	s.out.Elements = append(s.out.Elements, e)
	return len(s.out.Elements) - 1
}

// open adds the elements of a block.
func (s *structure) open(b block) {
	s.besideText = 0
	switch {
	case b.kind == item:
		s.item(b)
	case b.kind == figure:
		s.lists = nil
		s.text = s.add(pdf.Element{Tag: "Figure", Parent: 0, Says: clean(b.picture.Alt)})
	case b.kind == heading:
		s.lists = nil
		s.text = s.add(pdf.Element{Tag: fmt.Sprintf("H%d", b.level), Parent: 0})
	case b.level > 0 && len(s.lists) > 0: // a paragraph of an item
		s.lists = s.lists[:min(b.level, len(s.lists))]
		s.text = s.add(pdf.Element{Tag: "P", Parent: s.lists[len(s.lists)-1].body})
	default:
		s.lists = nil
		s.text = s.add(pdf.Element{Tag: "P", Parent: 0})
	}
}

// item adds an item to the list of its depth, which it opens if necessary.
func (s *structure) item(b block) {
	if len(s.lists) > b.level {
		s.lists = s.lists[:b.level]
	}
	for len(s.lists) < b.level {
		parent := 0
		if n := len(s.lists); n > 0 {
			parent = s.lists[n-1].body
		}
		list := s.add(pdf.Element{Tag: "L", Parent: parent})
		s.lists = append(s.lists, openList{list: list})
	}
	open := &s.lists[len(s.lists)-1]
	li := s.add(pdf.Element{Tag: "LI", Parent: open.list})
	s.label = s.add(pdf.Element{Tag: "Lbl", Parent: li})
	open.body = s.add(pdf.Element{Tag: "LBody", Parent: li})
	s.text = open.body
}

// beside returns the paragraph for the text beside a title.
func (s *structure) beside() int {
	if s.besideText == 0 {
		s.besideText = s.add(pdf.Element{Tag: "P", Parent: 0})
	}
	return s.besideText
}
