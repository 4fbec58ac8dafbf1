package review

import (
	"strings"
	"testing"
)

// seeded is a mistake put into a good profile.
type seeded struct {
	profile  string
	old, new string // the edit; without old, new is put at the top
	rule     string
	// where is a text on the line that the finding must name; empty means the first line
	// that differs.
	where string
}

const (
	sre     = "sre.toml"
	student = "student.toml"
	data    = "data_engineer.toml"
	nurse   = "career_changer.toml"
	front   = "frontend.toml"
	old     = "veteran.toml"
	free    = "freelancer.toml"
)

var seededMistakes = []seeded{
	// contact
	{sre, `name     = "Ingrid Solberg"`, ``, "name-missing", "# A site"},
	{sre, `title    = "Senior Site Reliability Engineer"`, ``, "title-missing", "# A site"},
	{sre, `email    = "ingrid@solberg.example"`, ``, "email-missing", "# A site"},
	{sre, `ingrid@solberg.example`, `ingrid.solberg.example`, "email-form", ""},
	{sre, `ingrid@solberg.example`, `ingrid@solberg`, "email-form", ""},
	{sre, `ingrid@solberg.example`, `ingrid@gmial.com`, "email-form", ""},
	{sre, `phone    = "+47 22 12 34 56"`, ``, "phone-missing", "# A site"},
	{sre, `+47 22 12 34 56`, `+47 22 12 34`, "phone-form", ""},
	{sre, `+47 22 12 34 56`, `12345`, "phone-form", ""},
	{sre, `+47 22 12 34 56`, `call me`, "phone-form", ""},
	{sre, `+47 22 12 34 56`, `+999 22 12 34 56`, "phone-form", ""},
	{sre, `location = "Oslo, Norway"`, ``, "location-missing", "# A site"},
	{sre, `Oslo, Norway`, `12 King Street, Oslo`, "location-address", ""},
	{old, `github   = "moneill"`, ``, "github-missing", "[links]"},
	{sre, `linkedin = "ingrid-solberg"`, ``, "linkedin-missing", "[links]"},
	{sre, `linkedin = "ingrid-solberg"`, `linkedin = "https://github.com/isolberg"`, "link-form", ""},
	{sre, `linkedin = "ingrid-solberg"`, `linkedin = "Ingrid Solberg"`, "link-form", ""},
	{sre, `"https://solberg.example"`, `"solberg"`, "link-form", ""},
	{sre, `user = "isolberg"`, `user = "octocat"`, "github-mismatch", `github   =`},

	// summary
	{data, `summary  = "Data engineer with seven years in retail and logistics. Runs pipelines that move 6 TB a day and cost less each year. Looks for a team that treats tables as products."`, ``, "summary-missing", "#:schema"},
	{data, `Data engineer with seven years in retail and logistics. Runs pipelines that move 6 TB a day and cost less each year. Looks for a team that treats tables as products.`, `Data engineer.`, "summary-length", ""},
	{data, `Looks for a team`, `Reads a lot. Cooks well. Runs far. Sleeps little. Looks for a team`, "summary-length", ""},
	{data, `Runs pipelines`, `I run pipelines`, "first-person", ""},
	{data, `Looks for a team`, `My goal is a team`, "first-person", ""},
	{data, `Runs pipelines`, `A team player. Runs pipelines`, "cliche", ""},
	{sre, `calm dashboards.`, `calm dashboards. Hard-working.`, "cliche", "calm dashboards"},
	{sre, `summary  = """`, `objective = """`, "objective-with-experience", ""},

	// bullets
	{sre, `Own the error budgets`, `Responsible for the error budgets`, "weak-opener", ""},
	{sre, `Introduced Prometheus`, `Worked on Prometheus`, "weak-opener", ""},
	{sre, `Trained nine`, `Helped to train nine`, "weak-opener", ""},
	{sre, `Trained nine`, `Was in charge of training nine`, "weak-opener", ""},
	{sre, `Introduced Prometheus`, `The introduction of Prometheus`, "action-verb", ""},
	{sre, `Trained nine`, `Training nine`, "action-verb", ""},
	{sre, `Trained nine`, `Train nine`, "tense", ""},
	{sre, `Migrated 60`, `Migrates 60`, "tense", ""},
	{sre, `Introduced Prometheus`, `Manage the Prometheus`, "tense", ""},
	{sre, `Halved the AWS bill of the staging clusters with Terraform schedules and spot instances`, `Cut bills`, "bullet-length", ""},
	{sre, `Halved the AWS bill`, `Halved, together with the finance team and after many long talks with the vendor and the board of directors and also with the four teams that had been using these clusters for their own tests every day, the AWS bill`, "bullet-length", ""},
	{sre, `Nordic Payments AS"`, "Nordic Payments AS\"\nsummary = \"" + strings.Repeat("The platform was rebuilt and it ran well after that. ", 14) + "\"", "text-block", "summary = \"The"},
	{sre, `spot instances"`, `spot instances."`, "full-stop", ""},
	{old, `Failover time fell from 30 s to under 2 s.`, `Failover time fell from 30 s to under 2 s`, "full-stop", ""},
	{sre, `Introduced Prometheus`, `introduced Prometheus`, "small-start", ""},
	{data, "  \"Wrote the data contracts", "  \"Design the tables\",\n  \"Design the reports of the board\",\n  \"Wrote the data contracts", "repeated-verb", "reports of the board"},
	{sre, `Trained nine developers for the on-call rota; pages per week fell from 40 to 6`, `Migrated 60 services from virtual machines to GKE in eight months, without a maintenance window`, "repeated-bullet", ""},
	{free, `highlights = ["Taught network security in C to 80 students a year and set their examinations"]`, ``, "no-highlights", "[[experience]]\ntitle      = \"Part"},
	{free, `Taught network security in C to 80 students a year`, `Taught network security in C to students of all years`, "show-impact", ""},

	// dates
	{sre, `start      = "2017-08"`, ``, "missing-start", "[[experience]]\ntitle      = \"Site"},
	{old, `end        = "2014-04"`, ``, "missing-end", "[[experience]]\ntitle      = \"Staff"},
	{sre, `end        = "2020-02"`, `end        = "2016-02"`, "date-order", ""},
	{sre, `end        = "present"`, `end        = "2031-02"`, "future-date", ""},
	{sre, `start      = "2020-03"`, `start      = "2029-03"`, "future-date", ""},
	{sre, `end         = "2017"`, `end         = "2071"`, "future-date", ""},
	{sre, `date   = "2023-05"`, `date   = "2032-05"`, "future-date", ""},
	{sre, `start      = "2017-08"`, `start      = "1917-08"`, "implausible-date", ""},
	{student, `expected    = "2027-06"`, `expected    = "2025-06"`, "implausible-date", ""},
	{sre, `end        = "2020-02"`, `end        = "2021-02"`, "overlap", `start      = "2020-03"`},
	{sre, `end        = "2020-02"`, `end        = "2019-02"`, "gap-in-experience", ""},
	{data, `start      = "2021-11"`, `start      = "2022-11"`, "gap-in-experience", `end        = "2021-10"`},

	// skills
	{sre, `Databases = ["PostgreSQL", "Redis"]`, `Databases = ["PostgreSQL", "Redis", "Postgres"]`, "duplicate-skill", ""},
	{sre, `Cloud     = ["AWS", "GCP"]`, `Cloud     = ["AWS", "GCP", "Terraform"]`, "duplicate-skill", ""},
	{nurse, `"TypeScript", "JavaScript", "Python"]`, `"TypeScript", "Javascript", "Python"]`, "skill-name", ""},
	{sre, `"Go", "Python", "Bash", "SQL"]`, `"Golang", "Python", "Bash", "SQL"]`, "skill-name", ""},
	{sre, `"Redis"]`, `"Redis", "Kafka", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "b1", "b2", "b3"]`, "too-many-skills", ""},
	{sre, `"Argo CD"]`, `"Argo CD", "Teamwork"]`, "soft-skill", ""},
	{sre, `"PostgreSQL", "Redis"]`, `"PostgreSQL", "Redis", ""]`, "skill-entry", ""},
	{sre, "Languages = [\"Go\", \"Python\", \"Bash\", \"SQL\"]\nDatabases = [\"PostgreSQL\", \"Redis\"]\nTools     = [\"Kubernetes\", \"Terraform\", \"Prometheus\", \"Grafana\", \"Argo CD\"]\nCloud     = [\"AWS\", \"GCP\"]", "All = [\"Go\", \"Python\", \"Bash\", \"SQL\", \"PostgreSQL\", \"Redis\", \"Kubernetes\", \"Terraform\", \"Prometheus\", \"Grafana\", \"Argo CD\", \"AWS\"]", "skills-ungrouped", ""},
	{sre, `"Go", "Python", "Bash", "SQL"]`, `"C++", "Java", "Kotlin", "Haskell", "Ruby", "Scala", "Rust", "C#", "PHP", "Perl", "Lua", "Zig", "Nim", "Dart", "R", "F#", "Erlang", "Elixir", "OCaml", "Clojure", "Julia", "Swift", "Groovy", "Fortran", "COBOL", "Ada", "Pascal", "Prolog", "Scheme", "Racket", "Tcl", "Elm", "PureScript", "Crystal", "D", "VHDL", "Verilog"]`, "skill-without-evidence", ""},
	{data, `Data engineer with seven years`, `Expert in data with seven years`, "expert-claim", ""},
	{data, `Data engineer with seven years in retail and logistics.`, `Data engineer with fifteen years of Kubernetes.`, "years-of-technology", ""},
	{data, `Data engineer with seven years`, `Data engineer with 20 years`, "years-of-technology", ""},

	// proofreading
	{sre, `while its traffic`, `while it's own traffic`, "word-slip", "traffic"},
	{sre, `availability while`, `availablity while`, "misspelling", "capital city"},
	{data, `Automated reconciliation`, `Automated the managment reconciliation`, "misspelling", ""},
	{data, `recovered 1.3`, `recieved 1.3`, "misspelling", ""},
	{data, `with Spark and Airflow`, `with Spark and a scalabe infrastucture`, "misspelling", ""},
	{sre, `title      = "Site Reliability Engineer"`, `title      = "Site Reliabilty Engineer"`, "misspelling", ""},
	{sre, `Migrated 60 services from virtual`, `Migrated 60 services from from virtual`, "doubled-word", ""},
	{sre, `Migrated 60 services`, `Migrated  60 services`, "doubled-space", ""},
	{sre, `eight months, without`, `eight months , without`, "punctuation-space", ""},
	{sre, `eight months, without`, `eight months,without`, "punctuation-space", ""},
	{sre, `in eight months, without a maintenance window`, `(in eight months, without a maintenance window`, "unbalanced-bracket", ""},
	{sre, `with a Go controller`, `with an Go controller`, "article", ""},
	{free, `the GitHub Actions of four clients`, `the Github repositories of four clients`, "product-case", ""},
	{nurse, `in Django and React`, `in Django, React and Javascript`, "product-case", ""},
	{sre, `Trained nine developers`, `TODO: Trained nine developers`, "placeholder", ""},

	// plain language
	{data, `Looks for a team`, `Runs CQRS, BFF, SAGA, CDC, 2PC and NUMA. Looks for a team`, "jargon", ""},
	{data, `Looks for a team that treats tables as products.`, longSentence, "long-sentence", ""},

	// projects
	{sre, `description = "Groups alerts by cause before they page anybody; used by three public agencies"`, `description = "Quietpager"`, "project-description-is-name", ""},
	{student, `description = "Progressive web app that 600 students use to avoid clashes between lectures"`, ``, "project-without-description", "[[projects]]\nname        = \"Campus"},
	{student, `skills      = ["TypeScript", "React"]`, ``, "project-without-technology", "[[projects]]\nname        = \"Campus"},
	{nurse, `https://shiftswap.example`, `http://localhost:8080`, "placeholder-link", ""},
	{nurse, `https://shiftswap.example`, `https://yourname.github.io/shiftswap`, "placeholder-link", ""},

	// layout
	{sre, `Ingrid Solberg"`, "Ingrid 𝗦𝗼𝗹𝗯𝗲𝗿𝗴\"", "unreadable-character", ""},
	{data, `Runs pipelines`, `🚀 Runs pipelines`, "unreadable-character", ""},
	{nurse, `words = ["NHS"]`, `ignore = ["no-such-rule"]`, "ignore-unknown", ""},
}

// TestSeededMistakesAreFound puts one mistake at a time into a good profile.
func TestSeededMistakesAreFound(t *testing.T) {
	good := goodProfiles(t)
	for _, s := range seededMistakes {
		t.Run(s.rule, func(t *testing.T) {
			source := good[s.profile]
			if !strings.Contains(source, s.old) {
				t.Fatalf("%s has no %q", s.profile, s.old)
			}
			bad := strings.Replace(source, s.old, s.new, 1)
			want := lineOf(source, bad, s.where)
			found := Check(inputOf(t, bad))
			for _, f := range found {
				if f.Rule == s.rule && f.Position.Line == want {
					return
				}
			}
			t.Errorf("%s: not found in line %d after %q → %q; found:", s.rule, want, s.old, s.new)
			for _, f := range found {
				t.Logf("%s: %s [%s]", f.where(), f.Message, f.Rule)
			}
		})
	}
}

// lineOf returns the line of where in bad, or the first line in which the texts differ.
func lineOf(good, bad, where string) int {
	at := strings.Index(bad, where)
	if where == "" {
		for at = 0; at < len(bad) && at < len(good) && bad[at] == good[at]; {
			at++
		}
	}
	return strings.Count(bad[:at], "\n") + 1
}
