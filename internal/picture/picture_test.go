package picture

import (
	"bytes"
	"encoding/xml"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/hostile"
)

// pictures returns one picture for each body, with s for every text.
func pictures(s string) map[string]*Picture {
	values := []Value{{"2023", 0, "0"}, {"2024", 3, "3"}, {"2025", 1200, "1.2k"}}
	bodies := map[string]Body{
		"shares": Shares{{Name: s, Part: 0.7, Shown: "70 %"}, {Name: s, Part: 0.2, Shown: s}, {Name: "C++", Part: 0.05, Shown: "5 %"}},
		"bars":   Bars{{s, 0, values}, {"b", 1, values[:1]}},
		"chips":  Chips{{s, []string{s, s, "Go", strings.Repeat("long ", 40)}}},
		"cards":  Cards{{s, s, []string{s, "★ 12"}}, {"x", strings.Repeat(s+" ", 50), nil}},
		"header": Header{s, s, []string{s, s}},
		"tile":   Tile{s, s, []string{s, "★ 12", s}},
		"badge":  Badge(s),
		"totals": Numbers{{s, s}, {"1.2k", "Merged"}, {"3", strings.Repeat(s+" ", 50)}},
	}
	out := map[string]*Picture{}
	for name, body := range bodies {
		out[name] = &Picture{Title: s, Alt: s, Notes: []string{s}, Language: "en", Body: body}
	}
	return out
}

// allowed lists all that a picture may consist of: GitHub's proxy shows nothing else, and
// none of it runs or loads anything.
var allowed = map[string]string{
	"svg": "xmlns width height viewBox role aria-labelledby lang direction font-family", "title": "id", "desc": "id",
	"rect": "x y width height rx fill stroke", "text": "x y font-size fill font-weight text-anchor",
}

func checkSVG(t *testing.T, name string, data []byte) {
	t.Helper()
	if len(data) > 32<<10 || !IsOurs(data) {
		t.Errorf("%s: %d bytes, ours: %v", name, len(data), IsOurs(data))
	}
	height := 0.0
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v in\n%s", name, err, data)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		attributes, known := allowed[start.Name.Local]
		if !known {
			t.Errorf("%s: an element %s", name, start.Name.Local)
		}
		at := map[string]string{}
		for _, a := range start.Attr {
			at[a.Name.Local] = a.Value
			if !strings.Contains(" "+attributes+" ", " "+a.Name.Local+" ") {
				t.Errorf("%s: %s has %s", name, start.Name.Local, a.Name.Local)
			}
		}
		if start.Name.Local == "svg" {
			height, _ = strconv.ParseFloat(at["height"], 64)
		}
		if y, _ := strconv.ParseFloat(at["y"], 64); y > height || y < 0 {
			t.Errorf("%s: %v stands outside of %v", name, y, height)
		}
	}
}

func TestPicturesAreTextAndRectangles(t *testing.T) {
	for _, s := range hostile.Texts() {
		for name, p := range pictures(s) {
			for _, dark := range []bool{false, true} {
				checkSVG(t, name, p.SVG(dark))
			}
		}
	}
}

func TestSameFiguresSameBytes(t *testing.T) {
	for name, p := range pictures("Go") {
		if !bytes.Equal(p.SVG(false), pictures("Go")[name].SVG(false)) || bytes.Equal(p.SVG(false), p.SVG(true)) {
			t.Errorf("%s: the bytes differ between runs, or not between pages", name)
		}
	}
}

// TestWordsForThoseWhoDoNotSee checks that every picture has a text alternative.
func TestWordsForThoseWhoDoNotSee(t *testing.T) {
	p := Picture{Title: "Languages", Alt: "Go 70 % & more", Body: Shares{{Name: "Go", Part: 0.7, Shown: "70 %"}}}
	svg := string(p.SVG(false))
	if !strings.Contains(svg, `role="img"`) || !strings.Contains(svg, `<title id="t">Languages</title>`) || !strings.Contains(svg, `<desc id="d">Go 70 % &amp; more</desc>`) {
		t.Error(svg)
	}
}

