package match

import (
	"testing"
)

// TestLanguagesThatAreWords checks items that ask for a language whose name is a letter or
// an ordinary word, and others that only contain the word.
func TestLanguagesThatAreWords(t *testing.T) {
	for item, want := range map[string]string{
		"Some Rust": "Rust", "A bit of Go": "Go", "A touch of Swift": "Swift", "Some R for statistics": "R", "Solid C": "C",
		"Modern C, C11 or newer": "C", "Ability to read C": "C", "Production Go": "Go", "Rust or willingness to learn it": "Rust",
		"Etwas Rust": "Rust", "Ein bisschen Go": "Go", "Un peu de Rust": "Rust", "Algo de Rust": "Rust", "Um pouco de Go": "Go",
		"Un po' di Rust": "Rust", "Een beetje Rust": "Rust", "Trochę Go": "Go", "Rust ist uns willkommen": "Rust",
		"Somebody who has written C for drones": "C",
	} {
		if got := asksOf("Requirements", item); got[want] == "" {
			t.Errorf("%s: %v", item, got)
		}
	}
	for item, not := range map[string]string{
		"Some rust prevention": "Rust", "A touch of rust on the hull": "Rust", "Good swift delivery": "Swift", "Some go to market plans": "Go",
		"Strong C level contacts": "C", "Some R&D": "R", "A bit of swift thinking": "Swift", "Has written C level memos": "C",
	} {
		if got := asksOf("Requirements", item); got[not] != "" {
			t.Errorf("%s: %v", item, got)
		}
	}
}

// TestNamesOfTheTrades checks names of security, health and mainframe work, and what looks
// like a technology beside them.
func TestNamesOfTheTrades(t *testing.T) {
	for item, want := range map[string]string{
		"Microsoft Sentinel or Splunk": "Microsoft Sentinel", "CloudTrail and GuardDuty": "Amazon GuardDuty", "Zeek or Suricata": "Zeek",
		"HL7 FHIR": "FHIR", "AIX or Linux": "AIX", "RHEL or SLES": "SUSE Linux Enterprise", "SolidWorks": "SOLIDWORKS",
		"Experience with containers": "Containers", "Caching": "Caching", "Understanding of caching": "Caching", "Containers": "Containers",
		"Mapbox GL JS": "Mapbox", "OCP, Docker": "OpenShift", "Real-life osquery": "osquery",
	} {
		if got := asksOf("Requirements", item); got[want] != Required {
			t.Errorf("%s: %v", item, got)
		}
	}
	for item, not := range map[string]string{
		"Oracle OCP certification": "OpenShift", "Certificado OCP": "OpenShift", "Mapbox GL JS": "JavaScript", "A data lake": "Data Warehousing",
		"Our cranes move containers": "Containers", "More to us than a cache": "Caching",
		"Office in AIX-EN-PROVENCE": "AIX", "Six Sigma": "Sigma", "Redis Sentinel": "Microsoft Sentinel",
	} {
		if got := asksOf("Requirements", item); got[not] != "" {
			t.Errorf("%s: %v", item, got)
		}
	}
}
