package review

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/ghresume/ghresume/resume/skill"
)

// nearNames finds the technology meant by a misspelled name: one letter too many, too
// few, wrong or swapped compared with a spelling in the catalog.
type nearNames struct {
	// spellings maps a folded spelling to its technology.
	spellings map[string]string
	// shorter maps each spelling without one of its letters to the spelling.
	shorter map[string][]string
	// partners are the words of names of several words, in lower case: "apache", "spark";
	// short are those too short to be recognized with a slip: "boot", "css".
	partners, short map[string]bool
}

var builtinNames = sync.OnceValue(func() *nearNames { return newNearNames(skill.Default()) })

func nearNamesOf(c *skill.Catalog) *nearNames {
	if c == skill.Default() {
		return builtinNames()
	}
	return newNearNames(c)
}

// shortestName is the length from which a different letter is a slip rather than another
// name.
const shortestName = 5

func newNearNames(c *skill.Catalog) *nearNames {
	n := &nearNames{spellings: map[string]string{}, shorter: map[string][]string{}, partners: map[string]bool{}, short: map[string]bool{}}
	for _, t := range c.All() {
		n.addPartners(t)
		for _, spelling := range append([]string{t.Name}, t.Aliases...) {
			folded := strings.ToLower(spelling)
			if _, known := n.spellings[folded]; known || len(folded) < shortestName || t.Group == skill.Practices || strings.ContainsAny(folded, " /") {
				continue
			}
			n.spellings[folded] = asInName(spelling, t.Name)
			for i := range len(folded) {
				key := folded[:i] + folded[i+1:]
				n.shorter[key] = append(n.shorter[key], folded)
			}
		}
	}
	return n
}

// addPartners adds the words of the names of several words.
func (n *nearNames) addPartners(t skill.Technology) {
	for _, spelling := range append([]string{t.Name}, t.Aliases...) {
		words := strings.Fields(strings.ToLower(spelling))
		if len(words) < 2 || t.Group == skill.Practices {
			continue
		}
		for _, w := range words {
			switch {
			case !isASCIIWord(w):
			case len(w) >= shortestName:
				n.partners[w] = true
			default:
				n.short[w] = true
			}
		}
	}
}

// isPart reports whether a word belongs to a name of several words.
func (n *nearNames) isPart(w string) bool { return n.partners[w] || n.short[w] }

// asInName returns a spelling as the makers write it within the name: "elasticache" in
// "Amazon ElastiCache"; for any other short form it returns the whole name.
func asInName(spelling, name string) string {
	for w := range strings.FieldsSeq(name) {
		if strings.EqualFold(w, spelling) {
			return w
		}
	}
	return name
}

// meant returns the technology that a word misspells, or "" if there is none or there
// are two candidates.
func (n *nearNames) meant(word string) string {
	w := strings.ToLower(word)
	if meant := soundAlikes[w]; meant != "" && n.spellings[w] == "" && n.spellings[strings.ToLower(meant)] != "" {
		return meant
	}
	if len(w) < shortestName || len(w) > 40 || !isASCII(w) || n.spellings[w] != "" {
		return ""
	}
	meant := ""
	try := func(spelling string) bool {
		name := n.spellings[spelling]
		if name == "" || name == meant || !oneSlip(w, spelling) {
			return true
		}
		if meant != "" {
			meant = ""
			return false
		}
		meant = name
		return true
	}
	for _, spelling := range n.shorter[w] {
		if !try(spelling) {
			return ""
		}
	}
	for i := range len(w) {
		less := w[:i] + w[i+1:]
		if !try(less) {
			return ""
		}
		for _, spelling := range n.shorter[less] {
			if !try(spelling) {
				return ""
			}
		}
	}
	return meant
}

