package match

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// commonWords are the most usual words of languages, folded, to tell them apart. The
// headings of those whose names begin with a minus are not known.
var commonWords = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(`English the and of to with for you we our your is are in on as be or will that this have
German und der die das mit fur ist wir du sie von im den dem des ein eine bei auf zu als auch dich unser
French et de la un les des nous vous pour une dans sur avec est votre nos du au ou que qui ce aux par sont
Spanish y de la el en un o los las para con una del por que el nuestro como se al su eres tu son sus nos
Portuguese e de um o os as para com uma do da em na no que voce nosso ao dos nas ou seu sao por
Italian e la o per con una del della di che il gli nel nostro sei le dei delle sono alla tuo ai un
Dutch en het een van voor met je wij ons zijn op bij om te als aan dat jij onze bent
Polish i w z na do sie oraz jest dla od nasz nie ze po przez jako lub twoj sa jak
Ukrainian та в з на для що ми у до як від про або за ваш є не це
Chinese 的 和 与 有 能 及 等 或 以 上 在 并 对
-Swedish och att ar som av pa till du har vi det for ett den dig din vara inom eller samt
-Danish og at er som pa til du har vi det et den dig din af med inden eller samt hos
-Norwegian og a er som pa til du har vi det et den deg din av med innen eller samt hos
-Finnish ja on ei se etta olet meilla sinulla sina tai kuin ovat myos olla meidan osaat
-Czech a v na se s pro je jsme ktere nebo si ve ze ti te nase jako prace do od
-Slovak a v na sa so pre je sme ktore alebo si vo ze ti nase ako praca do od
-Hungarian es a az egy hogy nem is van vagy mint meg ez csapat munka nalunk lesz
-Romanian si cu pe pentru din este sunt sa care noastra tau sau ca
-Turkish ve bir ile icin bu en veya olarak olan az iyi deneyimi deneyim yil calisma sahip
-Croatian i u na za je se s od da su koji ili kao nas rad iskustvo znanje
-Russian и в на с для по от как мы что или опыт работы не вы из к знание
-Indonesian dan yang di untuk dengan dari pada dalam kami anda adalah atau akan memiliki
-Vietnamese va cua cac co trong cho voi la duoc mot kinh nghiem lam viec
`) {
		fields := strings.Fields(line)
		out[fields[0]] = fields[1:]
	}
	return out
})

// foreignScripts are scripts of languages whose headings are not known.
var foreignScripts = []struct {
	language string
	table    *unicode.RangeTable
}{
	{"Korean", unicode.Hangul}, {"Hebrew", unicode.Hebrew}, {"Arabic", unicode.Arabic},
	{"Greek", unicode.Greek}, {"Thai", unicode.Thai}, {"Hindi", unicode.Devanagari}, {"Georgian", unicode.Georgian}, {"Armenian", unicode.Armenian},
}

// mostRead limits what of a posting tells its language, in bytes.
const mostRead = 20_000

// foreignLanguage returns the language of a posting whose headings are not known; "" for
// all others, and if the language is uncertain.
func foreignLanguage(lines []passage) string {
	letters, byScript := 0, map[string]int{}
	words, counts := 0, map[string]int{}
	read := 0
	for _, l := range lines {
		if read += len(l.text); read > mostRead {
			break
		}
		for _, r := range l.text {
			if unicode.IsLetter(r) {
				letters++
				byScript[scriptOf(r)]++
			}
		}
		for _, w := range wordsOf(l.text) {
			words++
			counts[w.text]++
		}
	}
	for _, s := range foreignScripts {
		if byScript[s.language]*6 > letters {
			return s.language
		}
	}
	return likeliest(words, counts)
}

func scriptOf(r rune) string {
	if r < 0x370 {
		return ""
	}
	for _, s := range foreignScripts {
		if unicode.Is(s.table, r) {
			return s.language
		}
	}
	return ""
}

// likeliest returns the foreign language that has clearly more of its common words in a
// text than any other.
func likeliest(words int, counts map[string]int) string {
	best, most, second := "", 0, 0
	languages := commonWords()
	for _, language := range slices.Sorted(maps.Keys(languages)) { // Danish and Norwegian may be as likely
		n := 0
		for _, w := range languages[language] {
			n += counts[w]
		}
		if strings.HasPrefix(language, "-") {
			if n > most {
				best, most = language[1:], n
			}
		} else {
			second = max(second, n)
		}
	}
	const few = 4 // words say nothing
	if most < few || most*12 < words || most*4 < second*5 {
		return ""
	}
	return best
}
