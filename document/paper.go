package document

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// Paper is a paper size.
type Paper string

// The paper sizes. The zero Paper is A4.
const (
	A4     Paper = "a4"
	Letter Paper = "letter"
)

// size returns the width and height in points.
func (p Paper) size() (w, h float64) {
	if p == Letter {
		return 612, 792
	}
	return 595.28, 841.89
}

// letterCountries print on Letter (CLDR: paper size US-Letter).
var letterCountries = []string{
	"us", "usa", "united states", "united states of america", "america", "canada", "mexico", "méxico", "chile", "colombia",
	"costa rica", "guatemala", "panama", "panamá", "el salvador", "nicaragua", "venezuela", "philippines", "puerto rico", "belize",
}

// northAmericanStates matches the end of an American or Canadian location: "Austin, TX".
var northAmericanStates = lazy.New(`^(A[BLKRZ]|BC|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ABDEINOST]|N[BCDEHJLMSTUVY]|O[HKNR]|P[AER]|QC|RI|S[CDK]|T[NX]|UT|V[AIT]|W[AIVY]|YT)( [0-9]{5})?$`)

// stateNames are the states of the United States and the provinces of Canada, written out.
var stateNames = []string{
	"california", "new york", "texas", "washington", "florida", "illinois", "massachusetts", "pennsylvania", "ohio", "colorado",
	"oregon", "arizona", "michigan", "minnesota", "north carolina", "virginia", "utah", "new jersey", "maryland", "wisconsin",
	"indiana", "missouri", "tennessee", "nevada", "connecticut", "ontario", "quebec", "québec", "british columbia", "alberta",
	"manitoba", "nova scotia", "saskatchewan", "new york city", "nyc", "san francisco", "seattle", "toronto", "vancouver", "montreal", "montréal",
}

// PaperFor returns the usual paper size of a location.
func PaperFor(location string) Paper {
	parts := strings.FieldsFunc(location, func(r rune) bool { return strings.ContainsRune(",/()|·", r) })
	if len(parts) == 0 {
		return A4
	}
	last := strings.TrimSpace(parts[len(parts)-1])
	word := strings.ToLower(strings.ReplaceAll(last, ".", ""))
	if slices.Contains(letterCountries, word) || slices.Contains(stateNames, word) || len(parts) > 1 && northAmericanStates.MatchString(last) {
		return Letter
	}
	return A4
}
