package review

import (
	"fmt"
	"slices"

	"github.com/ghresume/ghresume/internal/lazy"
)

// identity are numbers that only an authority or a bank needs: recognized by what precedes
// them, or by their form.
var identity = []private{
	{"a social security number",
		numbered(`ssn|social security|social insurance|national insurance|sozialversicherung(?:s(?:nummer|nr))?|` +
			`rentenversicherungs(?:nummer|nr)|steuer(?:nummer|nr|-?id)|steuer-?identifikationsnummer|tax(?:payer)? (?:id|identification|file)|` +
			`(?:de )?(?:sécurité|sécu) sociale|seguridad social|codice fiscale|numéro avs|personnummer|` +
			`fødselsnummer|aadha+r|(?-i:PESEL|CPF|CURP)|снилс|pis(?:/pasep)?|ctps|título de eleitor|henkilötunnus|kennitala|rodné číslo|személyi szám|(?-i:CNP|OIB|JMBG|EGN|AMKA|CPR|BSN|NIF|NUIP)|іпн|рнокпп|инн|マイナンバー`),
		"", leaveOut},
	{"a social security number", announced(`(?-i:NINO|NI|NIN|NSS|BSN|PPSN?|TFN|BVN|SIN|AVS|AHV|INSEE|NIR|EPF|UAN)|c\.f\.`), "", leaveOut},
	{"a social security number", pattern("a social security number"), "", leaveOut},
	{"a passport number", numbered(`passport|reisepass|passeport|pasaporte|passaporte|paspoort|paszport|паспорт|护照`), "", leaveOut},
	{"a passport number", pattern("a passport number nearby"), "", leaveOut},
	{"the number of an identity card",
		numbered(`national id|voter id|green card|alien registration|residence permit|emirates id|personalausweis|carte (?:nationale )?d[’']identité|` +
			`cédula de identidad|documento(?: de identidad| nacional de identidad)|bilhete de identidade|` +
			`cartão de cidadão|carta d[’']identità|dow(?:ód|odu) osobist(?:y|ego)|pan card|t\.?c\.? kimlik|` +
			`(?-i:DNI|NRIC|CUIT|CUIL|TCKN)`),
		"", leaveOut},
	{"the number of an identity card",
		announced(`(?:state|citizen) id|id(?:entity)? card|identity|ausweis|cédula|documento|(?-i:FIN|HKID|NIE|NIF|RUT|RG|CNIC|KTP|NIK|PAN|CNI)`),
		"", leaveOut},
	{"the number of an identity card",
		lazy.New(`\b[STFGM]\d{7}[A-Z]\b|\bPAN\b\W{0,4}[A-Z]{5}\d{4}[A-Z]\b|\b\d{1,2}\.\d{3}\.\d{3}-[\dkK]\b`),
		"", leaveOut},
	{"the number of a driving license",
		numbered(`driv(?:ing|er(?:'|’)?s?) licen[cs]e|führerschein|permis de conduire|(?-i:CNH)|permiso de conducir|` +
			`licencia de conducir|carta de condução|patente di guida|rijbewijs|prawo jazdy`),
		"", leaveOut},
	{"a bank account",
		lazy.New(`\b[A-Z]{2}\d{2}(?:(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?|(?: ?\d{4}){2,7} ?\d{1,4})\b|` +
			`\b(?:4\d{3}|5[1-5]\d{2})([ -])\d{4}[ -]\d{4}[ -]\d{4}\b`),
		"", leaveOut},
	{"a bank account",
		numbered(`iban|bank account|kontonummer|sort code|bankleitzahl|rekeningnummer|cuenta bancaria|compte bancaire|` +
			`conta (?:bancária|corrente|poupança)|credit card`),
		"", leaveOut},
	{"a bank account", announced(`account|a/c|konto|routing|rekening|cuenta|compte|conta|agência|(?-i:BIC|SWIFT|BLZ|IFSC|CLABE|RIB)`), "", leaveOut},
}

// identityElsewhere are words that only such a number follows.
var identityElsewhere = []private{{"the number of an identity card", lazy.New(`身份证|护照`), "", leaveOut}}

// fewestDigits is how many digits the shortest of these numbers has: most texts have fewer,
// and counting is quicker than matching.
const fewestDigits = 3

const (
	// numberWord announces a number.
	numberWord = `(?:no|nr|num|number|nummer|número|numéro|numero|numer|code|n[°ºo])`
	// idValue is a number of at least five digits and letters, in groups or not.
	idValue = `(?:[A-Z]{1,4}[ ./-]?)?\d(?:[ ./-]?[A-Z]?\d|[A-Z]){3,}[A-Z\d]?(?:[^\pL]|$)`
)

// numbered matches any of the labels followed by a number: "Passport No. C01X00T47", "CPF
// 529 982 247-25".
func numbered(labels string) *lazy.Regexp {
	return lazy.New(`(?i)(?:^|[^\pL])(?:` + labels + `)[\s.-]{0,2}(?:card )?(?:(?:klasse|class|type|category|kategorie|catégorie|categoría|categoria|` +
		`clase) \pL{1,2}[\s,.;-]{1,3})?` + numberWord + `?[\s.:：#°º=-]{0,5}` + idValue)
}

// announced matches labels that mean other things, too, when a colon or "number" announces
// the number: "SIN: 046 454 286", but not "NI 9234".
func announced(labels string) *lazy.Regexp {
	return lazy.New(`(?i)(?:^|[^\pL])(?:` + labels + `)(?:[\s.-]{0,2}` + numberWord + `\b[\s.:：#°º=-]{0,5}|\s?[:：#]\s?)` + idValue)
}

func checkIdentity(r *reading) []Finding {
	var found []Finding
	seen := map[string]bool{}
	must := func(p private) Finding {
		return Finding{Message: p.what + " must not be in a resume", Hint: p.hint}
	}
	all := r.allTexts(false)
	numbers := slices.DeleteFunc(slices.Clone(all), func(t text) bool { return countDigits(t.value) < fewestDigits })
	for _, f := range append(matches(numbers, identity, must), matches(all, identityElsewhere, must)...) {
		if key := fmt.Sprint(f.Field, f.Message); !seen[key] {
			seen[key] = true
			found = append(found, f)
		}
	}
	return found
}
