package match

import (
	"testing"

	"github.com/ghresume/ghresume/resume/skill"
)

// asksOf returns the levels of a posting whose requirements are these items, by name.
func asksOf(heading, item string) map[string]Level {
	out := map[string]Level{}
	for _, a := range ParsePosting("Backend Developer\n\n"+heading+"\n- Ansible\n- "+item+"\n", skill.Default()).Skills {
		out[a.Name] = a.Level
	}
	return out
}

// TestWishKeepsToItsClause checks that a wish after a comma leaves alone what a clause of its
// own asks for, and still applies to a list that it ends.
func TestWishKeepsToItsClause(t *testing.T) {
	for _, c := range []struct {
		item     string
		required bool // the first, MongoDB; the wish is Kafka
	}{
		{"You know MongoDB inside out, Kafka would be a plus", true},
		{"Strong MongoDB, Kafka would be nice", true},
		{"You know MySQL and MongoDB, Kafka is a bonus", true},
		{"MongoDB beherrschst du, Kafka wäre ein Plus", true},
		{"MongoDB ist dir ein Begriff, Kafka und NATS sind von Vorteil", true},
		{"Tu maîtrises MongoDB, Kafka serait un atout", true},
		{"Dominas MongoDB, Kafka sería un plus", true},
		{"Você domina MongoDB, Kafka seria um diferencial", true},
		{"Conosci bene MongoDB, Kafka sarebbe un plus", true},
		{"Je kent MongoDB goed, Kafka is een pluspunt", true},
		{"Dobrze znasz MongoDB, Kafka będzie plusem", true},
		{"MongoDB, NATS or Kafka is a plus", false},
		{"Experience with MongoDB, NATS and Kafka is a plus", false},
		{"Knowledge of MongoDB, Kafka is a plus", false},
		{"Stores (MongoDB, Kafka) are a plus", false},
		{"MongoDB and, at some point, Kafka are a plus", false},
		{"Kenntnisse in MongoDB, NATS oder Kafka sind von Vorteil", false},
	} {
		got := asksOf("Requirements", c.item)
		if (got["MongoDB"] == Required) != c.required || got["Kafka"] != Preferred {
			t.Errorf("%s: MongoDB %s, Kafka %s", c.item, got["MongoDB"], got["Kafka"])
		}
	}
}

// TestWhatIsNotAsked checks sentences that say what nobody needs.
func TestWhatIsNotAsked(t *testing.T) {
	for _, item := range []string{
		"No MongoDB servers", "We don't run MongoDB (and never will)", "Whether you use MongoDB or Kafka is up to you",
		"It doesn't matter whether you know MongoDB or Kafka", "Nobody expects you to know MongoDB",
		"Ob du mit MongoDB oder Kafka arbeitest, ist uns gleich", "Keine MongoDB-Server", "Peu importe si vous connaissez MongoDB",
		"Da igual si conoces MongoDB", "Non importa se conosci MongoDB", "Tanto faz se você conhece MongoDB",
		"Het maakt niet uit of je MongoDB kent", "Nie ma znaczenia, czy znasz MongoDB",
	} {
		if got := asksOf("Requirements", item)["MongoDB"]; got == Required || got == Preferred {
			t.Errorf("%s: %s", item, got)
		}
	}
}

// TestHeadingOfWhatIsNotAsked checks headings below the wishes that do not continue them.
func TestHeadingOfWhatIsNotAsked(t *testing.T) {
	for _, c := range [][2]string{
		{"What this role isn't", "MongoDB"}, {"Nicht notwendig", "MongoDB"}, {"Pas requis", "MongoDB"}, {"Ce que nous n'utilisons pas", "MongoDB"},
		{"Não é necessário", "MongoDB"}, {"No usamos", "MongoDB"}, {"Cosa non usiamo", "MongoDB"}, {"Wat we niet gebruiken", "MongoDB"},
		{"Czego nie używamy", "MongoDB"}, {"WHERE YOU'D LAND", "All data is in MongoDB."}, {"WHAT YOU'D BE JOINING", "Everything is stored in MongoDB."},
		{"Where you would sit", "MongoDB keeps all of it."},
	} {
		p := ParsePosting("Backend Developer\n\nREQUIREMENTS\n- Ansible\n\nNICE TO HAVE\n- Kafka\n\n"+c[0]+"\n"+c[1]+"\n", skill.Default())
		for _, a := range p.Skills {
			if a.Name == "MongoDB" && a.Level != Mentioned || a.Name == "Kafka" && a.Level != Preferred || a.Name == "Ansible" && a.Level != Required {
				t.Errorf("%s: %s is %s", c[0], a.Name, a.Level)
			}
		}
	}
}
