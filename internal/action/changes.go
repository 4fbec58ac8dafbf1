package action

import (
	"cmp"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/ghresume/ghresume/internal/markers"
)

// Change is the difference in one entry between two versions of a Markdown file.
type Change struct {
	// Section and Entry name it, as plain text: "Projects", "ledgerd". Entry is empty for text
	// directly under the section's heading.
	Section, Entry string
	Kind           ChangeKind
	// Gone and New are the parts of a changed entry that differ: "★ 342", "★ 343".
	Gone, New []string
}

// ChangeKind is what happened to an entry.
type ChangeKind string

// The kinds of changes.
const (
	Added   ChangeKind = "added"
	Removed ChangeKind = "removed"
	Changed ChangeKind = "changed"
)

// Changes compares two versions of a Markdown file entry by entry: an item of a list, or a
// heading of the third level with what follows. Order and layout do not count, nor does text
// outside the markers. Changes are in the order of the new version, followed by what is gone.
func Changes(old, now []byte) []Change {
	before, after := entriesOf(markers.Inside(old)), entriesOf(markers.Inside(now))
	var out []Change
	for _, e := range after {
		i := slices.IndexFunc(before, e.sameAs)
		if i < 0 {
			out = append(out, Change{Section: e.section, Entry: e.name, Kind: Added})
			continue
		}
		gone, fresh := without(before[i].parts, e.parts), without(e.parts, before[i].parts)
		if len(gone)+len(fresh) > 0 {
			out = append(out, Change{e.section, e.name, Changed, gone, fresh})
		}
	}
	for _, e := range before {
		if !slices.ContainsFunc(after, e.sameAs) {
			out = append(out, Change{Section: e.section, Entry: e.name, Kind: Removed})
		}
	}
	return out
}

// entry is one entry of a printed resume.
type entry struct {
	section, name string
	key           string // identifies the entry while the rest changes
	count         int    // distinguishes entries with the same key
	parts         []string
}

func (e *entry) sameAs(other entry) bool {
	return e.section == other.section && e.key == other.key && e.count == other.count
}

// without returns the parts missing from others, each as often as it is missing.
func without(parts, others []string) []string {
	left := slices.Clone(others)
	var out []string
	for _, part := range parts {
		if i := slices.Index(left, part); i >= 0 {
			left = slices.Delete(left, i, i+1)
			continue
		}
		out = append(out, part)
	}
	return out
}

// entryReader collects the entries of a file from its top-level blocks.
type entryReader struct {
	source  []byte
	section string
	open    bool // what follows belongs to the last entry
	entries []entry
}

func entriesOf(source []byte) []entry {
	r := &entryReader{source: source}
	if markers.Excess(source) != "" {
		return nil
	}
	root := goldmark.DefaultParser().Parse(text.NewReader(source))
	for block := root.FirstChild(); block != nil; block = block.NextSibling() {
		r.read(block)
	}
	return slices.DeleteFunc(r.entries, func(e entry) bool { return len(e.parts) == 0 && e.name == "" })
}

func (r *entryReader) read(block ast.Node) {
	switch block := block.(type) {
	case *ast.Heading:
		name := r.text(block)
		if block.Level > 2 {
			r.begin(name, name)
			r.open = true
			return
		}
		r.section, r.open = name, false
	case *ast.List:
		for item := block.FirstChild(); item != nil; item = item.NextSibling() {
			if !r.open {
				r.begin(r.identity(item))
			}
			r.add(item)
		}
	case *ast.HTMLBlock:
	default:
		if !r.open && !r.inText() {
			r.begin("", "")
		}
		r.add(block)
	}
}

// inText reports whether the last entry is the text directly under the section's heading.
func (r *entryReader) inText() bool {
	if len(r.entries) == 0 {
		return false
	}
	last := r.entries[len(r.entries)-1]
	return last.section == r.section && last.key == ""
}

func (r *entryReader) begin(name, key string) {
	e := entry{section: r.section, name: name, key: key}
	if name != key {
		e.parts = []string{name}
	}
	for _, other := range r.entries {
		if other.section == e.section && other.key == key {
			e.count++
		}
	}
	r.entries = append(r.entries, e)
}

// add adds the parts of a block to the last entry: its text and its links.
func (r *entryReader) add(block ast.Node) {
	last := &r.entries[len(r.entries)-1]
	for part := range strings.SplitSeq(partEnds.Replace(r.text(block)), "\n") {
		if part = strings.TrimSpace(part); part != "" && part != last.name {
			last.parts = append(last.parts, part)
		}
	}
	_ = ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if link, ok := n.(*ast.Link); ok && entering && string(link.Destination) != last.key {
			last.parts = append(last.parts, string(link.Destination))
		}
		return ast.WalkContinue, nil
	})
}

// partEnds are the separators between facts in the built-in templates.
var partEnds = strings.NewReplacer(" · ", "\n", ", ", "\n", " (", "\n", "), ", "\n", "): ", "\n", ")\n", "\n", ": ", "\n")

// identity returns what an item is about: its first link that is not a search, else its
// bold text, else all of it.
func (r *entryReader) identity(item ast.Node) (name, key string) {
	var bold string
	_ = ast.Walk(item, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Link:
			if to := string(n.Destination); !strings.Contains(to, "?") {
				name, key = r.text(n), to
				return ast.WalkStop, nil
			}
		case *ast.Emphasis:
			if n.Level == 2 && bold == "" {
				bold = r.text(n)
			}
		}
		return ast.WalkContinue, nil
	})
	if key == "" {
		name = cmp.Or(bold, r.text(item))
		key = name
	}
	return name, key
}

// text returns the visible text of a node, with a line for each block in it.
func (r *entryReader) text(n ast.Node) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if entering {
				b.Write(plainText(n.Value(r.source)))
				if n.SoftLineBreak() || n.HardLineBreak() {
					b.WriteByte(' ')
				}
			}
		case *ast.String:
			if entering {
				b.Write(n.Value)
			}
		case *ast.AutoLink:
			if entering {
				b.Write(n.Label(r.source))
			}
		default:
			if !entering && n.Type() == ast.TypeBlock {
				b.WriteByte('\n')
			}
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimSpace(b.String())
}

// plainText removes Markdown's escapes from a text.
func plainText(raw []byte) []byte {
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(raw)))
}
