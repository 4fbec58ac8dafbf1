package document

import (
	"bytes"
	"image"
	"image/jpeg"
	"strings"
	"testing"
)

func jpegOf(t *testing.T, width, height int) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, image.NewRGBA(image.Rect(0, 0, width, height)), nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestPhoto(t *testing.T) {
	md := []byte("# Ada\n\n**Developer**\n\nLondon · [ada@example.com](mailto:ada@example.com)\n\n## Work\n\ntext\n")
	m := Meta{Author: "Ada", Photo: jpegOf(t, 300, 400)}
	l, err := lay(md, m)
	if err != nil {
		t.Fatal(err)
	}
	drawn := l.paint(m)
	if len(drawn.Pages[0].Images) != 1 {
		t.Fatal("there is no picture")
	}
	bottom := drawn.Pages[0].Images[0].Y + photoHeight
	for _, text := range drawn.Pages[0].Texts {
		if text.Text == "Work" && text.Y-text.Style.Size < bottom {
			t.Errorf("the first section begins at %.0f, beside the photo that ends at %.0f", text.Y, bottom)
		}
	}
	page, err := HTML(md, m)
	if err != nil || !strings.Contains(string(page), `<img class="photo" alt="Ada" src="data:image/jpeg;base64,`) || !strings.Contains(string(page), "img-src data:") {
		t.Errorf("HTML: %v", err)
	}
	if page, _ := HTML(md, Meta{}); strings.Contains(string(page), "img-src") {
		t.Error("a page without a photo may load pictures")
	}
	data, err := DOCX(md, m)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"word/media/photo.jpeg":        string(m.Photo),
		"[Content_Types].xml":          `<Default Extension="jpeg" ContentType="image/jpeg"/></Types>`,
		"word/_rels/document.xml.rels": `Target="media/photo.jpeg"/></Relationships>`,
		"word/document.xml":            `descr="Ada"/>`,
	} {
		text := docxPart(t, data, name)
		if !strings.Contains(text, want) {
			t.Errorf("%s does not hold %.60q", name, want)
		}
		if strings.HasPrefix(want, "<") {
			wellFormed(t, text)
		}
	}
	if _, err := DOCX(md, Meta{Photo: []byte("GIF89a")}); err == nil {
		t.Error("another file is taken for a photo")
	}
	if _, err := PDF(md, Meta{Photo: []byte("GIF89a")}); err == nil {
		t.Error("another file is taken for a photo")
	}
}
