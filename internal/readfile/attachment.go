package readfile

import (
	"fmt"

	"github.com/carlos7ags/folio/core"
	"github.com/carlos7ags/folio/reader"
)

// maxAttachments is more than any resume has.
const maxAttachments = 16

// Attachments returns the files attached to a PDF, in the order of its list.
func Attachments(data []byte) (files [][]byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("not a PDF that can be read: %v", r)
		}
	}()
	file, err := openPDF(data)
	if err != nil {
		return nil, err
	}
	names := dictionary(file, file.Catalog().Get("Names"))
	a := attachments{file: file, nodes: newWalk()}
	a.walk(dictionary(file, entryOf(names, "EmbeddedFiles")), 0)
	return a.found, nil
}

type attachments struct {
	file  *reader.PdfReader
	nodes *walk
	found [][]byte
}

// walk reads a name tree: names with their values, or further nodes.
func (a *attachments) walk(node *core.PdfDictionary, depth int) {
	if depth > 8 || !a.nodes.into(node) {
		return
	}
	if kids, ok := resolved(a.file, node.Get("Kids")).(*core.PdfArray); ok {
		for _, kid := range kids.All() {
			a.walk(dictionary(a.file, kid), depth+1)
		}
	}
	names, ok := resolved(a.file, node.Get("Names")).(*core.PdfArray)
	if !ok {
		return
	}
	for i, object := range names.All() {
		if i%2 == 1 && len(a.found) < maxAttachments {
			a.take(dictionary(a.file, object))
		}
	}
}

func (a *attachments) take(spec *core.PdfDictionary) {
	embedded := dictionary(a.file, entryOf(spec, "EF"))
	if stream, ok := resolved(a.file, entryOf(embedded, "F")).(*core.PdfStream); ok {
		a.found = append(a.found, stream.Data)
	}
}

func dictionary(file *reader.PdfReader, object core.PdfObject) *core.PdfDictionary {
	d, _ := resolved(file, object).(*core.PdfDictionary)
	return d
}

func entryOf(d *core.PdfDictionary, key string) core.PdfObject {
	if d == nil {
		return nil
	}
	return d.Get(key)
}
