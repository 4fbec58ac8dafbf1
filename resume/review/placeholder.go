package review

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

var placeholderRules = []Rule{
	{
		Name: "placeholder", Area: Language, Severity: Error, on: onWriting,
		Reason: "Placeholder text must not be printed.",
		Bad:    "name = \"Your Name\"\nsummary = \"TODO: write this.\"\n[links]\nlinkedin = \"your-name\"",
		Good:   `summary = "Backend developer. Cut the TODO list of the team by half."`,
		check:  checkPlaceholders,
	},
	{
		Name: "markup-left", Area: Language, Severity: Warning, Habit: true, on: onWriting,
		Reason: "Tags and commands of another format are printed literally.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Cut costs by \\\\textbf{12\\\\%}\", \"Led R&amp;D <b>reviews</b> of a team\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Cut costs by 12 % on C:\\\\builds\", \"Kept p99 < 40 ms and R&D > 10 people\"]",
		check:  checkMarkup,
	},
}

// waiting finds text inside a field that is still to be written.
var waiting = lazy.New(`(?:^|[^\w/])_{4,}(?:\W|$)|(?:^|\s)_{2,}(?:\s?%|\s+\pL|\s*$)|(?i)\bhier\b[^.]{0,30}(?:einfügen|eintragen|ergänzen|eingeben|einsetzen)|\b(?:text|titel|beschreibung|firma|firmenname|projekt|ergebnis|zahl|zahlen) (?:hier )?(?:einfügen|eintragen|ergänzen|eingeben|einsetzen)\b|\b(?:text|texte|texto|testo|tekst|beschreibung|description|descripción|descrição|descrizione|opis) (?:hier|ici|aquí|aqui|qui|tutaj)\b|\b(?:ajouter|insérer|insertar|inserir|agregar|añadir|adicionar|inserire|aggiungere|wstaw|dodaj) (?:(?:le|un|du|votre|el|tu|su|o|um|seu|il|la|una)\s)?(?:texte?|texto|testo|tekst|description|descripción|descrição|nom|nombre|nome)(?-i)|(?i)^\W*(?:coming soon|work in progress|under construction|to be (?:added|done|completed|written|filled|announced)|will be (?:added|filled)(?: (?:later|soon))?|n/?a|not yet|kommt noch|folgt|en construction|à venir|próximamente|em breve|in arrivo|wkrótce)[\W\s]*$|(?-i)\b(?:TODO|FIXME|TBD|TBA|XXX+)\b(?:[:.\s]|$)|(?i)^\W*x{3,}\W*$|^\s*\?{2,}\s*$|[\[<{](?:(?:(?:la|il|le|lo|i|o|a|os|as|el)\s)?(?:(?:votre|vos|tus?|sus?|seus?|suas?|tuo|tua|jouw|uw|twój|twoja|twoje|din|ditt|dina|ваша?|ваше)\s(?-i:\p{Ll})|(?:ihre?[nmr]?|deine?[nmr]?)\s\pL))[^\]>}/=]{0,40}[\]>}]|\blorem ipsum\b|\bdolor sit amet\b` +
	`|\b(?:add|put|write|insert|enter|type|describe|list|your|my|include)\b[^.;]{0,40}\b(?:name|company|title|summary|university|description|text|role|skills?|details?|achievements?|experience|did|bio|objective|statement) here\b` +
	`|\b(?:describe|explain) what you\b|\bclick (?:here )?to (?:enter|add|edit) text\b|\b(?:sample|placeholder|dummy|example) (?:text|bullet|description)\b|\bthis is an? (?:sample|example|placeholder)\b` +
	`|[\[<{](?:your|insert|add|x+|y+|z|n|%|#)\b[^\]>}/=:]{0,40}[\]>}]|[\[<{](?:the|an?) (?:\w+ )?(?:company|employer|job|project|number|name|date|technology|tool|skill|metric|result|team|role|title|product|percentage|amount|description)[\]>}]` +
	`|[\[<{](?:company|job|project|number|name|date|technolog(?:y|ies)|tech|tools?|skills?|languages?|framework|result|outcome|metric|action|verb|task|team|industry|role|title|product|feature|city|month|year|percentage|amount)\b(?:(?-i:[^\]>}/=:A-Z]{0,40})|[ _-](?:names?|titles?|here|type|number|used|description|level))[\]>}]|[\[{<]%[\]}>]` +
	`|(?:^|[\s($€£~])(?-i:X{1,3}|Y{2,3}|N{2,3})\s?(?:%|\+? years?\b|k\b|million\b|users\b|percent\b|hours\b|people\b)|[$€£](?-i:X+|Y+)\b` +
	`|\b(?:company|employer|job|school|university|degree|position) (?:name |title )?(?:goes )?here\b|\b(?:text|name|title|summary|description|bullet|content) goes here\b|\bgoes here[.!]*$|\bby (?-i:[XYZN]|[XYN]{2,3})\s?%|\bby doing (?-i:[XYZ])\b|\basdf\w*\b|\bchange ?me\b|\bfoo bar\b|\b(?:abc|xyz) (?:company|corp(?:oration)?|inc|ltd|llc|university|college|school|technologies|solutions|pvt)\b` +
	`|[\[<{](?:(?:describe|descri(?:va|vi)|décri(?:re|vez)|insert[ae]|inserisci|insér(?:ez|er)|insira|inserir|scrivi|écri(?:re|vez)|escrib[ae]|escreva|ajoutez|añad[ae]|adicione|aggiungi|wpisz|opisz|beskriv|skriv|beschreib(?:en|e)|eintragen|einfügen|ausfüllen|complét(?:er|ez)|complet[ae]|preencha|compila|uzupełnij|invullen|beschrijf|doldur|yazın|вкажіть|опишіть|введіть|укажите)(?:\P{L}[^\]>}/=]{0,60})?|[^\]>}/=]{0,30}\b(?:client|cliente|kunden?|klient[ae]?|projets?|proyecto|progetto|projeto|projekts?|logro|mérito|conquista|risultato|résultat|ergebnis)(?:s|name|namen)?)[\]>}]` +
	`|(?:^|[\s(])(?-i:X{2,3}|N{2,3})\s(?:tickets?|kunden|nutzer\w*|benutzer\w*|mitarbeiter\w*|prozent|stunden|tagen?|wochen|jahren?|monaten?|projekten?|anwender\w*|utilisateurs|clients|personnes|heures|jours|mois|ans|projets|pour ?cent|usuarios|clientes|personas|horas|días|meses|años|proyectos|por ?ciento|usuários|pessoas|dias|anos|projetos|por cento|utenti|clienti|persone|ore|giorni|mesi|anni|progetti|per cento|gebruikers|klanten|uren|dagen|użytkowników|klientów|osób|godzin|engineers|developers|customers|clients|team members|members|services|servers|projects|apps|applications|months|days|weeks|minutes|seconds|ms|bugs|requests|transactions|countries|teams|dollars|euros)\b` +
	`|\b(?:inserisci|inserire|insérer|insertar|inserir|insira|inserte?|escrib[ae]|escreva|scrivi|écrivez|insérez|décrivez|describ[ae]|descreva|descrivi|ajoutez|añad[ae]|adicione|aggiungi|wpisz|opisz|beschrijf|vul|beskriv|skriv|beschreiben sie|tragen sie|fügen sie)\s(?:\pL+\s){0,4}?(?:qui|aqu[ií]|ici|hier|tutaj|här|in)(?:\P{L}|$)|\b(?:buraya|тут|сюди|сюда) (?:yaz\w*|впишіть|вкажіть|опишіть|введіть|впишите|укажите)` +
	`|[\[<{](?:descrizione|descripción|descrição|description|beschreibung|opis|testo|texto|texte|omschrijving|beskrivning|açıklama|опис|описание)[\]>}]|(?:^|[\s(])(?-i:X{2,3})\s(?:servers?|utenti|macchine|computer|dispositivi)\b|[\[<{](?:firm(?:a|en)|unternehmens?|stadt|technologie|anzahl|zahl|prozent|jahr|monat|datum|tätigkeit|entreprise|société|ville|année|nombre|nom|poste|intitulé|empresa|compañía|ciudad|año|puesto|tecnología|número|cidade|azienda|città|ruolo|bedrijf|bedrijfsnaam|firma|nazwa firmy)\w{0,6}(?: (?:de|del|de la|de l[’']|der|des|da|do|dell[’'])\s?\pL+)?[\]>}]` +
	`|\b(?:hier|bitte) (?:ihr|ihre|ihren|eintragen|ausfüllen|einfügen)\b|\bmuster(?:firma|stadt|straße|strasse)\b|\b(?:votre|tu|su|seu|sua|il tuo) (?:nom|nombre|nome|titre|título|entreprise|empresa|azienda)\b`)

