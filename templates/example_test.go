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

// A text of the profile may contain markup; other forms than Markdown need it without.
func ExamplePlainText() {
	fmt.Println(templates.PlainText("Wrote the **parser** of <i>Engine</i>, see [its page](https://engine.example)"))
	// Output: Wrote the parser of Engine, see its page (engine.example)
}
