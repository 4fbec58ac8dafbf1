package render

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/readfile"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/templates"
)

// secretive is a profile that has the same number, addresses and street in every place
// that a public resume can leave out.
const secretive = `
name = "Ada Beispiel"
title = {en = "Developer", de = "Entwicklerin"}
phone = "%[1]s"
email = "ada.private@mail.example"
street = "Hidden Lane 77"
location = "Austin, TX"
summary = {en = "Writes servers.", de = "Schreibt Server."}
[links]
github = "ada"
whatsapp = "https://wa.me/%[2]s"
[[contacts]]
label = "%[1]s"
[[contacts]]
label = "Call me"
url = "https://call.example/%[2]s"
[[contacts]]
label = "second.private@mail.example"
[skills]
Languages = ["Go"]
[[experience]]
title = "Engineer"
company = "Harbour"
start = 2019
highlights = ["Built it", {text = "Coached four", for = ["lead"]}]
[[sections]]
title = {en = "References", de = "Referenzen"}
items = ["Grace Referee, %[1]s"]
[[variants]]
name = "lead"
[[variants]]
name = "ops"
`

// TestNothingPrivateIsInAPublicByte looks for numbers in every file that can be made: in
// the streams of a PDF, the parts of a DOCX and what readers extract from them.
func TestNothingPrivateIsInAPublicByte(t *testing.T) {
	random := rand.New(rand.NewPCG(25, 1))
	for round, form := range []string{"+44 20 %s %s", "(0%[1]s) %[2]s", "+1-%s-%s ext. 7", "00%s/%s"} {
		number := fmt.Sprintf(form, fmt.Sprint(2000+random.IntN(7000)), fmt.Sprint(100000+random.IntN(800000)))
		text := fmt.Sprintf(secretive, number, numerals(strings.Split(number, " ext")[0]))
		p, err := resume.ParseProfile("resume.toml", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		info := templates.List()[round%len(templates.List())]
		for _, language := range []string{"", "de"} {
			for _, variant := range []string{"", "lead"} {
				public := everyFile(t, p, resume.Selection{Variant: variant, Language: language, Privacy: resume.Public}, info.Name)
				for path, data := range public {
					for _, secret := range append(numberSpellings(number), "ada.private", "second.private", "Hidden Lane", "Grace Referee") {
						if bytes.Contains(bytes.ToLower(data), bytes.ToLower([]byte(secret))) {
							t.Errorf("%s, %q %q: %s has %q", info.Name, variant, language, path, secret)
						}
					}
				}
			}
		}
	}
}

// TestPrivateFilesHoldWhatPublicOnesDoNot checks the search itself: it finds the number in
// the files of the same profile that are not public.
func TestPrivateFilesHoldWhatPublicOnesDoNot(t *testing.T) {
	const number = "+44 20 7946 0958"
	p, err := resume.ParseProfile("resume.toml", fmt.Appendf(nil, secretive, number, "442079460958"))
	if err != nil {
		t.Fatal(err)
	}
	for path, data := range everyFile(t, p, resume.Selection{Privacy: resume.Private}, "resume") {
		found := slices.ContainsFunc(numberSpellings(number), func(s string) bool { return bytes.Contains(data, []byte(s)) })
		if !found && !strings.HasSuffix(path, ".svg") {
			t.Errorf("%s does not hold the number, or the search does not find it", path)
		}
	}
}

// everyFile returns every form of a resume, with packed content unpacked.
func everyFile(t *testing.T, p *resume.Profile, s resume.Selection, template string) map[string][]byte {
	t.Helper()
	chosen, err := p.Select(s)
	if err != nil {
		t.Fatal(err)
	}
	layout, err := templates.Builtin(template)
	if err != nil {
		t.Fatal(err)
	}
	printed, err := New(resume.Build(chosen, nil), Look{Template: layout})
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, form := range Forms() {
		file, err := printed.File(Output{Path: exampleOf(form)})
		if err != nil {
			t.Fatal(err)
		}
		out[exampleOf(form)] = append(file.Data, unpacked(t, form.Ending, file.Data)...)
	}
	return out
}

var stream = regexp.MustCompile(`(?s)stream\r?\n(.*?)endstream`)

// unpacked returns the packed content of a file.
func unpacked(t *testing.T, ending string, data []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	switch ending {
	case ".pdf":
		for _, packed := range stream.FindAllSubmatch(data, -1) {
			if r, err := zlib.NewReader(bytes.NewReader(packed[1])); err == nil {
				_, _ = io.Copy(&out, r) // fonts and pictures may use another compression
			}
		}
		lines, err := readfile.PDF(data)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range lines {
			for _, item := range line.Items {
				out.WriteString(item.Text + "\n")
			}
		}
	case ".docx":
		archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range archive.File {
			r, err := part.Open()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.Copy(&out, r); err != nil {
				t.Fatal(err)
			}
		}
	}
	return out.Bytes()
}

// numberSpellings returns a number as it is written and as links dial it.
func numberSpellings(number string) []string {
	digits := numerals(strings.Split(number, " ext")[0])
	return []string{number, digits, digits[len(digits)-8:], strings.NewReplacer(" ", "-", "(", "", ")", "").Replace(number), strings.ReplaceAll(number, " ", "%20"), strings.ReplaceAll(number, " ", "\u00a0")}
}

func numerals(text string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
}
