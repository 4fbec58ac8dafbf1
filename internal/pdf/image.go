package pdf

import "fmt"

// Image is a picture on a page: a JPEG file with three colors or one.
type Image struct {
	X, Y, Width, Height float64
	JPEG                []byte
	Columns, Rows       int // of the image
	Gray                bool
	Element             int
}

// images draws the pictures of a page and returns their resources.
func (w *writer) images(page int, all []Image) string {
	if len(all) == 0 {
		return ""
	}
	names := ""
	for i, m := range all {
		space := "DeviceRGB"
		if m.Gray {
			space = "DeviceGray"
		}
		object := w.plainStream(fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/%s/BitsPerComponent 8/Filter/DCTDecode", m.Columns, m.Rows, space), m.JPEG)
		names += fmt.Sprintf("/I%d %s", i+1, ref(object))
		w.put("/Figure<</MCID ", w.tree.mark(m.Element, page), ">>BDC q ", m.Width, " 0 0 ", m.Height, " ", m.X, " ", w.top-m.Y-m.Height, " cm /I", i+1, " Do Q EMC\n")
	}
	return "/XObject<<" + names + ">>"
}