// unwritten matches whole fields of templates that people start from; a number may
// follow.
var unwritten = lazy.New(`(?i)^\W*(?:(?:your|my|full|first|last|first and last) ?name|first ?name,? (?:and )?(?:last ?name|surname)|first last|name surname|john q?\.? ?doe|jane doe|max mustermann|erika mustermann|richard hendriks|vor- und nachname|vorname nachname|nom prénom|prénom nom|nombre apellidos?|nome cognome|företagsnamn|firmanavn|yrkestitel|şirket adı|назва (?:компанії|посади)|название (?:компании|должности)|会社名|公司名称|(?:nome|nombre|nom|name|navn|naam|nazwa) (?:azienda|società|empresa|compañía|entreprise|société|firma|bedrijf|firmy|cliente|client|progetto|proyecto|projet|projeto|università|universidad|universidade|école|scuola|escuela)|nome sobrenome` +
	`|(?:nombre|título|cargo|puesto) (?:de la |del |de tu )(?:empresa|compañía|universidad|escuela|puesto|proyecto|título)|(?:nom|intitulé|titre) (?:de l[’'] ?|du |de la |de votre )(?:entreprise|société|école|université|poste|employeur|diplôme|projet)|(?:nome|título|titolo) (?:da |do |dell[’'] ?|della |del )(?:empresa|universidade|cargo|projeto|azienda|università|scuola|progetto)` +
	`|(?:firmen|unternehmens|arbeitgeber|hochschul|projekt)name|name (?:der|des|ihrer|ihres|deiner|deines) (?:firma|unternehmens|arbeitgebers|hochschule|universität|projekts)|berufsbezeichnung|stellenbezeichnung|bedrijfsnaam|functietitel|nazwa (?:firmy|stanowiska|uczelni)` +
	`|(?:your |the |desired |current |professional )?(?:job|position|role|professional|work) ?title|your (?:position|role|title|profession|company|employer|school|university|degree|city|location|address|phone|phone number|email|website|summary)|position|company|employer|organi[sz]ation|(?:the |previous |current )?(?:company|employer|organi[sz]ation|institution|university|college|school|degree|certificate|certification|issuer|project|award|publication|section|client|course|team|team member|product)[ -]name` +
	`|(?:your )?city,? ?(?:your )?(?:country|state|st|province)|(?:street|your) ?address|town,? country|anytown,? \w+|stadt, land|ville, pays|ciudad, país|field of study|area of study|degree(?:,| in)? (?:major|field|subject)|month,? year(?: ?[-–] ?month,? year)?|mm/yyyy` +
	`|(?:programming )?(?:skill|language|technology|framework|tool|database|library|hobby|interest|responsibility|achievement|accomplishment|bullet(?: point)?|item|project|certificate|award|company|school|task|duty|keyword|group|section)s? ?(?:#? ?\d+|one|two|three|[abcxyz])|description|untitled)\W*$`)

