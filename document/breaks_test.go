package document

import (
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/typeface"
)

// TestLinesOfScriptsWithoutSpaces checks that lines end at the bars and nowhere else.
func TestLinesOfScriptsWithoutSpaces(t *testing.T) {
	for _, want := range []string{
		"ออก|แบบ|ระบบ|การจองห้อง", "ประสบ|การณ์|แปดปี|ใน|ประเทศ", "เขียน|Go|และ|SQL",
		"ວິສະວະກອນ|ໃນລະບົບ", "မြန်|မာ|နိုင်|ငံ", "သင်္ဘော|က|လေး", "ក្នុងប្រព័ន្ធ|ទូ|ទាត់|ប្រាក់", "བོད་|ཡིག་|གི་",
		"株|式|会|社", "well-known", "don't", "naïve", "שלום", "9,5%",
	} {
		text := strings.ReplaceAll(want, "|", "")
		var l setter
		if got := strings.ReplaceAll(strings.Join(l.cuts(text), ""), breakHere, "|"); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// TestNoLineBeginsWithASign: whatever the width, and even inside words that have to be cut,
// no line begins with a sign that belongs to the letter before it.
func TestNoLineBeginsWithASign(t *testing.T) {
	l, err := newLayout(Meta{})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"ဆော့ဖ်ဝဲအင်ဂျင်နီယာတစ်ဦးဖြစ်ပြီးဘဏ်လုပ်ငန်းနှင့်ငွေပေးချေမှုစနစ်များ", "វិស្វករផ្នែកទន់ដែលមានបទពិសោធន៍ប្រាំបីឆ្នាំ", "ลดเวลาประมวลผลธุรกรรมด้วยการปรับปรุงดัชนีฐานข้อมูล", "Xe\u0301\u0302\u0323e\u0301e\u0301e\u0301e\u0301e\u0301", "👩‍💻👨‍👩‍👧‍👦👩‍💻"} {
		for width := 40.0; width < 160; width += 7 {
			b := block{kind: paragraph, spans: []span{{text: text}}}
			for _, line := range l.breakLines(l.words(b), width, width) {
				var whole strings.Builder
				for _, f := range line.fragments {
					whole.WriteString(f.text)
				}
				if whole.Len() == 0 {
					t.Errorf("%.0f points: an empty line in %q", width, text)
				} else if first := []rune(whole.String())[0]; typeface.IsSign(first) {
					t.Errorf("%.0f points: %U begins the line %s", width, first, whole.String())
				}
			}
		}
	}
}

// TestLastLinesHoldMoreThanAWord if that takes no additional line.
func TestLastLinesHoldMoreThanAWord(t *testing.T) {
	l, err := newLayout(Meta{})
	if err != nil {
		t.Fatal(err)
	}
	short := 0
	for n := range 60 {
		text := strings.Repeat("Scaled the team that runs the platform of nine banks and ports. ", 4)[:160+n]
		bx := box{block: block{kind: item, level: 1, spans: []span{{text: text}}}}
		words := l.words(bx.block)
		l.setter.set(&bx, 400)
		plain := l.breakLines(words, 400-bx.left, 400-bx.left)
		if len(bx.lines) != len(plain) {
			t.Errorf("%q: %d lines, could be %d", text, len(bx.lines), len(plain))
		}
		if bx.lines[len(bx.lines)-1].width < 400*shortLine*0.9 {
			t.Errorf("%q ends with a line of %.0f points", text, bx.lines[len(bx.lines)-1].width)
		}
		if plain[len(plain)-1].width < 400*shortLine {
			short++
		}
	}
	if short == 0 {
		t.Error("no text would end with a short line")
	}
}
