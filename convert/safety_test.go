package convert_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"github.com/ghresume/ghresume/convert"
	"github.com/ghresume/ghresume/internal/racing"
)

func zipped(t *testing.T, names []string, content []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range names {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestHostileFilesAreRefused: with a clear error, and with little memory.
func TestHostileFilesAreRefused(t *testing.T) {
	laughs := "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c < 'l'; c++ {
		laughs += fmt.Sprintf("%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n", c, c, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1)
	}
	var many []string
	for i := range 6000 {
		many = append(many, fmt.Sprintf("%d.csv", i))
	}
	var manySections strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&manySections, "    s%d: [a]\n", i)
	}
	encrypted := zipped(t, []string{"Positions.csv"}, []byte("Company Name,Title\nTejo,Developer\n"))
	encrypted[6] |= 1
	encrypted[bytes.Index(encrypted, []byte("PK\x01\x02"))+8] |= 1
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"encrypted":           {encrypted, "is encrypted"},
		"billion laughs":      {[]byte(laughs + "cv:\n  name: x\n  sections: *k\n"), "more values than a resume"},
		"itself":              {[]byte("cv: &a\n  name: x\n  sections: *a\n"), "more values than a resume"},
		"deep JSON":           {[]byte(`{"basics":` + strings.Repeat(`{"a":`, 5000) + "1" + strings.Repeat("}", 5001)), "more values than a resume"},
		"deep YAML":           {[]byte("cv: " + strings.Repeat("[", 20000)), "more values than a resume"},
		"deep XML":            {[]byte("<Candidate>" + strings.Repeat("<a>", 5000)), "more values than a resume"},
		"XML entities":        {[]byte(`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><Candidate><CandidateProfile>&y;</CandidateProfile></Candidate>`), "document type"},
		"XML external entity": {[]byte(`<!DOCTYPE a SYSTEM "file:///etc/passwd"><Candidate/>`), "document type"},
		"unknown entity":      {[]byte(`<Candidate><CandidateProfile>&x;</CandidateProfile></Candidate>`), "is not XML"},
		"HTML":                {[]byte("<!DOCTYPE html><html></html>"), "is an HTML page"},
		"bomb":                {zipped(t, []string{"Positions.csv"}, bytes.Repeat([]byte("a,b\n"), 8<<20)), "has 33554432 bytes"},
		"outside":             {zipped(t, []string{"../../Positions.csv"}, []byte("a")), "outside of it"},
		"backslashes":         {zipped(t, []string{`..\Positions.csv`}, []byte("a")), "outside of it"},
		"absolute":            {zipped(t, []string{"/etc/Positions.csv"}, []byte("a")), "outside of it"},
		"many files":          {zipped(t, many, nil), "6000 files"},
		"another archive":     {zipped(t, []string{"photo.jpg"}, []byte("a")), "is a ZIP archive with photo.jpg"},
		"broken archive":      {[]byte("PK\x03\x04 broken"), "not a ZIP archive"},
		"large JSON":          {[]byte(`{"basics":{"name":"` + strings.Repeat("x", 5<<20) + `"}}`), "at most 4 MiB"},
		"large YAML":          {[]byte("cv:\n  name: x\n  sections:\n    a:\n" + strings.Repeat("      - a text of some length to fill the file\n", 40_000)), "at most 256 KiB"},
		"many sections":       {[]byte("cv:\n  name: x\n  sections:\n" + manySections.String()), "more values than a resume"},
		"large table":         {zipped(t, []string{"Positions.csv"}, bytes.Repeat([]byte("a,b\n"), 300_000)), "at most 1048576 are read"},
		"many large tables":   {zipped(t, []string{"Positions.csv", "Education.csv", "Projects.csv"}, append([]byte("Title,Description\na,\""), bytes.Repeat([]byte("word "), 180_000)...)), "tables of more than 2 MiB"},
		"many rows":           {zipped(t, []string{"Skills.csv"}, []byte("Name\n"+strings.Repeat("Go\n", 3000))), "more than 2000 rows"},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		imported, err := convert.Read("file", c.data)
		runtime.ReadMemStats(&after)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, %v; want %q", name, imported, err, c.want)
		}
		if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 150 && !racing.Detector {
			t.Errorf("%s: took %d MiB", name, used)
		}
	}
}

// TestOnlyNeededFilesAreOpened: files that import does not need may be broken.
func TestOnlyNeededFilesAreOpened(t *testing.T) {
	data := zipped(t, []string{"Positions.csv", "messages.csv"}, []byte("Company Name,Title\nTejo,Developer\n"))
	at := bytes.LastIndex(data[:bytes.Index(data, []byte("PK\x01\x02"))], []byte("messages.csv"))
	for i := at + len("messages.csv"); i < at+len("messages.csv")+8; i++ {
		data[i] = 0xFF
	}
	imported, err := convert.Read("export.zip", data)
	if err != nil || len(imported.Profile.Experience) != 1 {
		t.Errorf("%+v, %v", imported, err)
	}
}

// TestEncodings: files that other programs saved in their own encodings, and invalid
// bytes.
func TestEncodings(t *testing.T) {
	const text = `{"basics": {"name": "Zoë Müller"}, "work": [{"name": "Café Łódź", "position": "Barista", "startDate": "2020"}]}`
	wide := []byte{0xff, 0xfe}
	for _, unit := range utf16.Encode([]rune(text)) {
		wide = append(wide, byte(unit), byte(unit>>8))
	}
	narrow, err := charmap.Windows1252.NewEncoder().String(strings.ReplaceAll(text, "Łódź", "Noël"))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"UTF-16": wide, "Windows-1252": []byte(narrow)} {
		imported, err := convert.Read("resume.json", data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if imported.Profile.Name != "Zoë Müller" || !strings.HasPrefix(imported.Profile.Experience[0].Company, "Café") {
			t.Errorf("%s: %+v", name, imported.Profile)
		}
		if doubted := strings.Contains(imported.Comments["name"], "encoding"); doubted != (name == "Windows-1252") {
			t.Errorf("%s: %v", name, imported.Comments)
		}
	}
	if _, err := convert.Read("x", []byte("{\x01\x02\x03}")); err == nil || !strings.Contains(err.Error(), "is neither text") {
		t.Errorf("bytes are read: %v", err)
	}
}
