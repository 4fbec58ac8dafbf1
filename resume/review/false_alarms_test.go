package review

import "testing"

// TestFalseAlarms checks texts that were once reported wrongly.
func TestFalseAlarms(t *testing.T) {
	for source, rule := range map[string]string{
		"[[experience]]\ntitle = \"Parental leave\"\nstart = \"2023-01\"\nend = \"2024-02\"":                                                                                                                                            "no-highlights",
		"email = \"ada@lovelace.example\"\n[links]\ngitlab = \"adalovelace\"":                                                                                                                                                           "unreachable",
		"[[experience]]\ntitle = \"Elternzeit\"\ncompany = \"Familie\"\nstart = \"2023-01\"":                                                                                                                                            "no-highlights",
		`summary = "Backend developer. Implemented RFC5925 and RFC 3339 for the NI 9234 and a CNI plugin."`:                                                                                                                             "identity-number",
		"[[certifications]]\nname = \"Administrator\"\nissuer = \"Engines\"\ndescription = \"Credential ID: ABC1234567\"":                                                                                                               "identity-number",
		"email = \"mail@lovelace.example\"\nwebsite = \"https://lovelace.example\"":                                                                                                                                                     "placeholder",
		"[[sections]]\ntitle = \"References\"\nitems = [\"“Ada wrote our engine and\", \"led the team that kept it running.”\", \"Grace Hopper, Engines\"]":                                                                             "references-on-request",
		`summary = "Backend developer. Frontend (25+ years): React, Angular, Vue.js."`:                                                                                                                                                  "years-of-technology",
		"[[experience]]\ntitle = \"Engineer\"\ncompany = \"Example Media Group [Technology]\"\nstart = \"2018\"":                                                                                                                        "placeholder",
		"[[experience]]\ntitle = \"Engineer\"\nstart = \"2004\"\nend = \"2008\"\nskills = [\"Java EE\", \"Entity Framework\"]\nhighlights = [\"Moved the Aurora and Phoenix projects of 40 shops to Java EE\"]":                         "technology-before-birth",
		"[[sections]]\ntitle = \"Interests\"\nitems = [\"Single-board computers, teaching kids to program, restoring radios\"]":                                                                                                         "private-life",
		"[[sections]]\ntitle = \"Languages\"\nitems = [\"Sign language: native\", \"Location: remote\", \"Orientation: print\"]":                                                                                                        "trivial-hobby",
		"[[sections]]\ntitle = \"Interests\"\nitems = [\"Cooking for 300 guests at summer camps, trail running\"]":                                                                                                                      "trivial-hobby",
		`summary = "Backend developer. Saved $11,000 a month by moving 40 jobs; earned three promotions."`:                                                                                                                              "salary",
		`summary = "Backend developer. Looking back on 12 years, built payment APIs for 40k EUR of traffic."`:                                                                                                                           "salary",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Was promoted to lead after a year\", \"Coverage was raised\"]":                                                                                                           "first-person",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"MOVED API FROM SOAP TO REST ON AWS AND GCP\"]":                                                                                                                           "informal-words",
		"summary = \"Desenvolvedora com sete anos em bancos. Testes dos 40 serviços.\"\n[[experience]]\ntitle = \"Desenvolvedora\"\nhighlights = [\"Automação dos testes, de dois dias para três horas\"]\n[layout]\nlanguage = \"pt\"": "show-impact",
		`summary = "Backend developer. That would NOT be enough for a THAT and a THIS."`:                                                                                                                                                "jargon",
		`summary = "Backend developer. Built an LLM-powered search and a URL-based router."`:                                                                                                                                            "article",
		`summary = "Backend developer. Built a RAG pipeline and a SOAP client."`:                                                                                                                                                        "article",
		"[[projects]]\nname = \"Engine\"\ndescription = \"[github.com/ada/engine](https://github.com/ada/engine) in Go\"":                                                                                                               "unbalanced-bracket",
		"[[projects]]\nrepo = \"ada/engine\"":                                                                                                                       "project-without-technology",
		`summary = "Backend developer. Dropped __init__ and __main__ hacks from 40 modules."`:                                                                       "markup-left",
		`summary = "Backend developer. Won tenders for ASP.NET services (#1 in tender #42)."`:                                                                       "unbalanced-bracket",
		`summary = "Backend developer. Core member of [Team Atlanta] and [Project Jupyter]."`:                                                                       "placeholder",
		"[skills]\nTools = [\"WebGL\"]":                                                                                                                             "skill-name",
		"[skills]\nTools = [\"NGINX\", \"UNIX\"]":                                                                                                                   "skill-name",
		`summary = "Backend developer. Wrote [The Spine Model] and [a nice selftest] for the kernel."`:                                                              "placeholder",
		"[[sections]]\ntitle = \"Driving license\"\nitems = [\"Category B\"]":                                                                                       "placeholder",
		"[skills]\nTools = [\"GenServer\", \"PostgREST\", \"GraphiQL\", \"templ\", \"Storyblok\"]":                                                                  "misspelled-technology",
		"[skills]\nDatabases = [\"Db2\", \"Faiss\"]":                                                                                                                "skill-name",
		`summary = "Backend developer. Moved the batch from Db2 to an N-dimensional index in Faiss."`:                                                               "product-case",
		`summary = "Backend developer. Built an N-dimensional index and an X-ray viewer."`:                                                                          "article",
		`summary = "Backend developer. Ships a single, well-tested binary (single, static) and a backup to tape."`:                                                  "private-life",
		`summary = "Backend developer. Wrote the setup to share there and the login with passkeys."`:                                                                "word-slip",
		`summary = "Backend developer. Raised coverage to 100% of branches and closed 100% of the tickets."`:                                                        "impossible-number",
		"summary = \"Développeuse. Charge du serveur réduite de 180 % à 60 %.\"\n[layout]\nlanguage = \"fr\"":                                                       "impossible-number",
		`title = "Backend Engineer (Go), Payments | Remote"`:                                                                                                        "title-form",
		"[skills]\nPlatforms = [\"Arm Cortex-M\", \"Arm\"]":                                                                                                         "skill-name",
		"[skills]\nTools = [\"SystemC\", \"OpenMPI\", \"Gitea\", \"Axure\", \"GoLand\", \"PubNub\"]":                                                                "misspelled-technology",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Fed 40 animals from one scheduler\", \"On call one week in five\", \"Recognizes 31 leaf diseases\"]": "action-verb",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Lead a team of four\", \"Cut the bill by 40 %\", \"Moved 9 shops\"]":                                 "tense",
		"[[experience]]\ntitle = \"Engineer\"\ncompany = \"Docker Inc\"\nstart = \"2008\"\nend = \"2010\"":                                                          "technology-before-birth",
		"[[experience]]\ntitle = \"Administrator\"\nhighlights = [\"Looked after 140 Linux servers with Puppet\"]":                                                  "weak-opener",
		`email = "annabelle.beachamp@example.org"`:                                                                                                                  "email-unprofessional",
		`summary = "Backend developer. Before that, six years as a pastry chef; has Ruby and Puppet at heart."`:                                                     "product-case",
		"[[education]]\ndegree = \"Diploma\"\ninstitution = \"St Mary's\"\ngrade = \"4.6/4.0 (weighted)\"":                                                          "impossible-number",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Cut the load from 9 s to 900 ms\", \"Reduced the bill from $2M to $900k\", \"Raised deploys from 1 a month to 2 a week\", \"Increased performance from 40 s to 12 s\", \"Cut costs while growing from 2 to 9 million users\", \"Reduced the wait from 30 days to 1 month\", \"Cut support for versions from 2019 to 2021\", \"Lowered failures from 1 in 10 to 1 in 100\", \"Grew the team from 5 to 12\", \"Cut the trip from one week to 2 days\"]": "impossible-number",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Moved 12 pages of form code to React\", \"Moved the contact form to React\", \"Wrote a form library to share with 4 teams\"]": "word-slip",
		`summary = "Backend developer. Wrote a FHIR interface, a FISMA report and an HL7 parser."`:                                                                                           "article",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Wrote a small thing <b>fast</b>\", \"<b>Ported</b> the firmware of 40 boards\", \"Moved 9 shops\", \"Cut the bill by 40 %\"]": "small-start",
		"[[experience]]\ntitle = \"Developer\"\nstart = \"2015-01\"\nend = \"2018-01\"\n[[experience]]\ntitle = \"Engineer\"\ncompany = \"A\"":                                               "gap-in-experience",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Sure-footed in Go, here is what 40 shops run on\", \"Here are 4 drivers of sensors that I wrote in Rust\"]":                   "placeholder",
		"title = \"Scrum Master and Developer\"":                                                                                                             "expert-claim",
		`summary = "Backend developer. Wrote a Spring Book and a React Nature guide for 40 readers."`:                                                        "misspelled-technology",
		"[[certifications]]\nname = \"Essentials\"\nissuer = \"A\"\ndate = \"2025\"\nurl = \"https://cdn.example/certificate.png\"":                          "private-life",
		"[[certifications]]\nname = \"Essentials\"\nissuer = \"A\"\ndate = \"2025\"\nurl = \"https://a.example/certificate?signature=e089727a3b245de2cd2f\"": "secret",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Wrote a Sails app and a curses interface for 9 admins\", \"Threw out 40 k lines and threw exceptions where needed\", \"Kept the save button with 4 shortcuts\", \"Won a price war with 3 shops\", \"Staffs the help desk, and researches kernels\", \"Complimented by 12 customers\", \"Bought too much too early, then sold 40 servers\", \"Put the tool there for 12 teams\", \"Insured 900 drones with one API\", \"Moved from there to production and back there in 2 days\"]": "word-slip",
		`summary = "Backend developer. Centralised the metres of 9 towns, describes topical persons and carries labour for Thomson Reuters and Pearson."`:                                "misspelling",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Kept uptime at 99.95 % for 9 clients\", \"Grew revenue from $400k to $4M\", \"Raised coverage to 100.0 % in 4 modules\"]": "impossible-number",
		`summary = "Backend developer. Stored passport scans for 40 airports; SSN masking in 2021 forms."`:                                                                               "identity-number",
		`email = "ana.wolf@example.org"`: "email-unprofessional",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Cut the bill by 40 %\", \"დააჩქარა 9 სერვისი\", \"Moved 9 shops\"]":                                               "small-start",
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
		`summary = "34-year-old backend developer. Four years in payments."`:                                                                                                     "years-of-technology",
		`summary = "Wrote 2**10 lines of Python with **kwargs and *args, and a parser of char **argv."`:                                                                          "markup-left",
		`summary = "Cut costs by **12 %**, in **C++** and **C#**, *twice*; (**80 %** in Go)."`:                                                                                   "markup-left",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Significantly cut the loading time, from 9 s to 2 s\"]":                                                           "vague-amount",
		`location = "Reykjavik, Iceland"`: "misspelled-name",
		`location = "Helsinki, Finnland"`: "misspelled-name",
		`location = "Kharkiv, Ukraina"`:   "misspelled-name",
		"[[experience]]\ntitle = \"Engineer\"\nstart = \"2011\"\nend = \"2013\"\nhighlights = [\"Built the shop in Angular\"]":             "technology-before-birth",
		`summary = "Backend developer. Provides a key per customer, so that they bring their own, and keeps your name out of it."`:         "placeholder",
		"[[projects]]\nname = \"Contoso Traders\"\ndescription = \"A demonstration shop\"":                                                 "placeholder",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Use feature flags, so that your own release never waits\"]":                 "placeholder",
		`summary = "Backend developer. Raised net retention to 118 % and hit 130 % of the target."`:                                        "impossible-number",
		`summary = "Backend developer. Kept the freezers below zero in 40 shops."`:                                                         "impossible-number",
		"[[sections]]\ntitle = \"Volunteering\"\nitems = [\"Coding club, for children and parents\"]":                                      "private-life",
		"[[sections]]\ntitle = \"Talks\"\nitems = [\"Single sign-on, child processes, health\"]":                                           "private-life",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Built the sick leave module for union members\"]":                           "private-life",
		"[[education]]\ndegree = \"BA\"\ninstitution = \"X\"\nhighlights = [\"Students' union representative\"]":                           "private-life",
		`summary = "Backend developer. Exposed an Open API to partners; Spark SQL and My SQL scripts, in Power Point and Data Stores."`:    "product-case",
		`summary = "Backend developer. Works in Cadiz with Alina and Grubb at Redux Bank, near Linz."`:                                     "misspelled-technology",
		`summary = "Backend developer. Keeps the freezer, dances, drafts direct and dramatic letters, and docks canal boats in a circle."`: "misspelled-technology",
		`summary = "Backend developer. Runs systemd and containerd, and templated its ingesting with a recommender."`:                      "misspelling",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Setup of the pipelines of 22 shops\", \"Setup scripts for 40 shops\"]":      "word-slip",
		"[skills]\n\"Soft skills\" = [\"Organization\", \"Planning\"]":                                                                     "placeholder",
		"[[education]]\ndegree = \"Master of Science (M.S.)\"\ninstitution = \"TU Wien\"\nend = \"2015\"":                                  "expert-claim",
		`summary = "Backend developer. Master of Engineering and Master in Data Science."`:                                                 "expert-claim",
		`phone = "(+1) 610-555-7154"`: "phone-form",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"The demo of the engine can be provided on request\"]":                          "passive-voice",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Technologies: Go, Kafka, Terraform, Postgres\", \"Tech stack: Vue\"]":          "action-verb",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Billing: Rebuilt the invoices of 40 shops\"]":                                  "action-verb",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Undertook the move of 40 shops\", \"Fine-tuned 40 queries\"]":                  "action-verb",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"STOCK SENTIMENT ANALYSIS USING PYTHON, GOLDMAN SACHS Marquee\"]":               "jargon",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Moved personal and financial data of 40 shops in trials of 30 days\"]":         "word-slip",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Moved the order form to React and converted every form field to TypeScript\"]": "word-slip",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Cut costs by 20-30 % and scaled by a factor of 3\"]":                           "impossible-number",
		`email = "theodoras.haddad@gmail.com"`:      "email-unprofessional",
		`email = "soledad.papadimitriou@gmail.com"`: "email-unprofessional",
		"[[sections]]\ntitle = \"Volunteering\"\nitems = [\"Registered member of the Bar Association, registered nurse\"]":                                            "private-life",
		"[[sections]]\ntitle = \"Talks\"\nitems = [\"Recovering from outages, converted to Kotlin in a week\"]":                                                       "private-life",
		`summary = "Backend developer. Expecting a move to Rust, separated services and divorced data from code."`:                                                    "private-life",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Voted Employee of the Year by 40 colleagues\"]":                                                        "private-life",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Diagnosed with perf why 40 nodes stalled\"]":                                                           "private-life",
		"[[sections]]\ntitle = \"Languages\"\nitems = [\"English, Polish, Turkish\"]":                                                                                 "private-life",
		"[[experience]]\ntitle = \"Engineer\"\ncompany = \"Position Imaging\"\nhighlights = [\"Use metrics of 40 nodes to plan capacity\"]":                           "placeholder",
		"[[sections]]\ntitle = \"Interests\"\nitems = [\"Photography: travel, black & white\", \"Yoga\"]":                                                             "private-life",
		"[[sections]]\ntitle = \"Formats\"\nitems = [\"LAS, PCD, OBC, GDB\", \"gdb 12, rr\", \"SYN and ACK\"]":                                                        "private-life",
		`summary = "Ingeniero de software. Comprometido con la entrega; practicante de yoga; afiliado al Colegio de Ingenieros."`:                                     "private-life",
		`summary = "Développeuse. Atteinte des objectifs; militante du logiciel libre, pratiquante de yoga."`:                                                         "private-life",
		`summary = "Backend developer in hospitals: cancer surgery, allergies, mental health, diabetes and asthma."`:                                                  "private-life",
		`summary = "Consultant. Engaged to migrate 40 shops; in a customer relationship team."`:                                                                       "private-life",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Replaced []byte with strings [sic] in 40 packages [1], map[string]int and items[name]\"]":              "placeholder",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Wrote [name of the tool](https://engines.example) and [Update the client](https://b.example)\"]":       "placeholder",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Served /users/{user_name} and /v1/{name} for 40 shops [open source] [with Su Chen]\"]":                 "placeholder",
		"[[education]]\ndegree = \"MSc Physics (to be completed in 2027)\"\ninstitution = \"TU Wien\"\nstart = \"2024\"":                                              "placeholder",
		"[skills]\nLanguages = [\"C++\", \"C*\", \"__init__\", \"snake_case\", \"A* search\"]":                                                                        "markup-left",
		"[[sections]]\ntitle = \"Other\"\nitems = [\"Free time: restoring radios, teaching kids to program\", \"Movies: wrote 40 subtitles\"]":                        "trivial-hobby",
		`summary = "Backend developer. Living with legacy code taught patience; has diabetes apps in 3 stores."`:                                                      "private-life",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Automated invoices, so that no customer of the company paid late\", \"Trained my manager to deploy\"]": "negative-words",
		"summary = \"Entwicklerin. Lebe mit Begeisterung für Tests.\"\n[layout]\nlanguage = \"de\"":                                                                   "private-life",
		"[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Wrote [a parser] for 40 shops, see [the talk] and [Go to market]\"]":                                   "placeholder",
		`location = "Home Hill, Australia"`: "location-address",
	} {
		for _, f := range Check(inputOf(t, "name = \"Ada\"\n"+source)) {
			if f.Rule == rule {
				t.Errorf("%q: %s", source, f.Message)
			}
		}
	}
}

// TestRolesBesideOthers: roles that say that they leave time for others do not overlap.
func TestRolesBesideOthers(t *testing.T) {
	const role = "[[experience]]\ntitle = \"Engineer\"\ncompany = \"Engines\"\nstart = \"2019-01\"\nend = \"2022-06\"\n"
	for other, overlaps := range map[string]bool{
		"title = \"Lead\"\ncompany = \"Mills\"":                    true,
		"title = \"Freelance Developer\"\ncompany = \"Ada Ltd\"":   false,
		"title = \"Developer\"\ncompany = \"Freelance\"":           false,
		"title = \"Lead (part-time)\"\ncompany = \"Mills\"":        false,
		"title = \"Teaching Assistant\"\ncompany = \"TU Wien\"":    false,
		"title = \"Werkstudent\"\ncompany = \"Mühlen GmbH\"":       false,
		"title = \"Dozentin\"\ncompany = \"Hochschule\"":           false,
		"title = \"Développeur\"\ncompany = \"Auto-entrepreneur\"": false,
	} {
		source := "name = \"Ada\"\n" + role + "[[experience]]\n" + other + "\nstart = \"2020-01\"\nend = \"2021-01\"\n"
		found := false
		for _, f := range Check(inputOf(t, source)) {
			found = found || f.Rule == "overlap"
		}
		if found != overlaps {
			t.Errorf("%s: overlaps %v, want %v", other, found, overlaps)
		}
	}
}

// TestEveryPresentTenseIsNamed: a past role all in the present tense has a finding for each
// bullet, which editors show at its line.
func TestEveryPresentTenseIsNamed(t *testing.T) {
	source := "name = \"Ada\"\n[[experience]]\ntitle = \"Engineer\"\nstart = \"2018-01\"\nend = \"2020-06\"\n" +
		"highlights = [\"Manages the servers of 40 shops\", \"Writes the importer of 3 suppliers\", \"Successfully leads a team of 5\"]"
	n := 0
	for _, f := range Check(inputOf(t, source)) {
		if f.Rule == "tense" {
			n++
		}
	}
	if n != 3 {
		t.Errorf("%d findings, want 3", n)
	}
}

// TestLeadForLed: among results in the past tense, "Lead the move" is a slip for "Led", unless
// the work goes on.
func TestLeadForLed(t *testing.T) {
	for first, wrong := range map[string]bool{
		"Lead the move of 11 products to GCC":        true,
		"Reduce the bill of the cluster by a third":  true,
		"Lead a team of four and 2 products":         false,
		"Mentors two interns each summer":            false,
		"Lead development in three teams, 4 sprints": true,
	} {
		source := "name = \"Ada\"\n[[experience]]\ntitle = \"Engineer\"\nstart = \"2018-01\"\nend = \"present\"\n" +
			"highlights = [\"" + first + "\", \"Moved 40 shops to one database\", \"Wrote the importer of 3 suppliers\"]"
		found := breaksAt(Check(inputOf(t, source)), "tense", "experience[0]")
		if found != wrong {
			t.Errorf("%q: found %v, want %v", first, found, wrong)
		}
	}
}

// TestEntriesBeforeTheBirthOfATechnology: a project, an activity and a certificate have dates,
// too.
func TestEntriesBeforeTheBirthOfATechnology(t *testing.T) {
	for source, severity := range map[string]Severity{
		"[[projects]]\nname = \"Engine\"\nend = \"2009\"\nskills = [\"Kubernetes\"]":                                      Warning,
		"[[projects]]\nname = \"Engine\"\nend = \"2009\"\ndescription = \"A scheduler on Kubernetes\"":                    Warning,
		"[[volunteering]]\ntitle = \"Tutor\"\norganization = \"A\"\nend = \"2009\"\nhighlights = [\"Taught Kubernetes\"]": Warning,
		"[[certifications]]\nname = \"Kubernetes Administrator\"\nissuer = \"A\"\ndate = \"2009\"":                        Warning,
		"[[experience]]\ntitle = \"Engineer\"\nend = \"2013\"\nskills = [\"Kubernetes\"]":                                 Advice,
		"[[experience]]\ntitle = \"Engineer\"\nend = \"2014\"\nskills = [\"Kubernetes\"]":                                 "",
	} {
		var got Severity
		for _, f := range Check(inputOf(t, "name = \"Ada\"\n"+source)) {
			if f.Rule == "technology-before-birth" {
				got = f.Severity
			}
		}
		if got != severity {
			t.Errorf("%s: %q, want %q", source, got, severity)
		}
	}
}

// TestOverlapOfYears: years alone may show that two roles overlap for certain.
func TestOverlapOfYears(t *testing.T) {
	for end, want := range map[string]Severity{"2019": "", "2020": "", "2021": Advice, "2023": Warning} {
		source := "name = \"Ada\"\n[[experience]]\ntitle = \"Lead\"\ncompany = \"B\"\nstart = \"2020-03\"\nend = \"present\"\n" +
			"[[experience]]\ntitle = \"Engineer\"\ncompany = \"A\"\nstart = \"2017\"\nend = \"" + end + "\"\n"
		var got Severity
		for _, f := range Check(inputOf(t, source)) {
			if f.Rule == "overlap" {
				got = f.Severity
			}
		}
		if got != want {
			t.Errorf("until %s: %q, want %q", end, got, want)
		}
	}
}
