package review

import (
	"fmt"
	"slices"
	"unicode"

	"github.com/ghresume/ghresume/resume"
)

var layoutRules = []Rule{
	{
		Name: "template-drops-section", Area: Length, Severity: Warning, on: onTemplate,
		Reason: "Nobody reads what the template does not print.",
		Bad:    "[[awards]]\ntitle = \"Best paper\"",
		Good:   "[[education]]\ndegree = \"MSc\"",
		check:  checkTemplate,
	},
	{
		Name: "unreadable-character", Area: Language, Severity: Warning, Habit: true, on: onWriting,
		Reason: "Applicant tracking systems read text; fancy letters, icons and invisible characters come out as boxes or not at all.",
		Bad:    `summary = "𝗕𝗮𝗰𝗸𝗲𝗻𝗱 developer. Nine years in payments."`,
		Good:   `summary = "Backend developer – nine years in payments, Zürich, Łódź, 東京."`,
		check:  checkCharacters,
	},
	{
		Name: "ignore-unknown", Area: Language, Severity: Advice, on: onIgnores,
		Reason: "A rule that does not exist cannot be ignored; the name is mistyped, or the rule is gone.",
		Bad:    "[check]\nignore = [\"gap-in-experiance\"]",
		Good:   "[check]\nignore = [\"gap-in-experience\"]",
		check:  checkIgnores,
	},
}

func checkTemplate(r *reading) []Finding {
	if r.TemplateSections == nil {
		return nil
	}
	var found []Finding
	for _, s := range r.Resume.Sections {
		if slices.Contains(r.TemplateSections, s.Kind) {
			continue
		}
		field := string(s.Kind)
		if s.Kind == resume.Free {
			field = "sections"
			if i := slices.IndexFunc(r.Profile.Sections, func(f resume.FreeSection) bool { return f.Title == s.Title }); i >= 0 {
				field = fmt.Sprintf("sections[%d]", i)
			}
		} else if _, ok := r.Profile.Positions[field+"[0]"]; ok {
			field += "[0]"
		}
		found = append(found, at(field, fmt.Sprintf("the template does not print the section %q", s.Kind), "add it to the template, or hide it on purpose with [layout] hide"))
	}
	return found
}

func checkCharacters(r *reading) []Finding {
	var found []Finding
	for _, t := range slices.Concat(r.labels, r.texts) {
		if from, to, instead := mojibake(t.value); to > 0 {
			found = append(found, t.within(from, to, fmt.Sprintf("%q is %q in the wrong encoding", t.value[from:to], instead), "copy the text again as UTF-8, or write the character yourself"))
			continue
		}
		for i, c := range t.value {
			what, sure := unreadable(c)
			if what == "" {
				continue
			}
			f := t.within(i, i+len(string(c)), fmt.Sprintf("%s (U+%04X)", what, c), "write it in plain letters, or leave it out")
			if !sure {
				f = advice(f)
				f.Message += " can be read by only some applicant tracking systems"
			} else {
				f.Message += " is not read by applicant tracking systems"
			}
			found = append(found, f)
			break
		}
	}
	return found
}

// unreadable returns what is wrong with a character, and whether that is certain.
func unreadable(c rune) (what string, sure bool) {
	switch {
	case c == '\n' || c == '\t' || c == '\r':
		return "", false
	case unicode.IsControl(c):
		return "a control character", true
	case c >= 0x1D400 && c <= 0x1D7FF, c >= 0x1F110 && c <= 0x1F189, c >= 0x24B6 && c <= 0x24E9, c >= 0xFF21 && c <= 0xFF5A:
		return "a letter that only looks like one", true
	case unicode.Is(unicode.Co, c):
		return "an icon of a private font", true
	case c == 0x00AD, c == 0x200B, c == 0xFEFF, c == 0x2060, c >= 0x202A && c <= 0x202E, c >= 0x2066 && c <= 0x2069:
		return "an invisible character", true
	case c == 0xFFFD:
		return "a character that was lost in copying", true
	case c >= 0xFB00 && c <= 0xFB06:
		return "a ligature", true
	case c >= 0x1F000 && c <= 0x1FAFF, c >= 0x2600 && c <= 0x27BF && c != '✓' && c != '✔', c >= 0x2B00 && c <= 0x2BFF:
		return "a symbol or emoji", false
	}
	return "", false
}

// renamed maps former rule names to current ones, so that existing ignores keep working.
var renamed = map[string]string{"unexplained-acronym": "jargon"}

func checkIgnores(r *reading) []Finding {
	var found []Finding
	for i, name := range r.Profile.Check.Ignore {
		if now := renamed[name]; now != "" {
			found = append(found, at(fmt.Sprintf("check.ignore[%d]", i), fmt.Sprintf("the rule %q is called %q now", name, now), fmt.Sprintf("write %q", now)))
		} else if !r.ruleNames[name] {
			found = append(found, at(fmt.Sprintf("check.ignore[%d]", i), fmt.Sprintf("there is no rule %q", name), "`ghresume check --rules` lists them"))
		}
	}
	return found
}
