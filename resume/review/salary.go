package review

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/lazy"
)

const (
	// money is an amount with its currency: "£72k", "60,000 EUR", "SGD 6,500", "12 LPA".
	money = `(?:(?:[A-Z]{1,3}\s?)?[$€£¥₹₽₴]\s?\d[\d.,' ]*\d?\s?(?:k|m|lakhs?|lpa)?\b|` +
		`\b(?-i:[A-Z]{3})\s?\d[\d.,' ]*\d?k?\b|\b\d[\d.,' ]*\s?(?:k?\s?(?:€|\$|£|¥|₹|zł|(?-i:EUR|USD|GBP|CHF|` +
		`PLN|SEK|NOK|DKK|CZK|SGD|MXN|BRL|INR|JPY|CAD|AUD|NZD|UAH|RUB|TRY)\b|euros?\b|eur\b|dollars?\b|` +
		`francs?\b|kr\b|lakhs?\b|lpa\b|reais\b|pesos\b)|k\b))`
	// pay are the nouns for what one earns.
	pay = `salary|salaries|ctc|pay|package|compensation|remuneration|wages?|income|earnings|(?:hourly|daily|` +
		`day) rate|(?:brutto|jahres|monats|wunsch|ziel|jahresbrutto)?gehalt\pL*|bruttogehalt|jahresbrutto|` +
		`stundensatz|tagessatz|salaire|rémunération|prétentions?(?: salariales?)?|sueldo|salario|` +
		`pretensi(?:ón|ones)(?: salarial(?:es)?| económicas?)?|aspiraci(?:ón|ones) salarial(?:es)?|` +
		`remuneración|salário|pretens(?:ão|ões) salaria(?:l|is)|remuneração|stipendio|retribuzione|(?-i:RAL)|` +
		`richiest[ae] economic(?:a|he)|salaris(?:indicatie|wens)?|uurtarief|wynagrodzeni[ea]|` +
		`oczekiwania (?:finansowe|płacowe)|lön(?:eanspråk)?|palkkatoive|maaş(?: beklentisi)?|зарплат\pL*|` +
		`оклад|очікувана зарплата|期望薪资|期望月薪|希望年収|年収|薪资`
	// perTime ends an amount that is paid regularly.
	perTime = `(?:gross|net|brutto|netto|bruts?|brutos?|brut[oe]s?|lord[oi]|per (?:year|month|annum|hour|day)|` +
		`p\.?a\.?\b|a (?:year|month)|an hour|annually|annual|yearly|monthly|/ ?(?:yr|year|month|mo|h|hour|` +
		`day|jahr|monat|an|mois|año|mes|anno)\b|(?:pro|im) (?:jahr|monat|stunde|tag)|par (?:an|mois|jour)|` +
		`al (?:año|mes)|mensuales|anuales|por (?:ano|mês|año|mes)|all[’']anno|per (?:jaar|maand)|rocznie|` +
		`miesięcznie|base\b|ote\b|ctc\b|plus (?:bonus|equity)|\+ ?(?:bonus|equity|rsus?)|pj\b|clt\b)`
)

