package doctext

import "errors"

// readPDF reads the lines of a PDF.
func readPDF([]byte) (string, error) {
	return "", errors.New("a PDF; save it as text, HTML or DOCX")
}
