package templates

import (
	"fmt"
	"reflect"

	"regexp/syntax"
	"strconv"
	"strings"
	"text/template"

	"github.com/ghresume/ghresume/internal/lazy"
)

// The limits of one rendering. A long resume needs a hundredth of them; reaching one takes
// about a second.
const (
	maxSteps  = 250_000   // nodes of the template that are executed
	maxWork   = 32 << 20  // bytes that functions read and return, in total
	maxValue  = 4 << 20   // bytes of one value
	maxOutput = 4 << 20   // bytes of output
	maxDepth  = 1000      // nested blocks
	maxSource = 512 << 10 // bytes of the template itself
	maxNested = 100       // nested lists and maps
)

// limitError is returned for a template that uses more than a resume needs.
type limitError struct{ message string }

func (e *limitError) Error() string { return e.message }

// budget is what a rendering has used so far. text/template cannot be interrupted:
// therefore the parse tree calls budget.step in every branch, and every function is called
// through budget.
type budget struct {
	steps, work, depth int
}

// step counts the nodes of a branch before they are executed.
func (b *budget) step(nodes int) (Markdown, error) {
	if b.steps += nodes; b.steps > maxSteps {
		return "", &limitError{fmt.Sprintf("the template takes more than %d steps", maxSteps)}
	}
	return "", nil
}

// enter and leave are called at the start and end of every block.
func (b *budget) enter(nodes int) (Markdown, error) {
	if b.depth++; b.depth > maxDepth {
		return "", &limitError{fmt.Sprintf("blocks call each other more than %d deep", maxDepth)}
	}
	return b.step(nodes)
}

func (b *budget) leave() Markdown {
	b.depth--
	return ""
}

// spend counts bytes before they are processed.
func (b *budget) spend(bytes int) error {
	if bytes > maxWork-b.work {
		return &limitError{fmt.Sprintf("the template works on more than %d MiB", maxWork>>20)}
	}
	b.work += bytes
	return nil
}

// metered makes every function pay for what it reads and returns.
func (b *budget) metered(all template.FuncMap) template.FuncMap {
	costs := costs()
	for name, f := range all {
		all[name] = b.meter(reflect.ValueOf(f), costs[name])
	}
	return all
}

var errorType = reflect.TypeFor[error]()

// meter wraps f so that it fails once the budget is used up. cost is what f does beyond
// reading its arguments once; nil means nothing.
func (b *budget) meter(f reflect.Value, cost func(args []reflect.Value) int) any {
	t := f.Type()
	var in, out []reflect.Type
	for i := range t.NumIn() {
		in = append(in, t.In(i))
	}
	out = append(out, t.Out(0), errorType)
	call := f.Call
	if t.IsVariadic() {
		call = f.CallSlice
	}
	return reflect.MakeFunc(reflect.FuncOf(in, out, t.IsVariadic()), func(args []reflect.Value) []reflect.Value {
		if err := b.charge(args, cost); err != nil {
			return []reflect.Value{reflect.Zero(t.Out(0)), reflect.ValueOf(&err).Elem()}
		}
		results := call(args)
		if len(results) == 1 {
			results = append(results, reflect.Zero(errorType))
		}
		if err := b.charge(results[:1], nil); err != nil {
			results[1] = reflect.ValueOf(&err).Elem()
		}
		return results
	}).Interface()
}

// charge pays for values, and for the work done on them.
func (b *budget) charge(values []reflect.Value, cost func([]reflect.Value) int) error {
	for _, v := range values {
		size, err := weigh(v, 0)
		if err != nil {
			return err
		}
		if size > maxValue {
			return &limitError{fmt.Sprintf("the template makes a value of more than %d MiB", maxValue>>20)}
		}
		if err := b.spend(size); err != nil {
			return err
		}
	}
	if cost == nil {
		return nil
	}
	return b.spend(cost(values))
}

// errNested means that a list or map is nested too deep, or contains itself.
var errNested = &limitError{fmt.Sprintf("lists or maps are nested more than %d deep, or one holds itself", maxNested)}

// perValue is the size of a value without what it refers to.
const perValue = 16

// weigh returns the size of a value as a function would traverse it: an element that occurs
// twice counts twice. Values of the resume count little, since nothing copies them.
func weigh(v reflect.Value, depth int) (size int, err error) {
	if depth > maxNested {
		return 0, errNested
	}
	switch v.Kind() {
	case reflect.String:
		return perValue + v.Len(), nil
	case reflect.Interface:
		return weigh(v.Elem(), depth)
	case reflect.Slice:
		return weighAll(v.Len(), func(i int) reflect.Value { return v.Index(i) }, depth)
	case reflect.Map:
		keys := v.MapKeys()
		size, err := weighAll(len(keys), func(i int) reflect.Value { return v.MapIndex(keys[i]) }, depth)
		return size + 3*perValue*len(keys), err
	}
	return perValue, nil
}

// weighAll counts the list or map itself, too: empty ones in one another take time as well.
func weighAll(n int, at func(int) reflect.Value, depth int) (size int, err error) {
	size = perValue
	for i := 0; i < n && size <= maxValue && err == nil; i++ {
		var one int
		one, err = weigh(at(i), depth+1)
		size += one
	}
	return size, err
}

