package match

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/ghresume/ghresume/resume/skill"
)

// advertisements are the same kind of posting as different people write it. A line with
// "#" is a heading, one with "-" an item.
var advertisements = map[string]string{
	"de": "# Plattformentwickler (m/w/d)\n\nMühlbach GmbH baut Software für Mühlen. Unsere Partner: Oracle und SAP.\n\n# Das erwartet dich\n\n- Du betreibst unsere Dienste mit Terraform\n\n# Das bringst du mit\n\n- Mindestens vier Jahre Erfahrung mit Go oder Rust\n- Fundierte Kenntnisse in PostgreSQL\n- Java ist nicht erforderlich\n- Fließende Deutschkenntnisse\n- Kafka ist von Vorteil\n\n# Wünschenswert\n\n- Helm\n\n# Das bieten wir dir\n\n- Kurse in Python, ein MacBook",
	"fr": "# Développeuse back-end H/F\n\nNos partenaires : Oracle, SAP.\n\n# Vos missions\n\n- Déployer nos services avec Terraform\n\n# Ce que vous apportez\n\n- Quatre ans d’expérience en Go ou Rust\n- Bonne maîtrise de PostgreSQL\n- Java n’est pas requis\n- Français courant\n- Kafka serait un plus\n\n# Seraient appréciés\n\n- Helm\n\n# Ce que nous offrons\n\n- Formations Python",
	"es": "# Ingeniera de plataforma\n\n# Funciones\n\n- Desplegar servicios con Terraform\n\n# Qué buscamos\n\n- Cuatro años de experiencia con Go o Rust\n- Dominio de PostgreSQL\n- Java no es necesario\n- Español nativo\n- Kafka es un plus\n\n# Se valorará\n\n- Helm\n\n# Qué ofrecemos\n\n- Cursos de Python",
	"pt": "# Pessoa Desenvolvedora Back-end\n\n# Responsabilidades\n\n- Publicar serviços com Terraform\n\n# Requisitos\n\n- Quatro anos de experiência com Go ou Rust\n- Domínio de PostgreSQL\n- Java não é necessário\n- Português fluente\n- Kafka será um diferencial\n\n# Diferenciais\n\n- Helm\n\n# O que oferecemos\n\n- Cursos de Python",
	"it": "# Sviluppatore backend\n\n# Cosa farai\n\n- Distribuire servizi con Terraform\n\n# Requisiti\n\n- Quattro anni di esperienza con Go o Rust\n- Ottima conoscenza di PostgreSQL\n- Java non è richiesto\n- Italiano madrelingua\n- Kafka è un plus\n\n# Costituisce titolo preferenziale\n\n- Helm\n\n# Cosa offriamo\n\n- Corsi di Python",
	"nl": "# Backend ontwikkelaar\n\n# Wat ga je doen\n\n- Diensten uitrollen met Terraform\n\n# Wat we vragen\n\n- Vier jaar ervaring met Go of Rust\n- Goede kennis van PostgreSQL\n- Java is niet vereist\n- Nederlands op moedertaalniveau, vloeiend in woord\n- Kafka is een pre\n\n# Mooi meegenomen\n\n- Helm\n\n# Wij bieden\n\n- Cursussen Python",
	"pl": "# Programista backend\n\n# Twoje zadania\n\n- Wdrażanie usług z Terraform\n\n# Nasze wymagania\n\n- Cztery lata doświadczenia z Go lub Rust\n- Bardzo dobra znajomość PostgreSQL\n- Java nie jest wymagana\n- Biegła znajomość języka polskiego\n- Kafka będzie plusem\n\n# Mile widziane\n\n- Helm\n\n# Oferujemy\n\n- Kursy Python",
	"uk": "# Розробник серверної частини\n\n# Обов’язки\n\n- Розгортати сервіси з Terraform\n\n# Вимоги\n\n- Чотири роки досвіду з Go або Rust\n- Глибокі знання PostgreSQL\n- Java не потрібно\n- Вільне володіння: українська мова\n- Kafka буде плюсом\n\n# Буде перевагою\n\n- Helm\n\n# Ми пропонуємо\n\n- Курси Python",
	"zh": "# 后端开发工程师\n\n# 岗位职责\n\n- 使用Terraform部署服务\n\n# 任职要求\n\n- 4年以上Go或Rust开发经验\n- 精通PostgreSQL\n- 不要求Java\n- 英语口语流利\n- 熟悉Kafka者优先\n\n# 加分项\n\n- Helm\n\n# 福利待遇\n\n- Python课程",
	"ja": "# バックエンドエンジニア\n\n# 仕事内容\n\n- Terraformによるサービスのデプロイ\n\n# 必須スキル\n\n- GoまたはRustの開発経験4年以上\n- PostgreSQLの知識\n- Javaは不問\n- 日本語はネイティブレベル\n- Kafkaの経験があれば尚可\n\n# 歓迎スキル\n\n- Helm\n\n# 福利厚生\n\n- Python研修",
	"en": "# Senior Backend Engineer\n\n# What you’ll do\n\n- Roll out services with Terraform\n\n# What you’ll bring\n\n- Four years of experience with Go or Rust\n- Strong PostgreSQL\n- Java is not required\n- Fluent English\n- Kafka would be a plus\n\n# Nice-to-haves\n\n- Helm\n\n# What’s in it for you\n\n- Python courses",
}

