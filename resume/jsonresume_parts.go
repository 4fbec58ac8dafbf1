package resume

import (
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"github.com/ghresume/ghresume/internal/cldr"
)

// countryCodes maps English names of countries to two-letter codes.
var countryCodes = sync.OnceValue(func() map[string]string {
	codes := map[string]string{"usa": "US", "united states of america": "US", "uk": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "the netherlands": "NL", "czech republic": "CZ", "turkey": "TR"}
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string(a) + string(b)
			region, err := language.ParseRegion(code)
			if err != nil || !region.IsCountry() || region.String() != code {
				continue
			}
			if name := strings.ToLower(cldr.Country(code)); codes[name] == "" {
				codes[name] = code
			}
		}
	}
	return codes
})

// jsonPlaceOf splits "City, Region, Country". A country is recognized by its English
// name; a code alone may be that of a state.
func jsonPlaceOf(place string) *jsonLocation {
	parts := strings.Split(place, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	out := &jsonLocation{City: parts[0]}
	rest := parts[1:]
	if n := len(rest); n > 0 {
		if code := countryCodes()[strings.ToLower(rest[n-1])]; code != "" {
			out.Country, out.CountryCode = rest[n-1], code
			rest = rest[:n-1]
		}
	}
	out.Region = strings.Join(rest, ", ")
	return out
}

// asWritten returns the profile that the resume was built from.
func (r *Resume) asWritten() *Profile {
	if r.written == nil {
		return &Profile{}
	}
	return r.written
}

// inWrittenOrder restores the user's order of entries, which a JSON Resume keeps.
func inWrittenOrder[T any](printed, written []T, same func(a, b T) bool) []T {
	rest := slices.Clone(printed)
	var out []T
	for _, w := range written {
		if i := slices.IndexFunc(rest, func(p T) bool { return same(p, w) }); i >= 0 {
			out = append(out, rest[i])
			rest = slices.Delete(rest, i, i+1)
		}
	}
	return append(out, rest...)
}

func sameRole(a, b Experience) bool {
	return a.Title == b.Title && a.Company == b.Company && a.Start == b.Start && a.Summary == b.Summary
}

func sameCourse(a, b Education) bool {
	return a.Degree == b.Degree && a.Institution == b.Institution && a.Start == b.Start
}

func sameVolunteering(a, b Volunteering) bool {
	return a.Title == b.Title && a.Organization == b.Organization && a.Start == b.Start
}
