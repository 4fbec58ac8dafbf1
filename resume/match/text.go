package match

import "github.com/ghresume/ghresume/internal/doctext"

// MaxSize is the maximum size of a posting, in bytes: 8 MiB.
const MaxSize = 8 << 20

// ExtractText returns a posting as lines of Markdown. The file may be text, Markdown, a
// saved web page, PDF, DOCX, RTF or an e-mail, in any encoding; its kind is recognized by
// its content. If a file cannot be read, the error names its kind.
func ExtractText(data []byte) (string, error) { return doctext.Read(data) }
