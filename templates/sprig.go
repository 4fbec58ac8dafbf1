package templates

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"text/template"

	"github.com/Masterminds/sprig/v3"

	"github.com/ghresume/ghresume/internal/lazy"
)

// leftovers are functions that sprig calls hermetic, but that depend on the time, the time
// zone or chance, make keys, or differ between systems or runs.
var leftovers = []string{
	"ago", "durationRound", "toDate", "mustToDate",
	"shuffle", "randInt",
	"bcrypt", "htpasswd", "derivePassword", "encryptAES", "decryptAES", "buildCustomCert",
	"genPrivateKey", "genCA", "genCAWithKey", "genSelfSignedCert", "genSelfSignedCertWithKey", "genSignedCert", "genSignedCertWithKey",
	"osBase", "osClean", "osDir", "osExt", "osIsAbs",
	"keys", "values",
	"seq", "hello",
}

// functions returns what a template may call: sprig without [leftovers], our replacements
// for functions that could print memory addresses or exhaust memory, and our own functions.
func (p *printer) functions() template.FuncMap {
	all := sprig.HermeticTxtFuncMap()
	for _, name := range leftovers {
		delete(all, name)
	}
	maps.Copy(all, p.textFunctions(all))
	maps.Copy(all, limited(all))
	maps.Copy(all, p.ownFunctions())
	return all
}

// textFunctions returns the functions of sprig and text/template that turn any value into
// text. They print through [printer.plain], which follows pointers and formats dates.
func (p *printer) textFunctions(of template.FuncMap) template.FuncMap {
	replaced := template.FuncMap{
		"printf":    p.printf,
		"toString":  p.plain,
		"toStrings": p.toStrings,
		"sortAlpha": p.sortAlpha,
	}
	if dict, ok := of["dict"].(func(...any) map[string]any); ok {
		replaced["dict"] = p.withTextKeys(dict)
	}
	for name, f := range map[string]any{
		"print": fmt.Sprint, "println": fmt.Sprintln, "html": template.HTMLEscaper, "js": template.JSEscaper, "urlquery": template.URLQueryEscaper,
		"quote": of["quote"], "squote": of["squote"], "cat": of["cat"],
	} {
		if format, ok := f.(func(...any) string); ok {
			replaced[name] = p.ofScalars(format)
		}
	}
	return replaced
}

// ofScalars passes only plain values to f.
func (p *printer) ofScalars(f func(...any) string) func(...any) (string, error) {
	return func(values ...any) (string, error) {
		for i, v := range values {
			scalar, err := p.scalar(v)
			if err != nil {
				return "", err
			}
			values[i] = scalar
		}
		return f(values...), nil
	}
}

// scalar returns a number or boolean unchanged, and everything else as text.
func (p *printer) scalar(value any) (any, error) {
	v := reflect.ValueOf(value)
	if v.Kind() == reflect.Pointer && !v.IsNil() {
		v = v.Elem()
	}
	if v.CanInt() || v.CanUint() || v.CanFloat() || v.Kind() == reflect.Bool {
		return v.Interface(), nil
	}
	return p.plain(value)
}

// addressVerb matches a %p in a format, which prints the memory address of a value.
var addressVerb = lazy.New(`%[^A-Za-z%]*p`)

// widthArgument matches a * in a format, whose width is an argument.
var widthArgument = lazy.New(`%[^A-Za-z%*]*\*`)

func (p *printer) printf(format string, values ...any) (string, error) {
	if addressVerb.MatchString(format) {
		return "", errors.New("%p is not supported in a resume")
	}
	if widthArgument.MatchString(format) {
		return "", errors.New("write the width into the format, as in %10s")
	}
	return p.ofScalars(func(scalars ...any) string { return fmt.Sprintf(format, scalars...) })(values...)
}

func (p *printer) toStrings(list any) ([]string, error) {
	var texts []string
	for _, v := range flatten([]any{list}) {
		s, err := p.plain(v)
		if err != nil {
			return nil, err
		}
		texts = append(texts, s)
	}
	return texts, nil
}

func (p *printer) sortAlpha(list any) ([]string, error) {
	texts, err := p.toStrings(list)
	slices.Sort(texts)
	return texts, err
}

// withTextKeys passes the keys of a dictionary as text.
func (p *printer) withTextKeys(dict func(...any) map[string]any) func(...any) (map[string]any, error) {
	return func(pairs ...any) (map[string]any, error) {
		for i := 0; i < len(pairs); i += 2 {
			key, err := p.plain(pairs[i])
			if err != nil {
				return nil, err
			}
			pairs[i] = key
		}
		return dict(pairs...), nil
	}
}

// mostRepeats keeps a typo from filling the memory; farthestStep is how far from 0 the
// numbers of steps may be.
const (
	mostRepeats  = 100_000
	farthestStep = 1 << 31
)

// limited returns the functions whose output is as large as the caller wants.
func limited(of template.FuncMap) template.FuncMap {
	replaced := template.FuncMap{}
	for _, name := range []string{"repeat", "indent", "nindent"} {
		if f, ok := of[name].(func(int, string) string); ok {
			replaced[name] = func(n int, s string) (string, error) {
				if n < 0 || n > mostRepeats || n*max(1, len(s)) > maxOutput {
					return "", tooMany(n)
				}
				return f(n, s), nil
			}
		}
	}
	if f, ok := of["until"].(func(int) []int); ok {
		replaced["until"] = func(n int) ([]int, error) {
			if n < -mostRepeats || n > mostRepeats {
				return nil, tooMany(n)
			}
			return f(n), nil
		}
	}
	if f, ok := of["untilStep"].(func(int, int, int) []int); ok {
		replaced["untilStep"] = func(from, to, step int) ([]int, error) {
			for _, n := range []int{from, to, step} { // with greater ones, a difference could overflow
				if n < -farthestStep || n > farthestStep {
					return nil, tooMany(n)
				}
			}
			if step == 0 || max(to, from)-min(to, from) > mostRepeats {
				return nil, tooMany(to - from)
			}
			return f(from, to, step), nil
		}
	}
	return replaced
}

func tooMany(n int) error {
	return fmt.Errorf("%d is more than the %d that a resume needs", n, mostRepeats)
}
