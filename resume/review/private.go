package review

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

var privateRules = []Rule{
	{
		Name: "private-life", Area: Contact, Severity: Warning, Habit: true, on: onWriting,
		Reason: "Birth, family, religion and looks are not what you are hired for, and many employers must discard a resume that mentions them.",
		Bad:    "[[sections]]\ntitle = \"Personal details\"\nitems = [\"Date of birth: 4 May 1990\", \"Marital status: married\", \"Religion: none\"]",
		Good:   "[[sections]]\ntitle = \"Interests\"\nitems = [\"Chess\", \"Single-board computers\"]",
		check:  checkPrivateLife,
	},
	{
		Name: "identity-number", Area: Contact, Severity: Error, on: onWriting,
		Reason: "With a social security or passport number a stranger can act in your name.",
		Bad:    "[[sections]]\ntitle = \"Personal\"\nitems = [\"Passport No. C01X00T47\"]",
		Good:   "[[sections]]\ntitle = \"Personal\"\nitems = [\"EU work permit\", \"Passport to Go, a course\"]",
		check:  checkIdentity,
	},
	{
		Name: "secret", Area: Contact, Severity: Error, on: onWriting,
		Reason: "Anyone who reads the resume could use the key; revoke it, wherever it was printed.",
		Bad:    `summary = "Wrote the deploy bot (token ghp_0123456789abcdefghijABCDEFGHIJ456789)."`,
		Good:   `summary = "Wrote the deploy bot; rotated every token and the password of the vault."`,
		check:  checkSecrets,
	},
	{
		Name: "salary", Area: Contact, Severity: Warning, on: onWriting,
		Reason: "If you name a figure first, you bargain against yourself; leave it for the interview.",
		Bad:    "[[sections]]\ntitle = \"Other\"\nitems = [\"Expected salary: 85,000 EUR\"]",
		Good:   "summary = \"Backend developer. Built the salary statements of 40 shops.\"",
		check:  checkSalary,
	},
	{
		Name: "references-on-request", Area: Summary, Severity: Warning, on: onWriting,
		Reason: "Everyone gives references when asked; the line wastes space.",
		Bad:    "[[sections]]\ntitle = \"References\"\nitems = [\"Available upon request\"]",
		Good:   "[[sections]]\ntitle = \"References\"\nitems = [\"Grace Hopper, Engines Ltd\"]",
		check:  checkReferences,
	},
}

// private is a kind of information that does not belong in a resume.
type private struct {
	what    string
	pattern *lazy.Regexp
	// severity of the finding, if it differs from the rule's.
	severity Severity
	hint     string
}

func countDigits(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			n++
		}
	}
	return n
}

const leaveOut = "leave it out"