// TestColorsCanBeRead: text has a contrast of 4.5, shapes have 3 (WCAG 2.2 AA).
func TestColorsCanBeRead(t *testing.T) {
	for name, p := range map[string]palette{"light": light(), "night": night()} {
		for _, letters := range []string{p.ink, p.soft, p.accent} {
			if c := contrast(letters, p.page); c < 4.5 {
				t.Errorf("%s: letters of %s have a contrast of %.2f", name, letters, c)
			}
		}
		if c := contrast(p.ink, p.faint); c < 4.5 {
			t.Errorf("%s: letters on chips have a contrast of %.2f", name, c)
		}
		for _, shape := range p.series {
			if c := contrast(shape, p.page); c < 3 {
				t.Errorf("%s: shapes of %s have a contrast of %.2f", name, shape, c)
			}
		}
	}
}

func contrast(a, b string) float64 {
	high, low := luminance(a), luminance(b)
	return (max(high, low) + 0.05) / (min(high, low) + 0.05)
}

func luminance(color string) float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, _ := strconv.ParseUint(color[1+2*i:3+2*i], 16, 8)
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

func TestNothingRunsOut(t *testing.T) {
	for _, s := range []string{strings.Repeat("W", 100), strings.Repeat("word ", 60), strings.Repeat("漢", 60), "short"} {
		for _, line := range append(wrap(s, 100, 14), cut(s, 100, 14)) {
			if w := textWidth(line, 14); w > 100 {
				t.Errorf("%q is %v wide", line, w)
			}
		}
		if lines := wrap("W "+strings.Repeat("漢", 9), 100, 14); len(lines) != 2 || lines[0] != "W 漢漢漢漢漢" {
			t.Errorf("a line may end anywhere in Chinese: %q", lines)
		}
		if joined := strings.Join(wrap(s, 100, 14), ""); strings.ReplaceAll(joined, " ", "") != strings.ReplaceAll(s, " ", "") {
			t.Errorf("%q loses letters: %q", s, joined)
		}
		if lines := wrapTo(2, s, 100, 14); len(lines) > 2 {
			t.Errorf("%q: %d lines", s, len(lines))
		}
	}
}

// TestSameHeight: pictures side by side are as high as the highest, nothing of them is lost,
// and the highest stays as it is.
func TestSameHeight(t *testing.T) {
	height := func(svg []byte) string {
		return regexp.MustCompile(`height="([\d.]+)"`).FindStringSubmatch(string(svg))[1]
	}
	words := func(svg []byte) int { return bytes.Count(svg, []byte("<text ")) }
	for name, p := range pictures("Go") {
		for other, high := range pictures(strings.Repeat("word ", 30)) {
			if name == "badge" || other == "badge" {
				continue
			}
			before, highBefore := p.SVG(false), high.SVG(false)
			SameHeight(p, high)
			svg, highSVG := p.SVG(false), high.SVG(false)
			checkSVG(t, name, svg)
			if height(svg) != height(highSVG) || words(svg) != words(before) {
				t.Errorf("%s beside %s: heights %s and %s, texts %d, before %d", name, other, height(svg), height(highSVG), words(svg), words(before))
			}
			if height(svg) == height(highBefore) && !bytes.Equal(highSVG, highBefore) {
				t.Errorf("%s, the higher one, changes beside %s", other, name)
			}
			p.Height = 0
		}
	}
}

// TestSharesWithRoom: with room, each part has a bar of its own, as long as its share.
func TestSharesWithRoom(t *testing.T) {
	shares := Shares{{Name: "Go", Part: 0.7, Shown: "70%"}, {Name: "C", Part: 0.3, Shown: "30%"}}
	p := Picture{Title: "Languages", Body: shares, Height: 300}
	var bars []float64
	for _, s := range p.draw(light()).Shapes {
		if s.Text == "" && s.Height == 10 && s.Width != 10 && s.Fill != light().faint {
			bars = append(bars, s.Width)
		}
	}
	if len(bars) != 2 || math.Abs(bars[0]/bars[1]-7.0/3) > 0.01 {
		t.Errorf("the bars are %v", bars)
	}
}

// TestRightToLeft: a picture in a right-to-left language starts at the right.
func TestRightToLeft(t *testing.T) {
	p := Picture{Title: "שפות", Language: "he", Body: Shares{{Name: "Go", Part: 0.7, Shown: "70%"}, {Name: "C", Part: 0.3, Shown: "30%"}}}
	svg := string(p.SVG(false))
	for _, want := range []string{`direction="rtl"`, `<text x="393" y="36" font-size="16" fill="#0969da" font-weight="600">` + "\u2068שפות", `text-anchor="end">` + "\u206870%"} {
		if !strings.Contains(svg, want) {
			t.Errorf("there is no %s in\n%s", want, svg)
		}
	}
}