// kinds write an advertisement as a file of each kind.
var kinds = map[string]func(t *testing.T, text string) []byte{
	"text": func(_ *testing.T, text string) []byte {
		return []byte(strings.NewReplacer("# ", "", "- ", "• ").Replace(text))
	},
	"Markdown": func(_ *testing.T, text string) []byte {
		first, rest, _ := strings.Cut(text, "\n")
		return []byte(first + "\n" + strings.ReplaceAll(rest, "\n# ", "\n## "))
	},
	"bold Markdown": func(_ *testing.T, text string) []byte {
		var out []string
		for line := range strings.SplitSeq(text, "\n") {
			if title, ok := strings.CutPrefix(line, "# "); ok {
				line = " ** _" + title + ":_**"
			}
			out = append(out, strings.Replace(line, "- ", "  * ", 1))
		}
		return []byte(strings.Join(out, "\n"))
	},
	"HTML": func(_ *testing.T, text string) []byte { return []byte(page(text, "<h2>%s</h2>")) },
	"HTML without headings": func(_ *testing.T, text string) []byte {
		return []byte(page(text, "<p><strong>%s:</strong></p>"))
	},
	"e-mail": func(_ *testing.T, text string) []byte {
		return []byte("From: a@example.com\nTo: b@example.com\nSubject: A job\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + page(text, "<h3>%s</h3>"))
	},
	"RTF":  func(_ *testing.T, text string) []byte { return []byte(rich(text)) },
	"DOCX": inWord,
	"UTF-16": func(_ *testing.T, text string) []byte {
		out := []byte{0xff, 0xfe}
		for _, unit := range utf16.Encode([]rune(text)) {
			out = append(out, byte(unit), byte(unit>>8))
		}
		return out
	},
}

func page(text, heading string) string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html><body>\n")
	for line := range strings.SplitSeq(text, "\n") {
		switch {
		case strings.HasPrefix(line, "# "):
			fmt.Fprintf(&b, heading+"\n", html.EscapeString(line[2:]))
		case strings.HasPrefix(line, "- "):
			fmt.Fprintf(&b, "<ul><li><span>%s</span></li></ul>\n", html.EscapeString(line[2:]))
		case line != "":
			fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(line))
		}
	}
	return b.String() + "</body></html>"
}

func rich(text string) string {
	var b strings.Builder
	b.WriteString(`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}`)
	for line := range strings.SplitSeq(text, "\n") {
		item := strings.HasPrefix(line, "- ")
		b.WriteString(`\pard`)
		if item {
			b.WriteString(`{\listtext\bullet\tab}`)
		}
		if strings.HasPrefix(line, "# ") {
			b.WriteString(`\b `)
		} else {
			b.WriteString(`\b0 `)
		}
		for _, r := range strings.TrimPrefix(strings.TrimPrefix(line, "- "), "# ") {
			if r < 0x80 {
				b.WriteRune(r)
			} else {
				fmt.Fprintf(&b, `\u%d?`, int16(r))
			}
		}
		b.WriteString("\\par\n")
	}
	return b.String() + "}"
}

func inWord(t *testing.T, text string) []byte {
	t.Helper()
	var b strings.Builder
	b.WriteString(`<w:document xmlns:w="w"><w:body>`)
	for line := range strings.SplitSeq(text, "\n") {
		style := ""
		if strings.HasPrefix(line, "# ") {
			style = `<w:pStyle w:val="Heading2"/>`
		} else if strings.HasPrefix(line, "- ") {
			style = `<w:numPr/>`
		}
		fmt.Fprintf(&b, `<w:p><w:pPr>%s</w:pPr><w:r><w:t>%s</w:t></w:r></w:p>`, style, html.EscapeString(strings.TrimPrefix(strings.TrimPrefix(line, "- "), "# ")))
	}
	b.WriteString(`</w:body></w:document>`)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	f, err := w.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write([]byte(b.String())); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestPostingsInAnyLanguageAndFile reads each advertisement from each kind of file.
func TestPostingsInAnyLanguageAndFile(t *testing.T) {
	want := map[string]Level{"Go": Required, "Rust": Required, "PostgreSQL": Required, "Java": Mentioned, "Kafka": Preferred, "Helm": Preferred, "Terraform": Mentioned}
	for _, language := range slices.Sorted(maps.Keys(advertisements)) {
		for _, kind := range slices.Sorted(maps.Keys(kinds)) {
			text, err := ExtractText(kinds[kind](t, advertisements[language]))
			if err != nil {
				t.Errorf("%s, %s: %v", language, kind, err)
				continue
			}
			p := ParsePosting(text, skill.Default())
			got, group := map[string]Level{}, map[string]int{}
			for _, a := range p.Skills {
				if a.Group != skill.Practices {
					got[a.Name], group[a.Name] = a.Level, a.AnyOf
				}
			}
			if !maps.Equal(got, want) {
				t.Errorf("%s, %s: got %v", language, kind, got)
			}
			if group["Go"] == 0 || group["Go"] != group["Rust"] {
				t.Errorf("%s, %s: Go and Rust are not alternatives: %v", language, kind, group)
			}
			title := strings.TrimPrefix(strings.SplitN(advertisements[language], "\n", 2)[0], "# ")
			if !strings.HasPrefix(p.Title, strings.TrimSuffix(title, " (m/w/d)")) && kind != "e-mail" {
				t.Errorf("%s, %s: title %q", language, kind, p.Title)
			}
			if i := slices.IndexFunc(p.Skills, func(a Asked) bool { return a.Name == "Go" }); i < 0 || p.Skills[i].Years != 4 {
				t.Errorf("%s, %s: no four years of Go", language, kind)
			}
			if len(p.Languages) == 0 {
				t.Errorf("%s, %s: no language is asked for", language, kind)
			}
		}
	}
}
