package main

import (
	"context"
	"errors"
	"net/mail"
	"strings"

	"github.com/charmbracelet/huh"
	"github.com/spf13/pflag"

	"github.com/ghresume/ghresume/resume"
)

// answers are what GitHub cannot know. Each question is also a flag.
type answers struct {
	name, title, email, phone, location, summary string
}

func (a *answers) addFlags(flags *pflag.FlagSet) {
	flags.StringVar(&a.name, "name", "", "your full name")
	flags.StringVar(&a.title, "title", "", "your professional title")
	flags.StringVar(&a.email, "email", "", "the address that recruiters write to")
	flags.StringVar(&a.phone, "phone", "", "your telephone number, +44 20 …")
	flags.StringVar(&a.location, "location", "", "city and country")
	flags.StringVar(&a.summary, "summary", "", "two to four sentences on who you are")
}

// fields are the answers beside the fields of a profile.
func (a *answers) fields(p *resume.Profile) [][2]*string {
	return [][2]*string{
		{&a.name, &p.Name}, {&a.title, &p.Title}, {&a.email, &p.Email}, {&a.phone, &p.Phone}, {&a.location, &p.Location}, {&a.summary, &p.Summary},
	}
}

// fill puts the answers into the profile.
func (a *answers) fill(p *resume.Profile) {
	for _, f := range a.fields(p) {
		if text := strings.TrimSpace(*f[0]); text != "" {
			*f[1] = text
		}
	}
}

// ask asks for what is in the profile, and what is missing, on the terminal.
func (a *answers) ask(ctx context.Context, w *world, p *resume.Profile) error {
	for _, f := range a.fields(p) {
		*f[0] = *f[1]
	}
	form := huh.NewForm(huh.NewGroup(
		huh.NewInput().Title("Full name").Value(&a.name),
		huh.NewInput().Title("Professional title").Placeholder("Backend Developer").Value(&a.title),
		huh.NewInput().Title("E-mail").Description("Empty answers stay out.").Value(&a.email).Validate(emailOrNothing),
		huh.NewInput().Title("Phone").Placeholder("+44 20 7946 0000").Value(&a.phone),
		huh.NewInput().Title("City and country").Value(&a.location),
		huh.NewText().Title("Summary").Description("Two to four sentences: who you are, what you are good at, what you bring.").Lines(4).Value(&a.summary),
	)).WithInput(w.stdin).WithOutput(w.stderr).WithAccessible(w.env("ACCESSIBLE") != "" || w.env("TERM") == "dumb")
	err := form.RunWithContext(ctx)
	if errors.Is(err, huh.ErrUserAborted) {
		return usageError("run it again, or use --yes", "stopped; nothing was written")
	}
	if err != nil {
		return failed(err, "--yes asks nothing")
	}
	a.fill(p)
	return nil
}

func emailOrNothing(text string) error {
	if text = strings.TrimSpace(text); text == "" {
		return nil
	}
	if address, err := mail.ParseAddress(text); err != nil || address.Address != text {
		return errors.New("expected name@example.com")
	}
	return nil
}
