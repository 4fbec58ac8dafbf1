package githubtest

import (
	"maps"
	"net/http"
	"slices"
	"strconv"
	"time"
)

// FaultKind is a kind of fault.
type FaultKind string

// The kinds of faults.
const (
	ServerError    FaultKind = "500"
	BadGateway     FaultKind = "502"
	GatewayTimeout FaultKind = "504"
	GatewayPage    FaultKind = "502 page"  // a 502 with an HTML page
	Reset          FaultKind = "reset"     // the connection is cut before the response
	Truncated      FaultKind = "truncated" // the response ends in the middle
	CutBody        FaultKind = "cut body"  // the connection is cut in the middle of the response
	HTML           FaultKind = "html"      // 200 with an HTML page
	Forbidden      FaultKind = "403"       // the secondary rate limit, Retry-After one second
	TooMany        FaultKind = "429"
	GraphQLLimited FaultKind = "rate limited in 200"
	Partial        FaultKind = "partial" // GraphQL: data and errors together
	SlowBody       FaultKind = "slow body"
)

// FaultKinds returns all kinds.
func FaultKinds() []FaultKind {
	return []FaultKind{ServerError, BadGateway, Reset, Truncated, CutBody, HTML, Forbidden, TooMany, GraphQLLimited, Partial, SlowBody}
}

// Damage to responses that look complete.
const (
	NullPart      FaultKind = "null part"           // one field of the query is null without an error
	NullNode      FaultKind = "null node"           // an item of each list is, too
	ListTwice     FaultKind = "list twice"          // every list repeats its items
	CursorRepeats FaultKind = "cursor repeats"      // every page's cursor leads back to the first page
	BeyondReason  FaultKind = "count beyond reason" // counts are a million times too high
)

// DamageKinds returns the kinds of damage.
func DamageKinds() []FaultKind {
	return []FaultKind{NullPart, NullNode, ListTwice, CursorRepeats, BeyondReason}
}

// Fault affects the Nth request, counted from 1, and the Times-1 requests after it; Times 0
// means once, -1 all requests from then on.
type Fault struct {
	Nth, Times int
	Kind       FaultKind
}

// Break sets the faults to come and restarts the count of requests.
func (s *Server) Break(faults ...Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults, s.seen = faults, 0
}

func pick(faults []Fault, seen int) *Fault {
	for i, f := range faults {
		if seen >= f.Nth && (f.Times < 0 || seen < f.Nth+max(f.Times, 1)) {
			return &faults[i]
		}
	}
	return nil
}

// serve sends the response with the fault.
func (f *Fault) serve(w http.ResponseWriter, r *http.Request, a answer) {
	switch f.Kind {
	case ServerError, BadGateway, GatewayTimeout:
		status, _ := strconv.Atoi(string(f.Kind))
		problem(status, "Server Error").send(w)
	case GatewayPage:
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(http.StatusBadGateway)
		w.Write([]byte("<!DOCTYPE html><title>Unicorn!</title>"))
	case GivenUp:
		resourcesExceeded(a).send(w)
	case Reset:
		panic(http.ErrAbortHandler)
	case Truncated, CutBody, SlowBody:
		f.half(w, a)
	case HTML:
		w.Header().Set("Content-Type", "text/html")
		w.Write([]byte("<!DOCTYPE html><title>Unicorn!</title>"))
	case Forbidden, TooMany:
		w.Header().Set("Retry-After", "1")
		status, _ := strconv.Atoi(string(f.Kind))
		problem(status, "You have exceeded a secondary rate limit.").send(w)
	case GraphQLLimited:
		answerLimited(a).send(w)
	case Partial:
		answerPartial(a).send(w)
	case NullPart, NullNode, ListTwice, CursorRepeats, BeyondReason:
		f.damage(a).send(w)
	}
}

func (f *Fault) half(w http.ResponseWriter, a answer) {
	body := a.bytes()
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	if f.Kind != Truncated {
		w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	}
	w.WriteHeader(a.status)
	w.Write(body[:len(body)/2])
	switch f.Kind {
	case CutBody:
		http.NewResponseController(w).Flush()
		panic(http.ErrAbortHandler)
	case SlowBody:
		http.NewResponseController(w).Flush()
		time.Sleep(20 * time.Millisecond)
		w.Write(body[len(body)/2:])
	}
}

// answerLimited returns GraphQL's rate limit error, a 200; REST has no such response.
func answerLimited(a answer) answer {
	if !isGraphQL(a) {
		return a
	}
	return answer{status: http.StatusOK, body: object{"errors": []any{
		object{"type": "RATE_LIMITED", "message": "API rate limit exceeded"},
	}}}
}

// answerPartial returns data with one list cut short and an error that says so.
func answerPartial(a answer) answer {
	if !isGraphQL(a) {
		return a
	}
	body := a.body.(object)
	return answer{status: http.StatusOK, body: object{"data": body["data"], "errors": []any{
		object{"message": "Something went wrong while executing your query."},
	}}}
}

func isGraphQL(a answer) bool {
	body, ok := a.body.(object)
	_, data := body["data"]
	return ok && data
}

// damage changes data without an error. REST lists, which have neither parts nor cursors,
// are repeated.
func (f *Fault) damage(a answer) answer {
	if !isGraphQL(a) {
		if items, isList := a.body.([]object); isList && f.Kind == ListTwice {
			a.body = append(append([]object{}, items...), items...)
		}
		return a
	}
	body := a.body.(object)
	data, _ := body["data"].(object)
	if f.Kind == NullPart {
		last := slices.Max(slices.Collect(maps.Keys(data)))
		data = maps.Clone(data)
		data[last] = nil
	} else {
		data = f.damaged(data).(object)
	}
	out := object{"data": data}
	if body["errors"] != nil {
		out["errors"] = body["errors"]
	}
	return answer{status: a.status, body: out}
}

// damaged returns a value with the damage in all of its lists or counts.
func (f *Fault) damaged(v any) any {
	switch v := v.(type) {
	case object:
		out := object{}
		for name, value := range v {
			out[name] = f.damaged(value)
			switch n, isCount := value.(int); {
			case f.Kind == BeyondReason && isCount && (name == "totalCount" || name == "issueCount"):
				out[name] = n*1_000_000 + 7_000_000
			case f.Kind == CursorRepeats && name == "hasNextPage":
				out[name] = true
			case f.Kind == CursorRepeats && name == "endCursor":
				out[name] = "cursor:0"
			}
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = f.damaged(v[i])
		}
		if f.Kind == NullNode && len(out) > 0 {
			out[len(out)/2] = nil
		}
		if f.Kind == ListTwice {
			out = append(out, out...)
		}
		return out
	}
	return v
}
