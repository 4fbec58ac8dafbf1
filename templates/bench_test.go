package templates

import "testing"

func BenchmarkRender(b *testing.B) {
	r := combination()
	t, err := Builtin("resume")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := t.Render(r); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBuiltin(b *testing.B) {
	for b.Loop() {
		if _, err := Builtin("resume"); err != nil {
			b.Fatal(err)
		}
	}
}
