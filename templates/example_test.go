package templates_test

import (
	"fmt"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/templates"
)

func ExampleTemplate_Render() {
	t, err := templates.Parse("mine.md.tmpl", "# {{.Name}}\n")
	if err != nil {
		fmt.Println(err)
		return
	}
	md, err := t.Render(&resume.Resume{Name: "Ada *Beispiel*", Language: "en"})
	fmt.Print(string(md), err)
	// Output:
	// # Ada \*Beispiel\*
	// <nil>
}

func ExampleSplice() {
	old := []byte("Mine.\n<!-- ghresume:start -->\nold\n<!-- ghresume:end -->\n")
	now, err := templates.Splice("README.md", old, func(string) ([]byte, error) { return []byte("new"), nil })
	fmt.Print(string(now), err)
	// Output:
	// Mine.
	// <!-- ghresume:start -->
	//
	// new
	//
	// <!-- ghresume:end -->
	// <nil>
}
