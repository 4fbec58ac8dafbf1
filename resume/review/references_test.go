package review

import (
	"strings"
	"testing"
)

// TestPromisedReferences: a promise of references in any words; a referee's name or number is
// none.
func TestPromisedReferences(t *testing.T) {
	const profile = "name = \"Ada\"\n[layout]\nlanguage = \"LANGUAGE\"\n[[sections]]\ntitle = \"X\"\nitems = [\"LINE\"]\n"
	for line, promises := range map[string]bool{
		"de | Referenzen können Sie gerne bei mir anfordern.":                    true,
		"de | Arbeitszeugnisse liegen vor und werden zugesandt":                  true,
		"de | Auf Wunsch nenne ich Ihnen frühere Vorgesetzte":                    true,
		"fr | Je tiens à votre disposition des lettres de recommandation":        true,
		"fr | Mes anciens employeurs peuvent être contactés":                     true,
		"es | Se facilitarán referencias a quien las solicite":                   true,
		"pt | Forneço referências a quem as solicitar":                           true,
		"it | Referenze disponibili a chi le chieda":                             true,
		"nl | Referenties op te vragen":                                          true,
		"nl | Vorige werkgevers geven graag informatie":                          true,
		"pl | Chętnie podam kontakt do poprzednich pracodawców":                  true,
		"sv | Referenser lämnas gärna":                                           true,
		"uk | Рекомендації надам за потреби":                                     true,
		"tr | Referanslarım istenirse verilebilir":                               true,
		"de | Referenz: Dr. Anna Krug, gerne per E-Mail an krug@spree.example":   false,
		"de | Referenzimplementierung des Protokolls, auf Wunsch mit Beispielen": false,
		"fr | Auteur de l’architecture de référence du réseau régional":          false,
		"es | Premio al proyecto de referencia de la provincia":                  false,
	} {
		language, text, _ := strings.Cut(line, " | ")
		source := strings.NewReplacer("LANGUAGE", language, "LINE", text).Replace(profile)
		if found := breaksAt(Check(inputOf(t, source)), "references-on-request", "sections"); found != promises {
			t.Errorf("%q: found %v", line, found)
		}
	}
}
