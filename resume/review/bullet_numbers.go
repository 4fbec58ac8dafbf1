package review

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// quantity finds a number that gives a size: digits that are not part of a name or a
// version, or a number in words.
var quantity = lazy.New(`(?i)(?:^|[\s(~<>≈±+−–$€£¥₹-])\d[\d.,]*(?:\s?(?:%|x|k|m|bn|gb|tb|pb|ms|s|h))?(?:[+,.;:)\s–-]|\b|$)|%|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|half|halved|halving|doubled|doubling|tripled|tripling|quadrupled|twofold|tenfold|twice|thrice|zero|single-handedly|sole)\b`)

// quantityElsewhere finds numbers in words in the other output languages, and in the scripts
// that write them with other digits.
var quantityElsewhere = lazy.New(`(?i)\d\s?[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]|[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]\d|[\x{0660}-\x{0669}\x{06F0}-\x{06F9}\x{0966}-\x{096F}\x{FF10}-\x{FF19}]|[一二三四五六七八九十百千万億两]+[个名人年月倍次家台项個件社種]|(?:^|[^\pL])(?:zwei\pL?|drei\pL*|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dutzend\pL*|hundert\pL*|tausend\pL*|million\pL*|halb\pL*|hälfte|verdoppel\pL*|verdreifach\pL*|vervierfach\pL*|allein\pL*|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|vingt|trente|cinquante|dizaines?|douzaines?|centaines?|milliers?|mille|moitié|doubl\pL+|tripl\pL+|divis\pL+ par|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte|treinta|decenas?|docenas?|cientos?|miles|mil|millones|mitad|duplic\pL+|triplic\pL+|dois|duas|três|quatro|sete|oito|nove|dez|doze|vinte|dezenas?|centenas?|milhares|milhões|metade|dobr\pL+|due|quattro|cinque|sei|otto|dieci|dodici|venti|decine|centinaia|migliaia|milioni|metà|raddoppi\pL+|dimezz\pL+|twee|vier|vijf|zes|zeven|acht|negen|tien|twaalf|twintig|tientallen|honderden|duizenden|miljoenen|helft|gehalveerd|verdubbel\pL*|dwa|dwóch|dwie|trzy|trzech|cztery|czterech|pięć|pięciu|sześć|dziesięć|dziesiątk\pL+|setki|setek|tysi\pL+|milion\pL*|połow\pL+|dwukrotnie|trzykrotnie|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|hundratals|tusentals|miljoner|hälften|dubbl\pL+|halver\pL+|iki|üç|dört|beş|altı|yedi|sekiz|dokuz|yüz|bin|milyon|yarı\pL*|два|дві|три|чотири|четыре|п[’']ять|пять|шість|шесть|десят\pL+|сот\pL+|тисяч\pL*|тысяч\pL*|мільйон\pL*|миллион\pL*|вдвічі|вдвое|втричі|втрое)(?:\P{L}|$)`)

// twoInSpanish is "of the" in Portuguese.
var twoInSpanish = lazy.New(`(?i)\bdos\b`)

// noQuantity matches numbers that say nothing about size: years, versions, ordinals in
// names.
var noQuantity = lazy.New(`\b(?:19|20)\d\d\b|\bv?\d+\.\d+\.\d+\b|(?i)\b(?:python|java|php|angular|vue|react|rails|django|windows|ios|android|node(?:\.js)?|\.net|c\+\+|html|css|es|web|http/?|ipv|oauth|swift|spring boot|sql server|oracle|ubuntu|rhel|centos|kubernetes|postgresql|mysql|version|level|tier|layer|section|iso|rfc|soc|pci|type|phase)\s?-?\d[\d.]*\b|\b24/7\b`)

func checkNumbers(r *reading) []Finding {
	var found []Finding
	for _, l := range r.lists {
		if l.role == nil || len(l.items) == 0 || r.longAgo(l) {
			continue
		}
		if !r.givesSize(l.role.Summary) && !slices.ContainsFunc(l.items, func(t text) bool { return r.givesSize(t.value) }) {
			found = append(found, at(l.field, "no number shows the scale of this role", "add one that you know: users, requests, money, hours, percent; ignore this if there is none"))
		}
	}
	return found
}

// givesSize reports whether a text has a number, in the language of the profile.
func (r *reading) givesSize(s string) bool {
	if hasQuantity(s) {
		return true
	}
	plain := noQuantity.ReplaceAllString(blank(s), "_")
	return !r.english && (quantityElsewhere.MatchString(plain) || strings.HasPrefix(r.Profile.Layout.Language, "es") && twoInSpanish.MatchString(plain))
}

func hasQuantity(s string) bool {
	return quantity.MatchString(noQuantity.ReplaceAllString(blank(s), "_"))
}

// longAgo reports whether the entry ended over ten years ago; it needs no numbers then.
func (r *reading) longAgo(l list) bool {
	end := lastMonthOf(l.end)
	return r.now > 0 && end > 0 && r.now-end > 120
}
