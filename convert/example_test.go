package convert_test

import (
	"fmt"

	"github.com/ghresume/ghresume/convert"
	"github.com/ghresume/ghresume/resume"
)

// Example reads a file that is recognized by its content; doubts become comments in the
// profile.
func Example() {
	imported, err := convert.Read("cv.yaml", []byte(`
cv:
  name: Ada Lovelace
  sections:
    experience:
      - company: Analytical Engines
        position: Programmer
        start_date: 1842-10
        end_date: a year later
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(imported.Format)
	fmt.Printf("%s", resume.EncodeProfile(imported.Profile, imported.Comments))
	// Output:
	// RenderCV
	// name = "Ada Lovelace"
	//
	// # end = "a year later" could not be read
	// # start = "1842-10" needs a readable end: without one it would count as current
	// [[experience]]
	// title = "Programmer"
	// company = "Analytical Engines"
	//
	// [layout]
	// order = ["experience"]
}
