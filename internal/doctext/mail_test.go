package doctext

import (
	"fmt"
	"strings"
	"testing"
)

// nestedMail returns a message whose text is inside so many multipart bodies.
func nestedMail(depth int) string {
	head, tail := "Subject: Go developer\r\nMIME-Version: 1.0\r\n", ""
	for n := range depth {
		head += fmt.Sprintf("Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n", n, n)
		tail = fmt.Sprintf("\r\n--b%d--\r\n", n) + tail
	}
	return head + "Content-Type: text/plain\r\n\r\nWe need Kubernetes.\r\n" + tail
}

// TestNestedMailIsReadOrRefused: no text is lost without an error.
func TestNestedMailIsReadOrRefused(t *testing.T) {
	for _, depth := range []int{0, 1, 30, mostParts - 1, mostParts, 90, 1000} {
		text, err := Read([]byte(nestedMail(depth)))
		if err == nil && !strings.Contains(text, "We need Kubernetes.") {
			t.Errorf("%d levels: %q", depth, text)
		} else if err != nil && depth < mostParts {
			t.Errorf("%d levels: %v", depth, err)
		}
	}
}