var privateLife = []private{
	{"the date of birth", lazy.New(`(?i)\b(?:date of birth|birth ?date|birthday|d\.?o\.?b\.?|year of birth)\s*:?\s*(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:jahrgang|classe|årgång|rocznik) (?:19|20)\d\d\b|\bborn and (?:raised|bred|brought up)\b|(?:^|[.;(]\s*)(?:i was |he was |she was )?(?:born|Born) in (?-i:\p{Lu}\pL+)|(?:^|[.;(]\s*)(?:i was |he was |she was )?born\s*(?::|\bon\b|\bin\b)?\s*(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:date|place) of birth\b|\bd\.?o\.?b\.?:|geburts(?:datum|tag|ort)|geboren (?:am|in|op|te|\d)|^\W*geb\.?:?\s*(?:am\s*)?\d|\bnacid[oa] (?:el|en) |\bnascid[oa] (?:em|a|o) |\burodzon[ya] |\bfödd\s*:?\s*\d|\bdoğumlu|народи(?:вся|лася)|date de naissance|lieu de naissance|\bné(?:e|\(e\))? (?:le|en|à) |fecha de nacimiento|lugar de nacimiento|data de nascimento|data di nascita|nat[oa] (?:il|a) |geboortedatum|data urodzenia|дата народження|дата рождения|出生(?:日期|年月)|生年月日|생년월일|födelse(?:datum|dag)|fødsels(?:dato|dag)|datum narození|születési (?:idő|dátum|hely)|syntymäaika|data nașterii|doğum (?:tarihi|yeri)|تاريخ (?:الميلاد|الولادة)|\(\s*(?:b\.|\*|born)\s?(?:\d{1,2}[./ ]\d{1,2}[./ ])?(?:19|20)\d\d\b`), "", leaveOut},
	{"the age", lazy.New(`(?i)^\W*age\s*:?\s*\d{2}\b|\bage\s*:\s*\d{2}\b|^\W*\d{2} years old\b|\bi(?:'|’| a)m \d{2} years old\b|^\W*alter\s*:\s*\d{2}|^\W*(?:âge|edad|idade|età)\s*:\s*\d{2}|年龄|\b[1-6]\d[ -]?(?:y/o|y\.o\.?|yo)(?:\W|$)|\baged? [1-6]\d\b(?:[.,;)]|$)|\b[1-6]\d[- ]years?[- ]old (?:\pL+ ){0,3}(?:developer|engineer|programmer|tester|analyst|scientist|admin\w*|designer|architect|student|graduate|professional|guy|man|woman|girl|boy|male|female|person|father|mother|dad|geek|nerd|enthusiast|from|living|based)\b|\bi am [1-6]\d (?:years|yrs)\b|\btengo [1-6]\d años\b|\bj[’']ai [1-6]\d ans(?:[.,;)]|$)|\bich bin [1-6]\d(?: jahre(?: alt| jung)?)?\b|\b[1-6]\d jahre (?:alt|jung)\b|\b[1-6]\d años de edad\b|\bho [1-6]\d anni(?:[.,;)]|$)|\btenho [1-6]\d anos(?:[.,;)]|$)|\bik ben [1-6]\d(?: jaar)?\b|\bmam [1-6]\d lat\b|\bâgée? de [1-6]\d\b|\bin my (?:twenties|thirties|forties|fifties|sixties)\b|^\W*[2-6]\d (?:ans|años|anos|anni|jahre(?: alt)?|jaar|lat|år)\W*(?:$|,)`), "", leaveOut},
	{"the marital status", lazy.New(`(?i)\b(?:marital|civil|family|relationship) status\b|familienstand|\bverheiratet\b|\bledig\b|état civil|^\W*(?:gift|ogift|sambo|frånskild)\W*(?:$|,\s*(?:\d|en|ett|två|tre|fyra|inga|utan))|^\W*(?:no\.? of |number of )?(?:children|kids|kinder|enfants|hijos|filhos|figli|dzieci|kinderen|çocuk|діти)\s*:|situation (?:familiale|de famille)|\bmarié(?:e\b|\P{L}|$)|\bcélibataire\b|estado civil|\bsolter[oa]\b|\bcasad[oa]\b|stato civile|burgerlijke staat|stan cywilny|сімейний стан|семейное положение|medeni hal|civilstånd|sivilstatus|\bsolteir[oa]\b|\b(?:celibe|nubile|coniugat[oa]|sposat[oa])\b|\b(?:on)?gehuwd\b|\b(?:żonaty|zamężna|mężatka)\b|[(,;·|]\s*(?:married|divorced|widowed)\s*(?:[),;·|]|$)|婚姻|^\W*(?:happily )?(?:married|single|divorced|widowed|engaged)\W*(?:$|[,;/(]|\b(?:with|no|and)\b[^.]{0,20}\b(?:child\w*|kids?)\b)|[.;]\s+(?:married|single|divorced|widowed)\s*(?:[.;]|$)|\bmarried\b[^.]{0,20}\b(?:child|children|kids?|sons?|daughters?)\b|\b(?:(?:proud|loving|single|happy|devoted) )?(?:father|mother|dad|daddy|mom|mum|mommy|parent|husband|grandfather|grandmother) (?:of|to) (?:\d|one|two|three|four|five|an?|my|twins|triplets)\b|(?:^|[^\pL])(?:padre|madre|papá|mamá|père|mère|papa|maman|vater|mutter|pai|mãe|ojciec|matka|vader|moeder|pappa|mamma) (?:von|de|d[’']|di|van|till|av)\s?(?:\d|un|une|uma|um|due|tre|dos|tres|deux|trois|quatre|cuatro|quattro|dois|duas|três|zwei|drei|vier|einem|einer|twee|drie|två)(?:\P{L}|$)|^\W*(?:\d|one|two|three|four) (?:children|kids)\W*$`), "", leaveOut},
	{"the religion", lazy.New(`(?i)\b(?:religion|religious (?:affiliation|views?|beliefs?)|denomination|caste)\s*:|konfession|religionszugehörigkeit|\breligi(?:ón|ão|one)\b|wyznanie|宗教|^\W*(?:roman[- ]|devout |practicing )?(?:catholic|protestant|christian|muslim|islam|hindu|buddhist|jewish|sikh|atheist|evangelisch|katholisch|römisch-katholisch|orthodox)\W*$|^\W*(?:catholique|protestante?|musulmane?|católic[oa]|musulmán|cattolic[oa]|muçulmano|katholiek|katolik|muzułmanin)(?: (?:pratiquante?|practicante|praticante|praktykujący))?\W*$|\bmember of (?:the |an? )?(?:[\w']+ ){0,4}(?:church|mosque|synagogue|parish|congregation)\b|\b(?:devout|devoted|committed|faithful|observant|believing|proud|lapsed|non-practi[cs]ing|practi[cs]ing|born-again|i am an?|i['’]m an?|as an?) (?:roman )?(?:christian|catholic|protestant|muslim|hindu|jew|sikh|buddhist|mormon|evangelical|atheist|believer)\b`), "", leaveOut},
	{"the gender", lazy.New(`(?i)\b(?:gender|sex|geschlecht|sexe|sexo|sesso|płeć)\s*:|性别|^\W*(?:male|female)\W*$`), "", leaveOut},
	{"a political affiliation", lazy.New(`(?i)\bpolitical (?:views?|affiliation|party|status)\b|\bmember of (?:the )?(?:[\w-]+ ){0,3}(?-i:Party)\b|\bparty membership\b|^\W*politics\s*:|\b(?:campaign|canvass)\w* for (?:the )?(?:[\w-]+ ){0,3}(?-i:Party)\b|政治面貌|parteizugehörigkeit|\bmitglied (?:der|bei der|in der|des) (?-i:CDU|CSU|SPD|FDP|AfD|Linken|Grünen|ÖVP|SPÖ|FPÖ|SVP)\b|\b(?:militante|afiliad[oa]|membre|adhérente?|iscritt[oa]|filiad[oa]) (?:del?|du|al?|de la|ao) (?:partido|parti|partito|(?-i:[A-Z]{2,5}))\b|\b(?:republican|democrat|conservative|labour|socialist|communist) party\b`), "", leaveOut},
	{"the state of health", lazy.New(`(?i)\b(?:blood (?:group|type)|(?:physical|health) (?:status|condition)|state of health|handicap|disability)\s*:|\b(?:height|weight|größe|gewicht|taille|poids)\s*:\s*\d[\d.,]*\s?(?:cm|m\b|ft|kg|lbs?|'|’)|^\W*(?:body )?(?:height|weight|(?:körper)?größe|gewicht|taille|poids|estatura|altura|peso|altezza|wzrost|waga)\s*:?\s*\d[\d.,]*\s?(?:cm|m|kg|lbs?)\b|^\W*(?:non-?smoker|smoker|in (?:good|perfect|excellent) health)\b|\bnichtraucher(?:in)?\b|\b(?:gay|lesbian|bisexual|heterosexual|transgender)\W*$|\b(?:criminal (?:record|convictions?)|(?:was |been )?convicted (?:of|for)|felony)\b|\bnon[- ]fumeu(?:r|se)\b|\bno fumador(?:a)?\b|身高|体重`), "", leaveOut},
	{"the name of a relative", lazy.New(`(?i)\b(?:father|mother|husband|spouse)(?:'|’)?s?\s?(?:name|occupation)\b|\bspouse\s*:|name of (?:father|mother|spouse)`), "", leaveOut},
	{"the nationality", lazy.New(`(?i)\b(?:nationality|citizenship|state of origin)\s*:|^\W*(?:nationality|citizenship)\b|staatsangehörigkeit|nationalität|\bnationalité(?:\P{L}|$)|\bnacionalidad\b|\bnacionalidade\b|\bnazionalità(?:\P{L}|$)|nationaliteit|cittadinanza (?:\pL+)|ciudadanía (?:\pL+)|cidadania (?:\pL+)|obywatelstwo|narodowość|громадянство|uyruğu?\s*:|medborgarskap|国籍|^\W*(?:brasileir[oa]|mexican[oa]|argentin[oa]|colombian[oa]|chilen[oa]|peruan[oa]|venezolan[oa]|österreicher(?:in)?|schweizer(?:in)?|deutscher? staatsbürger(?:in)?|(?:american|british|indian|german|french|spanish|italian|polish|nigerian|pakistani|chinese|brazilian|canadian|australian|dutch|ukrainian|turkish) (?:citizen|national))\W*$`), Advice, `say what the employer needs to know: "EU work permit", "no visa needed"`},
	{"a photo", lazy.New(`(?i)!\[[^\]]*\]\(|\b(?:photo|photograph|picture|headshot|foto|lichtbild|bewerbungsfoto)\b(?: d[’']identité| de perfil| tessera)?\s*(?::|liegt bei|im anhang|attached|enclosed|beigefügt|anbei|ci-joint|jointe?|adjunta|em anexo|allegata|bijgevoegd)|^\S+\.(?:jpe?g|png|gif|webp|heic)$`), "", "leave it out: parsers stumble over it, and it invites prejudice"},
}

