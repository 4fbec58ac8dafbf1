package convert

import (
	"regexp"
	"strings"
	"sync"
)

// monthNames are the months as people write them: en, de, es, fr, it, nl, pl, pt, uk, zh,
// sv, tr, ar, he. Abbreviations of three or more letters are derived from them if they are
// unambiguous.
var monthNames = [12]string{
	"january januar jänner enero janvier gennaio januari styczeń stycznia sty janeiro січень січня 一月 ene gen janv jan jän ocak oca يناير ינואר",
	"february februar feber febrero février febbraio februari luty lutego lut fevereiro лютий лютого 二月 fév févr feb fev şubat şub فبراير פברואר",
	"march märz marzo mars maart marzec marca março березень березня 三月 mär mrz mrt mar mart مارس מרץ",
	"april abril avril aprile kwiecień kwietnia kwi квітень квітня 四月 abr avr apr nisan nis أبريل אפריל",
	"may mai mayo maggio mei maj maja maio травень травня 五月 mag mayıs مايو מאי",
	"june juni junio juin giugno czerwiec czerwca cze junho червень червня 六月 giu jun haziran haz يونيو יוני",
	"july juli julio juillet luglio lipiec lipca lip julho липень липня 七月 juil lug jul temmuz tem يوليو יולי",
	"august agosto août augustus sierpień sierpnia sie серпень серпня 八月 aou ago aug augusti ağustos ağu أغسطس אוגוסט",
	"september septiembre setiembre septembre settembre wrzesień września wrz setembro вересень вересня 九月 sept sep set eylül eyl سبتمبر ספטמבר",
	"october oktober octubre octobre ottobre październik października paź outubro жовтень жовтня 十月 okt oct ott out ekim eki أكتوبر אוקטובר",
	"november noviembre novembre listopad listopada lis novembro листопад листопада 十一月 nov kasım kas نوفمبر נובמבר",
	"december dezember diciembre décembre dicembre grudzień grudnia gru dezembro грудень грудня 十二月 dez dic déc dec aralık ara ديسمبر דצמבר",
}

// Words that mean something other than a month.
const (
	// presentWords mean that something is current.
	presentWords = "present current currently now today ongoing date gegenwart gegenwärtig heute jetzt aktuell laufend derzeit andauernd " +
		"presente actual actualidad actualmente hoy ahora présent actuel actuellement aujourd'hui maintenant presente attuale attualmente oggi ora " +
		"heden nu vandaag huidig obecnie teraz nadal dziś dzisiaj atual atualmente hoje agora momento " +
		"досі дотепер зараз нині сьогодні 至今 现在 目前 今 現在 present' nu günümüz halen الآن الحاضر היום כיום"
	// openWords precede the start of something without an end.
	openWords = "since from seit ab desde depuis dal dalla da sinds vanaf від з od"
	// expectedWords mark a date in the future.
	expectedWords = "expected anticipated exp est estimated projected planned pending voraussichtlich erwartet geplant " +
		"prevista previsto prévu prévue " +
		"verwacht gepland przewidywany planowany очікується 预计 graduating graduation abschluss"
	// roughWords make a date less exact than it looks.
	roughWords = "circa ca approx approximately about around early mid late end beginning anfang mitte ende " + seasonWords +
		" semester wintersemester sommersemester wise sose term quarter q1 q2 q3 q4 h1 h2 ws ss"
	// seasonWords are times of a few months, with a year.
	seasonWords = "spring summer fall autumn winter frühling frühjahr sommer herbst primavera verano otoño invierno printemps été automne hiver " +
		"estate autunno inverno lente zomer herfst wiosna lato jesień zima verão outono весна літо осінь зима 春 夏 秋 冬 春季 夏季 秋季 冬季"
	// fillerWords connect the parts of a date and mean nothing.
	fillerWords = "mon tue wed thu fri sat sun class of the du er º ª de del do da di le la el am im in den der r roku " +
		"р року г 年 月 日 号 th st nd rd from von vom to bis à a al حتى עד till until 毕业"
)

// Phrases for something current. Those of untilOngoing may follow a start without a dash
// between them.
const (
	ongoing = "en curso|en cours|in corso|em andamento|em curso|im gange|w trakcie|present day|the present|la " +
		"fecha|o momento|ce jour|op heden|up to now|теперішній час|цей час"
	untilOngoing = "till date|to date|up to date|until now|till now|bis dato|hasta la fecha|a la fecha|à ce jour|ad " +
		"oggi|a oggi|tot op heden|tot nu toe|do chwili obecnej|do dziś|do dzisiaj|do nadal|até o momento|até " +
		"a presente data|" +
		"по теперішній час|до сьогодні|по сьогодні|до цього часу|onwards|onward"
)

// ongoingPhrase matches one of them; longer ones come before those that they contain.
var ongoingPhrase = sync.OnceValue(func() *regexp.Regexp {
	phrases := strings.Split(untilOngoing+"|"+ongoing, "|")
	return regexp.MustCompile(`(^|[\s–—-])(` + strings.Join(phrases, "|") + `)\s*$`)
})

type wordKind int

const (
	unknownWord wordKind = iota
	monthWord
	presentWord
	openWord
	expectedWord
	roughWord
	fillerWord
)

type dateWord struct {
	kind  wordKind
	month int
}

// dateWords returns the dictionary of all tables.
var dateWords = sync.OnceValue(func() map[string]dateWord {
	words := map[string]dateWord{}
	add := func(text string, w dateWord) {
		for _, word := range strings.Fields(text) {
			if _, known := words[word]; !known {
				words[word] = w
			}
		}
	}
	for i, names := range monthNames {
		add(names, dateWord{monthWord, i + 1})
	}
	for kind, text := range map[wordKind]string{
		presentWord: presentWords, openWord: openWords, expectedWord: expectedWords, roughWord: roughWords,
	} {
		add(text, dateWord{kind: kind})
	}
	add(fillerWords, dateWord{kind: fillerWord})
	return words
})

// lookUp returns the meaning of a word or its abbreviation: "febr", "стат".
func lookUp(word string) dateWord {
	word = strings.ReplaceAll(strings.Trim(word, "'’׳"), "’", "'")
	if w, ok := dateWords()[word]; ok {
		return w
	}
	return abbreviated(word)
}

// abbreviated returns the only month that begins with the given three or more letters.
func abbreviated(word string) dateWord {
	var found dateWord
	if len([]rune(word)) < 3 {
		return found
	}
	for i, names := range monthNames {
		for _, name := range strings.Fields(names) {
			if !strings.HasPrefix(name, word) {
				continue
			}
			if found.month != 0 && found.month != i+1 {
				return dateWord{}
			}
			found = dateWord{monthWord, i + 1}
		}
	}
	return found
}
