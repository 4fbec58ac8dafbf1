package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
)

// question is a question that is answered on one line. Enter accepts the suggestion.
type question struct {
	title, example string
	answer         *string // the suggestion, then the answer
	check          func(string) error
}

// nothing is the answer that clears a suggestion.
const nothing = "-"

// ask asks on stderr and reads from stdin, one line an answer.
func ask(ctx context.Context, env *cli.Env, questions ...question) error {
	lines, end := linesOf(env)
	defer end() // restores the terminal, also after a signal
	failed := make(chan error, 1)
	go func() { failed <- askQuestions(lines, questions) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

func askQuestions(lines lineReader, questions []question) error {
	for _, q := range questions {
		for {
			answer, err := q.ask(lines)
			if errors.Is(err, io.EOF) { // Ctrl-C and Ctrl-D
				return cli.UsageError("run it again, or use "+hint.Yes, "stopped; nothing was written")
			} else if err != nil {
				return cli.Failed(err, hint.Yes+" asks nothing")
			}
			if q.check != nil {
				err = q.check(answer)
			}
			if err == nil {
				*q.answer = answer
				break
			}
			lines.say(err.Error())
		}
	}
	return nil
}

func (q question) ask(lines lineReader) (string, error) {
	prompt := q.title
	switch {
	case *q.answer != "":
		prompt += " [" + *q.answer + "]"
	case q.example != "":
		prompt += " (e.g. " + q.example + ")"
	}
	line, err := lines.read(prompt + ": ")
	switch line = strings.TrimSpace(line); line {
	case "":
		return *q.answer, err
	case nothing:
		return "", err
	}
	return line, err
}

// lineReader prints a prompt and reads a line.
type lineReader struct {
	read func(prompt string) (string, error)
	say  func(text string)
}

// linesOf reads from a terminal with editing keys and without its limit on the length of
// lines; it reads plain lines from anything else, and for screen readers.
func linesOf(env *cli.Env) (lines lineReader, end func()) {
	file, ok := env.Stdin.(*os.File)
	if ok && env.Env("ACCESSIBLE") == "" && env.Env("TERM") != "dumb" {
		if before, err := term.MakeRaw(int(file.Fd())); err == nil {
			return editedLines(env, file), func() { term.Restore(int(file.Fd()), before) }
		}
	}
	return lineReader{
		read: func(prompt string) (string, error) {
			fmt.Fprint(env.Stderr, prompt)
			return plainLine(env.Stdin)
		},
		say: func(text string) { fmt.Fprintln(env.Stderr, text) },
	}, func() {}
}

func editedLines(env *cli.Env, file *os.File) lineReader {
	t := term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{file, env.Stderr}, "")
	if width, height, err := term.GetSize(int(file.Fd())); err == nil && width > 0 {
		t.SetSize(width, height)
	}
	return lineReader{
		read: func(prompt string) (string, error) {
			t.SetPrompt(prompt)
			t.SetBracketedPasteMode(true)
			defer t.SetBracketedPasteMode(false)
			return pasted(t.ReadLine)
		},
		say: func(text string) { fmt.Fprintln(t, text) },
	}
}

// pasted joins the lines of a pasted text: only Enter ends the answer.
func pasted(readLine func() (string, error)) (string, error) {
	var lines []string
	for {
		line, err := readLine()
		lines = append(lines, line)
		if !errors.Is(err, term.ErrPasteIndicator) {
			return strings.Join(lines, " "), err
		}
	}
}

// plainLine reads one line and not a byte more, because the rest belongs to the next
// question.
func plainLine(r io.Reader) (string, error) {
	var line []byte
	for b := make([]byte, 1); ; {
		n, err := r.Read(b)
		switch {
		case n == 1 && b[0] == '\n':
			return strings.TrimSuffix(string(line), "\r"), nil
		case n == 1:
			line = append(line, b[0])
		case err != nil:
			return string(line), err
		}
	}
}
