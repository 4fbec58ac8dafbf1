package document_test

import (
	"fmt"

	"github.com/ghresume/ghresume/document"
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
