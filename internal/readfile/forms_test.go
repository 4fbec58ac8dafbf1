package readfile

import (
	"archive/zip"
	"bytes"
	"testing"
)

// TestComposed: what fonts make of letters is undone, and nothing else.
func TestComposed(t *testing.T) {
	for in, want := range map[string]string{
		"e\ufb03cient": "efficient", "O(h²) ½ № ™ … µs": "O(h²) ½ № ™ … µs", "\uff27\uff4f１": "Go1", "使用：Go": "使用：Go",
		"จำกัด": "จำกัด", "\ufee1\ufe8e": "ما", "⽇本": "日本", "cafe\u0301": "café", "a\u00a0b\u2009c": "a b c",
	} {
		if got := composed(in); got != want {
			t.Errorf("%q is read as %q, want %q", in, got, want)
		}
	}
}

// TestStrongStyles: bold comes from the style that a style is based on; circles end.
func TestStrongStyles(t *testing.T) {
	var file bytes.Buffer
	w := zip.NewWriter(&file)
	part, _ := w.Create("word/styles.xml")
	_, _ = part.Write([]byte(`<w:styles xmlns:w="w"><w:style w:styleId="Head"><w:rPr><w:b/></w:rPr></w:style><w:style w:styleId="Role"><w:basedOn w:val="Head"/></w:style>` +
		`<w:style w:styleId="Plain"><w:basedOn w:val="Head"/><w:rPr><w:b w:val="0"/></w:rPr></w:style><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>`))
	_ = w.Close()
	archive, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		t.Fatal(err)
	}
	got := strongStyles(archive)
	for style, want := range map[string]bool{"Head": true, "Role": true, "Plain": false, "A": false, "B": false, "None": false} {
		if got[style] != want {
			t.Errorf("%s is bold: %v, want %v", style, got[style], want)
		}
	}
}
