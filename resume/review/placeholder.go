package review

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

var placeholderRules = []Rule{
	{
		Name: "placeholder", Area: Language, Severity: Error, on: onWriting,
		Reason: "Placeholder text must not be printed.",
		Bad:    "name = \"Your Name\"\nsummary = \"TODO: write this.\"\n[links]\nlinkedin = \"your-name\"",
		Good:   `summary = "Backend developer. Cut the TODO list of the team by half."`,
		check:  checkPlaceholders,
	},
	{
		Name: "markup-left", Area: Language, Severity: Warning, Habit: true, on: onWriting,
		Reason: "Tags and commands of another format are printed literally.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Cut costs by \\\\textbf{12\\\\%}\", \"Led R&amp;D <b>reviews</b> of a team\"]",
		Good: "[[experience]]\ntitle = \"Engineer\"\n" +
			"highlights = [\"Cut costs by 12 % on C:\\\\builds\", \"Kept p99 < 40 ms and R&D > 10 people\"]",
		check: checkMarkup,
	},
}

// waiting finds text inside a field that is still to be written.
var waiting = pattern("waiting")

// chatbot matches how the answers of chatbots begin and end.
var chatbot = pattern("chatbot")

// unwritten matches whole fields of templates that people start from; a number may
// follow.
var unwritten = pattern("unwritten")

// templateNames matches companies and schools that the makers of templates invented;
// templateHosts matches where their addresses are.
var templateNames, templateHosts = pattern("templateNames"), pattern("templateHosts")

// instruction matches what a template tells its user to write: "Describe your role …".
var instruction = pattern("instruction")

// examples matches the bullets and sentences of our own drafts: `ghresume init` and the
// README.
var examples = pattern("examples")

// accounts matches user names from templates.
var accounts = pattern("accounts")

// mailboxes matches the same before the @ of an example address.
var mailboxes = pattern("mailboxes")

// phoneNumbers matches numbers from templates: 123-456-7890, (555) 555-5555, 000 0000000.
var phoneNumbers = lazy.New(`^1?(?:1234567890|2345678900|2345678901|0123456789|123456789|987654321|5555555555|5551234567|0+|1+|9+|X+)$`)

func checkPlaceholders(r *reading) []Finding {
	var found []Finding
	for _, t := range slices.Concat(r.texts, r.labels) {
		if f, ok := placeholderIn(t); ok {
			found = append(found, f)
		} else if t.name && isEmployerOrSchool(t.field) && templateNames.MatchString(t.value) {
			found = append(found, unwrittenField(t.field, t.value))
		}
	}
	for network, value := range r.Profile.Links {
		if accounts.MatchString(strings.TrimSpace(value)) {
			found = append(found, unwrittenField("links."+network, value))
		}
	}
	for i, p := range r.Profile.Projects {
		if examples.MatchString(strings.TrimSpace(p.URL)) {
			found = append(found, unwrittenField(fmt.Sprintf("projects[%d].url", i), p.URL))
		}
	}
	if _, host, _ := strings.Cut(r.Profile.Email, "@"); (mailboxes.MatchString(r.Profile.Email) || templateHosts.MatchString(r.Profile.Email)) && !r.ownHost(host) {
		found = append(found, unwrittenField("email", r.Profile.Email))
	}
	if digits := strings.Map(digitOnly, r.Profile.Phone); len(digits) > 6 && phoneNumbers.MatchString(digits) {
		found = append(found, unwrittenField("phone", r.Profile.Phone))
	}
	if accounts.MatchString(r.Profile.GitHub.User) {
		found = append(found, unwrittenField("github.user", r.Profile.GitHub.User))
	}
	return found
}

func isEmployerOrSchool(field string) bool {
	return strings.HasSuffix(field, ".company") || strings.HasSuffix(field, ".institution")
}

func digitOnly(c rune) rune {
	if c >= '0' && c <= '9' || c == 'X' {
		return c
	}
	return -1
}

func unwrittenField(field, value string) Finding {
	return at(field, fmt.Sprintf("%q is a placeholder", value), "write your own, or leave it out")
}

// isUnwritten reports whether a field, or each of its parts, is a template's: "Company Name,
// City".
func isUnwritten(value string) bool {
	if unwritten.MatchString(value) || bracketed.MatchString(value) {
		return true
	}
	parts := strings.FieldsFunc(value, func(c rune) bool { return strings.ContainsRune(",|–—/•", c) })
	for _, part := range parts {
		if part = strings.TrimSpace(part); !unwritten.MatchString(part) && !bracketed.MatchString(part) && !unwrittenPart.MatchString(part) {
			return false
		}
	}
	return len(parts) > 1
}

// bracketed matches a field that is all in brackets, of whatever kind.
var bracketed = lazy.New(`^(?:\[[^\[\]]+\]|<[^<>]+>|\{[^{}]+\})(?:\s+(?:\[[^\[\]]+\]|<[^<>]+>|\{[^{}]+\}))*$`)

// unwrittenPart matches words that are a template's only beside another.
var unwrittenPart = pattern("unwrittenPart")

// alsoSkill matches a template's word for a company that is also something to be good at.
var alsoSkill = lazy.New(`(?i)^\W*organi[sz]ation\W*$`)

