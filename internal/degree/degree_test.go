package degree

import "testing"

func TestSplit(t *testing.T) {
	for _, c := range []struct{ degree, kind, area string }{
		{"MSc, Informatics", "MSc", "Informatics"},
		{"MSc in Informatics", "MSc", "Informatics"},
		{"M.Sc. Wirtschaftsinformatik", "M.Sc.", "Wirtschaftsinformatik"},
		{"B.Sc. in Computer Science", "B.Sc.", "Computer Science"},
		{"BSc (Hons) Computer Science", "BSc (Hons)", "Computer Science"},
		{"Bachelor of Science (BS), Mathematics", "Bachelor of Science (BS)", "Mathematics"},
		{"Bachelor's degree, Electrical Engineering", "Bachelor's degree", "Electrical Engineering"},
		{"PhD – Physics", "PhD", "Physics"},
		{"Master of Science: Data, Society and Policy", "Master of Science", "Data, Society and Policy"},
		{"Diplom-Informatiker", "Diplom-Informatiker", ""},
		{"Diplom Informatik (FH)", "Diplom", "Informatik (FH)"},
		{"Maîtrise Informatique", "Maîtrise", "Informatique"},
		{"Master 2 Génie logiciel", "Master 2", "Génie logiciel"},
		{"Diplôme d'ingénieur, Télécommunications", "Diplôme d'ingénieur", "Télécommunications"},
		{"Grado en Ingeniería Informática", "Grado", "Ingeniería Informática"},
		{"Máster en Ciencia de Datos", "Máster", "Ciencia de Datos"},
		{"Laurea magistrale in Informatica", "Laurea magistrale", "Informatica"},
		{"Bacharelado em Ciência da Computação", "Bacharelado", "Ciência da Computação"},
		{"Studia magisterskie, Informatyka", "Studia magisterskie", "Informatyka"},
		{"mgr inż. informatyka", "mgr inż.", "informatyka"},
		{"hbo Informatica", "hbo", "Informatica"},
		{"Licenciatura, Física", "Licenciatura", "Física"},
		// What belongs to the kind, or is unknown, is not split.
		{"Master of Public Health", "Master of Public Health", ""},
		{"Bachelor of Fine Arts", "Bachelor of Fine Arts", ""},
		{"Técnico de sonido", "Técnico de sonido", ""},
		{"BSc, MSc Computer Science", "BSc, MSc Computer Science", ""},
		{"Abitur", "Abitur", ""},
		{"Computer Science", "Computer Science", ""},
		{"Butler", "Butler", ""},
		{"", "", ""},
	} {
		kind, area := Split(c.degree)
		if kind != c.kind || area != c.area {
			t.Errorf("%q: got %q and %q, want %q and %q", c.degree, kind, area, c.kind, c.area)
		}
	}
}

func TestJoin(t *testing.T) {
	for _, c := range []struct{ kind, area, want string }{
		{"BSc", "Physics", "BSc in Physics"},
		{"MSc Physics", "physics", "MSc Physics"},
		{"Diplom", "Informatik", "Diplom, Informatik"},
		{"Minor:", "Music", "Minor: Music"},
		{"", "Physics", "Physics"},
		{"BSc", "", "BSc"},
	} {
		if got := Join(c.kind, c.area); got != c.want {
			t.Errorf("%q and %q: %q, want %q", c.kind, c.area, got, c.want)
		}
	}
}