// secrets are matched as written, all others in any case.
var secrets = []private{
	{"a token of GitHub", lazy.New(`\bgh[pousr]_[A-Za-z0-9]{30,}|\bgithub_pat_\w{22,}`), "", ""},
	{"a token of GitLab", lazy.New(`\bglpat-[\w-]{20,}`), "", ""},
	{"a key of AWS", lazy.New(`\b(?:AKIA|ASIA)[A-Z0-9]{16}\b`), "", ""},
	{"a key of Google", lazy.New(`\bAIza[\w-]{35}`), "", ""},
	{"a token of Slack", lazy.New(`\bxox[abprs]-[\w-]{10,}`), "", ""},
	{"a key of an API", lazy.New(`\bsk-(?:proj-|ant-|live_)?[\w-]{20,}|\b[rs]k_live_\w{20,}|\bSG\.[\w-]{16,}\.[\w-]{16,}|\bnpm_[A-Za-z0-9]{30,}|\bdckr_pat_[\w-]{20,}|\bxapp-[\w-]{20,}|\bshpat_[0-9a-f]{32}|\bglsa_\w{20,}|\blin_api_\w{20,}|\bgsk_\w{30,}|\b\d{8,10}:AA[\w-]{30,}|\bAGE-SECRET-KEY-1[A-Z0-9]{20,}|\bhooks\.slack\.com/services/\w+|\bAccountKey=[\w+/=]{20,}|\bpypi-[\w-]{40,}|\bhf_[A-Za-z0-9]{30,}|\bdop_v1_[0-9a-f]{40,}`), "", ""},
	{"a key", lazy.New(`(?:\b[A-Z][A-Z0-9_]*(?:SECRET|TOKEN|KEY|PASSWORD|PASSWD)(?:_[A-Z0-9_]+)?\s?=|(?i:(?:\b|_)(?:secret|(?:auth|access|api|refresh)[_ -]?token|(?:access|api|secret)[_ -]?key)\s?[:=]))\s?["']?(?:[\w/+.-]{0,80}\d[\w/+.=-]{11,}|[\w/+.-]{11,80}\d)`), "", ""},
	{"a token in a link", lazy.New(`[?&](?:token|key|api_?key|apikey|access_token|auth|auth_token|secret|password|passwd|pwd|sig|signature)=[\w.%-]{12,}`), "", ""},
	{"a private key", lazy.New(`-----BEGIN [A-Z ]*PRIVATE KEY`), "", ""},
	{"a signed token", lazy.New(`\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}`), "", ""},
	{"a password", lazy.New(`(?i)(?:\b|_)(?:password|passwort|passwd|passcode|pwd|pw|kennwort|mot de passe|contraseña|senha|hasło|wachtwoord|api[_ -]?key|secret[_ -]?key|access[_ -]?token)\s*[:=]\s*[A-Za-z]\S*\d\S*|\b(?:user(?:name)?|login|benutzer|usuario|utilisateur|utente|usuário|użytkownik)\b[^.;]{0,30}\b(?:pass|password|pw|pwd|passwort|senha|contraseña|mot de passe|hasło)\b\s*[:=]?\s*[^\s\d]*\d\S*|://[^\s/:@]+:[^\s/@]{3,}@`), "", ""},
}

