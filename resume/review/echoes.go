package review

import "slices"

// echoes maps a rule to those that say the same about the same field in other words.
func echoes() map[string][]string {
	return map[string][]string{
		"summary-length":  {"text-block"},
		"bullet-length":   {"text-block"},
		"skill-entry":     {"expert-claim"},
		"duplicate-skill": {"skill-name"},
		"placeholder":     {"action-verb", "bullet-length", "weak-opener"},
		"link-form":       {"placeholder-link"},
		"email-form":      {"parser-contact"},
		"first-person":    {"action-verb"},
		"word-slip":       {"action-verb"},
		"misspelling":     {"action-verb"},
		"passive-voice":   {"action-verb"},
		"invalid-profile": {"missing-start", "missing-end", "school-without-year", "certificate-without-date"},
	}
}

// withoutEchoes drops what another finding says already.
func withoutEchoes(found []Finding) []Finding {
	said := map[string]bool{}
	for _, f := range found {
		for _, echo := range echoes()[f.Rule] {
			said[echo+" "+f.Field] = true
		}
	}
	return slices.DeleteFunc(found, func(f Finding) bool { return said[f.Rule+" "+f.Field] && f.Severity != Error })
}
