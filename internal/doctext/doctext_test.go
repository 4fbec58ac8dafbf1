package doctext

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/document"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// posting is the content of all files below.
const posting = "# Backend Engineer\n\n## What you’ll bring\n\n- Go\n- PostgreSQL & Café\n\n**Nice to have**\n\n- Kafka"

// squeeze drops empty lines, which differ between the kinds.
func squeeze(s string) string {
	var out []string
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

func zipped(t testing.TB, files map[string]string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, content := range files {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func docx(t testing.TB) string {
	return zipped(t, map[string]string{
		"[Content_Types].xml": "<Types/>",
		"word/styles.xml":     `<w:styles xmlns:w="w"><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style></w:styles>`,
		"word/document.xml": `<w:document xmlns:w="w"><w:body>
			<w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr><w:r><w:t>Backend</w:t></w:r><w:r><w:t xml:space="preserve"> Engineer</w:t></w:r></w:p>
			<w:p><w:pPr><w:pStyle w:val="berschrift2"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>What you’ll bring</w:t></w:r></w:p>
			<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr><w:r><w:t>Go</w:t></w:r></w:p>
			<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>PostgreSQL &amp; Café</w:t></w:r><w:del><w:r><w:t>Rust</w:t></w:r></w:del></w:p>
			<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Nice to have</w:t></w:r></w:p>
			<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Kafka</w:t></w:r></w:p></w:body></w:document>`,
	})
}

const rtf = `{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}{\f1\fcharset204 Times;}}{\colortbl;\red0;}{\*\generator Word;}{\info{\title Secret}}
\pard\outlinelevel0 Backend Engineer\par
\pard\outlinelevel1 What you\rquote ll bring\par
\pard{\listtext\bullet\tab}Go\par
\pard{\listtext\bullet\tab}PostgreSQL & Caf\'e9\par
\pard{\b Nice to have}\par
\pard{\listtext\'b7\tab}Ka\u102?ka\par}`

const page = `<!DOCTYPE html><html><head><title>Job</title><style>p{}</style></head><body><nav>Java jobs</nav>
<h1>Backend Engineer</h1><div hidden>COBOL</div><h2>What you’ll bring</h2><ul><li>Go<li><p>PostgreSQL &amp; Café</p></ul>
<p><strong>Nice to have</strong></p><ul><li>Kafka</li></ul><script>Rust</script><footer>PHP</footer></body></html>`

func eml(body, transfer string) string {
	return "From: Ada <ada@example.com>\r\nTo: kim@example.com\r\nSubject: Fwd: =?utf-8?Q?Backend_Engineer?=\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/alternative; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSee the page.\r\n--x\r\n" +
		"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: " + transfer + "\r\n\r\n" + body + "\r\n--x--\r\n"
}

func TestReadKinds(t *testing.T) {
	body := strings.Replace(page, "<h1>Backend Engineer</h1>", "", 1)
	quoted := strings.NewReplacer("=", "=3D", "’", "=E2=80=99", "é", "=C3=A9").Replace(body)
	latin, _ := charmap.Windows1252.NewEncoder().String(posting)
	little, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(posting)
	big, _ := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(posting)
	unmarked, _ := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String(posting)
	for name, data := range map[string]string{
		"Markdown": posting, "with a mark": "\ufeff" + posting, "Windows lines": strings.ReplaceAll(posting, "\n", "\r\n"),
		"Windows-1252": latin, "UTF-16LE": little, "UTF-16BE": big, "UTF-16 without a mark": unmarked,
		"HTML": page, "DOCX": docx(t), "RTF": rtf,
		"e-mail, quoted-printable": eml(quoted, "quoted-printable"), "e-mail, base64": eml(base64.StdEncoding.EncodeToString([]byte(body)), "base64"),
	} {
		got, err := Read([]byte(data))
		if want := squeeze(posting); err != nil || squeeze(got) != want {
			t.Errorf("%s: %v\ngot\n%s\nwant\n%s", name, err, squeeze(got), want)
		}
	}
}

// TestReadKeepsAPageThatDescribesOnlyItself checks that a few words for search engines do
// not replace what a page shows.
func TestReadKeepsAPageThatDescribesOnlyItself(t *testing.T) {
	page := `<html><head><script type="application/ld+json">{"@type":"JobPosting","title":"Tester","hiringOrganization":{"name":"Drehfeld"},"description":"see page"}</script></head>
		<body><h1>Tester</h1><p>Heron keeps archives in step, everywhere.</p><ul><li>Python</li><li>Kafka</li></ul></body></html>`
	if got, err := Read([]byte(page)); err != nil || !strings.Contains(got, "- Kafka") {
		t.Errorf("got %q, %v", got, err)
	}
}

// TestReadTables checks that columns with lists follow one another, and that a table of names
// keeps its columns.
func TestReadTables(t *testing.T) {
	for page, want := range map[string]string{
		`<html><body><table><tr><th>Tasks</th><th>Profile</th></tr><tr><td><ul><li>Plan</li><li>Ship</li></ul></td><td><ul><li>Go</li></ul></td></tr></table></body></html>`: "**Tasks**\n- Plan\n- Ship\n**Profile**\n- Go",
		`<html><body><table><tr><th>Must</th><th>Nice</th></tr><tr><td>Go</td><td>C|C++</td></tr></table></body></html>`:                                                     "| Must | Nice |\n| Go | C/C++ |",
		`<html><body><table><tr><td>Place</td><td>Lyon</td></tr><tr><td>Team</td><td>Maps</td></tr></table></body></html>`:                                                   "Place: Lyon\nTeam: Maps",
	} {
		if got, err := Read([]byte(page)); err != nil || squeeze(got) != want {
			t.Errorf("got %q, %v, want %q", squeeze(got), err, want)
		}
	}
}

// TestReadPDF prints the posting, long lines included, and reads it back.
func TestReadPDF(t *testing.T) {
	const long = "- Experience with services that handle very many requests a second, written in Go or in Rust, and with the databases that stand behind them"
	file, err := document.PDF([]byte(posting+"\n"+long+"\n"), document.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := Read(file.Data)
	bare := func(text string) string {
		return strings.ToLower(strings.NewReplacer("# ", "", "#", "", "**", "").Replace(squeeze(text))) // themes print headings in capitals
	}
	if want := bare(posting + "\n" + long); err != nil || bare(got) != want {
		t.Errorf("%v\ngot\n%s\nwant\n%s", err, squeeze(got), want)
	}
	if !strings.Contains(got, "**WHAT YOU’LL BRING**") && !strings.Contains(got, "## WHAT YOU’LL BRING") {
		t.Errorf("no heading in\n%s", got)
	}
}

func TestReadOtherScripts(t *testing.T) {
	const uk, zh = "Вимоги до кандидата: досвід роботи з Go від трьох років", "任职要求：熟悉Go语言，三年以上后端开发经验，熟练使用数据库"
	cyrillic, _ := charmap.Windows1251.NewEncoder().String(uk)
	chinese, _ := simplifiedchinese.GB18030.NewEncoder().String(zh)
	for data, want := range map[string]string{cyrillic: uk, chinese: zh} {
		if got, err := Read([]byte(data)); err != nil || got != want {
			t.Errorf("got %q, want %q, %v", got, want, err)
		}
	}
}

func TestReadTakesTheJobOfAScriptedPage(t *testing.T) {
	const shell = `<html><head><title>Careers</title><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization"},
		{"@type":"JobPosting","title":"Go Engineer","hiringOrganization":{"name":"Brook"},"jobLocation":{"address":{"addressLocality":"Lyon","addressCountry":"FR"}},
		"description":"&lt;p&gt;We build things.&lt;/p&gt;","skills":["Go","SQL"]}]}</script></head><body><div id="root">%s</div></body></html>`
	got, err := Read([]byte(strings.Replace(shell, "%s", "Loading", 1)))
	want := "# Go Engineer\nCompany: Brook\nLocation: Lyon, FR\nWe build things.\n## Requirements\n- Go\n- SQL"
	if err != nil || squeeze(got) != want {
		t.Errorf("got %q, %v", squeeze(got), err)
	}
	visible := "<h1>Go Engineer</h1><p>Brook, Lyon. We build things. Requirements: Go, SQL, Kafka. Company Location</p>"
	if got, err := Read([]byte(strings.Replace(shell, "%s", visible, 1))); err != nil || !strings.Contains(got, "Kafka") || strings.Contains(got, "## ") {
		t.Errorf("the visible text is left out: %q, %v", got, err)
	}
}

func TestReadKeepsMarkdownWithTags(t *testing.T) {
	const mixed = "# Engineer\n\n## Requirements\n- Go<br>\n- C++ templates such as vector<int>\n"
	if got, err := Read([]byte(mixed)); err != nil || got != mixed {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestReadRefusesByName(t *testing.T) {
	for data, want := range map[string]string{
		"":                                   "empty",
		" \n":                                "empty",
		"GIF89a\x00\x00":                     "a GIF picture",
		"\x89PNG\r\n\x1a\n":                  "a PNG picture",
		"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..": "an old Word document",
		"\x00\x01\x02\x03 text \x00\x00\x00": "not text",
		"%PDF-1.7\nbroken":                   "a PDF",
		"PK\x03\x04 broken":                  "a broken ZIP archive",
		zipped(t, map[string]string{"xl/workbook.xml": "<x/>"}):                                          "an Excel workbook",
		zipped(t, map[string]string{"a.txt": "x"}):                                                       "without a Word document",
		"<html><body><img src=x></body></html>":                                                          "no text",
		strings.Repeat("x", MaxSize+1):                                                                   "at most",
		"From: a\nSubject: b\nContent-Type: multipart/mixed; boundary=q\n\n--q\n":                        "",
		zipped(t, map[string]string{"word/document.xml": `<w:document xmlns:w="w"><w:p/></w:document>`}): "no text",
	} {
		_, err := Read([]byte(data))
		if want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%.20q: got %v, want %q", data, err, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{posting, page, rtf, docx(f), eml("Go", "8bit"), "\xff\xfea\x00", `{\rtf1\u-10179?\'zz{\*\x {`, "<b><p><b><p>", "From: a\nSubject: b\nContent-Type: multipart/mixed; boundary=q\n\n--q\n\n--q--"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := Read(data)
		if (err == nil) == (strings.TrimSpace(text) == "") {
			t.Fatalf("%q, %v", text, err)
		}
	})
}