// partnersNear returns the words of names that a word misspells; of the short ones, those as
// long as the word.
func (n *nearNames) partnersNear(w string) []string {
	var near []string
	for partner := range n.partners {
		if oneSlip(w, partner) {
			near = append(near, partner)
		}
	}
	for partner := range n.short {
		if len(partner) == len(w) && oneSlip(w, partner) {
			near = append(near, partner)
		}
	}
	return near
}

// meantPhrase returns the technology that a name of several words misspells, one of which
// has a slip: "Apche Spark", "React Natve".
func (n *nearNames) meantPhrase(c *skill.Catalog, name string) string {
	words := strings.Fields(strings.ToLower(name))
	if len(words) < 2 || len(words) > 4 {
		return ""
	}
	found, meant := "", ""
	for i, w := range words {
		if len(w) < shortestName-1 || !isASCII(w) {
			continue
		}
		for _, partner := range n.partnersNear(w) {
			corrected := slices.Clone(words)
			corrected[i] = partner
			known, ok := c.Lookup(strings.Join(corrected, " "))
			if !ok {
				continue
			}
			now := known.Name
			if len(strings.Fields(now)) != len(words) {
				now = matchWords(name, i, partner)
			}
			switch {
			case found != "" && known.Name != found:
				return "" // it may mean either
			case found == "" || now < meant:
				found, meant = known.Name, now
			}
		}
	}
	return meant
}

// matchWords replaces one word of a name, with the capital of the old one.
func matchWords(name string, i int, word string) string {
	words := strings.Fields(name)
	words[i] = matchCase(words[i], word)
	return strings.Join(words, " ")
}

// soundAlikes maps names as they sound, more than one letter away, to the right ones.
var soundAlikes = map[string]string{
	"ansibal": "Ansible", "cafka": "Kafka", "cotlin": "Kotlin", "cubernetes": "Kubernetes", "kubernities": "Kubernetes",
	"graphana": "Grafana", "enginex": "NGINX", "snowflek": "Snowflake", "grafena": "Grafana", "quafka": "Kafka", "reddis": "Redis", "linx": "Linux", "lnux": "Linux", "liux": "Linux", "lunix": "Linux",
}

// oneSlip reports whether the words differ by one letter: added, missing, replaced or
// moved. The first letter, a digit or a plural makes another name, not a slip.
func oneSlip(a, b string) bool {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	if i == 0 || i == len(a) && i == len(b) {
		return false
	}
	restA, restB := a[i:], b[i:]
	switch len(a) - len(b) {
	case 0:
		return restA[1:] == restB[1:] && isLetter(restA[0]) && isLetter(restB[0]) || moved(restA, restB)
	case 1:
		return restA[1:] == restB && slippedEnd(restA, a)
	case -1:
		return restB[1:] == restA && slippedEnd(restB, a)
	}
	return false
}

// moved reports whether a single letter has moved: "hyt" and "yth".
func moved(a, b string) bool {
	for len(a) > 1 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return a[1:] == b[:len(b)-1] && a[0] == b[len(b)-1] || b[1:] == a[:len(a)-1] && b[0] == a[len(a)-1]
}

// slippedEnd reports whether the letter too many or too few is a slip and not a plural, a
// past tense or a version: "Reacts", "Dockerd", "Vue3".
func slippedEnd(rest, a string) bool {
	return isLetter(rest[0]) && (len(rest) > 1 || !strings.ContainsAny(rest, "sd") || strings.HasSuffix(a, "ss"))
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' }

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > 0x7e }) < 0
}

// nearWordList is made by TestNearWords.
//
//go:embed near_words.txt
var nearWordList string

// nearTechnologies are real names that the catalog does not have.
var nearTechnologies = words("nearTechnologies")

// nearWords are English words that only look like a misspelled technology: "flint",
// "scanner"; the last ones are too new for the dictionary.
var nearWords = sync.OnceValue(func() map[string]bool {
	return setOf(append(strings.Fields(nearWordList+" webapi webapp webapps"), nearTechnologies()...))
})
