package main

import (
	"context"
	"errors"
	"fmt"
	"net/mail"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/review"
)

// answers is what GitHub cannot know. Each question is also a flag.
type answers struct {
	name, title, email, phone, location, summary, objective string
}

func (a *answers) addFlags(flags *pflag.FlagSet) {
	flags.StringVar(&a.name, "name", "", "your full name")
	flags.StringVar(&a.title, "title", "", "your professional title")
	flags.StringVar(&a.email, "email", "", "your e-mail address")
	flags.StringVar(&a.phone, "phone", "", "your phone number, +44 20 …")
	flags.StringVar(&a.location, "location", "", "city and country")
	flags.StringVar(&a.summary, "summary", "", "two to four sentences on who you are")
	flags.StringVar(&a.objective, "objective", "", "instead of a summary, for people starting out: what you are looking for")
}

// check applies to the flags what the questions require of answers.
func (a *answers) check() error {
	if err := emailOrNothing(a.email); err != nil {
		return cli.UsageError(hint.Hint(err.Error()), "--email: %q is not an e-mail address", a.email)
	}
	if err := phoneOrNothing(a.phone); err != nil {
		return cli.UsageError("", "--phone: %w", err)
	}
	return nil
}

// fields pairs the answers with the fields of a profile.
func (a *answers) fields(p *resume.Profile) [][2]*string {
	return [][2]*string{
		{&a.name, &p.Name}, {&a.title, &p.Title}, {&a.email, &p.Email}, {&a.phone, &p.Phone}, {&a.location, &p.Location},
		{&a.summary, &p.Summary}, {&a.objective, &p.Objective},
	}
}

// fill puts the answers into the profile.
func (a *answers) fill(p *resume.Profile) {
	for _, f := range a.fields(p) {
		if text := strings.TrimSpace(*f[0]); text != "" {
			*f[1] = text
		}
	}
	for field, text := range map[string]string{
		"name": p.Name, "title": p.Title, "email": p.Email, "phone": p.Phone, "location": p.Location, "summary": p.Summary, "objective": p.Objective,
	} {
		if !slices.ContainsFunc(p.Wordings[field], func(w resume.Wording) bool { return w.Value == text }) {
			delete(p.Wordings, field) // the answer replaces what an imported file says in several languages
		}
	}
}

// ask asks on the terminal for what is missing, and shows what is known. Examples begin
// with "e.g.", so that they are not mistaken for answers.
func (a *answers) ask(ctx context.Context, env *cli.Env, p *resume.Profile) error {
	for _, f := range a.fields(p) {
		*f[0] = *f[1]
	}
	about := question{title: "Summary: two to four sentences on who you are, what you are good at and what you bring", answer: &a.summary}
	if a.objective != "" {
		about = question{title: "Objective: two to four sentences on what you are looking for and what you bring", answer: &a.objective}
	}
	fmt.Fprintln(env.Stderr, "Press Enter to accept the value in brackets; "+nothing+" leaves it out.")
	err := ask(ctx, env,
		question{"Full name", "Ada Lovelace", &a.name, nil},
		question{"Professional title", "Backend Developer", &a.title, nil},
		question{"E-mail", "ada@example.com", &a.email, emailOrNothing},
		question{"Phone", "+44 20 7946 0000", &a.phone, phoneOrNothing},
		question{"City and country", "London, UK", &a.location, nil},
		about,
	)
	if err == nil {
		a.fill(p)
	}
	return err
}

// noAccount is the answer of a user who has no GitHub account, or does not want to use it.
const noAccount = "none"

// asksLogin reports whether the account has yet to be asked for.
func (o *initOptions) asksLogin(env *cli.Env) bool {
	return env.Asks && !o.yes && o.User == "" && o.from == "" && !o.NoGitHub && !o.named
}

// askLogin asks for the account first, since it answers most other questions.
func (o *initOptions) askLogin(ctx context.Context, env *cli.Env) error {
	answer := ""
	fmt.Fprintln(env.Stderr, "Your account fills in most of the profile. Without one, answer "+noAccount+".")
	if err := ask(ctx, env, question{"GitHub user name", "octocat", &answer, loginOrNone}); err != nil {
		return err
	}
	if answer = strings.TrimSpace(answer); answer != noAccount && answer != "" {
		o.User, _ = resume.ParseLogin(answer) // already validated
	}
	return nil
}

func loginOrNone(text string) error {
	if text = strings.TrimSpace(text); text == "" || text == noAccount {
		return nil
	}
	if _, err := resume.ParseLogin(text); err != nil {
		return fmt.Errorf("%w: write the name in the address of your page, or %s", err, noAccount)
	}
	return nil
}

// phoneOrNothing applies check's rule for phone numbers.
func phoneOrNothing(text string) error {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	for _, f := range review.Check(review.Input{Profile: &resume.Profile{Phone: text}}) {
		if f.Field == "phone" && f.Severity.AtLeast(review.Warning) {
			return fmt.Errorf("%s; %s", f.Message, f.Hint)
		}
	}
	return nil
}

func emailOrNothing(text string) error {
	if text = strings.TrimSpace(text); text == "" {
		return nil
	}
	_, domain, _ := strings.Cut(text, "@")
	if address, err := mail.ParseAddress(text); err != nil || address.Address != text || !strings.Contains(domain, ".") {
		return errors.New("expected name@example.com")
	}
	return nil
}
