package review

import "testing"

// TestPrivatePhrases checks which phrases are private life and nothing else.
func TestPrivatePhrases(t *testing.T) {
	for phrase, want := range map[string]string{
		"two cats and a wife":               "the family",
		"happily separated":                 "the family",
		"drei kleine Kinder":                "the family",
		"pacsée":                            "the family",
		"sin niños":                         "the family",
		"married for eleven years":          "the family",
		"devout Methodist":                  "the religion",
		"católica no praticante":            "the religion",
		"lactose-free":                      "",
		"mildly autistic":                   "the state of health",
		"ausgemustert aus der Bundeswehr":   "military service",
		"service militaire effectué":        "military service",
		"casier judiciaire vierge":          "the criminal record",
		"lifelong republican voter":         "a political affiliation",
		"mother tongue Telugu":              "",
		"single sign-on":                    "",
		"for kids and parents":              "",
		"parent company":                    "",
		"child processes":                   "",
		"service":                           "",
		"Catholic University of Leuven":     "",
		"clean code":                        "",
		"health":                            "",
		"black and white photography":       "",
		"green hosting":                     "",
		"apps for diabetic and deaf people": "",
	} {
		if got := topicOf(phrase); got != want {
			t.Errorf("%q is about %q, want %q", phrase, got, want)
		}
	}
}

// TestPrivateAges checks that years which nobody can have worked are an age, and others not.
func TestPrivateAges(t *testing.T) {
	r := newReading(inputOf(t, "[[experience]]\ntitle = \"Engineer\"\nstart = \"2014-01\"\nend = \"2023-12\""))
	for phrase, want := range map[string]bool{
		" 41 ans": true, "12 ans": false, "15 jaar": false, "46 years young": true, "20 years": false,
		"mid-thirties": true, "elder millennial": true, "thirty-two years old": true, "30 services": false,
	} {
		if got := r.isAge(phrase); got != want {
			t.Errorf("%q is an age: %t, want %t", phrase, got, want)
		}
	}
}