// matches finds the first of each kind in every text.
func matches(texts []text, table []private, what func(private) Finding) []Finding {
	var found []Finding
	for _, t := range texts {
		for _, p := range table {
			if m := p.pattern.FindStringIndex(t.value); m != nil {
				f := what(p)
				f.Field, f.part, f.Severity = t.field, &part{from: m[0], to: m[1]}, p.severity
				found = append(found, f)
			}
		}
	}
	return found
}

// allTexts returns the texts of the profile; own leaves out bullets, which describe work,
// and names that others chose.
func (r *reading) allTexts(own bool) []text {
	var all []text
	for _, t := range slices.Concat(r.texts, r.labels) {
		if !own || !t.name && t.kind != bullet {
			all = append(all, t)
		}
	}
	for _, a := range r.addresses {
		all = append(all, text{field: a.field, value: a.value, kind: title})
	}
	return all
}

// mayWork matches what employers do ask for: the right to work.
var mayWork = lazy.New(`(?i)\b(?:permit|visa|authori[sz]|right to work|sponsor|clearance|settled|resident|arbeitserlaubnis)`)

func checkPrivateLife(r *reading) []Finding {
	if photo := r.Profile.Layout.Page.Photo; photo != "" {
		return append(checkPrivateTexts(r), advice(at("layout.page.photo", "a photo is printed", "fine where employers expect one; elsewhere it invites prejudice, and some must discard the resume")))
	}
	return checkPrivateTexts(r)
}

