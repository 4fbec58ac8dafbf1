package render_test

import (
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/templates"
)

func Example() {
	profile, err := resume.ParseProfile("resume.toml", []byte("name = \"Ada Lovelace\"\nsummary = \"Builds engines.\"\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	printed, err := render.New(resume.Build(profile, nil), render.Look{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, path := range []string{"resume.txt", "resume.pdf"} {
		file, err := printed.File(render.Output{Path: path})
		if err != nil {
			fmt.Println(err)
			return
		}
		first, _, _ := strings.Cut(string(file.Data), "\n")
		fmt.Println(path, "begins with", first)
	}
	// Output:
	// resume.txt begins with Ada Lovelace
	// resume.pdf begins with %PDF-1.7
}

func ExampleLook() {
	profile := &resume.Profile{Name: "Ada Lovelace", Skills: map[string][]string{"Languages": {"Go", "SQL"}}}

	template, err := templates.Parse("short.md.tmpl", "# {{.Name}}\n\n{{range .Skills}}- {{.Name}}:{{range .Skills}} {{.Name}}{{end}}\n{{end}}")
	if err != nil {
		fmt.Println(err)
		return
	}
	printed, err := render.New(resume.Build(profile, nil), render.Look{Template: template, Theme: document.Classic})
	if err != nil {
		fmt.Println(err)
		return
	}
	markdown, err := printed.Markdown()
	fmt.Print(string(markdown), err)
	// Output:
	// # Ada Lovelace
	//
	// - Languages: Go SQL
	// <nil>
}

// The text between the markers of a README is replaced; the rest stays.
func ExamplePrint_File() {
	profile := &resume.Profile{Name: "Ada Lovelace", Skills: map[string][]string{"Languages": {"Go", "SQL"}}}
	printed, err := render.New(resume.Build(profile, nil), render.Look{})
	if err != nil {
		fmt.Println(err)
		return
	}
	old := []byte("Hi, I am Ada.\n\n<!-- ghresume:start skills -->\n<!-- ghresume:end -->\n")
	file, err := printed.File(render.Output{Path: "README.md", Old: old})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(string(file.Data))
	// Output:
	// Hi, I am Ada.
	//
	// <!-- ghresume:start skills -->
	//
	// ## Skills
	//
	// - **Languages**: Go, SQL
	//
	// <!-- ghresume:end -->
}

func ExampleRefusedError() {
	printed, err := render.New(resume.Build(&resume.Profile{Name: "Ada"}, nil), render.Look{})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = printed.File(render.Output{Path: "README.md", Old: []byte("# Mine\n")})
	fmt.Println(err)
	// Output: README.md has no <!-- ghresume:start --> … <!-- ghresume:end -->
}