// examples matches the bullets and sentences of our own drafts: `ghresume init` and the
// README.
var examples = lazy.New(`(?i)^(?:example (?:ltd|inc|gmbh|corp|company|university)\.?|cut the p99 latency by 38 % by replacing row locks with an append-only ledger|plans lessons for a school of 400 pupils` +
	`|cut the planning from two weeks to a day|cut the nightly import from 5 h to 40 min by batching writes|two to four sentences: what you do, for whom, and what you achieved\.?` +
	`|(?:backend|software|web|frontend) developer with … years of experience in …|graduate in … looking for …|https?://(?:www\.)?(?:project|your-?site|your-?domain|website)\.example/?)$`)

// accounts matches user names from templates.
var accounts = lazy.New(`(?i)^@?(?:in/)?(?:your[-_.]?(?:name|login|user(?:name)?|handle|account|id|profile|github|linkedin|email|mail)|user[-_]?name|my[-_]?(?:name|login|username)|johndoe|john[-_.]doe|janedoe|jane[-_.]doe|first[-_.]?(?:name)?[-_.]?last(?:[-_.]?name)?|login|handle|example|changeme|xxx+)/?$`)

// mailboxes matches the same before the @ of an example address.
var mailboxes = lazy.New(`(?i)^(?:you|your[-_.]?(?:name|mail|email|address)|name|email|e-?mail|mail|user|username|john\.?doe|jane\.?doe|first\.?(?:name)?\.?last(?:\.?name)?|my[-_.]?email|test|example)@`)

// phoneNumbers matches numbers from templates: 123-456-7890, (555) 555-5555, 000 0000000.
var phoneNumbers = lazy.New(`^1?(?:1234567890|0123456789|123456789|987654321|5555555555|5551234567|0+|1+|9+|X+)$`)

func checkPlaceholders(r *reading) []Finding {
	var found []Finding
	for _, t := range slices.Concat(r.texts, r.labels) {
		if f, ok := placeholderIn(t); ok {
			found = append(found, f)
		}
	}
	for network, value := range r.Profile.Links {
		if accounts.MatchString(strings.TrimSpace(value)) {
			found = append(found, unwrittenField("links."+network, value))
		}
	}
	for i, p := range r.Profile.Projects {
		if examples.MatchString(strings.TrimSpace(p.URL)) {
			found = append(found, unwrittenField(fmt.Sprintf("projects[%d].url", i), p.URL))
		}
	}
	if _, host, _ := strings.Cut(r.Profile.Email, "@"); mailboxes.MatchString(r.Profile.Email) && !r.ownHost(host) {
		found = append(found, unwrittenField("email", r.Profile.Email))
	}
	if digits := strings.Map(digitOnly, r.Profile.Phone); len(digits) > 6 && phoneNumbers.MatchString(digits) {
		found = append(found, unwrittenField("phone", r.Profile.Phone))
	}
	if accounts.MatchString(r.Profile.GitHub.User) {
		found = append(found, unwrittenField("github.user", r.Profile.GitHub.User))
	}
	return found
}

