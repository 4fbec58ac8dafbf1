package pdf

import "fmt"

// area is the clickable area of a link: adjacent pieces of it form one area.
type area struct {
	left, top, right, bottom float64
	element                  int
}

// links writes the link annotations of a page.
func (w *writer) links(page int, texts []Text) string {
	var objects []int
	for _, a := range w.areas(texts) {
		e := w.Elements[a.element]
		object := w.add(fmt.Sprintf("<</Type/Annot/Subtype/Link/Rect[%s %s %s %s]/Border[0 0 0]/F 4/P %s/Contents%s/StructParent %d/A<</S/URI/URI%s>>>>",
			number(a.left), number(w.top-a.bottom), number(a.right), number(w.top-a.top), ref(w.pageAt[page]), text(e.Says), w.tree.next, text(e.Link)))
		w.tree.annotate(a.element, object, page, w.tree.next)
		w.tree.next++
		objects = append(objects, object)
	}
	if len(objects) == 0 {
		return ""
	}
	return "/Annots[" + refs(objects) + "]"
}

func (w *writer) areas(texts []Text) []area {
	var out []area
	last := -1
	for _, t := range texts {
		if w.Elements[t.Element].Link == "" || t.Gap {
			last = -1
			continue
		}
		a := area{t.X, t.Y - t.Style.Size*0.85, t.X + t.Width, t.Y + t.Style.Size*0.25, t.Element}
		if n := len(out); last == t.Element && out[n-1].bottom == a.bottom {
			out[n-1].left, out[n-1].right = min(out[n-1].left, a.left), max(out[n-1].right, a.right)
		} else {
			out = append(out, a)
		}
		last = t.Element
	}
	return out
}
