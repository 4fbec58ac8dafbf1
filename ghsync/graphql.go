package ghsync

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/ghresume/ghresume/internal/lazy"
)

// GraphQL goes through go-github's client, so that one transport carries both
// APIs. A request is made of parts: aliased top-level fields, each with its own
// reader, so that what is small travels together.

// part is one aliased field of a query.
type part struct {
	field string // without the alias
	read  func(json.RawMessage) error
	// optional names what is left out when GitHub refuses the part; empty means that nothing works without it.
	optional string
}

type graphqlAnswer struct {
	Data   map[string]json.RawMessage `json:"data"`
	Errors []graphqlError             `json:"errors"`
}

type graphqlError struct {
	Type    string `json:"type"`
	Message string `json:"message"`
	Path    []any  `json:"path"`
	// Extensions.Code is set when the query itself is wrong.
	Extensions struct {
		Code string `json:"code"`
	} `json:"extensions"`
}

// errHeavy says that GitHub gave up on a query: less of it may work.
var errHeavy = errors.New("the query was too heavy")

// query sends the parts in one request. It returns errHeavy when GitHub gave up
// in the middle; a partial answer is never read.
func (r *reading) query(ctx context.Context, parts ...part) error {
	req, err := r.rest.NewRequest("POST", r.graphql, map[string]string{"query": document(parts)})
	if err != nil {
		return err
	}
	var answer graphqlAnswer
	_, err = r.rest.Do(ctx, req, &answer)
	switch {
	case isStatus(err, http.StatusBadGateway), isStatus(err, http.StatusGatewayTimeout):
		return errHeavy
	case isStatus(err, http.StatusNotFound):
		return notGitHub(r.graphql)
	case err != nil:
		return err
	}
	for _, e := range answer.Errors {
		if err := r.forgive(e, parts); err != nil {
			return err
		}
	}
	return answer.readBy(parts)
}

// readBy hands each part its answer, once all of them are there.
func (a *graphqlAnswer) readBy(parts []part) error {
	for i := range parts {
		if a.Data[alias(i)] == nil {
			return errHeavy
		}
	}
	for i, p := range parts {
		if err := p.read(a.Data[alias(i)]); err != nil {
			return err
		}
	}
	return nil
}

// forgive returns nil for the errors that are answers: a node that is gone, or
// one that an organization hides from the token.
func (r *reading) forgive(e graphqlError, parts []part) error {
	switch {
	case e.Type == "NOT_FOUND" && aboutUser(e, parts):
		return unknownUser(r.account.Login)
	case e.Type == "NOT_FOUND":
		return nil
	case e.Type == "FORBIDDEN":
		r.cut("what an organization protects by single sign-on", "the token is not authorized for it")
		return nil
	case e.Extensions.Code != "":
		return refused(e.Message)
	case e.Type == "" || e.Type == "RESOURCE_LIMITS_EXCEEDED" || e.Type == "SERVICE_UNAVAILABLE":
		return errHeavy
	}
	return refused(e.Message)
}

// aboutUser tells whether the error is that of a whole user(login:) field.
func aboutUser(e graphqlError, parts []part) bool {
	for i, p := range parts {
		if len(e.Path) == 1 && e.Path[0] == alias(i) {
			return strings.HasPrefix(p.field, "user(")
		}
	}
	return false
}

func alias(i int) string { return fmt.Sprintf("p%d", i) }

// document is the text of a query.
func document(parts []part) string {
	var b strings.Builder
	b.WriteString("query {\n")
	for i, p := range parts {
		fmt.Fprintf(&b, "%s: %s\n", alias(i), p.field)
	}
	b.WriteString("}\n")
	have := map[string]bool{}
	for text := b.String(); text != ""; {
		var more string
		for _, m := range spread.FindAllStringSubmatch(text, -1) {
			if !have[m[1]] {
				have[m[1]] = true
				more += fragments[m[1]]
			}
		}
		b.WriteString(more)
		text = more
	}
	return b.String()
}

// spread finds the fragments that a text names; "... on Type" is none.
var spread = lazy.New(`\.\.\.([A-Z]\w*)`)

// quote makes a GraphQL string of s; JSON's escapes are GraphQL's.
func quote(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		return `""`
	}
	return string(b)
}

// insist sends the parts again, a few times, when GitHub gives up on them.
func (r *reading) insist(ctx context.Context, parts ...part) error {
	for try := 1; ; try++ {
		err := r.query(ctx, parts...)
		if !errors.Is(err, errHeavy) {
			return err
		}
		if try == maxTries {
			return incomplete("a query came back without an answer")
		}
		if err := sleep(ctx, r.config.delay(backoff(try))); err != nil {
			return err
		}
	}
}

// together sends parts that have nothing to do with each other in one request,
// and apart when one of them spoils it. A refused optional part is a cut.
func (r *reading) together(ctx context.Context, parts ...part) error {
	if len(parts) == 0 {
		return nil
	}
	err := r.query(ctx, parts...)
	if err == nil || !errors.Is(err, errHeavy) && !isReason(err, Refused) {
		return err
	}
	group, inner := errgroup.WithContext(ctx)
	for _, p := range parts {
		group.Go(func() error {
			err := r.insist(inner, p)
			if p.optional != "" && (isReason(err, Refused) || isReason(err, Incomplete)) {
				r.cut(p.optional, "GitHub does not answer the query")
				return nil
			}
			return err
		})
	}
	return group.Wait()
}
