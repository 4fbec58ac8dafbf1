package review

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/resume/skill"
)

// key returns what two spellings of one skill have in common.
func (s skillEntry) key() string {
	if s.ok && s.known.Group != skill.Practices {
		return s.known.Name
	}
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) || c == '-' || c == '_' {
			return -1
		}
		return unicode.ToLower(c)
	}, s.name)
}

func checkDuplicateSkills(r *reading) []Finding {
	found := duplicates(r.skills)
	for _, list := range r.entrySkills() {
		found = append(found, duplicates(list)...)
	}
	return found
}

func duplicates(skills []skillEntry) []Finding {
	first := map[string]skillEntry{}
	var found []Finding
	for _, s := range skills {
		if strings.TrimSpace(s.name) == "" {
			continue
		}
		before, seen := first[s.key()]
		if !seen {
			first[s.key()] = s
			continue
		}
		message := fmt.Sprintf("%q appears twice", s.name)
		if !strings.EqualFold(before.name, s.name) {
			message = fmt.Sprintf("%q and %q are the same", before.name, s.name)
		}
		f := at(s.field, message, "keep one")
		switch {
		case hasInnerCapital(s.name) && hasInnerCapital(before.name) && squeeze(s.name) != squeeze(before.name):
			f = advice(f)
			f.Message += ", unless you mean different products"
		case s.broader(before):
			f = advice(f)
			f.Message += ", unless you mean different versions"
		case s.group != before.group:
			f = advice(f)
			f.Message += fmt.Sprintf(", here and in the group %q", before.group)
		}
		found = append(found, f)
	}
	return found
}

// broader reports whether the entry may deliberately say more than the catalog's name:
// a version, an edition.
func (s skillEntry) broader(other skillEntry) bool {
	return s.key() == other.key() && hasDigit(s.name) != hasDigit(other.name) || len(strings.Fields(s.name)) != len(strings.Fields(other.name)) && !strings.EqualFold(squeeze(s.name), squeeze(other.name))
}

// sameHead reports whether only a later word of the name is capitalized differently:
// "Django REST framework".
func sameHead(name, known string) bool {
	first, rest, several := strings.Cut(name, " ")
	return several && strings.HasPrefix(known, first+" ") && rest != strings.ToUpper(rest)
}

// containsWords reports whether part appears in name as whole words: "DynamoDB" in
// "Amazon DynamoDB".
func containsWords(name, part string) bool {
	return strings.Contains(" "+name+" ", " "+part+" ")
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// squeeze drops the differences between spellings of a name: case, spaces, hyphens and
// dots.
func squeeze(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) || strings.ContainsRune("-_.", c) {
			return -1
		}
		return unicode.ToLower(c)
	}, s)
}

func checkSkillNames(r *reading) []Finding {
	found := misnamed(r.skills)
	for _, list := range r.entrySkills() {
		found = append(found, misnamed(list)...)
	}
	return found
}

func misnamed(skills []skillEntry) []Finding {
	listed := map[string]int{}
	right := map[string]bool{}
	for _, s := range skills {
		listed[s.key()]++
		right[s.key()] = right[s.key()] || s.ok && strings.TrimSpace(s.name) == s.known.Name
	}
	var found []Finding
	for _, s := range skills {
		name := strings.TrimSpace(s.name)
		if !s.ok || right[s.key()] || strings.EqualFold(name, s.known.Name) && s.known.Prints(name) || hasDigit(name) && !hasDigit(s.known.Name) || s.known.Group == skill.Practices && !strings.EqualFold(name, s.known.Name) {
			continue
		}
		if f, ok := s.misnamed(name); ok {
			if listed[s.key()] == 1 {
				f = fixable(f, cmp.Or(inOneWord(name, s.known.Name), s.known.Name))
			}
			found = append(found, f)
		}
	}
	return found
}

// inOneWord returns the word of a technology's name that an entry writes in two: "DynamoDB"
// for "Dynamo DB".
func inOneWord(name, known string) string {
	if !strings.Contains(name, " ") {
		return ""
	}
	for w := range strings.FieldsSeq(known) {
		if squeeze(w) == squeeze(name) {
			return w
		}
	}
	return ""
}

// isShort reports whether name is made of letters of whole, in their order: "JS", "k8s".
func isShort(name, whole string) bool {
	rest := strings.ToLower(whole)
	for _, c := range strings.ToLower(name) {
		i := strings.IndexRune(rest, c)
		if i < 0 && !unicode.IsDigit(c) {
			return false
		}
		rest = rest[max(i, 0):]
	}
	return len(name) < len(whole)
}

// isCommand reports whether a name is the command of a tool whose name is all capitals: "gdb".
func (s skillEntry) isCommand(name string) bool {
	return s.known.Group == skill.Tools && name == strings.ToLower(name) && s.known.Name == strings.ToUpper(s.known.Name)
}

// misnamed compares a skill with its makers' name; a wrong capital is a mistake, another
// short form may be intended.
func (s skillEntry) misnamed(name string) (Finding, bool) {
	f := Finding{Field: s.field, part: &part{from: 0, to: len(s.name)},
		Message: fmt.Sprintf("%q is written %q", name, s.known.Name), Hint: fmt.Sprintf("write %q", s.known.Name)}
	switch {
	case strings.EqualFold(name, s.known.Name):
		if sameHead(name, s.known.Name) || isSmallName(name) || name == capitalize(s.known.Name) || s.known.Group == skill.Practices {
			return f, false
		}
		if name == strings.ToUpper(name) && !hasInnerCapital(s.known.Name) {
			return f, false // NGINX and UNIX: their makers write them so, too
		}
		if name == strings.ToUpper(name) || hasInnerCapital(name) && !hasInnerCapital(s.known.Name) || s.isCommand(name) {
			f = advice(f) // ReAct is not React
		}
	case squeeze(name) == squeeze(s.known.Name):
		f = advice(f)
		f.Message += "; both are seen"
	case inOneWord(name, s.known.Name) != "":
		f = advice(f)
		f.Message, f.Hint = fmt.Sprintf("%q is written %q; both are seen", name, inOneWord(name, s.known.Name)), fmt.Sprintf("write %q", inOneWord(name, s.known.Name))
	case strings.Contains(name, " "), containsWords(s.known.Name, name):
		return f, false // more specific than the name, or the name without its maker
	default:
		f = advice(f)
		f.Message = fmt.Sprintf("%q is known as %q, too", name, s.known.Name)
		if isShort(name, s.known.Name) {
			f.Message = fmt.Sprintf("%q is short for %q", name, s.known.Name)
		}
	}
	return f, true
}
