package pdf

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/typeface"
)

// tree is the structure, filled in page by page.
type tree struct {
	elements []Element
	used     []bool
	kids     [][]kid  // of each element
	said     [][]byte // the text of each element
	marks    [][]int  // the element of each mark, by page
	next     int      // key of the next annotation in the parent tree
	keys     []annotated
}

// kid is a child of an element: another element, a mark on a page, or an annotation.
type kid struct{ element, mark, page, object int }

type annotated struct{ key, element int }

func newTree(d *Document) *tree {
	n := len(d.Elements)
	t := &tree{elements: d.Elements, used: make([]bool, n), kids: make([][]kid, n), said: make([][]byte, n), marks: make([][]int, len(d.Pages)), next: len(d.Pages)}
	t.use(0)
	return t
}

// use adds an element to the tree on first use. Elements side by side have the order of the
// document, which may differ from that on the page: the dates left of a title belong to it.
func (t *tree) use(element int) {
	if t.used[element] {
		return
	}
	t.used[element] = true
	parent := t.elements[element].Parent
	if parent < 0 {
		return
	}
	t.use(parent)
	all := t.kids[parent]
	at := len(all)
	for at > 0 && all[at-1].mark < 0 && all[at-1].object == 0 && all[at-1].element > element {
		at--
	}
	t.kids[parent] = slices.Insert(all, at, kid{element: element, mark: -1})
}

// mark returns a new number for a mark on a page.
func (t *tree) mark(element, page int) int {
	t.use(element)
	n := len(t.marks[page])
	t.kids[element] = append(t.kids[element], kid{mark: n, page: page})
	t.marks[page] = append(t.marks[page], element)
	return n
}

// annotate adds an annotation to an element and sets its key.
func (t *tree) annotate(element, object, page, key int) {
	t.kids[element] = append(t.kids[element], kid{mark: -1, page: page, object: object})
	t.keys = append(t.keys, annotated{key, element})
}

// structure writes the tree.
func (w *writer) structure() {
	root := w.reserve()
	for i := range w.Elements {
		if !w.tree.used[i] {
			w.set(w.elementAt[i], "null")
			continue
		}
		w.set(w.elementAt[i], w.element(i, root))
	}
	var keys strings.Builder
	for page, marks := range w.tree.marks {
		var objects []int
		for _, element := range marks {
			objects = append(objects, w.elementAt[element])
		}
		fmt.Fprintf(&keys, "%d[%s]", page, refs(objects))
	}
	for _, a := range w.tree.keys {
		fmt.Fprintf(&keys, "%d %s ", a.key, ref(w.elementAt[a.element]))
	}
	w.set(root, fmt.Sprintf("<</Type/StructTreeRoot/K %s/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d>>", ref(w.elementAt[0]), keys.String(), w.tree.next))
	w.structureAt = root
}

// element is one node of the tree.
func (w *writer) element(i, root int) string {
	e := w.Elements[i]
	parent := root
	if e.Parent >= 0 {
		parent = w.elementAt[e.Parent]
	}
	kids, leaf := w.kids(i)
	extra := ""
	switch {
	case e.Tag == "L":
		extra = "/A<</O/List/ListNumbering/Disc>>"
	case e.Tag == "Figure":
		extra = "/Alt" + text(e.Says)
	}
	if said := string(w.tree.said[i]); leaf && typeface.HasRightToLeft(said) { // its glyphs are in visual order
		extra += "/ActualText" + text(strings.TrimSpace(said))
	}
	return fmt.Sprintf("<</Type/StructElem/S/%s/P %s%s/K[%s]>>", e.Tag, ref(parent), extra, kids)
}

// kids lists the children of an element; leaf means that none of them is an element.
func (w *writer) kids(i int) (list string, leaf bool) {
	leaf = true
	var b strings.Builder
	for _, k := range w.tree.kids[i] {
		switch {
		case k.element > 0:
			leaf = false
			b.WriteString(ref(w.elementAt[k.element]) + " ")
		case k.object > 0:
			fmt.Fprintf(&b, "<</Type/OBJR/Obj %s/Pg %s>>", ref(k.object), ref(w.pageAt[k.page]))
		default:
			fmt.Fprintf(&b, "<</Type/MCR/Pg %s/MCID %d>>", ref(w.pageAt[k.page]), k.mark)
		}
	}
	return b.String(), leaf
}