func placeholderIn(t text) (Finding, bool) {
	isSkill := strings.HasPrefix(t.field, "skills") && alsoSkill.MatchString(t.value)
	if value := strings.TrimSpace(t.value); t.kind != prose && !isSkill && isUnwritten(value) || examples.MatchString(value) {
		return unwrittenField(t.field, strings.TrimSpace(t.value)), true
	}
	m := waitingIn(t.value)
	if m == nil {
		if f, ok := unfilledIn(t); ok {
			return f, true
		}
		return instructionIn(t)
	}
	if t.name && t.value[m[1]-1] == ']' && countWords(t.value[:m[0]]+t.value[m[1]:]) > 1 {
		return Finding{}, false // a department: "Example Media Group [Technology]"
	}
	from := m[0] + len(t.value[m[0]:m[1]]) - len(strings.TrimLeft(t.value[m[0]:m[1]], " \t\n("))
	if mark := sentenceMark.FindString(t.value[from:m[1]]); mark != "" {
		from += len(mark)
	}
	word := strings.TrimRight(t.value[from:m[1]], ": .\n")
	if strings.HasPrefix(word, "TODO") && strings.Contains(strings.ToLower(t.value[m[1]:]+" "), "list ") {
		return Finding{}, false
	}
	if chatbot.MatchString(word) {
		return t.within(from, from+len(word), fmt.Sprintf("%q is a chatbot's answer, not yours", word), "take it out"), true
	}
	return t.within(from, from+len(word), fmt.Sprintf("%q is still to be written", word), "write it, or leave it out"), true
}

// sentenceMark matches the end of the sentence before.
var sentenceMark = lazy.New(`^[.!?:]\s+`)

// waitingIn returns the place of the first text that is still to be written, and no bracket
// of code or of a link.
func waitingIn(s string) []int {
	for _, m := range waiting.FindAllStringIndex(s, -1) {
		if !strings.ContainsRune("[<{", rune(s[m[0]])) || strings.HasPrefix(s[m[0]:], "<<") || strings.HasPrefix(s[m[0]:], "{{") || !isCode(s[:m[0]], s[m[1]:]) {
			return m
		}
	}
	return nil
}

func instructionIn(t text) (Finding, bool) {
	m := instruction.FindStringIndex(t.value)
	if m == nil {
		return Finding{}, false
	}
	return t.within(m[0], m[1], "a template tells you here what to write", "write it, or leave it out"), true
}

// markup finds leftovers of other formats: HTML, LaTeX, Markdown, templates.
var markup = pattern("markup")

func checkMarkup(r *reading) []Finding {
	found := checkPlainLabels(r)
	for _, t := range r.texts {
		for _, m := range markup.FindAllStringIndex(withoutCode(t.value), -1) {
			if word := t.value[m[0]:m[1]]; pythonName.MatchString(word) || strings.HasPrefix(word, "{{") && waiting.MatchString(word) {
				continue // another rule names what is to be filled in
			}
			found = append(found, t.within(m[0], m[1], fmt.Sprintf("%q is markup of another format", strings.TrimSpace(t.value[m[0]:m[1]])), "write plain text; ghresume does the formatting"))
		}
		if f, ok := openBold(t); ok {
			found = append(found, f)
		}
	}
	return found
}

// labelMarkup finds the same, and Markdown, in names and skills, which are printed as they
// are written: "**Ansible**", "`make`".
var labelMarkup = pattern("labelMarkup")

// checkPlainLabels finds markup in names and skills.
func checkPlainLabels(r *reading) []Finding {
	var found []Finding
	for _, t := range r.labels {
		for _, re := range []*lazy.Regexp{labelMarkup, markup} {
			if m := re.FindStringIndex(t.value); m != nil && !pythonName.MatchString(t.value[m[0]:m[1]]) && !strings.HasPrefix(t.value[m[0]:m[1]], "{{") {
				found = append(found, t.within(m[0], m[1], fmt.Sprintf("\"%s\" is markup, which is printed here", strings.TrimSpace(t.value[m[0]:m[1]])), "write the name only; ghresume does the formatting"))
				break
			}
		}
	}
	return found
}

// unevenStars matches bold text with two stars on one side and one on the other, which
// Markdown prints: "**Go*". Stars of code, such as **kwargs, have none on the other side.
var unevenStars = lazy.New(`(?:^|[\s(])(?:\*\*[^\s*](?:[^*]*[^\s*])?\*|\*[^\s*](?:[^*]*[^\s*])?\*\*)(?:[\s,.;:!?)]|$)`)

// openBold finds such text.
func openBold(t text) (Finding, bool) {
	m := unevenStars.FindStringIndex(withoutCode(t.value))
	if m == nil {
		return Finding{}, false
	}
	return t.within(m[0], m[1], "the stars on the two sides are not the same, so they are printed", "put two stars on both sides of bold words"), true
}

// pythonName matches names that have a meaning in Python itself.
var pythonName = pattern("pythonName")

var code = lazy.New("`[^`]*`")

// withoutCode blanks the text between backticks, where markup may be intended.
func withoutCode(s string) string {
	return code.ReplaceAllStringFunc(s, func(c string) string { return strings.Repeat("_", len(c)) })
}
