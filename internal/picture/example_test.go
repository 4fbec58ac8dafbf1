package picture_test

import (
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/internal/picture"
)

func Example() {
	p := &picture.Picture{
		Title: "Languages", Alt: "Go 75 %, SQL 25 %", Language: "en",
		Body: picture.Shares{{Name: "Go", Part: 0.75, Shown: "75 %"}, {Name: "SQL", Part: 0.25, Shown: "25 %"}},
	}
	svg := string(p.SVG(false))
	fmt.Println(strings.HasPrefix(svg, "<svg "), strings.Contains(svg, "75 %"), picture.IsOurs([]byte(svg)))
	fmt.Println((&picture.Picture{Title: "Languages", Body: picture.Shares{}}).IsEmpty())
	// Output:
	// true true true
	// true
}
