package review

import "testing"

// TestTextsInOtherLanguages checks that a line in another language within an English
// profile gets no English findings.
func TestTextsInOtherLanguages(t *testing.T) {
	const profile = "name = \"Ada\"\nsummary = \"Backend developer who keeps the payments of 40 shops running. Nine years of Go and SQL.\"\n" +
		"[[experience]]\ntitle = \"Engineer\"\ncompany = \"Engines\"\nstart = \"2019\"\nhighlights = [\"Rebuilt the import of invoices, which runs 4 times faster\", "
	for _, line := range []string{
		"Migración del sistema de facturación para 14 clientes , sin paradas",
		"Leitung eines Teams von 5 Entwicklern und Einführung der Testautomatisierung",
		"Refonte de la boutique en ligne pour 80 000 clients",
		"Desenvolvimento da plataforma de pagamentos para 30 lojas",
		"Coordinación de los proyectos con las universidades",
	} {
		for _, f := range Check(inputOf(t, profile+"\""+line+"\"]")) {
			if rule, _ := Lookup(f.Rule); rule.English && f.Field == "experience[0].highlights[1]" {
				t.Errorf("%q: %s: %s", line, f.Rule, f.Message)
			}
		}
	}
}

// TestEnglishTextsWithForeignNames checks that foreign names do not make a text foreign.
func TestEnglishTextsWithForeignNames(t *testing.T) {
	for _, line := range []string{
		"Taught algorithms at the Universidad de los Andes for two years",
		"What I do is build tools", "Moved the Société Générale feeds to Kafka", "Led the Café del Mar app with Jürgen and André",
	} {
		if (text{value: line, clear: line}).isForeign() {
			t.Errorf("%q counts as foreign", line)
		}
	}
}