// TestRightToLeftText: a text in Hebrew reads from the right in any picture.
func TestRightToLeftText(t *testing.T) {
	p := Picture{Title: "Projects", Body: Cards{{"loom", "מאגר בעברית (loom)", nil}}}
	if svg := string(p.SVG(false)); !strings.Contains(svg, ">\u2068מאגר בעברית (loom)\u2069</text>") || !strings.Contains(svg, ">loom</text>") {
		t.Error(svg)
	}
}

// TestLanguageColors: every color is visible on light and on dark pages, as graphics must
// be.
func TestLanguageColors(t *testing.T) {
	if languageColors()["Go"] == "" || languageColors()["Visual Basic .NET"] == "" {
		t.Error("Go and Visual Basic .NET have no color")
	}
	for name, color := range languageColors() {
		for _, page := range []string{light().page, night().page} {
			if got := contrast(color, page); got < 3 {
				t.Errorf("%s: %s on %s has a contrast of %.2f", name, color, page, got)
			}
		}
	}
}

// TestLinesOfLongWords: texts without blanks break where a reader expects it: no line begins
// with a closing sign, and no number, name or small kana is torn apart while there is
// another place.
func TestLinesOfLongWords(t *testing.T) {
	for text, want := range map[string]string{
		"リポジトリ：12。フォークは除外":         "リポジトリ：|12。フォーク|は除外",
		"送金の失敗を防ぎます。速い":            "送金の失敗を防|ぎます。速い",
		"「引用」（括弧）です":               "「引用」（括|弧）です",
		"long-name.example.org/a":  "long-name.|example.org/a",
		"🦀🦀🦀🦀🦀🦀👩\u200D👩\u200D👧🦀👍🏽": "🦀🦀🦀🦀🦀🦀|👩\u200D👩\u200D👧🦀👍🏽",
		"Llanfairpwllgwyngyll":     "Llanfairpwllg|wyngyll",
	} {
		if got := strings.Join(wrap(text, 7*14*1.05+0.5, 14), "|"); got != want {
			t.Errorf("%s becomes %s, want %s", text, got, want)
		}
	}
}

// TestBalancedLabels: the two lines of a label are about equally long.
func TestBalancedLabels(t *testing.T) {
	for text, want := range map[string]string{
		"Repositories contributed to":                  "Repositories|contributed to",
		"Sammanfogade pull requests":                   "Sammanfogade|pull requests",
		"Stars":                                        "Stars",
		"マージされたプルリクエスト":                                "マージされたプ|ルリクエスト",
		"far more than what fits on two lines of this": "",
	} {
		lines := balanced(2, text, 166, 13)
		if got := strings.Join(lines, "|"); want != "" && got != want || len(lines) > 2 {
			t.Errorf("%s becomes %s, want %s", text, got, want)
		}
	}
}

// TestFactsFromTheRight: in a picture that is read from right to left, facts follow each
// other from the right, a number stays with its word, and C++ keeps its signs behind it.
func TestFactsFromTheRight(t *testing.T) {
	p := Picture{Title: "מיזמים", Language: "he", Body: Cards{{"שמש", "כלי ל-C++ מהיר", []string{"Rust", "★ 80", "9.9k הורדות"}}}}
	svg := string(p.SVG(false))
	for _, want := range []string{
		">\u2067\u2066Rust\u2069 · \u2066★ 80\u2069 · \u20679.9k הורדות\u2069\u2069<",
		">\u2068כלי ל-C++\u200E מהיר\u2069<",
	} {
		if !strings.Contains(svg, want) {
			t.Errorf("%q is not in\n%s", want, svg)
		}
	}
	p = Picture{Title: "Projects", Language: "en", Body: Cards{{"a", "b", []string{"Go", "★ 80"}}}}
	if svg := string(p.SVG(false)); strings.ContainsAny(svg, "\u2066\u2067\u2068") {
		t.Errorf("directions in a picture without such letters:\n%s", svg)
	}
}

// TestLongNamesWrap: a person's name is not cut.
func TestLongNamesWrap(t *testing.T) {
	p := Picture{Body: Header{Name: "Maximiliane Wilhelmine von und zu Hohenstein"}}
	if svg := string(p.SVG(false)); !strings.Contains(svg, "Hohenstein<") || strings.Contains(svg, "…") {
		t.Error(svg)
	}
}