func digitOnly(c rune) rune {
	if c >= '0' && c <= '9' || c == 'X' {
		return c
	}
	return -1
}

func unwrittenField(field, value string) Finding {
	return at(field, fmt.Sprintf("%q is a placeholder", value), "write your own, or leave it out")
}

// isUnwritten reports whether a field, or each of its parts, is a template's: "Company Name,
// City".
func isUnwritten(value string) bool {
	if unwritten.MatchString(value) {
		return true
	}
	parts := strings.FieldsFunc(value, func(c rune) bool { return strings.ContainsRune(",|–—/•", c) })
	for _, part := range parts {
		if part = strings.TrimSpace(part); !unwritten.MatchString(part) && !unwrittenPart.MatchString(part) {
			return false
		}
	}
	return len(parts) > 1
}

// unwrittenPart matches words that are a template's only beside another.
var unwrittenPart = lazy.New(`(?i)^(?:city|state|country|town|location|address|date|dates|year|month|start date|end date|place|degree|major|phone|email|stadt|ort|land|datum|ville|pays|ciudad|país|fecha|cidade|data|città)$`)

func placeholderIn(t text) (Finding, bool) {
	if value := strings.TrimSpace(t.value); t.kind != prose && isUnwritten(value) || examples.MatchString(value) {
		return unwrittenField(t.field, strings.TrimSpace(t.value)), true
	}
	m := waiting.FindStringIndex(t.value)
	if m == nil {
		return Finding{}, false
	}
	if t.name && t.value[m[1]-1] == ']' && countWords(t.value[:m[0]]+t.value[m[1]:]) > 1 {
		return Finding{}, false // a department: "Example Media Group [Technology]"
	}
	from := m[0] + len(t.value[m[0]:m[1]]) - len(strings.TrimLeft(t.value[m[0]:m[1]], " \t\n("))
	word := strings.TrimRight(t.value[from:m[1]], ": .\n")
	if strings.HasPrefix(word, "TODO") && strings.Contains(strings.ToLower(t.value[m[1]:]+" "), "list ") {
		return Finding{}, false
	}
	return t.within(from, from+len(word), fmt.Sprintf("%q is still to be written", word), "write it, or leave it out"), true
}

// markup finds leftovers of other formats: HTML, LaTeX, Markdown, templates.
var markup = lazy.New(`</?(?:b|i|u|p|em|strong|span|div|ul|ol|li|br|a|font|h[1-6]|sup|sub|code|table|tr|td)(?:\s[^<>]*)?/?>|&(?:amp|nbsp|lt|gt|quot|apos|ndash|mdash|rsquo|lsquo|bull|hellip|#\d{2,5}|#x[0-9a-fA-F]{2,5});` +
	`|\\(?:textbf|textit|texttt|emph|underline|href|item|url|begin|end|cite|ldots|LaTeX|newline|hfill|vspace|small|large|bf|it)\b|\\[%&$#_](?:\s|$|\d|[}\w])|\$\\\w+\$` +
	`|^#{1,6}\s+\pL|(?:^|\s)__[^_\s][^_]*[^_\s]__(?:\s|[.,;:]|$)|\{\{[^}]*\}\}|\$\{\w+\}|\{%[^%]*%\}|\[/?(?:b|i|u|url|color|size)(?:=[^\]]*)?\]`)

func checkMarkup(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		for _, m := range markup.FindAllStringIndex(withoutCode(t.value), -1) {
			if pythonName.MatchString(t.value[m[0]:m[1]]) {
				continue
			}
			found = append(found, t.within(m[0], m[1], fmt.Sprintf("%q is markup of another format", strings.TrimSpace(t.value[m[0]:m[1]])), "write plain text; ghresume does the formatting"))
		}
	}
	return found
}

// pythonName matches names that have a meaning in Python itself.
var pythonName = lazy.New(`__(?:init|main|name|file|doc|all|dict|class|call|slots|repr|str|new|del|enter|exit|iter|next|len|hash|eq|lt|import|version|future|getattr|setattr|getitem|setitem|getattribute|contains|builtins|annotations|module|path|pycache|post_init|init_subclass|set_name)__`)

var code = lazy.New("`[^`]*`")

// withoutCode blanks the text between backticks, where markup may be intended.
func withoutCode(s string) string {
	return code.ReplaceAllStringFunc(s, func(c string) string { return strings.Repeat("_", len(c)) })
}
