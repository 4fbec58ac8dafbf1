package review

import (
	"strings"
	"sync"

	"github.com/ghresume/ghresume/internal/lazy"
)

// privateLabels are the words before the colon of a line about private life, in any
// language: the label alone tells, whatever the value is.
var privateLabels = []struct{ what, labels string }{
	{"the date of birth", `date of birth|birth date|birthdate|birthday|date/place of birth|born|born on|dob|d.o.b|` +
		`place of birth|birthplace|birth place|year of birth|geburtsdatum|geburtsjahr|geburtstag|geburtsort|` +
		`geboren|geboren am|geburtsdatum und -ort|date de naissance|lieu de naissance|` +
		`date et lieu de naissance|naissance|né le|née le|fecha de nacimiento|lugar de nacimiento|nacimiento|` +
		`data de nascimento|local de nascimento|nascimento|data di nascita|luogo di nascita|` +
		`luogo e data di nascita|nato il|nata il|geboortedatum|geboorteplaats|data urodzenia|` +
		`miejsce urodzenia|födelsedatum|född|fødselsdato|født|syntymäaika|datum narození|dátum narodenia|` +
		`születési idő|data nașterii|doğum tarihi|doğum yeri|дата рождения|место рождения|дата народження|` +
		`місце народження|生年月日|出生日期|出生年月|生日|생년월일|tanggal lahir|tempat lahir|tempat, tanggal lahir|ngày sinh|` +
		`ημερομηνία γέννησης|تاريخ الميلاد|תאריך לידה`},
	{"the age", `age|alter|âge|edad|idade|età|leeftijd|wiek|ålder|alder|ikä|yaş|věk|vek|życie|возраст|вік|年龄|年齢|나이|` +
		`umur|usia|tuổi|ηλικία|zodiac|zodiac sign|star sign|horoscope|sternzeichen|signe astrologique|` +
		`signo zodiacal|signo`},
	{"the marital status", `marital status|civil status|family status|relationship status|marital|familienstand|état civil|` +
		`situation familiale|situation de famille|situation matrimoniale|estado civil|stato civile|` +
		`stato di famiglia|burgerlijke staat|stan cywilny|medeni hal|medeni hali|medeni durum|civilstånd|` +
		`sivilstatus|sivilstand|civilstand|siviilisääty|rodinný stav|családi állapot|stare civilă|` +
		`сімейний стан|семейное положение|婚姻状况|婚姻|婚否|结婚|配偶者|결혼 여부|status perkawinan|tình trạng hôn nhân|` +
		`οικογενειακή κατάσταση|no of children|no. of children|number of children|children|kids|kinder|` +
		`enfants|hijos|filhos|figli|dzieci|kinderen|barn|çocuk|діти|дети|wife|husband|spouse|dependents|` +
		`dependants`},
	{"the religion", `religion|faith|creed|caste|religious views|religious affiliation|denomination|konfession|` +
		`religionszugehörigkeit|bekenntnis|glaube|confession|religión|religião|religione|wyznanie|geloof|din|` +
		`agama|tôn giáo|uskonto|náboženství|вероисповедание|віросповідання|религия|релігія|宗教|종교|θρήσκευμα`},
	{"the gender", `gender|sex|geschlecht|sexe|sexo|género|gênero|sesso|płeć|geslacht|kön|kjønn|køn|sukupuoli|cinsiyet|` +
		`cinsiyeti|pohlaví|nem|пол|стать|性别|性別|성별|jenis kelamin|giới tính|φύλο`},
	{"the origin", `race|ethnicity|ethnic origin|ethnic group|ethnic background|tribe|skin color|hautfarbe|complexion|` +
		`ethnie|etnia|raza|raça|민족|民族|herkunft|abstammung`},
	{"the sexual orientation", `sexual orientation|sexual preference|orientation|sexuelle orientierung|orientation sexuelle|` +
		`orientación sexual|orientação sexual|orientamento sessuale`},
	{"a political affiliation", `politics|political views|political affiliation|political party|party affiliation|party membership|` +
		`parteizugehörigkeit|partei|parti politique|partido político|partido|partito|partito politico|政治面貌`},
	{"the state of health", `health|health status|health condition|state of health|medical history|medical conditions|` +
		`physical condition|physical status|physically challenged|physically fit|blood group|blood type|` +
		`disability|disabilities|allergies|smoker|smoking|vaccination|vaccinations|vaccination status|` +
		`covid status|gesundheit|gesundheitszustand|blutgruppe|gruppo sanguigno|bloedgroep|grupa krwi|` +
		`blodgrupp|blodtype|kan grubu|група крові|группа крови|stato di salute|gezondheid|stan zdrowia|` +
		`zdrowie|disabilità|invalidità|niepełnosprawność|behinderung|raucher|körpergröße|groupe sanguin|` +
		`état de santé|santé|handicap|fumeur|grupo sanguíneo|tipo de sangre|tipo sanguíneo|estado de salud|` +
		`salud|discapacidad|fumador|height|weight|height/weight|eye color|hair color|größe|gewicht|taille|` +
		`poids|estatura|altura|peso|altezza|wzrost|waga|lengte|身高|体重|健康状况|血型`},
	{"the name of a relative", `father's name|mother's name|father name|mother name|father|mother|father’s name|mother’s name|` +
		`father's occupation|mother's occupation|husband's name|wife's name|name of father|name of mother|` +
		`parents|guardian|name des vaters|name der mutter|eltern|nom du père|nombre del padre|` +
		`nombre de la madre|nome do pai|nome da mãe|filiação|imię ojca|imiona rodziców`},
	{"the criminal record", `criminal record|criminal history|criminal convictions|convictions|police record|vorstrafen|` +
		`casier judiciaire|antecedentes penales|antecedentes|antecedentes criminais|niekaralność`},
}

// privateLabelOf returns what a label tells: the words before a colon, in lower case.
var privateLabelOf = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for _, kind := range privateLabels {
		for label := range strings.SplitSeq(kind.labels, "|") {
			all[label] = kind.what
		}
	}
	return all
})

// labelInLine matches the label of a line, or of one part of it: "Sex: M | Age : 30".
var labelInLine = lazy.New(`(?:^|[,;|·•–—/(.\n])\s*[^\pL,;|:：(]{0,3}([\pL][\pL\pM .,'’/-]{1,30}?)\s*(?:[:：=]|\s[-–—]\s)\s*[^\s/]`)

// isAboutSelf reports whether a text is about the person rather than about work: the
// custom sections and the lines at the top.
func isAboutSelf(t text) bool {
	return strings.HasPrefix(t.field, "sections") || isSummary(t.field) && !strings.Contains(t.field, "[") || t.field == "title" || t.field == "location" || strings.HasPrefix(t.field, "contacts")
}

// labelledPrivate returns the private labels of the texts about the person.
func labelledPrivate(texts []text) []Finding {
	var found []Finding
	for _, t := range texts {
		if !isAboutSelf(t) {
			continue
		}
		for _, m := range labelInLine.FindAllStringSubmatchIndex(t.value, -1) {
			if what := privateLabelOf()[strings.ToLower(t.value[m[2]:m[3]])]; what != "" {
				found = append(found, t.within(m[2], m[3], what+" does not belong in a resume", leaveOut))
			}
		}
	}
	return found
}
