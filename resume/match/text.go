package match

import "github.com/ghresume/ghresume/internal/doctext"

// MaxSize is the largest posting that is read, in bytes.
const MaxSize = doctext.MaxSize

// ExtractText is a posting as lines of Markdown. The file may be text, Markdown, a saved
// web page, PDF, DOCX, RTF or an e-mail, in any encoding; what it is, its bytes
// say. A file that cannot be read is an error that names its kind.
func ExtractText(data []byte) (string, error) { return doctext.Read(data) }
