package ghsync

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/ghresume/ghresume/resume"
)

// GraphQL goes through go-github's client, so that one transport carries both
// APIs. A request is made of parts: aliased top-level fields, each with its own
// reader, so that what is small travels together.

// part is one aliased field of a query.
type part struct {
	field string // without the alias
	// kind and size say how much is asked for, so that what proved too heavy is
	// asked for in smaller portions from then on.
	kind string
	size int
	// read takes the answer. errUnanswered means that a piece is missing without a
	// reason: the part is asked again.
	read func(*answer) error
	// less is the same in smaller portions; nil or nothing when it is the smallest.
	less func() []part
	// some is the same for some nodes of the list; nil when it can only be asked as a whole.
	some func(nodes []int) part
	// drops are fields of fragments that are left out, each as "Fragment.field".
	drops []string
	// absent is called when GitHub says that there is no such thing.
	absent func() error
	// local parts keep to themselves what they are denied: it is one organization's affair.
	local bool
	// miss takes note that the part cannot be had; its error ends the read.
	miss func(problem) error
	// tries counts how often the smallest portion failed.
	tries int
}

// answer is what came for one part.
type answer struct {
	data   json.RawMessage
	errors []graphqlError // their paths begin below the alias
	lost   lostFields     // that were not asked for, since they are denied
}

// problem is why a part cannot be had.
type problem struct {
	why     string
	lasting bool
	err     error
}

type graphqlResponse struct {
	Data   map[string]json.RawMessage `json:"data"`
	Errors []graphqlError             `json:"errors"`
}

// errHeavy says that GitHub gave up on a query: less of it may work.
var errHeavy = errors.New("the query was too heavy")

// errUnanswered says that a piece of an answer is null, and nothing says why.
var errUnanswered = errors.New("a null is not an answer")

// heavyError is errHeavy with what GitHub, or the network, said.
type heavyError struct{ cause *Error }

func (e *heavyError) Error() string        { return e.cause.Error() }
func (e *heavyError) Unwrap() error        { return e.cause }
func (e *heavyError) Is(target error) bool { return target == errHeavy }

// query sends the parts in one request. Whatever can be cured by asking for less
// is a heavyError.
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
		return &response, nil
	case ctx.Err() != nil:
		return nil, err
	case isServerError(err):
		return nil, &heavyError{unavailable(statusOf(err))}
	case isStatus(err, http.StatusNotFound):
		return nil, notGitHub(r.graphql)
	case known && (own.Reason == NoAnswer || own.Reason == Unavailable || own.Reason == NotGitHub):
		return nil, &heavyError{own}
	}
	return nil, err
}

// answers deals the response out to the parts. whole are errors that belong to none of them.
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

// unmarshal reads the data; an answer of another shape is as good as none.
func (a *answer) unmarshal(into any) error {
	if a.isNull() || json.Unmarshal(a.data, into) != nil {
		return errUnanswered
	}
	return nil
}

// hidden is GitHub's sentence on a node of the list that it denies.
func (a *answer) hidden(node int) (why string, ok bool) {
	for _, e := range a.errors {
		if i, inList := e.node(); inList && i == node && e.isDenial() {
			return e.sentence(), true
		}
	}
	return "", false
}

// gone tells that GitHub says of a node that it does not exist.
func (a *answer) gone(node int) bool {
	for _, e := range a.errors {
		if i, inList := e.node(); inList && i == node && e.Type == "NOT_FOUND" {
			return true
		}
	}
	return false
}

// cutMissing notes that a part of the snapshot could not be had.
func (r *reading) cutMissing(p resume.CutPart, what string) func(problem) error {
	return func(t problem) error {
		r.cuts.add(resume.Cut{Part: p, What: what, Why: t.why, Lasting: t.lasting})
		return nil
	}
}
