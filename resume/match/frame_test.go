package match

import (
	"testing"

	"github.com/ghresume/ghresume/resume/skill"
)

// TestTitleBehindALabel checks titles that the body of an e-mail or a sentence names.
func TestTitleBehindALabel(t *testing.T) {
	for text, want := range map[string]string{
		"Something for you? Analyst jobs\n\nHello,\n\nJob title: Cloud Engineer\nRate: 500\n":     "Cloud Engineer",
		"Offre : Développeur Go expérimenté\n\nBonjour,\n\nPoste : Développeur Go\nLieu : Lyon":   "Développeur Go",
		"Developer-Stellen bei uns\n\nHallo,\n\nStelle: Datenbankentwicklerin\nOrt: Kiel":         "Datenbankentwicklerin",
		"Ofertas de desarrollador\n\nPuesto: Desarrollador Android\nLugar: Vigo":                  "Desarrollador Android",
		"Hi there! We're Bun, and we're looking for a build engineer who likes order.":            "build engineer",
		"Firmware Engineer, Power Supplies. Vole in Hull needs a person who has written C a lot.": "Firmware Engineer, Power Supplies",
		"Cloud Engineer role": "Cloud Engineer",
		"# Senior Cloud Engineer (Storage)\n\nPosition: full-time\n": "Senior Cloud Engineer (Storage)",
	} {
		if got := ParsePosting(text, skill.Default()).Title; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestWhereThisJobIs checks that what is said of the job wins over what the company says of
// itself.
func TestWhereThisJobIs(t *testing.T) {
	for text, want := range map[string][2]string{
		"Cloud Engineer\n\nWe are remote-first. This role is on site.":    {"onsite", ""},
		"Cloud Engineer\n\nWir arbeiten remote. Diese Stelle ist hybrid.": {"hybrid", ""},
		"Cloud Engineer\n\nLocation: Remote (UK)":                         {"remote", "UK"},
		"Cloud Engineer\n\nLocation: Hybrid":                              {"hybrid", ""},
		"Cloud-Entwickler\n\nArbeitsort: Jena, bis zu zwei Tage mobil.":   {"hybrid", "Jena"},
	} {
		if p := ParsePosting(text, skill.Default()); p.Remote != want[0] || p.Place != want[1] {
			t.Errorf("%q: %q in %q", text, p.Remote, p.Place)
		}
	}
}

// TestWhoseYears checks years that are not about the technology near them.
func TestWhoseYears(t *testing.T) {
	for text, want := range map[string][2]int{ // of all work, of Kafka
		"Our team has 15 years of Kafka behind it":                                 {0, 0},
		"9+ years in networks, Kafka or storage, of which 3+ leading people":       {9, 0},
		"6 years, 2 of them with Kafka":                                            {6, 2},
		"Somebody who has written C for drones and run Kafka for at least 4 years": {0, 4},
	} {
		p := ParsePosting("Developer\n\nRequirements\n- Ansible\n- "+text+"\n", skill.Default())
		kafka := 0
		for _, a := range p.Skills {
			if a.Name == "Kafka" {
				kafka = a.Years
			}
		}
		if p.Years != want[0] || kafka != want[1] {
			t.Errorf("%s: %d, Kafka %d", text, p.Years, kafka)
		}
	}
}

// TestMoreDemands checks demands in prose, a wish that goes on, and further words for "or".
func TestMoreDemands(t *testing.T) {
	p := ParsePosting("Developer\n\nWe make hats in Leeds.\n\nYou should be really good at Kafka. Redis is a plus, and so is some Ansible.\n", skill.Default())
	want := map[string]Level{"Kafka": Required, "Redis": Preferred, "Ansible": Preferred}
	for _, a := range p.Skills {
		if a.Level != want[a.Name] {
			t.Errorf("%s is %s", a.Name, a.Level)
		}
	}
	for _, item := range []string{"Kafka resp. RabbitMQ", "Kafka, zur Not auch RabbitMQ", "Kafka, en su defecto RabbitMQ", "Kafka, in alternativa RabbitMQ", "Kafka (desnoods RabbitMQ)"} {
		for _, a := range ParsePosting("Developer\n\nRequirements\n- Docker\n- "+item+"\n", skill.Default()).Skills {
			if a.Name == "RabbitMQ" && a.AnyOf == 0 {
				t.Errorf("%s: no choice", item)
			}
		}
	}
}
