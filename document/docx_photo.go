package document

import (
	"fmt"
	"strings"
)

const (
	docxPhotoType     = `<Default Extension="jpeg" ContentType="image/jpeg"/>`
	docxPhotoRelation = `<Relationship Id="rId5" Type="` + relationsNamespace + `/image" Target="media/photo.jpeg"/>`
)

// withPhoto inserts an element for the photo before the end of a part's root.
func withPhoto(part, element string) string {
	end := strings.LastIndex(part, "</")
	return part[:end] + element + part[end:]
}

// drawing returns the photo, anchored in the upper corner at the end of the lines; text
// flows beside it.
func (w *docxWriter) drawing() string {
	if w.photo == nil {
		return ""
	}
	const units = 12700 // per point
	side := "right"
	if w.rightToLeft {
		side = "left"
	}
	width, height := int(w.photo.width*units), int(w.photo.height*units)
	about := escapeXML(w.meta.Author)
	return fmt.Sprintf(`<w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="%d" distR="%d" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">`+
		`<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>%s</wp:align></wp:positionH><wp:positionV relativeFrom="margin"><wp:align>top</wp:align></wp:positionV>`+
		`<wp:extent cx="%d" cy="%d"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="1" name="Photo" descr="%s"/><wp:cNvGraphicFramePr/>`+
		`<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">`+
		`<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="photo.jpeg" descr="%s"/><pic:cNvPicPr/></pic:nvPicPr>`+
		`<pic:blipFill><a:blip r:embed="rId5"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`+
		`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`,
		photoGap*units, photoGap*units, side, width, height, about, about, width, height)
}
