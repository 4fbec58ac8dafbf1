package templates

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"text/template"

	"github.com/Masterminds/sprig/v3"

	"github.com/ghresume/ghresume/internal/lazy"
)

// leftovers are functions that sprig calls hermetic, but that know the time, the
// time zone or chance, make keys, or answer differently from one system or run to the next.
var leftovers = []string{
	"ago", "durationRound", "toDate", "mustToDate",
	"shuffle", "randInt",
	"bcrypt", "htpasswd", "derivePassword", "encryptAES", "decryptAES", "buildCustomCert",
	"genPrivateKey", "genCA", "genCAWithKey", "genSelfSignedCert", "genSelfSignedCertWithKey", "genSignedCert", "genSignedCertWithKey",
	"osBase", "osClean", "osDir", "osExt", "osIsAbs",
	"keys", "values",
	"seq", "hello",
}

// functions are what a template may call: sprig without [leftovers], our own in
// place of those that could print addresses of memory or fill it, and our own beside them.
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

// textFunctions are those of sprig and text/template that make text of any value.
// They print through [printer.plain], which follows pointers and knows dates.
func (p *printer) textFunctions(of template.FuncMap) template.FuncMap {
	replaced := template.FuncMap{
		"printf":    p.printf,
		"toString":  p.plain,
		"toStrings": p.toStrings,
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

// ofScalars gives f plain values only.
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

// scalar is a number or truth value as it is, and the text of everything else.
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

// addressVerb is a %p in a format, which prints where in memory a value is.
var addressVerb = lazy.New(`%[^A-Za-z%]*p`)

// widthArgument is a * in a format, whose width is an argument.
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

// mostRepeats keeps a slip of the pen from filling the memory; farthestStep is
// how far from 0 its numbers may be.
const (
	mostRepeats  = 100_000
	farthestStep = 1 << 31
)

// limited are the functions that make as much as they are told to.
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
			for _, n := range []int{from, to, step} { // a difference of greater ones could overflow
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
