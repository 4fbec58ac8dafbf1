package convert

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/resume"
)

// zipped returns an archive of texts.
func zipped(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range files {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		f.Write([]byte(text))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestLinkedInInOtherLanguages reads tables with headings, names and separators of another
// language: the order of the columns is the same.
func TestLinkedInInOtherLanguages(t *testing.T) {
	got, err := Read("export.zip", zipped(t, map[string]string{
		"Export/Profil.csv": "\ufeffVorname;Nachname;Geburtsname;Adresse;Geburtsdatum;Slogan;Info;Branche;Postleitzahl;Ort;Twitter;Websites;Messenger\r\n" +
			"Jana;Roth;;Am Hof 1;1.2.1990;Entwicklerin;\"Baut Dienste; gern in Go.\";;50667;Köln;[janaroth];;\r\n",
		"Export/Berufserfahrung.csv": "Firma;Position;Beschreibung;Standort;Von;Bis\r\nRheinwerk GmbH;Entwicklerin;\"• Zahlungen\n• Betrieb, 24/7\";Köln;März 2021;\r\n",
		"Export/Kenntnisse.csv":      "Bezeichnung\r\nGo\r\n",
		"Export/Sprachen.csv":        "Name;Kenntnisse\r\nDeutsch;Muttersprache\r\n",
	}))
	if err != nil {
		t.Fatal(err)
	}
	p := got.Profile
	if p.Name != "Jana Roth" || p.Title != "Entwicklerin" || p.Location != "Köln" || p.Summary != "Baut Dienste; gern in Go." || p.Links["x"] != "janaroth" {
		t.Errorf("header: %+v", p)
	}
	if len(p.Experience) != 1 || p.Experience[0].Company != "Rheinwerk GmbH" || p.Experience[0].Start.String() != "2021-03" || !p.Experience[0].End.Present || len(p.Experience[0].Highlights) != 2 {
		t.Errorf("experience: %+v", p.Experience)
	}
	if len(p.Skills["Languages"]) != 1 || len(p.Languages) != 1 || p.Languages[0].Fluency != "Muttersprache" {
		t.Errorf("skills: %v, languages: %v", p.Skills, p.Languages)
	}
	if text := string(resume.EncodeProfile(p, got.Comments)); !strings.Contains(text, "are not English") || strings.Contains(text, "Am Hof") || strings.Contains(text, "1990") {
		t.Errorf("doubts, or what is private:\n%s", text)
	}
}

// TestLinkedInTableAlone recognizes every table by its header, also below notes.
func TestLinkedInTableAlone(t *testing.T) {
	for name, orders := range linkedInColumns {
		for _, order := range orders {
			header := strings.ToUpper(order)
			for _, text := range []string{header, "\ufeff" + strings.ReplaceAll(header, ",", ";"), "Notes:\n\"Told by you, \"\"twice\"\".\"\n\n" + header} {
				if got := linkedInTable(text + "\n"); got != name && !strings.HasPrefix(name, "phone") {
					t.Errorf("%q: got %q, want %q", text, got, name)
				}
			}
		}
	}
	_, err := Read("x.csv", []byte("Firma;Position;Von\nRheinwerk;Entwicklerin;2020\n"))
	var unknown *UnknownError
	if !errors.As(err, &unknown) || unknown.Looks != "is a table with the columns Firma, Position, Von" {
		t.Errorf("an unknown table: %v", err)
	}
}

// TestLinkedInRecommendations: what others write is not taken, but named; an
// unfinished project ends nowhere, and months are read in any language.
func TestLinkedInRecommendations(t *testing.T) {
	got, err := Read("export.zip", zipped(t, map[string]string{
		"Profile.csv":                  "First Name,Last Name,Headline\nNora,Quist,Developer\n",
		"Projects.csv":                 "Title,Description,Url,Started On,Finished On\nKaj,A quay,,Mär 2019,\nMole,A mole,,2019年3月,mars 2020\n",
		"Recommendations_Received.csv": "First Name,Last Name,Text\nOtto,Berg,Good\n",
	}))
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Left) != 1 || got.Left[0].Field != "Recommendations_Received.csv" {
		t.Errorf("left: %v", got.Left)
	}
	for i, want := range []string{"2019-03 ", "2019-03 2020-03"} {
		if p := got.Profile.Projects[i]; p.Start.String()+" "+p.End.String() != want {
			t.Errorf("project %d: %v %v, want %s", i, p.Start, p.End, want)
		}
	}
}
