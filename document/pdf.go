package document

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"github.com/ghresume/ghresume/internal/lazy"
)

// PDFFile is a PDF and what there is to say of it.
type PDFFile struct {
	Data []byte
	// Pages is the length; the last page counts as far as it is filled: 1.4.
	Pages float64
	// Missing are the characters that the fonts do not have, in order; each is
	// drawn as U+FFFD.
	Missing []rune
}

// PDF sets the Markdown on pages.
func PDF(md []byte, m Meta) (*PDFFile, error) {
	m = m.cleaned()
	s, err := newSheet(m)
	if err != nil {
		return nil, err
	}
	return s.print(md, m)
}

func (s *sheet) print(md []byte, m Meta) (*PDFFile, error) {
	pages, err := s.lay(md)
	if err != nil {
		return nil, err
	}
	s.describe(m)
	for i, p := range pages {
		s.paint(p, i+1, len(pages))
	}
	var out bytes.Buffer
	if err := s.pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("PDF: %w", err)
	}
	slices.Sort(s.missing)
	return &PDFFile{Data: withoutDates(out.Bytes()), Pages: length(pages, s.height), Missing: s.missing}, nil
}

// Measurer returns a function that tells how many pages the PDF of a Markdown
// text has, as [PDFFile] counts them. It is meant to be called often: the fonts
// are read once.
func Measurer(m Meta) (func(md []byte) (float64, error), error) {
	s, err := newSheet(m)
	if err != nil {
		return nil, err
	}
	return func(md []byte) (float64, error) {
		pages, err := s.lay(md)
		if err != nil {
			return 0, err
		}
		return length(pages, s.height), nil
	}, nil
}

// sheet is a PDF in the making.
type sheet struct {
	typesetter
	top, left, height float64 // of the text area
	outline           int     // level of the last bookmark
}

func newSheet(m Meta) (*sheet, error) {
	w, h := m.Paper.size()
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: w, Ht: h}})
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	f, err := loadFonts(pdf, m.Theme)
	if err != nil {
		return nil, err
	}
	l := m.look()
	return &sheet{
		typesetter: typesetter{fonts: f, look: l, width: w - 2*l.marginX},
		top:        l.marginY, left: l.marginX, height: h - 2*l.marginY, outline: -1,
	}, nil
}

func (s *sheet) lay(md []byte) ([]page, error) {
	root, err := tree(md)
	if err != nil {
		return nil, err
	}
	return paginate(s.boxes(blocks(root)), s.height), nil
}

// describe fills the metadata. fpdf wants dates; withoutDates takes them out again.
func (s *sheet) describe(m Meta) {
	s.pdf.SetProducer(generator, false)
	s.pdf.SetTitle(bmp(m.Title), true)
	s.pdf.SetAuthor(bmp(m.Author), true)
	s.pdf.SetSubject(bmp(m.Description), true)
	s.pdf.SetKeywords(bmp(strings.Join(m.Keywords, ", ")), true)
	s.pdf.SetLang(languageTag.FindString(m.language()))
	s.pdf.SetCatalogSort(true)
	s.pdf.SetCreationDate(time.Unix(0, 0).UTC())
	s.pdf.SetModificationDate(time.Unix(0, 0).UTC())
	s.pdf.SetDisplayMode("fullwidth", "continuous")
}

var languageTag = lazy.New(`^[A-Za-z0-9-]+`)

// bmp replaces what fpdf cannot encode.
func bmp(s string) string {
	return strings.Map(func(r rune) rune {
		if r > 0xFFFF {
			return replacement
		}
		return r
	}, clean(s))
}

var pdfDates = lazy.New(`/(?:CreationDate|ModDate) \(D:[0-9]+\)`)

// withoutDates blanks the dates: the same resume is the same file on any day.
// The length stays, because the file holds offsets.
func withoutDates(data []byte) []byte {
	for _, at := range pdfDates.FindAllIndex(data, -1) {
		copy(data[at[0]:at[1]], bytes.Repeat([]byte(" "), at[1]-at[0]))
	}
	return data
}
