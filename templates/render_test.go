package templates

import "github.com/ghresume/ghresume/resume"

// Render lays a resume out with a built-in template.
func Render(r *resume.Resume, name string) ([]byte, error) {
	t, err := Builtin(name)
	if err != nil {
		return nil, err
	}
	return t.Render(r)
}

// RenderSource lays a resume out with a user's template; file is its name in messages.
func RenderSource(r *resume.Resume, file, source string) ([]byte, error) {
	t, err := Parse(file, source)
	if err != nil {
		return nil, err
	}
	return t.Render(r)
}
