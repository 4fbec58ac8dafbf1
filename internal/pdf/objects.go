package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
)

// reserve returns the number of an object that is written later.
func (w *writer) reserve() int {
	w.objects = append(w.objects, nil)
	return len(w.objects)
}

func (w *writer) set(n int, object string) { w.objects[n-1] = []byte(object) }

func (w *writer) add(object string) int {
	n := w.reserve()
	w.set(n, object)
	return n
}

// stream adds a compressed stream object. All streams share one compressor, since its
// tables are large.
func (w *writer) stream(dictionary string, data []byte) int {
	var packed bytes.Buffer
	if w.packer == nil {
		w.packer = zlib.NewWriter(&packed)
	} else {
		w.packer.Reset(&packed)
	}
	_, _ = w.packer.Write(data) // a bytes.Buffer never fails
	_ = w.packer.Close()
	return w.plainStream(dictionary+"/Filter/FlateDecode", packed.Bytes())
}

func (w *writer) plainStream(dictionary string, data []byte) int {
	var out bytes.Buffer
	fmt.Fprintf(&out, "<<%s/Length %d>>\nstream\n", dictionary, len(data))
	out.Write(data)
	out.WriteString("\nendstream")
	n := w.reserve()
	w.objects[n-1] = out.Bytes()
	return n
}

// file assembles the objects. The file's ID is derived from its content.
func (w *writer) file() []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	offsets := make([]int, len(w.objects))
	for i, object := range w.objects {
		offsets[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n", i+1)
		out.Write(object)
		out.WriteString("\nendobj\n")
	}
	id := sha256.Sum256(out.Bytes())
	table := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, at := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d/Root %s/Info %s/ID[<%X><%[4]X>]>>\nstartxref\n%[5]d\n%%%%EOF\n",
		len(offsets)+1, ref(w.catalogAt), ref(len(offsets)), id[:16], table)
	return out.Bytes()
}

func ref(n int) string { return strconv.Itoa(n) + " 0 R" }

func refs(numbers []int) string {
	var b strings.Builder
	for i, n := range numbers {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(ref(n))
	}
	return b.String()
}

// text formats a string for display: ASCII unchanged, all else as UTF-16.
func text(s string) string {
	for _, r := range s {
		if r < 32 || r > 126 {
			return "<FEFF" + utf16Hex(s) + ">"
		}
	}
	return "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(s) + ")"
}

func utf16Hex(s string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		for shift := 12; shift >= 0; shift -= 4 {
			b.WriteByte(digits[u>>shift&15])
		}
	}
	return b.String()
}

// number formats a number with at most two decimals.
func number(f float64) string { return string(appendNumber(nil, f)) }

func appendNumber(b []byte, f float64) []byte {
	start := len(b)
	b = strconv.AppendFloat(b, f, 'f', 2, 64)
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	if b[len(b)-1] == '.' {
		b = b[:len(b)-1]
	}
	if string(b[start:]) == "-0" {
		b = append(b[:start], '0')
	}
	return b
}

// put writes to the current page: strings unchanged, numbers in short form.
func (w *writer) put(parts ...any) {
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			w.content.WriteString(p)
		case float64:
			w.number = appendNumber(w.number[:0], p)
			w.content.Write(w.number)
		case int:
			w.number = strconv.AppendInt(w.number[:0], int64(p), 10)
			w.content.Write(w.number)
		}
	}
}