func checkPrivateTexts(r *reading) []Finding {
	own := r.allTexts(true)
	found := matches(own, privateLife, func(p private) Finding {
		return Finding{Message: p.what + " does not belong in a resume", Hint: p.hint}
	})
	for _, more := range [][]Finding{labelledPrivate(own), r.privatePhrases(own), r.underHeading(isPrivateHeading, "this is nobody's business but yours")} {
		for _, f := range more {
			if !slices.ContainsFunc(found, func(other Finding) bool { return other.Field == f.Field }) {
				found = append(found, f)
			}
		}
	}
	return slices.DeleteFunc(found, func(f Finding) bool {
		return f.Severity == Advice && mayWork.MatchString(r.valueOf(f.Field)) || f.Hint == privateLife[len(privateLife)-1].hint && strings.HasPrefix(f.Field, "projects")
	})
}

// valueOf returns the text of a field.
func (r *reading) valueOf(field string) string {
	if r.values == nil {
		r.values = map[string]string{}
		for _, t := range r.allTexts(false) {
			r.values[t.field] = t.value
		}
	}
	return r.values[field]
}

func checkSecrets(r *reading) []Finding {
	return matches(r.allTexts(false), secrets, func(p private) Finding {
		return Finding{Message: fmt.Sprintf("this looks like %s", p.what), Hint: "take it out and revoke it"}
	})
}
