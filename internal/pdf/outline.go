package pdf

import "fmt"

// node is an entry of the outline.
type node struct {
	object, parent int
	kids           []int
	mark           Bookmark
}

// outline writes the bookmarks and returns their entry in the catalog.
func (w *writer) outline() string {
	if len(w.Bookmarks) == 0 {
		return ""
	}
	nodes := w.nodes()
	below := make([]int, len(nodes)) // number of descendants
	for i := len(nodes) - 1; i > 0; i-- {
		below[nodes[i].parent] += 1 + below[i]
	}
	for i, n := range nodes {
		entry := "/Type/Outlines"
		if i > 0 {
			entry = fmt.Sprintf("/Title%s/Parent %s/Dest[%s/XYZ null %s null]%s", text(n.mark.Title), ref(nodes[n.parent].object),
				ref(w.pageAt[n.mark.Page]), number(w.Pages[n.mark.Page].Raised+w.Height-n.mark.Y), neighbors(nodes, i))
		}
		if k := len(n.kids); k > 0 {
			entry += fmt.Sprintf("/First %s/Last %s/Count %d", ref(nodes[n.kids[0]].object), ref(nodes[n.kids[k-1]].object), below[i])
		}
		w.set(n.object, "<<"+entry+">>")
	}
	return "/Outlines " + ref(nodes[0].object) + "/PageMode/UseNone"
}

// nodes puts every bookmark under the last one of a higher level; no level is skipped.
func (w *writer) nodes() []node {
	nodes := []node{{object: w.reserve()}}
	path := []int{0}
	for _, mark := range w.Bookmarks {
		path = path[:min(len(path), max(1, mark.Level))]
		parent := path[len(path)-1]
		nodes = append(nodes, node{object: w.reserve(), parent: parent, mark: mark})
		nodes[parent].kids = append(nodes[parent].kids, len(nodes)-1)
		path = append(path, len(nodes)-1)
	}
	return nodes
}

// neighbors returns the entries before and after one under the same parent.
func neighbors(nodes []node, i int) string {
	siblings := nodes[nodes[i].parent].kids
	out := ""
	for k, n := range siblings {
		if n != i {
			continue
		}
		if k > 0 {
			out += "/Prev " + ref(nodes[siblings[k-1]].object)
		}
		if k+1 < len(siblings) {
			out += "/Next " + ref(nodes[siblings[k+1]].object)
		}
	}
	return out
}
