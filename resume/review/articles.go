package review

import (
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

var (
	articleWord = lazy.New(`\b([Aa]n?)\s+([\p{L}\d][\p{L}\d'’.+#-]*)`)
	// silentH matches words that begin with a vowel sound despite their h.
	silentH = lazy.New(`(?i)^(?:hour|honest|honou?r|heir)`)
	// soundsLikeYou matches words that begin with a consonant sound despite their vowel.
	soundsLikeYou = lazy.New(`(?i)^(?:uni(?:[^mn]|$)|us(?:e|a|u)|util|ubiq|uran|urol|eu|ewe|one(?:$|[^i])|once|ufo|u-|ukrain|uk$|` +
		`ux|ui$|url|usb|utf|uuid|udp)`)
	// spelledOut matches capitals and digits that are read letter by letter.
	spelledOut = lazy.New(`^[A-Z][A-Z0-9]+s?$`)
)

// asWord lists acronyms that are read as words, or either way.
const asWord = " SQL NASA NATO RAM REST SOAP SAP SCADA RAID ROM LAN MAN NAS SAN SaaS SIM SWAT FAQ FAT HIPAA LAMP " +
	"LASER LED LIDAR LDAP MERN MEAN MIDI MVP NAT NIST NUMA RADAR RSI SARS SASS SERP SMART SOC SOLID " +
	"SONAR SPA SPICE SRE STEM STAR SUSE UNICEF UNESCO URL UML UEFI XAMPP YAML ONE USE FIDO FOSS FIFO " +
	"LIFO FIX FERPA FHIR FISMA FEMA HEDIS HEIC LOINC LORAN MIMO MISRA NAND NIC NUC RISC ROS RUM SAN SLO SNOMED SOP SPARC STIX XAML XOR MOSFET MOOC NOSQL NOC NASDAQ SCRUM SIP SIEM SLAM SOAR SWIFT HEX HELM HTMX "

func checkArticles(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		for _, m := range articleWord.FindAllStringSubmatchIndex(t.clear, -1) {
			article, next := t.clear[m[2]:m[3]], t.clear[m[4]:m[5]]
			want := articleFor(next)
			if want == "" || strings.EqualFold(article, want) || r.names[strings.ToLower(next)] || !isArticle(t.clear, m[2], m[3], next) {
				continue
			}
			f := t.within(m[2], m[3], fmt.Sprintf("%q before %q", article, next), fmt.Sprintf("write %q", matchCase(article, want)+" "+next))
			found = append(found, fixable(f, matchCase(article, want)))
		}
	}
	return found
}

// isArticle reports whether an "a" or "A" is an article. Inside a sentence a capital A is
// a grade, a name or a letter.
func isArticle(s string, from, to int, next string) bool {
	if s[from] == 'A' && !opensSentence(s, from) || from > 0 && strings.ContainsRune("/.-&'’", rune(s[from-1])) {
		return false
	}
	// "a and b", "a or b" are letters, not articles.
	return next != "and" && next != "or" && next != "is" && next != "in" && next != "a" && next != "an" && next != "as" && next != "at"
}

// articleFor returns the article before a word, or "" if it is not certain.
func articleFor(next string) string {
	if head, _, joined := strings.Cut(next, "-"); joined && (spelledOut.MatchString(head) || len(head) == 1) {
		next = head // "an LLM-powered", "a URL-based", "an N-dimensional"
	}
	first := next[0]
	switch {
	case strings.Contains(asWord, " "+next+" ") || first >= 0x80 || len(next) == 1 && isSmallStart(next):
		return ""
	case first >= '0' && first <= '9':
		return articleForNumber(next)
	case spelledOut.MatchString(next) && strings.ContainsRune("FHLMNRSX", rune(first)) && strings.ContainsRune("AEIOU", rune(next[1])):
		return "" // a RAG or an R-A-G: it depends on the reader
	case spelledOut.MatchString(next) || len(next) == 1:
		if strings.ContainsRune("AEFHILMNORSX", rune(first)) {
			return "an"
		}
		return "a"
	case isSmallStart(next) && hasInnerCapital(next):
		return ""
	case silentH.MatchString(next):
		return "an"
	case soundsLikeYou.MatchString(next):
		return "a"
	case strings.ContainsRune("aeiouAEIOU", rune(first)):
		return "an"
	case strings.ContainsRune("hH", rune(first)) && len(next) > 2 && strings.HasPrefix(strings.ToLower(next), "hist"):
		return "" // "an historic": some write it so
	}
	return "a"
}

func articleForNumber(next string) string {
	digits := strings.TrimRight(strings.ToLower(next), "abcdefghijklmnopqrstuvwxyz%-+")
	switch {
	case strings.HasPrefix(next, "8"):
		return "an"
	case digits == "11" || digits == "18" || strings.HasPrefix(next, "11-") || strings.HasPrefix(next, "18-"):
		return "an"
	case strings.HasPrefix(next, "11") || strings.HasPrefix(next, "18"):
		return ""
	}
	return "a"
}
