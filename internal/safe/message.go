package safe

import (
	"io"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// Message makes s visible text for a person or a log: an error, a hint. Users, passwords and
// tokens in addresses are masked: who typed one did not mean to publish it.
func Message(s string) string { return maskSecrets(Text(s)) }

// Messages returns a writer that masks the secrets in what is written to w, of which no
// address may be split between two calls.
func Messages(w io.Writer) io.Writer { return masking{w} }

type masking struct{ w io.Writer }

func (m masking) Write(p []byte) (int, error) {
	if _, err := io.WriteString(m.w, maskSecrets(string(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// The secrets of addresses: what precedes the host, which ends at the last @ before the path
// (a password may hold a slash, but a port may not), and what the query calls a key; besides,
// GitHub's tokens by their prefix.
var (
	beforeHost  = lazy.New(`://(?:[^\s/?#"<>]*|[^\s/?#"<>:@]+:[0-9]*[^\s0-9/?#@"<>][^\s@"<>]*)@`)
	inQuery     = lazy.New(`(?i)([?&;#](?:[a-z0-9_.-]*[_.-])?(?:token|secret|passw(?:or)?d|pwd|api_?key|key|signature|sig|auth|credential|jwt)=)(?:[^\s&;#"'<>]*[^\s&;#"'<>:,.)]|[^\s&;#"'<>]{4,})`)
	gitHubToken = lazy.New(`\b(?:gh[a-z]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})`)
)

const maskedSecret = "***"

// placeholder stands in hints for what the user fills in.
const placeholder = "://USER:PASSWORD@"

func maskSecrets(s string) string {
	if strings.Contains(s, "://") {
		s = beforeHost.ReplaceAllStringFunc(s, func(found string) string {
			if found == placeholder {
				return found
			}
			return "://" + maskedSecret + "@"
		})
	}
	if strings.Contains(s, "=") {
		s = inQuery.ReplaceAllString(s, "${1}"+maskedSecret)
	}
	if strings.Contains(s, "gh") || strings.Contains(s, "github_pat_") {
		s = gitHubToken.ReplaceAllString(s, maskedSecret)
	}
	return s
}
