package readfile

import (
	"bytes"
	"fmt"

	"github.com/carlos7ags/folio/core"
	"github.com/carlos7ags/folio/reader"
)

// The PDF library does whatever a file asks, as often as it asks. Therefore the work to
// draw a page is counted first: words, numbers and operators, those of forms as often as
// they are drawn, and the steps to look up letters.
const (
	maxSteps   = 800_000       // of all pages
	perStep    = 16            // bytes of a word that count as another step
	maxSaved   = 1000          // saved graphics states at any time
	maxNested  = 40            // nested forms
	maxLookups = 1_000_000_000 // bytes of text, each times the ranges of its font
	maxLetter  = 128           // digits in the text of one letter
)

var (
	errSteps   = fmt.Errorf("its pages draw more than %d steps", maxSteps)
	errSaved   = fmt.Errorf("it keeps more than %d graphics states", maxSaved)
	errNested  = fmt.Errorf("its forms are nested more than %d deep", maxNested)
	errLookups = fmt.Errorf("its text and its fonts take more than %d steps to read", maxLookups)
	errLetter  = fmt.Errorf("one letter of a font stands for more than %d", maxLetter/4)
)

// work is the cost of drawing something once.
type work struct{ steps, text int }

// reference is the number and generation of an object.
type reference [2]int

// counter counts the work of a file's pages before they are read.
type counter struct {
	file  *reader.PdfReader
	done  work
	forms map[reference]work
	fonts map[reference]bool // those already examined
	// ranges is the number in the font that has most.
	ranges int
}

func newCounter(file *reader.PdfReader) *counter {
	return &counter{file: file, forms: map[reference]work{}, fonts: map[reference]bool{}}
}

// page counts a page, and returns an error if the pages so far are too much.
func (c *counter) page(page *reader.PageInfo) error {
	content, err := page.ContentStream()
	if err != nil {
		return err
	}
	resources, err := page.Resources()
	if err != nil {
		resources = nil
	}
	w, err := c.count(content, resources, 0)
	c.done.steps, c.done.text = c.done.steps+w.steps, c.done.text+w.text
	if err == nil && c.ranges > 0 && c.done.text > maxLookups/c.ranges {
		return errLookups
	}
	return err
}

// count returns the work of a content stream.
func (c *counter) count(content []byte, resources *core.PdfDictionary, depth int) (w work, err error) {
	if err := c.fontsOf(resources); err != nil {
		return w, err
	}
	tokens := reader.NewTokenizer(content)
	saved, name := 0, ""
	for token := tokens.Next(); token.Type != reader.TokenEOF; token = tokens.Next() {
		w.steps += 1 + len(token.Value)/perStep
		switch token.Type {
		case reader.TokenName:
			name = token.Value
		case reader.TokenString, reader.TokenHexString:
			w.text += len(token.Value)
		case reader.TokenKeyword:
			switch token.Value {
			case "q":
				saved++
			case "Q":
				saved--
			case "BI":
				skipPicture(tokens)
			case "Do":
				form, err := c.form(resources, name, depth)
				if err != nil {
					return w, err
				}
				w.steps, w.text = w.steps+form.steps, w.text+form.text
			}
		}
		switch {
		case w.steps > maxSteps-c.done.steps:
			return w, errSteps
		case saved > maxSaved:
			return w, errSaved
		}
	}
	return w, nil
}

// skipPicture skips the bytes of an inline image.
func skipPicture(tokens *reader.Tokenizer) {
	rest := tokens.Data()[tokens.Pos():]
	for _, end := range []string{"\nEI", " EI", "\rEI"} {
		if i := bytes.Index(rest, []byte(end)); i >= 0 {
			tokens.Skip(i + len(end))
			return
		}
	}
	tokens.Skip(len(rest))
}

// form returns the work of drawing a form once.
func (c *counter) form(resources *core.PdfDictionary, name string, depth int) (work, error) {
	object := entryOf(dictionary(c.file, entryOf(resources, "XObject")), name)
	stream, ok := resolved(c.file, object).(*core.PdfStream)
	if !ok || !isForm(stream) {
		return work{}, nil
	}
	if depth >= maxNested {
		return work{}, errNested
	}
	at, isReference := referenceOf(object)
	if w, known := c.forms[at]; isReference && known {
		return w, nil
	}
	if own := dictionary(c.file, stream.Dict.Get("Resources")); own != nil {
		resources = own
	}
	w, err := c.count(stream.Data, resources, depth+1)
	if err == nil {
		stream.Data = unscaledText(stream.Data)
	}
	if isReference && err == nil {
		c.forms[at] = w
	}
	return w, err
}

func isForm(stream *core.PdfStream) bool {
	subtype, ok := stream.Dict.Get("Subtype").(*core.PdfName)
	return ok && subtype.Value == "Form"
}

func referenceOf(object core.PdfObject) (reference, bool) {
	ref, ok := object.(*core.PdfIndirectReference)
	if !ok {
		return reference{}, false
	}
	return reference{ref.Num(), ref.Gen()}, true
}

// fontsOf examines the character maps of fonts: the library looks a letter up by trying one
// range after another.
func (c *counter) fontsOf(resources *core.PdfDictionary) error {
	fonts := dictionary(c.file, entryOf(resources, "Font"))
	if fonts == nil {
		return nil
	}
	for _, object := range fonts.All() {
		letters := entryOf(dictionary(c.file, object), "ToUnicode")
		at, isReference := referenceOf(letters)
		if isReference && c.fonts[at] {
			continue
		}
		c.fonts[at] = true
		if stream, ok := resolved(c.file, letters).(*core.PdfStream); ok {
			if err := c.letters(stream.Data); err != nil {
				return err
			}
		}
	}
	return nil
}

// letters counts the ranges of a font: at most one for three numbers.
func (c *counter) letters(table []byte) error {
	tokens := reader.NewTokenizer(table)
	n := 0
	for token := tokens.Next(); token.Type != reader.TokenEOF; token = tokens.Next() {
		if c.done.steps++; c.done.steps > maxSteps {
			return errSteps
		}
		if token.Type == reader.TokenHexString {
			if n++; len(token.Value) > maxLetter {
				return errLetter
			}
		}
	}
	c.ranges = max(c.ranges, n/3)
	return nil
}
