package ghsync

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// TestWholeOnly: an object that lacks what GitHub never leaves null is null, and nothing
// else changes.
func TestWholeOnly(t *testing.T) {
	p := part{field: `nodes(ids: ["a)(b", "\"{"]) { ...Brief }`}
	const good = `{"id":"R_1","nameWithOwner":"a/b","description":null,"url":"https://github.com/a/b","homepageUrl":null,"stargazerCount":3,"forkCount":0,` +
		`"isPrivate":false,"isFork":false,"isArchived":false,"isDisabled":false,"pushedAt":null,"updatedAt":"2026-01-02T03:04:05Z","primaryLanguage":null,"owner":{"__typename":"User"}}`
	for _, change := range []struct {
		old, now string
		isWhole  bool
	}{
		{old: `"id":"R_1",`},
		{`"R_1"`, `null`, false},
		{`"R_1"`, `""`, false},
		{`"isPrivate":false`, `"isPrivate":null`, false},
		{`:3`, `:-3`, false},
		{`2026-01-02T03:04:05Z`, `yesterday`, false},
		{`"pushedAt":null`, `"pushedAt":"soon"`, false},
		{`{"__typename":"User"}`, `{"__typename":null}`, false},
		{`"description":null`, `"description":""`, true},
		{`"primaryLanguage":null`, `"primaryLanguage":{"name":"C"}`, true},
		{good, `{}`, false},
		{good, `null`, true},
	} {
		changed := strings.Replace(good, change.old, change.now, 1)
		want := "[" + changed + "," + good + "]"
		if !change.isWhole {
			want = "[null," + good + "]"
		}
		got := p.wholeOnly(json.RawMessage("["+changed+","+good+"]"), nil)
		if !reflect.DeepEqual(parsed(t, got), parsed(t, []byte(want))) {
			t.Errorf("%s for %s: got %s", change.now, change.old, got)
		}
	}
}

func parsed(t *testing.T, data []byte) (v any) {
	t.Helper()
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// TestWholeOnlyWithoutDropped: a field that is not requested is not missed.
func TestWholeOnlyWithoutDropped(t *testing.T) {
	p := part{field: `user(login: "x") { ...Figures }`, drops: []string{"Figures.contributionsCollection"}}
	const data = `{"repositoryDiscussionComments":{"totalCount":3}}`
	if got := p.wholeOnly(json.RawMessage(data), nil); string(got) != data {
		t.Errorf("got %s", got)
	}
	p.drops = nil
	if got := p.wholeOnly(json.RawMessage(data), nil); string(got) != "null" {
		t.Errorf("got %s", got)
	}
	if got := p.wholeOnly(json.RawMessage(data), []string{"Figures.contributionsCollection"}); string(got) != data {
		t.Errorf("got %s", got)
	}
}
