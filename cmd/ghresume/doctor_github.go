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

// github reports the token in use, what it can read and its remaining requests.
func (d *doctor) github(ctx context.Context) {
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
		return
	}
	client, err := d.options.Client(w)
	if err != nil {
		d.failing("github", err)
		return
	}
	a, err := client.Access(ctx)
	if err != nil {
		d.failing("github", err)
		return
	}
	d.note(good, "github", "%s answers", cli.Host(w))
	if secret != "" {
		d.rights(a)
	}
	d.limit("REST", a.REST)
	if secret != "" {
		d.limit("GraphQL", a.GraphQL)
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
	level := good
	if a.Expires.Sub(d.env.Now()) < 7*24*time.Hour {
		level = aside
	}
	d.note(level, "expires", "%s", a.Expires.UTC().Format(time.DateOnly))
}

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
