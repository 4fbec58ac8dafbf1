package typeface

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// Breaker finds where the lines of a text may end. It reuses its memory.
type Breaker struct{ Segmenter segmenter.Segmenter }

// Breaks returns the places where a line may end without a space: nearly anywhere in
// Chinese and Japanese, between syllables in the scripts of Southeast Asia, and after the
// syllable mark in Tibetan. Latin words are not broken at hyphens: programs that read the
// file would take the halves for two words.
func (b *Breaker) Breaks(text []rune) map[int]bool {
	out := map[int]bool{}
	ideographs := false
	for i, r := range text {
		ideographs = ideographs || isIdeographic(r)
		if i > 0 && beginsSyllable(text, i) {
			out[i] = true
		}
	}
	if !ideographs {
		return out
	}
	b.Segmenter.Init(text)
	for lines := b.Segmenter.LineIterator(); lines.Next(); {
		end := lines.Line().Offset + len(lines.Line().Text)
		if end < len(text) && (isIdeographic(text[end-1]) || isIdeographic(text[end])) {
			out[end] = true
		}
	}
	return out
}

// isIdeographic reports whether a character belongs to a script of square characters
// without spaces, or to its punctuation.
func isIdeographic(r rune) bool {
	return r >= 0x2E80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFF60)
}

// beginsSyllable reports whether a line may begin at the i-th character, i > 0, in a script
// without spaces between words.
func beginsSyllable(text []rune, i int) bool {
	before, r := text[i-1], text[i]
	switch {
	case before < 0x0E00 && r < 0x0E00 || before > 0x17FF || r > 0x17FF:
		return false
	case isUnspaced(before) && unicode.Is(unicode.Latin, r), isUnspaced(r) && unicode.Is(unicode.Latin, before):
		return unicode.IsLetter(r)
	case isThaiOrLao(r) && isThaiOrLao(before):
		return beginsThai(text, i)
	case before == tsheg:
		return unicode.IsLetter(r)
	case isMyanmarLetter(r):
		return isMyanmar(before) && before != 0x1039 && !isKilled(text[i+1:])
	case isKhmerLetter(r):
		return isKhmer(before) && before != coeng && hasKhmerVowel(text[i+1:])
	}
	return false
}

// isUnspaced reports whether a character belongs to a script of Southeast Asia.
func isUnspaced(r rune) bool { return isThaiOrLao(r) || isMyanmar(r) || isKhmer(r) }

func isThaiOrLao(r rune) bool { return r >= 0x0E01 && r <= 0x0EDF }

// thaiWords are frequent Thai words: a line may begin with one. If one of them ends a
// longer word, it still begins with a syllable.
const thaiWords = "ประ กระ การ ความ ที่ ของ ด้วย จาก กับ หรือ ซึ่ง ผู้ นัก ระบบ ข้อมูล งาน สำหรับ สามารถ พัฒนา ต้อง " +
	"อยู่ ยัง ถึง ผ่าน ทั้ง ต่อ ตั้งแต่ ทีม บริการ บริษัท องค์กร ลูกค้า ผลิต ปรับปรุง หนึ่ง สอง สาม สี่ " +
	"ห้า สิบ ร้อย พัน หมื่น แสน ล้าน"

// beginsThai reports whether a line may begin here: at a Thai or Lao vowel that is written
// before its consonant, unless it follows the first half of a word, or at a frequent Thai
// word.
func beginsThai(text []rune, i int) bool {
	before := text[i-1]
	switch {
	case IsLeadingVowel(before), before == 0x0E31, before == 0x0E47: // the next letter belongs to it
		return false
	case IsLeadingVowel(text[i]):
		return !isThaiHalf(text[:i])
	}
	rest := string(text[i:min(i+8, len(text))])
	for word := range strings.FieldsSeq(thaiWords) {
		if after, found := strings.CutPrefix(rest, word); found {
			next, _ := utf8.DecodeRuneInString(after)
			return !IsSign(next)
		}
	}
	return false
}

// IsLeadingVowel reports whether r is a Thai or Lao vowel written before its consonant.
func IsLeadingVowel(r rune) bool { return r >= 0x0E40 && r <= 0x0E44 || r >= 0x0EC0 && r <= 0x0EC4 }

// IsSign reports whether r is a sign that is attached to the letter before it or must
// follow it.
func IsSign(r rune) bool {
	return unicode.Is(unicode.M, r) || isThaiOrLao(r) && strings.ContainsRune("ะาำๅๆฯະາຳໆຯ", r)
}

// isThaiHalf reports whether text is the first part of a word that cannot stand alone.
func isThaiHalf(text []rune) bool {
	end := string(text[max(0, len(text)-3):])
	return end == "ประ" || end == "กระ" || end == "พระ" || end == "ตระ"
}

const (
	tsheg = '\u0F0B' // separates the syllables of Tibetan
	coeng = '\u17D2' // puts the next Khmer consonant below the current one
)

func isMyanmar(r rune) bool { return r >= 0x1000 && r <= 0x104F }

func isMyanmarLetter(r rune) bool { return r >= 0x1000 && r <= 0x102A || r == 0x103F }

// isKilled reports whether the letter before ends a syllable or is stacked on another one.
func isKilled(after []rune) bool {
	if len(after) > 1 && after[0] == 0x1037 {
		after = after[1:]
	}
	return len(after) > 0 && (after[0] == 0x103A || after[0] == 0x1039)
}

func isKhmer(r rune) bool { return r >= 0x1780 && r <= 0x17DD }

func isKhmerLetter(r rune) bool { return r >= 0x1780 && r <= 0x17B3 }

// hasKhmerVowel reports whether a vowel follows the consonants of the letter before: if
// not, it may end a syllable.
func hasKhmerVowel(after []rune) bool {
	for len(after) > 1 && after[0] == coeng {
		after = after[2:]
	}
	for len(after) > 0 && (after[0] == 0x17C9 || after[0] == 0x17CA) {
		after = after[1:]
	}
	return len(after) > 0 && after[0] >= 0x17B6 && after[0] <= 0x17C5
}
