package review

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/internal/lazy"
)

var phoneRules = []Rule{{
	Name: "phone-form", Area: Contact, Severity: Warning, on: onPhone,
	Reason: "A number with a missing digit cannot be called; with a country code it works from anywhere.",
	Bad:    `phone = "+44 20 7946 095"`,
	Good:   `phone = "+44 20 7946 0958"`,
	check:  checkPhone,
}}

func checkPhone(r *reading) []Finding {
	phone := countryCode.ReplaceAllString(strings.TrimSpace(r.Profile.Phone), "$1")
	if phone == "" {
		return nil
	}
	const hint = `write it with the country in front: "+44 20 7946 0958"`
	digits := strings.Count(strings.Map(digitsOnly, phone), "0")
	if strings.IndexFunc(phone, func(c rune) bool { return unicode.IsLetter(c) }) >= 0 && digits < 7 {
		return []Finding{at("phone", fmt.Sprintf("%q is not a phone number", phone), hint)}
	}
	if digits < 7 || digits > 17 {
		return []Finding{at("phone", fmt.Sprintf("%q has %s", phone, english.Count(digits, "digit")), hint)}
	}
	region := ""
	if !strings.HasPrefix(phone, "+") && !strings.HasPrefix(phone, "00") {
		if region = regionOf(r.Profile.Location); region == "" {
			return []Finding{advice(at("phone", fmt.Sprintf("%q has no country code", phone), hint))}
		}
	}
	return judgePhone(phone, region, hint)
}

// countryCode matches a country code in brackets: "(+1) 610-255-7154".
var countryCode = lazy.New(`^\(\s*(\+\d{1,3})\s*\)`)

// digitsOnly maps digits to 0 and drops the rest.
func digitsOnly(c rune) rune {
	if unicode.IsDigit(c) {
		return '0'
	}
	return -1
}

// judgePhone checks a number against the numbering plans. An impossible number is a
// warning; an unlisted one is advice, because it may be new, or invented for an example.
func judgePhone(phone, region, hint string) []Finding {
	n, ok := parsePhone(phone, region)
	if strings.HasPrefix(phone, "+") {
		hint = "check the digits"
	}
	switch {
	case !ok:
		return []Finding{at("phone", fmt.Sprintf("%q is not a phone number of any country", phone), hint)}
	case !n.isPossible():
		return []Finding{at("phone", fmt.Sprintf("%q has a wrong number of digits for its country", phone), hint)}
	case !n.isGivenOut():
		return []Finding{advice(at("phone", fmt.Sprintf("%q is not in any number range of its country", phone), "check the digits"))}
	case region != "":
		return []Finding{advice(at("phone", "the number works within one country only", fmt.Sprintf("write %q", n.international(phone))))}
	}
	return nil
}

// regions maps the end of a location to the country whose numbers need no country code.
var regions = map[string]string{
	"usa":                      "US",
	"us":                       "US",
	"united states":            "US",
	"united states of america": "US",
	"uk":                       "GB",
	"united kingdom":           "GB",
	"england":                  "GB",
	"scotland":                 "GB",
	"wales":                    "GB",
	"germany":                  "DE",
	"deutschland":              "DE",
	"de":                       "DE",
	"france":                   "FR",
	"fr":                       "FR",
	"spain":                    "ES",
	"españa":                   "ES",
	"es":                       "ES",
	"italy":                    "IT",
	"italia":                   "IT",
	"it":                       "IT",
	"portugal":                 "PT",
	"poland":                   "PL",
	"polska":                   "PL",
	"pl":                       "PL",
	"netherlands":              "NL",
	"the netherlands":          "NL",
	"nl":                       "NL",
	"belgium":                  "BE",
	"austria":                  "AT",
	"österreich":               "AT",
	"switzerland":              "CH",
	"schweiz":                  "CH",
	"suisse":                   "CH",
	"ch":                       "CH",
	"ireland":                  "IE",
	"sweden":                   "SE",
	"norway":                   "NO",
	"denmark":                  "DK",
	"finland":                  "FI",
	"czech republic":           "CZ",
	"czechia":                  "CZ",
	"ukraine":                  "UA",
	"ua":                       "UA",
	"romania":                  "RO",
	"greece":                   "GR",
	"hungary":                  "HU",
	"turkey":                   "TR",
	"türkiye":                  "TR",
	"israel":                   "IL",
	"india":                    "IN",
	"brazil":                   "BR",
	"brasil":                   "BR",
	"br":                       "BR",
	"mexico":                   "MX",
	"méxico":                   "MX",
	"argentina":                "AR",
	"chile":                    "CL",
	"colombia":                 "CO",
	"canada":                   "CA",
	"australia":                "AU",
	"au":                       "AU",
	"new zealand":              "NZ",
	"nz":                       "NZ",
	"japan":                    "JP",
	"china":                    "CN",
	"singapore":                "SG",
	"south africa":             "ZA",
	"nigeria":                  "NG",
	"kenya":                    "KE",
	"egypt":                    "EG",
	"pakistan":                 "PK",
	"bangladesh":               "BD",
	"vietnam":                  "VN",
	"philippines":              "PH",
	"indonesia":                "ID",
	"south korea":              "KR",
	"korea":                    "KR",
}

// usStates are what follows the comma in an American location.
const usStates = " AL AK AZ AR CO CT DC FL GA HI ID IL IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH " +
	"OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY CA "

// regionOf returns the ISO code of the country at the end of a location, or "".
func regionOf(location string) string {
	last := strings.TrimSpace(location[strings.LastIndex(location, ",")+1:])
	if region := regions[strings.ToLower(last)]; region != "" {
		return region
	}
	if state, _, _ := strings.Cut(last, " "); state != "" && strings.Contains(usStates, " "+state+" ") {
		return "US"
	}
	return ""
}
