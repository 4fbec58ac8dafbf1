package readfile

import "testing"

// TestTextMatrices: text is where its matrix puts it, whatever the matrix and however the
// line is cut into pieces.
func TestTextMatrices(t *testing.T) {
	const want = "Created a process\nRan it\n"
	for name, content := range map[string]string{
		"no matrix":               "BT /F 12 Tf 50 700 Td [(Cre) -8 (ated) ] TJ ( a pr) Tj (ocess) Tj 0 -20 Td (Ran it) Tj ET",
		"the matrix enlarges":     "BT 12 0 0 12 50 700 Tm /F 1 Tf [(Cre) -8 (ated) ] TJ ( a pr) Tj (ocess) Tj 0 -1.7 Td (Ran it) Tj ET",
		"the size comes first":    "BT /F 1 Tf 12 0 0 12 50 700 Tm [(Cre) -8 (ated) ] TJ ( a pr) Tj (ocess) Tj 0 -1.7 TD (Ran it) Tj ET",
		"within a drawing":        "q .24 0 0 .24 18 100 cm BT 50 0 0 50 130 2500 Tm /F 1 Tf [(Cre) -8 (ated) ] TJ ( a pr) Tj (ocess) Tj ET Q BT /F 12 Tf 50 680 Td (Ran it) Tj ET",
		"the next text is small":  "BT 12 0 0 12 50 700 Tm /F 1 Tf [(Cre) -8 (ated) ] TJ ( a pr) Tj (ocess) Tj ET BT /F 12 Tf 50 680 Td (Ran it) Tj ET",
		"lines with a leading":    "BT 1.7 TL 12 0 0 12 50 700 Tm /F 1 Tf [(Cre) -8 (ated) ] TJ ( a pr) Tj (ocess) Tj T* (Ran it) Tj ET",
		"a leading set in a text": "BT 12 0 0 12 50 700 Tm /F 1 Tf 1.7 TL [(Cre) -8 (ated) ] TJ ( a pr) Tj (ocess) Tj (Ran it) ' ET",
		"the size is kept":        "BT /F 1 Tf 12 0 0 12 50 700 Tm [(Cre) -8 (ated) ] TJ ( a pr) Tj (ocess) Tj ET q BT 12 0 0 12 50 680 Tm (Ran it) Tj ET Q",
	} {
		for form, file := range map[string][]byte{"a page": pageOf(content), "a form": pageOf("/X6 Do", content)} {
			lines, err := PDF(file)
			if got := Text(lines); err != nil || got != want {
				t.Errorf("%s, %s: got %q, %v", name, form, got, err)
			}
		}
	}
}

// TestWideBlanks: a justified text does not part a word whose letters are set one by one.
func TestWideBlanks(t *testing.T) {
	for name, content := range map[string]string{
		"with Tw":    "BT /F 10 Tf 2 Tw 50 700 Td (Who came fr) Tj 60.68 0 Td (om retail) Tj ET",
		"in a TJ":    "BT /F 10 Tf 2 Tw 50 700 Td [(Who ca) 0 (me fr)] TJ 60.68 0 Td [(om retail)] TJ ET",
		"without Tw": "BT /F 10 Tf 50 700 Td (Who came from retail) Tj ET",
	} {
		lines, err := PDF(pageOf(content))
		if got := Text(lines); err != nil || got != "Who came from retail\n" {
			t.Errorf("%s: got %q, %v", name, got, err)
		}
	}
}

func TestPlainContentIsNotRewritten(t *testing.T) {
	for _, content := range []string{"", "BT 1 0 0 1 50 700 Tm /F 12 Tf (a) Tj ET", "Tm 1 Tm q Q Q TL Td BT ET ET"} {
		if got := unscaledText([]byte(content)); string(got) != content {
			t.Errorf("%q became %q", content, got)
		}
	}
}
