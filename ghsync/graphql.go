package ghsync

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"slices"

	"github.com/ghresume/ghresume/resume"
)

// GraphQL uses go-github's client, so that both APIs share one transport. A request
// consists of parts: aliased top-level fields, each with its own reader, so that small
// queries share a request.

// part is one aliased field of a query.
type part struct {
	field string // without the alias
	// kind and size describe how much is requested, so that what proved too heavy is
	// requested in smaller portions from then on.
	kind string
	size int
	// tiny is the size up to which a portion should never be too much; 0 if there is none.
	tiny int
	// read parses the answer. errUnanswered means that something is missing without a
	// reason: the part is requested again.
	read func(*answer) error
	// less returns the same in smaller portions; nil or empty for the smallest.
	less func() []part
	// some returns the same for some nodes; nil if only the whole can be requested.
	some func(nodes []int) part
	// names returns the known names of the repositories at some nodes; nil if they have none.
	names func(nodes []int) []string
	// instead returns another form of the part that does without denied fields; nil if
	// there is none.
	instead func(denied []string) *part
	// drops are the fragments' fields that are left out, each as "Fragment.field".
	drops []string
	// absent is called if GitHub says that the thing does not exist.
	absent func() error
	// doubts means that what is not found is asked for once more, because it was known.
	doubts bool
	// local parts keep their denials to themselves: they are one organization's.
	local bool
	// miss records that the part cannot be read; its error ends the read.
	miss func(problem) error
	// patient parts are asked again because of gaps: those that remain are taken.
	patient bool
	// held is an earlier answer, with the fields that some items are denied.
	held *heldAnswer
	// tries counts how often the smallest portion failed.
	tries int
}

// answer is the result of one part.
type answer struct {
	data   json.RawMessage
	errors []graphqlError // their paths start below the alias
	lost   lostFields     // fields that were not requested because they are denied
	lacks  []fieldsDenied // those that only some items of its list lack
	bare   bool           // it has nothing, which does not show what GitHub can answer
	swept  bool           // it is null, perhaps because another part failed
}

// problem is why a part cannot be read.
type problem struct {
	why     string
	lasting bool
	err     error
}

type graphqlResponse struct {
	Data   map[string]json.RawMessage `json:"data"`
	Errors []graphqlError             `json:"errors"`
}

// errHeavy means that GitHub gave up on a query: a smaller one may work.
var errHeavy = errors.New("the query was too heavy")

// errUnanswered means that a piece of an answer is null without a reason.
var errUnanswered = errors.New("a null is not an answer")

// unansweredNodes is errUnanswered for some items of a list, given by their indexes.
type unansweredNodes []int

func (unansweredNodes) Error() string        { return errUnanswered.Error() }
func (unansweredNodes) Is(target error) bool { return target == errUnanswered }

// heavyError is errHeavy with the message of GitHub or the network.
type heavyError struct{ cause *Error }

func (e *heavyError) Error() string        { return e.cause.Error() }
func (e *heavyError) Unwrap() error        { return e.cause }
func (e *heavyError) Is(target error) bool { return target == errHeavy }

// query sends the parts in one request. Whatever a smaller request may avoid is a
// heavyError.
func (r *reading) query(ctx context.Context, parts []part) (*graphqlResponse, error) {
	text := document(parts, r.dropped())
	req, err := r.rest.NewRequest("POST", r.graphql, map[string]string{"query": text})
	if err != nil {
		return nil, err
	}
	var response graphqlResponse
	_, err = r.rest.Do(asksForLess(ctx), req, &response)
	switch own, known := errors.AsType[*Error](err); {
	case err == nil:
		r.portions.answered()
		return &response, nil
	case ctx.Err() != nil:
		return nil, err
	case isServerError(err):
		return nil, &heavyError{unavailable(statusOf(err))}
	case isStatus(err, http.StatusNotFound):
		return nil, notGitHub(r.graphql)
	case known && own.Reason == NoAnswer && isTimeout(own):
		r.portions.silent()
		return nil, &heavyError{own}
	case known && (own.Reason == NoAnswer || own.Reason == Unavailable || own.Reason == NotGitHub):
		return nil, &heavyError{own}
	}
	return nil, err
}

// answers splits the response by part. whole are the errors that belong to no part.
func (g *graphqlResponse) answers(n int) (answers []answer, whole []graphqlError) {
	answers = make([]answer, n)
	for i := range answers {
		answers[i].data = g.Data[alias(i)]
	}
	for _, e := range g.Errors {
		i, ok := e.part()
		if !ok || i >= n {
			whole = append(whole, e)
			continue
		}
		answers[i].errors = append(answers[i].errors, e)
	}
	return answers, whole
}

func (a *answer) isNull() bool { return len(a.data) == 0 || string(a.data) == "null" }

// unmarshal parses the data; an unexpected shape counts as unanswered.
func (a *answer) unmarshal(into any) error {
	if a.isNull() || json.Unmarshal(a.data, into) != nil {
		return errUnanswered
	}
	return nil
}

// without returns the answer with null in place of some nodes, and without their errors.
func (a *answer) without(nodes map[int]bool) *answer {
	var list []json.RawMessage
	if json.Unmarshal(a.data, &list) != nil {
		return a
	}
	for i := range list {
		if nodes[i] {
			list[i] = json.RawMessage("null")
		}
	}
	data, err := json.Marshal(list)
	if err != nil {
		return a
	}
	return &answer{data: data, errors: slices.DeleteFunc(slices.Clone(a.errors), func(e graphqlError) bool {
		i, inList := e.node()
		return inList && nodes[i]
	})}
}

// hidden returns GitHub's message if it denies a node of the list.
func (a *answer) hidden(node int) (why string, ok bool) {
	for _, e := range a.errors {
		if i, inList := e.node(); inList && i == node && e.isDenial() {
			return e.sentence(), true
		}
	}
	return "", false
}

// denial returns GitHub's message if it denies anything of the part.
func (a *answer) denial() (why string) {
	if i := slices.IndexFunc(a.errors, graphqlError.isDenial); i >= 0 {
		return a.errors[i].sentence()
	}
	return ""
}

// hiddenIn returns GitHub's message if it denies an item of a field's list.
func (a *answer) hiddenIn(field string) (why string) {
	for _, e := range a.errors {
		if e.isDenial() && e.isInList() && slices.Contains(e.names(), field) {
			return e.sentence()
		}
	}
	return ""
}

// hiddenBelow returns GitHub's message if it denies an item of a list below a node.
func (a *answer) hiddenBelow(node int) (why string) {
	for _, e := range a.errors {
		isIndex := func(step any) bool { _, ok := step.(float64); return ok }
		first := slices.IndexFunc(e.Path, isIndex)
		if i, inList := e.node(); inList && i == node && e.isDenial() && slices.ContainsFunc(e.Path[first+1:], isIndex) {
			return e.sentence()
		}
	}
	return ""
}

// gone reports whether GitHub says that a node does not exist.
func (a *answer) gone(node int) bool {
	for _, e := range a.errors {
		if i, inList := e.node(); inList && i == node && e.isNotFound() {
			return true
		}
	}
	return false
}

// cutMissing returns a function that records that a part of the snapshot cannot be read.
func (r *reading) cutMissing(p resume.CutPart, what string) func(problem) error {
	return func(t problem) error {
		r.cuts.add(resume.Cut{Part: p, What: what, Why: t.why, Lasting: t.lasting})
		return nil
	}
}
