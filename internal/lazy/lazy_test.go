package lazy

import "testing"

func TestCompiledWhenUsed(t *testing.T) {
	broken := New(`(`) // not compiled here
	if !New(`^a+$`).MatchString("aaa") {
		t.Error("aaa does not match")
	}
	defer func() {
		if recover() == nil {
			t.Error("a broken expression was used")
		}
	}()
	broken.MatchString("")
}
