package document

import (
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/part"
)

// arranged returns the blocks of a text, one per line: role, level, text, and what is at the
// other end.
func arranged(t *testing.T, md string) []string {
	t.Helper()
	root, err := tree([]byte(md))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, b := range resumeBlocks(root, nil) {
		line := strings.Repeat("  ", b.level) + b.marker + " " + b.text() + " | " + textOfSpans(b.right)
		switch b.role {
		case title:
			line = "title" + line
		case organization:
			line = "organization" + line
		case technologies:
			line = "technologies" + line
		}
		out = append(out, line)
	}
	return out
}

func marked(title, organization, dates, place string) string {
	row := part.Mark(part.Title, "**"+title+"**")
	if organization != "" {
		row += ", " + part.Mark(part.Organization, organization)
	}
	for _, p := range []string{part.Mark(part.Dates, dates), part.Mark(part.Place, place)} {
		if p != "" {
			row += " · " + p
		}
	}
	return row
}

func TestJobsInListsHaveTwoRows(t *testing.T) {
	got := arranged(t, "## Work History\n\n- "+marked("Baker", "Crumb & Co", "2019 – 2021", "Porto")+"\n  - baked 300 loaves a day\n  - "+part.Mark(part.Technologies, "Technologies: Excel")+
		"\n- "+marked("Courier", "", "2018", "")+"\n")
	want := []string{
		"     Work History | ", "title       Baker | 2019 – 2021", "organization Crumb & Co | Porto", "  • baked 300 loaves a day | ",
		"technologies  • Technologies: Excel | ", "title       Courier | 2018",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestOtherListsStayLists(t *testing.T) {
	for name, list := range map[string]string{
		"a title alone":                "- " + part.Mark(part.Title, "**crumb**") + "\n",
		"a title that is not bold":     "- " + part.Mark(part.Title, "CKA") + ", " + part.Mark(part.Organization, "CNCF") + " · " + part.Mark(part.Dates, "2024") + "\n",
		"other text":                   "- " + part.Mark(part.Title, "**crumb**") + " (" + part.Mark(part.Dates, "2024") + ")\n",
		"no marks":                     "- **Baker**, Crumb & Co · 2019\n",
		"a job among other items":      "- " + marked("Baker", "Crumb & Co", "2019", "") + "\n- and others\n",
		"a numbered list":              "1. " + marked("Baker", "Crumb & Co", "2019", "") + "\n",
		"a job in a list in the list":  "- others:\n  - " + marked("Baker", "Crumb & Co", "2019", "") + "\n",
		"a title behind another piece": "- " + part.Mark(part.Dates, "2019") + " " + part.Mark(part.Title, "**Baker**") + "\n",
	} {
		for _, line := range arranged(t, "## Other\n\n"+list) {
			if strings.HasPrefix(line, "title") {
				t.Errorf("%s: %q", name, line)
			}
		}
	}
}

func TestTechnologiesEndTheListAboveThem(t *testing.T) {
	line := part.Mark(part.Technologies, "Technologies: Go")
	for md, want := range map[string]string{
		"- baked\n\n" + line + "\n":               "technologies • Technologies: Go |",
		"Baked.\n\n" + line + "\n":                "technologies Technologies: Go |",
		"1. baked\n\n" + line + "\n":              "technologies Technologies: Go |",
		"- baked\n\n" + line + " and more\n":      "technologies Technologies: Go and more |",
		"- baked\n\nAlso sold.\n\n" + line + "\n": "technologies Technologies: Go |",
	} {
		all := arranged(t, "### "+part.Mark(part.Title, "Baker")+"\n\n"+md)
		if got := strings.Join(strings.Fields(all[len(all)-1]), " "); got != want {
			t.Errorf("%q: got %q, want %q", md, got, want)
		}
	}
}
