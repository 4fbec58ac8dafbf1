package review

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/lazy"
)

// onRequest are the ways to say that something is given to those who ask.
const onRequest = `(?:up)?on (?:\pL+ )?(?:request|demand|inquiry|enquiry)|by request|if (?:required|requested|needed|` +
	`asked|necessary|desired)|on asking|for the asking|if you ask|just ask|when (?:required|requested|needed|asked)|as (?:required|requested)|` +
	`auf (?:anfrage|wunsch|nachfrage)|bei (?:bedarf|interesse)|(?:sur|à la) (?:simple )?(?:demande|` +
	`requête)|(?:a|bajo|previa|por) (?:petición|solicitud|pedido|requerimiento|demanda)|` +
	`si se (?:solicita|requiere|desea)|(?:a|mediante|sob) (?:pedido|solicitação|consulta|requerimento)|` +
	`(?:su|a) richiesta|op (?:aanvraag|verzoek)|na (?:życzenie|żądanie|prośbę)|på begäran|på forespørsel|` +
	`på anmodning|pyydettäessä|istek üzerine|talep (?:üzerine|edilmesi)|за запитом|на запит|по запросу|索取`

// referenceWord begins the word for references in many languages.
const referenceWord = `refere(?:es?|nce|nces|ncia|ncias|nz|nzen|nze|nties|ncje|nser|nslar)\b|références?(?:\P{L}|$)|` +
	`referências?(?:\P{L}|$)|referanslar|рекомендаці\pL*|рекомендац\pL*|推荐信`

var references = []private{{"the line on references", lazy.New(`(?i)` +
	`(?:` + referenceWord + `)[^.;\n]{0,60}(?:` + onRequest + `)` +
	`|\breferences?\b\s*(?:are|is|can|will|may|could|available|provided|furnished|` +
	`supplied)\b[^.;]{0,30}\b(?:available|provided|furnished|supplied|given|shared|sent|made|submitted|` +
	`request)\b|\breferences?\s*[:–-]?\s*(?:are |is )?available\b` +
	`|\b(?:happy|glad|willing|pleased|able) to (?:provide|give|supply|furnish|share|name) (?:\pL+ ){0,3}(?:references|referees)\b` +
	`|^\W*(?:(?:they|names?|contacts?|details) )?(?:(?:will|can|may) be )?(?:gladly |` +
	`happily )?(?:available|furnished|provided|supplied|given)? ?(?:` + onRequest + `)\W*$` +
	`|\bput you in (?:touch|contact) with\b|\b(?:will|can|would|happy to|glad to) (?:gladly |happily )?vouch for me\b` +
	`|\brefere(?:es|nces)\b[^.;\n]{0,30}\b(?:named|given|provided|shared|supplied|sent) (?:after|at|during|before|upon|in|once)\b|\breferences?\s*[:–-]\s*(?:just |please |simply )?ask\b|\b(?:recommendation letters?|letters? of recommendation)\b[^.;\n]{0,30}(?:` + onRequest + `)` +
	`|\b(?:ask|call|contact|phone|e-?mail) (?:any of )?my (?:former|previous|old|last|ex-?) ?(?:boss|manager|employer|colleague|lead)\w*` +
	`|\b(?:former|previous|old) (?:bosses|managers|employers|colleagues) (?:can|will|would|are happy to|are ready to) \pL+` +
	`|(?:referenzen|referencias|référence\pL*|referências|referenze) (?:können|gerne|werden|podrán|serán|` +
	`peuvent|seront|podem|serão)\b|(?:disponibilidad|disponibilité|disponibilidade|disponibilità) (?:de|` +
	`di) (?:referencias|références|referências|referenze)|推荐信可`), "", leaveOut}}

// aboutReferences matches the heading of a section of references.
var aboutReferences = lazy.New(`(?i)^\W*(?:` + referenceWord + `|referees)|^\W*(?:professional |personal )?references?\W*$`)

func checkReferences(r *reading) []Finding {
	found := matches(r.allTexts(false), references, func(p private) Finding {
		return Finding{Message: "the line on references says nothing", Hint: p.hint}
	})
	for _, t := range r.texts {
		found = append(found, r.promisedElsewhere(t)...)
		if strings.HasPrefix(t.field, "sections") && aboutReferences.MatchString(r.headingOf(t.field)) && r.namesNobody(t) {
			found = append(found, at(t.field, "the line on references says nothing", leaveOut))
		}
	}
	found = slices.DeleteFunc(found, func(f Finding) bool { return f.part != nil && r.amongWork(f) })
	return found[:min(1, len(found))]
}

// promisedElsewhere finds a sentence of another language that promises references: it names
// them and how they are had, in any words, and neither a person's address nor a number.
func (r *reading) promisedElsewhere(t text) []Finding {
	l := r.knownLanguage(t.field)
	if l == nil || l.references == nil || strings.Contains(t.field, "highlights") {
		return nil
	}
	for _, s := range sentencesOf(t.value) {
		if l.references.MatchString(s.text) && l.given.MatchString(s.text) && !strings.ContainsAny(s.text, "@0123456789") {
			return []Finding{t.within(s.from, s.to, "the line on references says nothing", leaveOut)}
		}
	}
	return nil
}

// promise matches what is available rather than given.
var promise = lazy.New(`(?i)(?:^|[^\pL])(?:` + onRequest + `|available|disponibl\pL+|disponíve\pL+|disponibil\pL+|verfügbar|beschikbaar|dostępne)(?:\P{L}|$)`)

// namesNobody reports whether a line under the heading of references only promises them: it
// says so, or it is all there is and has neither a name nor an address.
func (r *reading) namesNobody(t text) bool {
	line := t.value
	if strings.ContainsAny(line, "@0123456789") {
		return false
	}
	if promise.MatchString(line) {
		return true
	}
	section, _, _ := strings.Cut(t.field, ".")
	for _, other := range r.texts {
		if strings.HasPrefix(other.field, section+".items") && other.field != t.field {
			return false
		}
	}
	words := strings.Fields(strings.TrimSpace(line))
	return len(words) > 1 && !slices.ContainsFunc(words[1:], func(w string) bool { return strings.ContainsFunc(w, unicode.IsUpper) }) && isCased(words[0])
}

// isCased reports whether the script of the word has capitals.
func isCased(w string) bool { return unicode.IsUpper(firstRune(w)) || unicode.IsLower(firstRune(w)) }
