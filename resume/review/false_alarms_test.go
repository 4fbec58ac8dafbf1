package review

import "testing"

// TestFalseAlarms checks texts that were once reported wrongly.
func TestFalseAlarms(t *testing.T) {
	for source, rule := range map[string]string{
		`summary = "Backend developer. That would NOT be enough for a THAT and a THIS."`:                                       "jargon",
		`summary = "Backend developer. Built an LLM-powered search and a URL-based router."`:                                   "article",
		`summary = "Backend developer. Built a RAG pipeline and a SOAP client."`:                                               "article",
		"[[projects]]\nname = \"Engine\"\ndescription = \"[github.com/ada/engine](https://github.com/ada/engine) in Go\"":      "unbalanced-bracket",
		"[[projects]]\nrepo = \"ada/engine\"":                                                                                  "project-without-technology",
		`summary = "Backend developer. Dropped __init__ and __main__ hacks from 40 modules."`:                                  "markup-left",
		`summary = "Backend developer. Won tenders for ASP.NET services (#1 in tender #42)."`:                                  "unbalanced-bracket",
		`summary = "Backend developer. Core member of [Team Atlanta] and [Project Jupyter]."`:                                  "placeholder",
		"[skills]\nTools = [\"WebGL\"]":                                                                                        "skill-name",
		"[skills]\nTools = [\"NGINX\", \"UNIX\"]":                                                                              "skill-name",
		`summary = "Backend developer. Wrote [The Spine Model] and [a nice selftest] for the kernel."`:                         "placeholder",
		"[[sections]]\ntitle = \"Driving license\"\nitems = [\"Category B\"]":                                                  "placeholder",
		"[skills]\nTools = [\"GenServer\", \"PostgREST\", \"GraphiQL\", \"templ\", \"Storyblok\"]":                             "misspelled-technology",
		"[skills]\nDatabases = [\"Db2\", \"Faiss\"]":                                                                           "skill-name",
		`summary = "Backend developer. Moved the batch from Db2 to an N-dimensional index in Faiss."`:                          "product-case",
		`summary = "Backend developer. Built an N-dimensional index and an X-ray viewer."`:                                     "article",
		`summary = "Backend developer. Ships a single, well-tested binary (single, static) and a backup to tape."`:             "private-life",
		`summary = "Backend developer. Wrote the setup to share there and the login with passkeys."`:                           "word-slip",
		`summary = "Backend developer. Raised coverage to 100% of branches and closed 100% of the tickets."`:                   "impossible-number",
		"summary = \"Développeuse. Charge du serveur réduite de 180 % à 60 %.\"\n[layout]\nlanguage = \"fr\"":                  "impossible-number",
		`location = "Reykjavik, Iceland"`:                                                                                      "misspelled-name",
		`location = "Helsinki, Finnland"`:                                                                                      "misspelled-name",
		`location = "Kharkiv, Ukraina"`:                                                                                        "misspelled-name",
		"[[experience]]\ntitle = \"Engineer\"\nstart = \"2011\"\nend = \"2013\"\nhighlights = [\"Built the shop in Angular\"]": "technology-before-birth",
	} {
		for _, f := range Check(inputOf(t, "name = \"Ada\"\n"+source)) {
			if f.Rule == rule {
				t.Errorf("%q: %s", source, f.Message)
			}
		}
	}
}
