package document_test

import (
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/templates"
)

func ExamplePDF() {
	file, err := document.PDF([]byte("# Ada 林\n\n- Go\n"), document.Meta{Title: "Ada", Author: "Ada", Paper: document.PaperFor("Austin, TX")})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s… %.1f pages, no glyph for %c\n", file.Data[:8], file.Pages, file.Missing)
	// Output: %PDF-1.7… 0.1 pages, no glyph for [林]
}

// A ruler says how long a text would be before it is printed.
func ExampleRuler() {
	meta := document.Meta{Title: "Ada", Author: "Ada"}
	ruler, err := document.NewRuler(meta)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, bullets := range []int{10, 100} {
		extent, err := ruler.Measure([]byte("# Ada\n\n"+strings.Repeat("- Built a service\n", bullets)), meta)
		if err != nil {
			fmt.Println(err)
			return
		}
		lines, _ := extent.Beyond(1)
		fmt.Printf("%d bullets: %.1f pages, %d lines too long for one\n", bullets, extent.Pages, lines)
	}
	// Output:
	// 10 bullets: 0.3 pages, 0 lines too long for one
	// 100 bullets: 2.0 pages, 50 lines too long for one
}

// A document with pictures needs them besides its Markdown. Package render does all of
// this.
func ExampleMeta() {
	r := resume.Build(&resume.Profile{Name: "Ada", Skills: map[string][]string{"Languages": {"Go", "SQL"}}}, nil)
	template, err := templates.Parse("mine.md.tmpl", "# {{.Name}}\n\n{{figure \"skills\"}}\n")
	if err != nil {
		fmt.Println(err)
		return
	}
	md, err := template.RenderParts(r)
	if err != nil {
		fmt.Println(err)
		return
	}
	skills, err := templates.DrawPicture(r, "skills")
	if err != nil {
		fmt.Println(err)
		return
	}
	page, err := document.HTML(md, document.Meta{Title: "Ada", Pictures: map[string]*document.Picture{"skills": skills}})
	fmt.Println(strings.Count(string(page), "<svg "), "picture", err)
	// Output: 1 picture <nil>
}
