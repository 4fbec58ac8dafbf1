package review

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"
	"testing"
)

//go:embed testdata/good_languages.txt
var goodInLanguages string

//go:embed testdata/planted_languages.txt
var plantedInLanguages string

// fieldsOf returns the fields of the lines of a list; the last may hold a bar.
func fieldsOf(list string, n int) [][]string {
	var all [][]string
	for line := range strings.Lines(list) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			all = append(all, strings.SplitN(line, " | ", n))
		}
	}
	return all
}

// profileIn returns a profile in a language with one bullet.
func profileIn(language, bullet string) string {
	return fmt.Sprintf("name = \"Ada Lovelace\"\ntitle = \"DevOps\"\nemail = \"ada@lovelace.example\"\n[layout]\nlanguage = %q\n"+
		"[[experience]]\ntitle = \"DevOps\"\ncompany = \"Engines\"\nstart = \"2018-04\"\nend = \"2020-06\"\nhighlights = [%q]\n", language, bullet)
}

// TestGoodBulletsInLanguages: what natives write gets no warning.
func TestGoodBulletsInLanguages(t *testing.T) {
	for _, line := range fieldsOf(goodInLanguages, 2) {
		for _, f := range Check(inputOf(t, profileIn(line[0], line[1]))) {
			if strings.HasPrefix(f.Field, "experience[0].highlights") && f.Severity != Advice {
				t.Errorf("%s: %q: %s [%s]", line[0], line[1], f.Message, f.Rule)
			}
		}
	}
}

func TestPlantedMistakesInLanguages(t *testing.T) {
	for _, line := range fieldsOf(plantedInLanguages, 3) {
		rule, _ := Lookup(line[0])
		if !breaksAt(check(inputOf(t, profileIn(line[1], line[2])), []Rule{rule}), line[0], "experience[0].highlights") {
			t.Errorf("%s does not find %q", line[0], line[2])
		}
	}
}

// TestLanguageLists: every list is one that the code knows, and its lines compile.
func TestLanguageLists(t *testing.T) {
	known := setOf(strings.Fields("functionWords me us active passive impersonal deeds clause capitals fromTo shrinks grows units cliches references given slips misspellings words others endings joints"))
	for code, lists := range languageLists() {
		if lists["functionWords"] == nil {
			t.Errorf("patterns/languages/%s.txt has no list functionWords", code)
		}
		for name, l := range lists {
			if !known[name] || len(l.lines) == 0 {
				t.Errorf("patterns/languages/%s.txt: the list %q is empty, or no code uses it", code, name)
			}
			for _, line := range l.lines {
				if _, around, is := strings.Cut(line, " | "); is {
					line = around
				}
				if _, err := regexp.Compile(line); err != nil && name != "deeds" {
					t.Errorf("patterns/languages/%s.txt: %v", code, err)
				}
			}
		}
	}
}

// TestEnglishBulletInAnotherLanguage: a bullet is judged in its own language.
func TestEnglishBulletInAnotherLanguage(t *testing.T) {
	const profile = "name = \"Ada\"\nsummary = \"Entwicklerin mit neun Jahren im Zahlungsverkehr. Betreut die Dienste von 40 Filialen.\"\n[layout]\nlanguage = \"de\"\n" +
		"[[experience]]\ntitle = \"Entwicklerin\"\ncompany = \"Engines\"\nstart = \"2019\"\nhighlights = [\"Ablösung der Altanwendung von 40 Filialen\", %q]"
	for line, rule := range map[string]string{
		"I built the payment service for 40 shops":                 "first-person",
		"A payment service was developed by the team for 40 shops": "passive-voice",
		"Rebuilt the payment service and its managment console":    "misspelling",
		"Responsible for the payment service of 40 shops":          "weak-opener",
		"Verantwortlich für den Zahlungsdienst von 40 Filialen":    "weak-opener",
	} {
		if !breaksAt(Check(inputOf(t, fmt.Sprintf(profile, line))), rule, "experience[0].highlights[1]") {
			t.Errorf("%s does not find %q", rule, line)
		}
	}
	for _, line := range []string{
		"Einführung von Infrastructure as Code und Continuous Delivery", "Business Intelligence for Controlling: Aufbau von 12 Reports",
		"Migration in die Cloud", "Design-System im Team eingeführt",
	} {
		for _, f := range Check(inputOf(t, fmt.Sprintf(profile, line))) {
			if rule, _ := Lookup(f.Rule); rule.English {
				t.Errorf("%q: %s: %s", line, f.Rule, f.Message)
			}
		}
	}
}

// TestWordsAreRight: no word of the lists is a misspelling of another, and nothing is corrected
// to itself.
func TestWordsAreRight(t *testing.T) {
	for code, l := range languages() {
		for w := range l.forms {
			if right := l.right(w); right != "" {
				t.Errorf("%s: %q is corrected to %q", code, w, right)
			}
		}
		for wrong, right := range l.misspelled {
			if strings.EqualFold(wrong, right) || wrong != strings.ToLower(wrong) || l.forms[wrong] || l.right(strings.ToLower(right)) != "" {
				t.Errorf("%s: %q is corrected to %q", code, wrong, right)
			}
		}
	}
}

// TestOtherWordsAreRight: words that natives use and that are a letter away from another get
// no finding.
func TestOtherWordsAreRight(t *testing.T) {
	for code, words := range map[string]string{
		"de": "Bestandssystem Abschlussberichte Aufträge Anwendungssoftware Betriebssicherheit Ergebnissen Mitarbeiterinnen Entwicklungsstrategie verglichen beschleunigen Testfälle",
		"fr": "contrôlés financière personnelle Etudes analysés continus champagne réaction stimulation Evolution",
		"es": "interacción cualidad reacción comprensiva económica académicas",
		"pt": "académico interação económico iteração elétrica comercial",
		"it": "interazione strategica contenti economica tecnologica",
		"nl": "producten structuren magazine innovatieve beschikbare gebruikersvriendelijk",
		"pl": "wdrożone projektowane aplikacjami integracje dokumentacje programowane",
	} {
		for w := range strings.FieldsSeq(words) {
			if right := languages()[code].right(strings.ToLower(w)); right != "" {
				t.Errorf("%s: %q is corrected to %q", code, w, right)
			}
		}
	}
}

// TestFiguresElsewhere: figures are judged in every language.
func TestFiguresElsewhere(t *testing.T) {
	for line, rule := range map[string]string{
		"de | Entwicklerin mit 25 Jahren Erfahrung in Kubernetes. Betreut 40 Filialen.":     "years-of-technology",
		"es | Desarrolladora con 25 años de experiencia en Kubernetes. Atiende 40 tiendas.": "years-of-technology",
		"de | Entwicklerin mit zwanzig Jahren Erfahrung. Betreut 40 Filialen.":              "years-of-technology",
		"fr | Vingt-cinq ans d’expérience en développement. Suit 40 magasins.":              "years-of-technology",
		"pl | Programistka z 20-letnim doświadczeniem. Obsługuje 40 sklepów.":               "years-of-technology",
	} {
		language, text, _ := strings.Cut(line, " | ")
		source := fmt.Sprintf("name = \"Ada\"\nsummary = %q\n[layout]\nlanguage = %q\n[[experience]]\ntitle = \"Dev\"\ncompany = \"X\"\nstart = \"2018-01\"\n", text, language)
		if !breaksAt(Check(inputOf(t, source)), rule, "summary") {
			t.Errorf("%s does not find %q", rule, text)
		}
	}
}
