package main

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
)

// github reports the token in use, what it can read and its remaining requests. It returns
// nil if GitHub was not asked or did not answer.
func (d *doctor) github(ctx context.Context) *ghsync.Client {
	w, found := d.env, d.env.Credential()
	secret := found.Token
	if secret == "" {
		d.note(aside, "token", "none")
		d.advise(withoutToken(cli.Host(w), cli.TokenVariable(w)))
	} else {
		d.note(good, "token", "%s from %s", cli.TokenKind(secret), found.Source)
	}
	if d.options.Offline {
		d.note(aside, "github", "%s, not asked", cli.Host(w))
		return nil
	}
	client, err := d.options.Client(w)
	if err != nil {
		d.failing("github", err)
		return nil
	}
	a, err := client.Access(ctx)
	if err != nil {
		d.failing("github", err)
		return nil
	}
	d.note(good, "github", "%s answers", cli.Host(w))
	if secret != "" {
		d.rights(a)
	}
	d.limit("REST", a.REST)
	if secret != "" {
		d.limit("GraphQL", a.GraphQL)
	}
	return client
}

// account reports whether GitHub knows the account that is to be read.
func (d *doctor) account(ctx context.Context, client *ghsync.Client, login string) {
	if login == "" {
		d.note(bad, "account", "none is named")
		d.advise("name it with " + hint.Login + `, or in the profile: [github] user = "LOGIN"`)
		return
	}
	if client == nil {
		d.note(aside, "account", "%s, not looked up", login)
		return
	}
	switch name, err := client.LookUp(ctx, login); {
	case err != nil:
		d.failing("account", err)
	case !strings.EqualFold(name, login):
		d.note(aside, "account", "%s is now called %s", login, name)
		d.advise("use that name")
	default:
		d.note(good, "account", "%s", name)
	}
}

// withoutToken says what a token would change on a host, and which variable would hold it.
func withoutToken(host, variable string) hint.Hint {
	if host == "github.com" {
		return "with GH_TOKEN or `gh auth login` GitHub allows 5,000 requests an hour instead of 60"
	}
	return hint.Hint("set "+variable+", or run ") + hint.GhLogin + hint.Hint(" for "+host+": without a token a server shows little, or nothing")
}

// rights reports whose token it is, what it can read and when it expires.
func (d *doctor) rights(a *ghsync.Access) {
	d.note(good, "owner", "%s", cmp.Or(a.Login, "nobody: the token of a workflow or app"))
	readable := "public work"
	if a.Private > 0 {
		readable += fmt.Sprintf("; %s, used only with private = true and then only those included by name", countOf(a.Private, "private repository", "private repositories"))
	}
	if a.Scoped {
		readable += "; scopes: " + cmp.Or(strings.Join(a.Scopes, ", "), "none")
	}
	d.note(good, "can read", "%s", readable)
	if a.Expires.IsZero() {
		return
	}
	day := a.Expires.UTC().Format(time.DateOnly)
	switch left := a.Expires.Sub(d.env.Now()); {
	case left <= 0:
		d.note(bad, "expires", "%s, which has passed", day)
		d.advise(renew)
	case left < 7*24*time.Hour:
		d.note(aside, "expires", "%s", day)
		d.advise(renew)
	default:
		d.note(good, "expires", "%s", day)
	}
}

// renew is what to do about a token that expires.
const renew hint.Hint = "renew " + hint.Token + ", or run " + hint.GhLogin

func countOf(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// limit reports the remaining requests. GitHub Enterprise may have no limits.
func (d *doctor) limit(name string, l ghsync.Limit) {
	switch {
	case l.Total == 0:
		d.note(good, "limit", "%s: none", name)
	case l.Left == 0:
		d.note(bad, "limit", "%s: 0 of %d left until %s", name, l.Total, l.Reset.UTC().Format(time.TimeOnly+" UTC"))
		d.advise("wait until then, or use the saved snapshot with " + hint.Offline)
	default:
		d.note(good, "limit", "%s: %d of %d left", name, l.Left, l.Total)
	}
}
