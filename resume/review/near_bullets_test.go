package review

import (
	"strings"
	"testing"
)

// TestNearBullets checks which pairs of bullets are told to say the same.
func TestNearBullets(t *testing.T) {
	for pair, same := range map[string]bool{
		"Moved the ledger of 14 banks to Kafka, which cut the nightly run from 5 h to 20 min | Moved the ledger of 14 banks to Kafka and so cut the nightly run from 5 h to 20 min":           true,
		"Trained 9 nurses in 3 wards to read the dashboards of the pharmacy | In 3 wards trained 9 nurses to read the pharmacy dashboards":                                                    true,
		"Verlegte 14 Dienste der Buchhaltung auf Kafka, wodurch der Nachtlauf von 5 h auf 20 min sank | Verlegte 14 Dienste der Buchhaltung auf Kafka, der Nachtlauf sank von 5 h auf 20 min": true,
		"Wrote the onboarding guide of the platform team for new colleagues | Wrote the onboarding guide of the platform team for new remote colleagues":                                      true,
		"Moved the ledger of 14 banks to Kafka, which cut the nightly run from 5 h to 20 min | Moved the ledger of 16 banks to Kafka, which cut the nightly run from 5 h to 20 min":           false,
		"Moved the ledger of 14 banks to Kafka in a run of 5 h and 20 min | Moved the ledger of 14 banks to Pulsar in a run of 5 h and 20 min":                                                false,
		"Wrote the Terraform modules of the staging environment for every team of the bank | Wrote the Terraform modules of the production environment for every team of the bank":            false,
		"Cut the deploy time of 30 services from 40 min to 6 min with Argo CD | Reduced the deploy time of 30 services from 40 min to 6 min using Argo CD":                                    true,
		"Wrote the customs import of 12 ports with a queue of 9,000 forms a day | Wrote the customs export of 12 ports with a queue of 9,000 forms a day":                                     false,
		"Wrote the customs import of 12 ports with a queue of 9,000 forms a day | Tested the customs import of 12 ports with a queue of 9,000 forms a day":                                    false,
		"Cut build times by 40 % | Cut page loads by 40 %":                                        false,
		"Led a team of 5 engineers in payments | Hired a team of 5 engineers for fraud detection": false,
	} {
		first, second, _ := strings.Cut(pair, " | ")
		profile := "name = \"Ada\"\n[[experience]]\ntitle = \"Engineer\"\nstart = \"2020-01\"\nhighlights = [\"" + first + "\", \"" + second + "\"]"
		if got := breaksAt(Check(inputOf(t, profile)), "repeated-bullet", "experience[0].highlights[1]"); got != same {
			t.Errorf("%s: reported: %v", pair, got)
		}
	}
}
