package review

import (
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// familyWords are words about the family in the output languages. One of them makes a
// phrase private if all its other words are there to join them: "Wife and two daughters".
var familyWords = setOf(`married unmarried divorced widowed engaged single separated wife husband spouse daughter daughters son sons kid kids child children childless twins father mother dad mom mum parent parents brother brothers sister sisters sibling siblings grandchildren fiancé fiancée baby
	verheiratet ledig geschieden verwitwet verlobt ehefrau ehemann frau tochter töchter sohn söhne kind kinder kinderlos vater mutter eltern bruder schwester geschwister zwillinge
	marié mariée célibataire divorcé divorcée veuf veuve pacsé pacsée fiancée épouse époux femme mari fille filles fils enfant enfants père mère frère sœur jumeaux
	casado casada soltero soltera divorciado divorciada viudo viuda esposa esposo marido mujer hija hijas hijo hijos niño niños padre madre padres hermano hermana hermanos
	solteiro solteira divorciado viúvo viúva filha filhas filho filhos pai mãe irmão irmã
	sposato sposata celibe nubile divorziato divorziata vedovo vedova coniugato coniugata moglie figlia figlie figlio figli padre madre
	gehuwd ongehuwd getrouwd gescheiden vrouw dochter dochters zoon zonen kinderen
	żonaty zamężna rozwiedziony rozwiedziona żona mąż córka córki syn synowie dziecko dzieci
	gift ogift sambo skild dotter döttrar barn
	одружений заміжня неодружений розлучений дружина чоловік донька доньки син сини дитина діти женат замужем холост разведен жена муж дочь сын дети`)

// joiningWords may stand beside them.
var joiningWords = setOf(`and with no without of to a an the my one two three four five happily proud proudly loving happy newly recently been since for years yrs year old aged age young currently small adult grown both is am i
	und mit ohne keine kein ein eine einen zwei drei vier fünf glücklich seit alt jahre jahren
	et avec sans un une deux trois quatre cinq depuis ans de âgés heureux heureuse
	y con sin dos tres cuatro cinco años desde felizmente e com sem dois duas três quatro anos uma um di senza due tre quattro anni en met zonder geen twee drie vier een i z bez dwoje troje dwa trzy oraz och med utan två tre і та з без двоє троє двоих`)

// bodyMeasure matches a phrase that is only a height or a weight: "5'7\"", "62 kg", "1,78 m".
var bodyMeasure = lazy.New(`(?i)^\W*(?:(?:height|weight|tall|größe|gewicht|taille|poids|estatura|altura|peso|altezza|lengte|wzrost|waga)\s*:?\s*)?(?:[4-6]\s?['’′]\s?\d{1,2}\s?(?:"|”|″|'')?|[4-6]\s?(?:ft|feet)\s?\d{0,2}(?:\s?in(?:ch(?:es)?)?)?|1[.,]\d{2}\s?m|1\d{2}\s?cm|\d{2,3}\s?(?:kgs?|lbs|pounds|kilos?))\W*$`)

// healthPhrase matches a phrase that is only about health and habits.
var healthPhrase = lazy.New(`(?i)^\W*(?:(?:physically|medically|mentally) (?:very )?fit(?: and healthy)?|fit and healthy|non-?drinker|teetotal\pL*|non-?smoking|no (?:\pL+ )?(?:diseases?|illness(?:es)?|allerg(?:y|ies)|disabilit(?:y|ies)|health (?:problems|issues))|vegan|vegetarian|halal(?: diet)?|kosher(?: diet)?|wears? (?:glasses|contact lenses)|healthy|(?:very )?good health|tattoos?|no tattoos|nichtraucher(?:in)?|gesund|keine (?:vorerkrankungen|allergien|behinderung)|non[- ]fumeu(?:r|se)|bonne santé|no fumador(?:a)?|buena salud|não fumante|boa saúde|non fumat(?:ore|rice)|niepaląc[ya]|muslim|muslima|catholic|hindu|sikh|buddhist|atheist|agnostic|jain|protestant|evang[ée]lic[oa]|cristian[oa]|cristão|cristã|católic[oa]|espírita|judí[oa]|jude[ua]|muçulman[oa]|musulm[áa]n[a]?|agnóstic[oa]|mormón|testigo de jehová|evangelisch|katholisch|konfessionslos|ate[oa]|atheist(?:in)?)\W*$`)

// churchOffice matches offices in a congregation.
var churchOffice = lazy.New(`(?i)\b(?:elder|deacon|deaconess|usher|pastor|preacher|choir|choirmaster|sunday school|worship|lay reader|altar|acolyte|imam|cantor|sacristan|ministrant(?:in)?)\b[^.;]{0,40}\b(?:church|mosque|temple|synagogue|parish|congregation|chapel|gemeinde|pfarrei)\b`)

// ownFamily matches relatives by what belongs to whom: "My father works …", "S/o Mr. …".
var ownFamily = lazy.New(`(?i)(?:^|[^\pL])(?:[sdw]/o\b|(?:my|our) (?:\pL+ )?(?:father|mother|wife|husband|son|sons|daughter|daughters|parents|brother|sister|kids|children|uncle|aunt|grandfather|grandmother|girlfriend|boyfriend|fianc[ée]e?|spouse)\b|(?:mein|meine|meinem|meiner|meinen) (?:vater|mutter|frau|mann|eltern|kinder|kindern|familie|sohn|tochter)\b|(?:mon|ma|mes) (?:père|mère|mari|femme|épouse|enfants|famille|parents|fils|fille)\b|mis? (?:padre|madre|esposa|esposo|marido|mujer|hijos|hijo|hija|familia|padres)\b|(?:meu|minha|meus) (?:pai|mãe|esposa|marido|filhos|filho|filha|família|pais)\b|(?:mio|mia|miei) (?:padre|madre|moglie|marito|figli|figlio|figlia|famiglia|genitori)\b)`)

// phraseEnds are what separates the phrases of a line.
const phraseEnds = ".,;|•·/()–—\n"

// privatePhrases finds the phrases of texts about the person that tell of family or body and
// of nothing else.
func (r *reading) privatePhrases(texts []text) []Finding {
	var found []Finding
	for _, t := range texts {
		if !isAboutSelf(t) || t.field == "title" {
			continue
		}
		if m := ownFamily.FindStringIndex(t.value); m != nil {
			found = append(found, t.within(m[0], m[1], "the family does not belong in a resume", leaveOut))
			continue
		}
		if m := churchOffice.FindStringIndex(t.value); m != nil {
			found = append(found, t.within(m[0], m[1], "the religion does not belong in a resume", leaveOut))
			continue
		}
		aboutPerson := strings.HasPrefix(t.field, "sections") && personalHeading.MatchString(r.headingOf(t.field))
		from := 0
		for phrase := range strings.FieldsFuncSeq(t.value, func(c rune) bool { return strings.ContainsRune(phraseEnds, c) }) {
			at := from + strings.Index(t.value[from:], phrase)
			from = at + len(phrase)
			switch {
			case isFamilyPhrase(phrase):
				found = append(found, t.within(at, from, "the family does not belong in a resume", leaveOut))
			case aboutPerson && startsPrivately(phrase):
				found = append(found, t.within(at, from, "private life does not belong in a resume", leaveOut))
			case bodyMeasure.MatchString(phrase), healthPhrase.MatchString(phrase):
				found = append(found, t.within(at, from, "health, looks and faith do not belong in a resume", leaveOut))
			default:
				continue
			}
			break
		}
	}
	return found
}

// otherwise are family words that alone may mean something else: "single" thread, "engaged".
const otherwise = " single engaged separated baby kids children child kind gift barn twins parent parents niños filles femme frau figli syn män "

// personalHeading matches the headings of sections about the person.
var personalHeading = lazy.New(`(?i)^\W*(?:(?:my |other )?personal(?: (?:details?|data|information|info|profile|particulars))?|particulars|bio(?:graphical)?(?: data)?|biodata|private|privates|persönlich\pL*(?: (?:daten|angaben))?|(?:angaben zur )?person|datos(?: personales)?|información personal|dados(?: pessoais)?|dati (?:personali|anagrafici)|dati|dane(?: osobowe)?|informations? personnelles?|état civil|données personnelles|persoonlijke gegevens|personuppgifter|особисті дані|личные данные)\W*$`)

// startsPrivately reports whether a phrase of a few words begins with a private label, without
// a colon: "Blood group O positive", "Idade 33".
func startsPrivately(phrase string) bool {
	words := wordsOf(phrase)
	if len(words) < 2 || len(words) > 6 {
		return false
	}
	for n := min(3, len(words)-1); n > 0; n-- {
		label := strings.ToLower(phrase[words[0].from:words[n-1].to])
		if privateLabelOf()[label] != "" {
			return true
		}
	}
	return false
}

// isFamilyPhrase reports whether all words of a phrase are about the family, or join those.
func isFamilyPhrase(phrase string) bool {
	words := wordsOf(phrase)
	if len(words) == 1 && strings.Contains(otherwise, " "+words[0].lower()+" ") {
		return false
	}
	family := false
	for _, w := range words {
		lower := w.lower()
		switch {
		case familyWords()[lower]:
			family = true
		case !joiningWords()[lower] && !isNumber(lower):
			return false
		}
	}
	return family
}

func isNumber(w string) bool { return strings.Trim(w, "0123456789.+-") == "" }

// underHeading finds the first line of each custom section whose heading tells that all of it
// is private: "Health", "Familie", "Salary expectations".
func (r *reading) underHeading(private func(heading string) bool, message string) []Finding {
	var found []Finding
	seen := map[string]bool{}
	for _, t := range r.texts {
		section, _, _ := strings.Cut(t.field, ".")
		if !strings.HasPrefix(section, "sections[") || seen[section] || !private(strings.ToLower(strings.TrimSpace(r.headingOf(t.field)))) {
			continue
		}
		seen[section] = true
		found = append(found, at(t.field, message, leaveOut))
	}
	return found
}

// privateHeadings are headings that promise nothing else, besides the labels.
var privateHeadings = lazy.New(`(?i)^(?:my )?(?:family(?: (?:details|background|information|members))?|familie|famille|familia|família|famiglia|rodzina|сім[’']я|семья|(?:personal )?health(?: (?:status|details))?|gesundheit|santé|salud|saúde|salute|physical (?:details|description|attributes|stats)|marital details|photo|photograph|foto|lichtbild|bewerbungsfoto|religious (?:background|beliefs)|political views)$`)

func isPrivateHeading(heading string) bool {
	return privateHeadings.MatchString(heading) || privateLabelOf()[heading] != "" && heading != "orientation" && heading != "herkunft" && heading != "race" && heading != "parents" && heading != "smoking" && heading != "signo"
}
