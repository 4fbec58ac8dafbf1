package document

import (
	"slices"
	"unicode"

	xlanguage "golang.org/x/text/language"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/pdf"
	"github.com/ghresume/ghresume/internal/picture"
	"github.com/ghresume/ghresume/internal/typeface"
)

// PDFFile is a PDF with its length and its missing characters.
type PDFFile struct {
	Data []byte
	// Pages is the number of pages; the last one counts as far as it is filled: 1.4.
	Pages float64
	// Missing are the characters that no font has, in order. The page shows a box for each;
	// the text of the file still contains them.
	Missing []rune
	// Boxes is the share of letters that show as boxes, from 0 to 1.
	Boxes float64
	// NameBoxed reports whether the name contains such a letter.
	NameBoxed bool
	// Substitute is the family of the text if there is no font of the one that [Meta] names.
	Substitute string
}

// PDF converts Markdown to a PDF.
func PDF(md []byte, m Meta) (*PDFFile, error) {
	m = m.cleaned()
	l, err := lay(md, m)
	if err != nil {
		return nil, err
	}
	file := &PDFFile{Data: pdf.Write(l.paint(m), l.set), Pages: length(l.pages, l.height)}
	if !l.hasFamily(m.Font) {
		file.Substitute = l.set.Family()
	}
	file.Missing, file.Boxes, file.NameBoxed = l.lacking()
	return file, nil
}

// Pages returns the pages of the PDF as SVG pictures.
func Pages(md []byte, m Meta) ([]string, error) {
	m = m.cleaned()
	l, err := lay(md, m)
	if err != nil {
		return nil, err
	}
	return pdf.SVG(l.paint(m), l.set), nil
}

// layout is a text laid out on pages.
type layout struct {
	setter
	set                     *typeface.Set
	paperWidth, paperHeight float64
	width, height           float64 // of the text area
	byLanguage, rightToLeft bool    // the language is; the document is
	tightness               Tightness
	picture                 *photo
	pictures                map[string]*picture.Picture
	blocks                  []block
	pages                   []sheet
	front                   int               // pages of the letter before the resume
	factor                  float64           // of the white space, to avoid a short last page
	boxesAt                 map[float64][]box // by that factor
}

func lay(md []byte, m Meta) (*layout, error) {
	l, err := newLayout(m)
	if err != nil {
		return nil, err
	}
	if err := l.fill(md); err != nil || len(m.Letter) == 0 {
		return l, err
	}
	return l, l.addLetter(m)
}

// addLetter lays out the letter on pages before those of the resume.
func (l *layout) addLetter(m Meta) error {
	m.Photo, m.Tightness = nil, AsSet
	letter, err := newLayout(m)
	if err != nil {
		return err
	}
	if err := letter.fill(m.Letter); err != nil {
		return err
	}
	l.front = len(letter.pages)
	l.pages, l.blocks = append(letter.pages, l.pages...), append(letter.blocks, l.blocks...)
	return nil
}

func newLayout(m Meta) (*layout, error) {
	set, err := m.fonts(m.pageStyle())
	if err != nil {
		return nil, err
	}
	return newLayoutOf(m, set)
}

// newLayoutOf returns a layout that uses fonts already read.
func newLayoutOf(m Meta, set *typeface.Set) (*layout, error) {
	look := m.pageStyle()
	photo, err := readPhoto(m.Photo)
	if err != nil {
		return nil, err
	}
	w, h := m.Paper.size()
	return &layout{
		setter: setter{Set: set, look: look}, set: set, paperWidth: w, paperHeight: h,
		width: w - look.margins.Left - look.margins.Right, height: h - look.margins.Top - look.margins.Bottom,
		byLanguage: m.rightToLeft(), tightness: m.Tightness, picture: photo, pictures: m.Pictures, boxesAt: map[float64][]box{},
	}, nil
}

// fill lays out a text.
func (l *layout) fill(md []byte) error {
	if err := l.read(md); err != nil {
		return err
	}
	l.fitName()
	l.rightToLeft = l.byLanguage || mostlyRightToLeft(l.blocks)
	if l.look.dateColumn > 0 {
		l.look.dateColumn = l.datesColumn(l.blocks)
	}
	l.pages, l.factor = l.paginate(0, 0)
	return nil
}

// read turns a text into blocks.
func (l *layout) read(md []byte) error {
	root, err := treeOf(md, l.byLanguage)
	if err != nil {
		return err
	}
	l.blocks = resumeBlocks(root, l.pictures)
	if l.tightness >= ShortLists {
		l.blocks = shortLists(l.blocks)
	}
	return nil
}

// datesColumn returns the width of the longest dates of entries, within limits: longer
// dates go to the other side.
func (l *layout) datesColumn(blocks []block) float64 {
	least, most := 4*l.look.size, l.width*0.36
	widest := least
	for _, b := range blocks {
		if b.role != title || !b.hasDates() {
			continue
		}
		if w := l.rightLine(b).width + dotGap + trackGap; w <= most {
			widest = max(widest, w)
		}
	}
	return widest
}

// lacking returns the characters without a glyph, their share, and whether the name has
// one.
func (l *layout) lacking() (missing []rune, share float64, inName bool) {
	letters, boxes := 0, 0
	for _, b := range l.blocks {
		for _, r := range b.text() + textOfSpans(b.right) {
			if unicode.IsLetter(r) {
				letters++
			}
			if !l.set.Lacks(r) {
				continue
			}
			missing = append(missing, r)
			if !unicode.IsSymbol(r) {
				boxes++
				inName = inName || b.role == name
			}
		}
	}
	slices.Sort(missing)
	return slices.Compact(missing), float64(boxes) / float64(max(1, letters)), inName
}

// mostlyRightToLeft reports whether most letters of a document are right-to-left.
func mostlyRightToLeft(blocks []block) bool {
	letters, right := 0, 0
	for _, b := range blocks {
		for _, r := range b.text() {
			if unicode.IsLetter(r) {
				letters++
				if r >= 0x590 && typeface.RightToLeft(string(r)) {
					right++
				}
			}
		}
	}
	return right*2 > letters
}

var languageTag = lazy.New(`^[A-Za-z0-9-]+`)

func (m Meta) pdfLanguage() string { return languageTag.FindString(m.language()) }

// rightToLeft reports whether the document's language is written from right to left.
func (m Meta) rightToLeft() bool {
	tag, err := xlanguage.Parse(m.language())
	if err != nil {
		return false
	}
	script, _ := tag.Script()
	return slices.Contains([]string{"Arab", "Hebr", "Syrc", "Thaa", "Nkoo"}, script.String())
}
