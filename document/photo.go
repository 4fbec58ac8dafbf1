package document

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image/color"
	"image/jpeg"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/ghresume/ghresume/internal/pdf"
)

// photo is a JPEG picture of the user, with its size on the page.
type photo struct {
	data          []byte
	columns, rows int
	gray          bool
	width, height float64
}

// The photo is as high as a passport photo, and no wider than high; text keeps its
// distance.
const (
	photoHeight = 99
	photoGap    = 18
)

// readPhoto reads the photo of a resume; it returns nil without one.
func readPhoto(data []byte) (*photo, error) {
	if len(data) == 0 {
		return nil, nil
	}
	about, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("the photo is not a JPEG file: %w", err)
	}
	if about.ColorModel == color.CMYKModel {
		return nil, fmt.Errorf("the photo uses CMYK colors; save it as RGB")
	}
	p := &photo{data: data, columns: about.Width, rows: about.Height, gray: about.ColorModel == color.GrayModel, height: photoHeight}
	p.width = p.height * float64(p.columns) / float64(max(1, p.rows))
	if p.width > photoHeight {
		p.height *= photoHeight / p.width
		p.width = photoHeight
	}
	return p, nil
}

// beside makes room for the photo: the header's lines end before it, and the first section
// begins below it.
func (p *photo) beside(boxes []box) {
	used := 0.0
	for i := range boxes {
		if boxes[i].role == section {
			boxes[i].above += max(0, p.height-used)
			return
		}
		used += boxes[i].above + boxes[i].height*float64(len(boxes[i].lines))
	}
}

// photo draws the picture in the upper corner at the end of the lines.
func (p *painter) photo(m Meta) {
	if p.picture == nil {
		return
	}
	x := p.look.margins.Left + p.width - p.picture.width
	if p.rightToLeft {
		x = p.look.margins.Left
	}
	figure := p.tags.add(pdf.Element{Tag: "Figure", Parent: 0, Says: clean(m.Author)})
	p.page.Images = append(p.page.Images, pdf.Image{
		X: x, Y: p.look.margins.Top, Width: p.picture.width, Height: p.picture.height, JPEG: p.picture.data,
		Columns: p.picture.columns, Rows: p.picture.rows, Gray: p.picture.gray, Element: figure,
	})
}

// photoNode returns the photo as HTML.
func photoNode(data []byte, author string) *xhtml.Node {
	return &xhtml.Node{Type: xhtml.ElementNode, Data: "img", DataAtom: atom.Img, Attr: []xhtml.Attribute{
		{Key: "class", Val: "photo"}, {Key: "alt", Val: author}, {Key: "src", Val: "data:image/jpeg;base64," + base64.StdEncoding.EncodeToString(data)},
	}}
}
