package convert

import "testing"

// TestWordsOfLinks: the second half of a broken address is taken out of a header where it
// stands alone, not within another address.
func TestWordsOfLinks(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"grace.wanjiru@mail.test · wanjiru · Nairobi", "wanjiru", "grace.wanjiru@mail.test ·  |  · Nairobi"},
		{"wanjiru", "wanjiru", " | "}, {"wanjiru_1", "wanjiru", "wanjiru_1"}, {"a b", "", "a b"}, {"mail.test/x", "mail.test/x", " | "},
	} {
		if got := withoutWord(c.text, c.word); got != c.want {
			t.Errorf("%q without %q is %q, want %q", c.text, c.word, got, c.want)
		}
	}
}