var salaries = []private{{"a salary", lazy.New(`(?i)` +
	// "Current package: £72k", "Salary expectations: negotiable"
	`^\W*(?:\pL+\s+){0,3}(?:` + pay + `)(?:\s+\pL+){0,2}\s*(?:[:=–—-]\s*(?:\pL+\s+){0,3}` + money + `|[:=–—-]\s*\D{0,8}\d{2}|` + money + `)` +
	// "the expected salary is 60,000"
	`|\b(?:current|expected|desired|last|minimum|previous|present|target|annual|gross|` +
	`base)\s+(?:annual\s+|monthly\s+|gross\s+|base\s+)?(?:salary|ctc|compensation|pay|income|package|` +
	`base|rate)\b(?:\s+(?:is|of|range|expectation)\b)?\s*[:–—-]?\s*[^\s\pL]{0,3}\s?(?:[A-Z]{3}\s?)?\d` +
	`|\b(?:salary|pay|compensation) (?:expectations?|requirements?|history|range)\s*(?::|–|-|is\b|are\b|` +
	`of\b|negotiable)|\b(?:expected|current) ctc\b|\b(?:salary|compensation|pay|package)\s*(?::|` +
	`is)?\s*negotiable\b|gehalts(?:vorstellung|wunsch)|prétentions? salariale|pretensi(?:ón|` +
	`ones)(?: salarial|:)|aspiraci(?:ón|ones) salarial|pretens(?:ão|ões) salaria(?:l|is)|` +
	`richiest[ae] economic|oczekiwania (?:finansowe|płacowe)|期望薪资|期望月薪|希望年収|salarisindicatie|` +
	`gewenst salaris|löneanspråk|palkkatoive|maaş beklentisi|зарплатні очікування|зарплатные ожидания` +
	// "looking for at least 60k EUR gross per year", "earned a salary of SGD 6,500"
	`|\b(?:looking for|expect\w*|seek\w*|want\w*|earn(?:ed|ing|s)?|drawing|paid|at least|minimum|` +
	`starting at|from|available for|rate of)\b[^.;!?]{0,30}` + money + `[^.;!?]{0,12}` + perTime + `|\b(?:earn(?:ed|ing|s)?|drawing|drew|receiv(?:ed|ing)|with) (?:an? )?(?:\pL+ ){0,2}(?:salary|ctc|` +
	`package|pay) of\b` +
	// "My current annual salary is …", in any of the languages
	`|\b(?:my|mein\pL*|mon|ma|mi|meu|minha|mio|mia|mijn|moje|current|present|aktuell\pL*|derzeitig\pL*|` +
	`actuel\pL*|actual|atual|attuale|huidig\pL*|last|letzt\pL*|expected|gewünscht\pL*|` +
	`drawn)\s+(?:\pL+\s+){0,2}(?:` + pay + `)\b[^.;!?]{0,30}` + money +
	`|(?:^|[.;]\s*)(?:i )?(?:expect(?:ing)?|asking(?: for)?|looking for|seeking|want(?:ing)?)\s+(?:\pL+\s+){0,2}` + money +
	`|\b(?:my|mein|mon|mi|meu|mio)\s+(?:\pL+\s+)?(?:rate|satz|tarif|taux|tarifa|tariffa)\b[^.;!?]{0,15}` + money +
	`|\b(?:currently|presently|now) (?:on|at|making|earning|paid) ` + money +
	`|(?:^|[.;]\s*)(?:i(?:['’]m| am) )?(?:making|earning|on) ` + money + `[^.;]{0,40}(?:\b(?:today|now|base|bonus|would|want|expect)\b)` +
	`|\b(?:would (?:move|like|switch|leave|accept|come)|will (?:move|switch)) for (?:at least )?` + money +
	`|\btotal (?:comp|compensation|pay|package)\b[^.;]{0,25}` + money +
	`|\bon an? (?:daily|day|hourly|weekly|monthly) rate of ` + money +
	`|^\W*(?:(?:hourly|daily|day|bill(?:ing|able)?|my|contract|freelance|standard|current)\s+)?rates?\s*[:=]\s*(?:[A-Z]{3}\s?|[$€£])\d` +
	`|^\W*(?:\pL+\s+)?(?:expectations?|oczekiwania|vorstellung|erwartung(?:en)?|wunsch|attentes?|` +
	`expectativas?|aspettative|verwachting(?:en)?)\s*:\s*(?:\pL+\s+){0,2}` + money +
	`|\b(?:verdient?e?|gagn(?:e|ais)|gan(?:o|aba)|ganho|guadagno)\b[^.;!?]{0,20}` + money + `|^\W*` + money + `\s?` + perTime), "", "leave it out; talk about it when they want you"}}

func checkSalary(r *reading) []Finding {
	found := matches(beginnings(r.allTexts(false)), salaries, func(p private) Finding {
		return Finding{Message: "a salary does not belong in a resume", Hint: p.hint}
	})
	// A bullet may be about other people's salaries; only its first words are about the
	// writer's.
	return append(slices.DeleteFunc(found, r.amongWork), r.underPay(found)...)
}

// payHeading matches the headings of sections about pay.
var payHeading = lazy.New(`(?i)^\W*(?:(?:current|expected|desired|my|last|target|aktuell\pL*|gewünscht\pL*) )*(?:` + pay + `)(?: \pL+){0,2}\W*$`)

// underPay finds amounts under such a heading.
func (r *reading) underPay(known []Finding) []Finding {
	found := r.underHeading(func(heading string) bool { return payHeading.MatchString(heading) }, "a salary does not belong in a resume")
	return slices.DeleteFunc(found, func(f Finding) bool {
		return !strings.ContainsAny(r.valueOf(f.Field), "0123456789") || slices.ContainsFunc(known, func(other Finding) bool { return other.Field == f.Field })
	})
}

// amongWork reports whether a finding is behind the first words of a bullet, which are
// about the work then.
func (r *reading) amongWork(f Finding) bool {
	return strings.Contains(f.Field, "highlights") && strings.IndexFunc(r.valueOf(f.Field)[:f.part.from], unicode.IsLetter) >= 0
}
