package review

import "testing"

// TestDoubledWordsElsewhere checks doubled words in languages other than English.
func TestDoubledWordsElsewhere(t *testing.T) {
	for language, summary := range map[string]string{
		"de": "Entwickler. Betreut seit 2015 die die Tarife einer Versicherung.",
		"fr": "Développeuse. Travaille avec avec 12 équipes à Lyon.",
		"es": "Ingeniera. Trabaja con los los datos de 40 tiendas.",
		"pt": "Engenheiro. Cuida da da rede de 40 lojas.",
		"it": "Sviluppatore. Lavora per per 12 squadre a Torino.",
		"nl": "Ontwikkelaar. Werkt voor voor 40 winkels in Utrecht.",
	} {
		source := "name = \"Ada\"\nsummary = \"" + summary + "\"\n[layout]\nlanguage = \"" + language + "\""
		if !breaks(Check(inputOf(t, source)), "doubled-word") {
			t.Errorf("%s: nothing is found in %q", language, summary)
		}
	}
}
