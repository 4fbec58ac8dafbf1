package review

import "testing"

// TestFalseAlarms checks texts that were once reported wrongly.
func TestFalseAlarms(t *testing.T) {
	for source, rule := range map[string]string{
		`summary = "Backend developer. That would NOT be enough for a THAT and a THIS."`:                                                                                         "jargon",
		`summary = "Backend developer. Built an LLM-powered search and a URL-based router."`:                                                                                     "article",
		`summary = "Backend developer. Built a RAG pipeline and a SOAP client."`:                                                                                                 "article",
		"[[projects]]\nname = \"Engine\"\ndescription = \"[github.com/ada/engine](https://github.com/ada/engine) in Go\"":                                                        "unbalanced-bracket",
		"[[projects]]\nrepo = \"ada/engine\"":                                                                                                                                    "project-without-technology",
		`summary = "Backend developer. Dropped __init__ and __main__ hacks from 40 modules."`:                                                                                    "markup-left",
		`summary = "Backend developer. Won tenders for ASP.NET services (#1 in tender #42)."`:                                                                                    "unbalanced-bracket",
		`summary = "Backend developer. Core member of [Team Atlanta] and [Project Jupyter]."`:                                                                                    "placeholder",
		"[skills]\nTools = [\"WebGL\"]":                                                                                                                                          "skill-name",
		"[skills]\nTools = [\"NGINX\", \"UNIX\"]":                                                                                                                                "skill-name",
		`summary = "Backend developer. Wrote [The Spine Model] and [a nice selftest] for the kernel."`:                                                                           "placeholder",
		"[[sections]]\ntitle = \"Driving license\"\nitems = [\"Category B\"]":                                                                                                    "placeholder",
		"[skills]\nTools = [\"GenServer\", \"PostgREST\", \"GraphiQL\", \"templ\", \"Storyblok\"]":                                                                               "misspelled-technology",
		"[skills]\nDatabases = [\"Db2\", \"Faiss\"]":                                                                                                                             "skill-name",
		`summary = "Backend developer. Moved the batch from Db2 to an N-dimensional index in Faiss."`:                                                                            "product-case",
		`summary = "Backend developer. Built an N-dimensional index and an X-ray viewer."`:                                                                                       "article",
		`summary = "Backend developer. Ships a single, well-tested binary (single, static) and a backup to tape."`:                                                               "private-life",
		`summary = "Backend developer. Wrote the setup to share there and the login with passkeys."`:                                                                             "word-slip",
		`summary = "Backend developer. Raised coverage to 100% of branches and closed 100% of the tickets."`:                                                                     "impossible-number",
		"summary = \"Développeuse. Charge du serveur réduite de 180 % à 60 %.\"\n[layout]\nlanguage = \"fr\"":                                                                    "impossible-number",
		`title = "Backend Engineer (Go), Payments | Remote"`:                                                                                                                     "title-form",
		`email = "ana.wolf@example.org"`:                                                                                                                                         "email-unprofessional",
		"email = \"rh@principal.example\"\n[[experience]]\ntitle = \"Principal Engineer\"\ncompany = \"Engines\"":                                                                "email-of-employer",
		"[[sections]]\ntitle = \"Sprachen\"\nitems = [\"Deutsch\", \"Español\", \"Italiano\"]":                                                                                   "private-life",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Computed the net of a gross salary: 40,000 slips a month\"]":                                                      "salary",
		`summary = "Backend developer. Spoke at the XX Congreso Nacional in 2019, on the XX century."`:                                                                           "placeholder",
		`summary = "Backend developer. Kept 99.999999999% durability and 100% test coverage."`:                                                                                   "round-claim",
		`summary = "Backend developer. Made the export 200x faster, from 40 min to 12 s."`:                                                                                       "round-claim",
		`summary = "Backend developer. Wrote search for Yahoo! Mail, and 20 and more than 30 services."`:                                                                         "informal-words",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Lead the team that rebuilt the shop and saved the day\"]":                                                         "tense",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Design systems and tested the lot\"]":                                                                             "tense",
		`summary = "Backend developer. Its users pay by card. Sold its used cars in Texas, and its built-in chat."`:                                                              "word-slip",
		`summary = "Backend developer. The cells divide and they're always on."`:                                                                                                 "word-slip",
		`summary = "Backend developer. Organizes meetups. Worked at the Color Lab."`:                                                                                             "mixed-spelling",
		"[[education]]\ndegree = \"Abitur\"\ninstitution = \"Gymnasium Jena\"\nend = \"2012\"":                                                                                   "school-below-degree",
		"[[education]]\ndegree = \"B.Sc. Informatik\"\ninstitution = \"TU Wien\"\ngrade = \"1.3\"":                                                                               "low-grade",
		"[[education]]\ndegree = \"B.A. Philosophy\"\ninstitution = \"TU Wien\"":                                                                                                 "degree-without-subject",
		"[skills]\nLanguages = [\"Visual Basic\", \"BASIC\", \"Machine learning\"]":                                                                                              "skill-entry",
		"[skills]\nTools = [\"Windows Server\", \"Windows 11\", \"Google Cloud\"]":                                                                                               "obvious-skill",
		"[[projects]]\nname = \"Finnish verbs\"":                                                                                                                                 "misspelled-name",
		`email = "0xada1337@example.org"`:                                                                                                                                        "email-unprofessional",
		`summary = "Backend developer. Wrote the catalog in color for the World Health Organization and the Labour Office."`:                                                     "mixed-spelling",
		"[[experience]]\ntitle = \"Engineer\"\nstart = \"2001\"\nend = \"2003\"\nhighlights = [\"Wrote C\", \"Programs were read by nine people\"]":                              "tense",
		`summary = "Backend developer. Left after nine years and the team grew."`:                                                                                                "negative-words",
		"[[experience]]\ntitle = \"Engineer\"\nstart = \"2015\"\nend = \"2020\"\nhighlights = [\"Moved Kubernetes in 2010 stores to one pipeline, and Terraform from 2019 on\"]": "technology-before-birth",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Checked the candidates' references on request of 12 clients\"]":                                                   "references-on-request",
		`summary = "Backend developer. Release key: see SECURITY.md; set TOKEN= in CI; the primary_key=customer_id; PGP key 3AA5C34371567BD2."`:                                  "secret",
		`summary = "Backend developer. Lost weight 20 kg of frames from a drone."`:                                                                                               "private-life",
		`summary = "Backend developer. Talked with [Su Chen] and [Ton Roosendaal]."`:                                                                                             "placeholder",
		`summary = "Backend developer. Ensured it's always on, and showed it's fast."`:                                                                                           "word-slip",
		"summary = \"Entwickler. Schreibt Werkzeuge für Teams, die die Daten pflegen, und Regeln, nach denen, in der der Server läuft.\"\n[layout]\nlanguage = \"de\"":           "doubled-word",
		"summary = \"Développeuse. Nous nous sommes occupés de 40 boutiques.\"\n[layout]\nlanguage = \"fr\"":                                                                     "doubled-word",
		`summary = "Backend developer. Single-page apps for 40 shops; single sign-on. Married design and code."`:                                                                 "private-life",
		`location = "Reykjavik, Iceland"`:                                                                                                                                        "misspelled-name",
		`location = "Helsinki, Finnland"`:                                                                                                                                        "misspelled-name",
		`location = "Kharkiv, Ukraina"`:                                                                                                                                          "misspelled-name",
		"[[experience]]\ntitle = \"Engineer\"\nstart = \"2011\"\nend = \"2013\"\nhighlights = [\"Built the shop in Angular\"]":                                                   "technology-before-birth",
	} {
		for _, f := range Check(inputOf(t, "name = \"Ada\"\n"+source)) {
			if f.Rule == rule {
				t.Errorf("%q: %s", source, f.Message)
			}
		}
	}
}