// costs returns, by function, the most that it can produce beyond its arguments. repeat,
// indent and nindent have limits of their own.
func costs() map[string]func([]reflect.Value) int {
	all := map[string]func([]reflect.Value) int{
		"replace": func(a []reflect.Value) int {
			return times(strings.Count(a[2].String(), a[0].String()), a[1].Len())
		},
		"wrapWith": func(a []reflect.Value) int { return times(a[2].Len()/max(1, int(a[0].Int()))+1, a[1].Len()) },
		"join":     func(a []reflect.Value) int { return times(length(a[1]), a[0].Len()) },
		"printf":   func(a []reflect.Value) int { return widths(a[0].String()) },
	}
	each := func(cost func([]reflect.Value) int, names ...string) {
		for _, name := range names {
			all[name] = cost
		}
	}
	each(func(a []reflect.Value) int { return times(a[0].Len(), a[1].Len()) }, "trimAll", "trimall")
	each(splitCost, "split", "splitn", "splitList")
	each(func(a []reflect.Value) int { return times(length(a[0]), wholeSize(a[0])) }, "uniq", "mustUniq")
	each(func(a []reflect.Value) int { return times(1+a[1].Len(), wholeSize(a[0])) }, "without", "mustWithout")
	each(func(a []reflect.Value) int { return wholeSize(a[1]) }, "has", "mustHas")
	each(allWhole, "toJson", "mustToJson", "toRawJson", "mustToRawJson", "deepEqual", "merge", "mustMerge", "mergeOverwrite", "mustMergeOverwrite")
	each(func(a []reflect.Value) int { return times(2, wholeSize(a[0])) }, "deepCopy", "mustDeepCopy")
	each(func(a []reflect.Value) int { return times(a[0].Len(), 16*a[1].Len()) }, "pick", "omit")
	each(func(a []reflect.Value) int { return times(32, a[0].Len()) }, "fromJson", "mustFromJson")
	each(prettyCost, "toPrettyJson", "mustToPrettyJson")
	each(regexCost, "regexMatch", "mustRegexMatch", "regexFind", "mustRegexFind")
	each(regexListCost, "regexFindAll", "mustRegexFindAll", "regexSplit", "mustRegexSplit")
	each(regexReplaceCost, "regexReplaceAll", "mustRegexReplaceAll", "regexReplaceAllLiteral", "mustRegexReplaceAllLiteral")
	return all
}

// times multiplies without overflow.
func times(a, b int) int {
	if a > 0 && b > maxWork/a {
		return maxWork + 1
	}
	return max(0, a) * max(0, b)
}

// length returns the number of elements of a list, which may be inside an interface.
func length(v reflect.Value) int {
	for v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	if v.Kind() == reflect.Slice || v.Kind() == reflect.Array {
		return v.Len()
	}
	return 1
}

// splitCost is a value for each part.
func splitCost(a []reflect.Value) int {
	return times(64, 1+strings.Count(a[len(a)-1].String(), a[0].String()))
}

// prettyCost is up to maxNested levels of two spaces before each line.
func prettyCost(a []reflect.Value) int { return times(wholeSize(a[0])/perValue, 2*maxNested) }

// allWhole is the size of all arguments with everything that they refer to.
func allWhole(a []reflect.Value) int {
	size := 0
	for _, v := range a {
		size += wholeSize(v)
	}
	return size
}

// regexCost allows for an expression of n instructions that tries all of them at each
// character.
func regexCost(a []reflect.Value) int {
	const mostInstructions = 10_000
	expression, err := syntax.Parse(a[0].String(), syntax.Perl)
	if err != nil {
		return 0
	}
	program := instructions(expression)
	if program > mostInstructions {
		return maxWork + 1
	}
	return times(1+program/16, a[1].Len()) + 16*program
}

// instructions estimates the length of an expression's program.
func instructions(e *syntax.Regexp) int {
	n := 1 + len(e.Rune)
	for _, sub := range e.Sub {
		n += instructions(sub)
	}
	if e.Op == syntax.OpRepeat {
		n *= max(1, e.Min, e.Max)
	}
	return min(n, maxWork)
}

// regexListCost is the search, and a value for each character.
func regexListCost(a []reflect.Value) int { return regexCost(a) + times(64, a[1].Len()) }

// regexReplaceCost is the search, and the replacement once for each character.
func regexReplaceCost(a []reflect.Value) int {
	return regexCost(a) + times(a[1].Len()+1, a[2].Len())
}

// widthInFormat matches a number in a format: a width or a precision.
var widthInFormat = lazy.New(`[0-9]+`)

// widths adds up the numbers in a format, which are numbers of characters.
func widths(format string) int {
	total := 0
	for _, at := range widthInFormat.FindAllStringIndex(format, -1) {
		n, err := strconv.Atoi(format[at[0]:at[1]])
		if err != nil || n > maxWork-total {
			return maxWork + 1
		}
		total += n
	}
	return total
}
