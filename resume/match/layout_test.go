package match

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/resume/skill"
)

// levelsIn returns what a posting asks for: "Go:required Kafka:preferred".
func levelsIn(text string) string {
	var out []string
	for _, a := range ParsePosting(text, skill.Default()).Skills {
		out = append(out, fmt.Sprintf("%s:%s", a.Name, a.Level))
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// TestLayouts reads the levels from layouts that hide them.
func TestLayouts(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"emoji as bullets, a name in capitals among them": {
			"Tester\n\nRequirements\n🔧Python\n🔧SQL\n🔧AWS\n\nExtras:\n🌱You know Rust\n🌱Kafka", "AWS:required Kafka:preferred Python:required Rust:preferred SQL:required"},
		"emoji before headings": {
			"# Tester\n\n🔧 Requirements\n\nPython\n\n🔧 Nice to have\n\nRust", "Python:required Rust:preferred"},
		"a wish that shares words with a demand": {
			"# Tester\n\n## Requirements\n- Python\n\n**Nice if you have:**\n- Rust", "Python:required Rust:preferred"},
		"a sentence that begins in bold": {
			"# Testeuse\n\n## Profil recherché\n\n**Vous maîtrisez SQL** et aimez les données.", "SQL:required"},
		"who is not looked for": {
			"# Tester\n\nRequirements\n- Python\n\nNot a fit if you:\n- only want to write Java\n\nThis is not for you, if\n- Haskell is all you like", "Python:required"},
		"a label that rejects": {
			"# Testerin (m/w/d)\n\n## Dein Profil\n- Python\n- Nicht relevant: COBOL\n- Du musst kein Kubernetes können", "Kubernetes:mentioned Python:required"},
		"two headings in a row": {
			"Tester\n\nRequirements\n- Python\n\nNice to have:\nBonus points:\nRust and Kafka", "Kafka:preferred Python:required Rust:preferred"},
		"a line with bars that goes on as prose": {
			"Heron | Staff Tester | Full-time | Remote (EU) Heron keeps archives in step. We read MySQL and MongoDB as sources and have clients on many platforms. Details: https://heron.example/jobs Our team is small, but Python is a must.", "MongoDB:mentioned MySQL:mentioned Python:required"},
		"roles after what the company praises": {
			"Heron (https://heron.example) | Lund | Full-time\n\nWhy should you join us?\n- Small team\n\nRoles:\n\nFor testers, you will need experience with Rust.", "Rust:required"},
		"the employer's own product": {
			"# Head of Support @ Mixpanel\n\nMixpanel is what our customers ask about. You will use Jira.\n\nRequirements\n- Python", "Jira:mentioned Python:required"},
		"a table of labels": {
			"| Campo | Detalle |\n|---|---|\n| Puesto | Probador |\n| Imprescindible | Python, SQL |\n| Deseable | Rust o Kafka |\n| Ofrecemos | Cursos de Java |", "Kafka:preferred Python:required Rust:preferred SQL:required"},
		"demands after semicolons": {
			"Tester\n\nQUALIFICATIONS\nYou need specialized experience at the next lower grade, which is defined for this job as follows: writing applications in C#; keeping databases in Oracle; and testing everything with Python before it is shipped to anybody.", "C#:required Oracle Database:required Python:required"},
		"an e-mail in Italian": {
			"Oggetto: Tester\n\nCiao, cosa chiediamo: almeno 4 anni di esperienza con Python. Sarebbe bello se conoscessi anche Kafka.", "Kafka:preferred Python:required"},
		"names that Polish declines": {
			"Tester\n\nWymagania\n- programowanie w Javie i Pythonie\n- znajomość Dockera lub Kubernetesa\n- testy z TypeScriptem, Postgresql i Cypressem\n\nBędzie super, jeśli\n- znasz się na Flutterze i Terraformie\n- pracujesz z Playwrightem", "Docker:required Java:required Kubernetes:required Playwright:preferred PostgreSQL:required Python:required TypeScript:required"},
		"a kind beside its members": {
			"Tester\n\nRequirements\n- any JVM language, or Go\n- Ruby or another functional programming language such as Elixir", "Elixir:required Functional Programming:mentioned Go:required JVM:mentioned Ruby:required"},
		"headings that the list completes": {
			"Tester\n\nDrop us a line if you\n- test in Python\n- read SQL\n\nIt would be lovely if you also\n- know Rust", "Python:required Rust:preferred SQL:required"},
		"no heading is known": {
			"# Tester\n\n## What a good week looks like\n- SQL all day\n\n## Our dear Kim will smile at\n- Rust\n- Kafka in production\n- Experience with Python\n\n## A small surprise\nYou might have\n- Terraform", "Kafka:required Python:required Rust:required SQL:mentioned Terraform:preferred"},
		"plans under a heading that nobody knows": {
			"# Tester\n\n## How the year unfolds\n- Migrate Jenkins to GitLab CI\n- Rewrite the last Django services in Go", "Django:mentioned GitLab CI:mentioned Go:mentioned Jenkins:mentioned"},
		"lists under headings that nobody knows": {
			"# Tester\n\n## A warm hello\n- We are nine\n- A dog\n\n## In your backpack\n- Python\n- SQL that others can read\n- Patience\n\n## Also in there\n- Rust", "Python:required Rust:preferred SQL:required"},
		"a wish among rare words": {
			"Tester\n\nEssential:\nPython\n\nNice but by no means essential:\nRust\n\nYou may also have\nKafka", "Kafka:preferred Python:required Rust:preferred"},
		"what nobody needs": {
			"Tester\n\nRequirements\n- Python\n\nWHAT YOU WON'T NEED\n- Java", "Python:required"},
		"a ranking of alternatives": {
			"Tester\n\nRequirements\n- MySQL preferred, MariaDB okay\n- Kafka is a plus", "Kafka:preferred MariaDB:required MySQL:required"},
		"a recruiter's message": {
			"Subject: Lead Tester\n\nMy client is after a Lead Tester who has worked extensively with Python. They're on Azure, but AWS experience transfers fine.", "AWS:mentioned Azure:mentioned Python:required"},
		"an employer with a technology in its name": {
			"Otter Robotics (YC S20) | Tester | Lund | Full-time\n\nRequirements\n- Python\n- a passion for what Otter Robotics builds", "Python:required"},
		"a wish that is not a must": {
			"Tester\n\nRequirements\n- Python\n\nNice to have\n- Rust is not a must, but it helps", "Python:required Rust:preferred"},
		"the order of headings that nobody knows": {
			"# Tester\n\n## The big picture\n- Move our jobs from Jenkins\n\n## Last time you looked in the mirror\n- You tested pages with Python\n- At least two years of SQL\n\n## Glitter\n- Loads of data (Kafka)\n- Rust\n\n## Sweets\n- 30 days off", "Jenkins:mentioned Kafka:preferred Python:required Rust:preferred SQL:required"},
		"wishes after known demands, under a heading that nobody knows": {
			"# Tester\n\n## Requirements\n- Python\n\n## Fireworks\n- Rust\n- Enough Java for the old module\n\n## Snacks\n- Fruit", "Java:preferred Python:required Rust:preferred"},
		"demands after known demands, under a heading that nobody knows": {
			"# Tester\n\n## Requirements\n- Patience\n\n## Numbers\n- 3 years of Python\n- SQL is a must", "Python:required SQL:required"},
		"headings without a mark, like the others": {
			"Testerin\n\nÜber uns\nWir bauen Seilbahnen.\n\nDas bringst du mit\nPython setzt du seit Jahren ein.\n\nDas wäre der Zuckerguss\nRust, dazu Tests mit Kafka.\n\nDas bieten wir\nGratis Skipass.", "Kafka:preferred Python:required Rust:preferred"},
		"prose about the applicant under a heading that nobody knows": {
			"### Tester\n\n**Somebody like this**\n\nYou have been paid to write Python for five years, and your SQL reads like prose. Kafka holds no mystery for you, and you sleep well before a release.\n\n**Glitter**\n\nRust in production.", "Kafka:required Python:required Rust:preferred SQL:required"},
		"questions as labels": {
			"**Tester**\n\n*What's the job?* You keep Jenkins happy.\n\n*What do I need?* Four years of Python or thereabouts. SQL, down to the plan. Kafka for the glue, and a calm voice on the phone, every day of the year.\n\n*What would help?* Rust in your spare time.", "Jenkins:mentioned Kafka:required Python:required Rust:preferred SQL:required"},
		"headings of one word": {
			"# Tester\n\n**You**\n- Python\n\n**Should haves**\n- Rust\n\n**Us**\n- Java courses", "Python:required Rust:preferred"},
		"tools that the heading calls the team's, among demands only": {
			"# Tester\n\n## The toolbox\n- Python: eight years or more\n- SQL that you have had to tune\n- Kafka\n\n## Cherries on top\n- Rust", "Kafka:required Python:required Rust:preferred SQL:required"},
		"what nobody needs to know, in brackets": {
			"Tester\n\nRequirements\n- Python\n- We also use Kafka and Redis (you don't need to know them)\n- Also around (no need to know): Elixir", "Elixir:mentioned Kafka:mentioned Python:required Redis:mentioned"},
		"French that sounds like a plus": {
			"Testeuse\n\nVous maîtrisez Python et Kafka, et SQL n'a plus de secret pour vous. Rust serait la cerise sur le gâteau.", "Kafka:required Python:required Rust:preferred SQL:required"},
		"a table whose columns are sections": {
			"# Tester\n\n| Must | Nice to have |\n|---|---|\n| Python | Rust |\n| SQL | |", "Python:required Rust:preferred SQL:required"},
		"a table with a level in each row": {
			"# Tester\n\n| Skill | Level | Years |\n|---|---|---|\n| Python | required | 5 |\n| Rust | nice to have | |", "Python:required Rust:preferred"},
		"tools among other labels": {
			"# Tester\n\n### Who we picture\nDegree: any\nExperience: 3 years of Python\nTools: Kafka\nIcing: Rust", "Kafka:required Python:required Rust:preferred"},
		"a wish that goes on": {
			"Testeur\n\nVous maîtrisez Python. Kafka serait un atout, de même que des notions de Rust.", "Kafka:preferred Python:required Rust:preferred"},
		"what the next sentence takes back": {
			"We are looking for a tester who knows Python. Everything runs on Kafka today; you don't need to know it.", "Kafka:mentioned Python:required"},
		"years, a degree and a language make demands, in any words": {
			"# Testerin\n\n## Ihre Bühne\n- Tests in Jenkins, Planung in Jira\n\n## Ihr Gepäck\n- Studium der Elektrotechnik o. Ä.\n- Vier Jahre Python\n- Kafka\n- Gutes Deutsch\n\n## Ihr Souvenir\n- Rust\n\n## Unser Applaus\n- Kantine", "Jenkins:mentioned Jira:mentioned Kafka:required Python:required Rust:preferred"},
		"a must in a sentence is not a label": {
			"# Tester\n\n## On the menu\n- Calls must never drop: you keep it that way\n- Jenkins between old and new\n\n## Ingredients\n- Three years or more of Python\n- SQL beyond the basics\n\n## Seasoning\n- Kafka from the operator's side", "Jenkins:mentioned Kafka:preferred Python:required SQL:required"},
		"a paragraph that asks and goes on": {
			"Tester (H/F) à Toulouse. Vous avez au moins quatre ans d'expérience avec Python. Vous scriptez en Bash. Si vous avez déjà touché à Kafka, nous serons d'autant plus intéressés. La supervision repose sur Nagios ; nul besoin de le connaître.", "Bash:required Kafka:preferred Nagios:mentioned Python:required"},
		"quotations as items": {
			"Tester\n\nWhat you should be able to say\n\"I have tested with Python.\"\n\"I use SQL.\"\n\nWhat we offer\nJava courses", "Python:required SQL:required"},
		"what can be learned": {
			"# Tester\n\n## What you need to know on day one\n- Python\n\n## What you can pick up here\n- Kafka", "Kafka:mentioned Python:required"},
		"headings with check marks and numbers": {
			"# Tester\n\n## ✅ What you need\n1. Python\n2. SQL\n\n## 2. Nice to have\n- Rust\n\n✅ **What we offer**\n- Java courses", "Python:required Rust:preferred SQL:required"},
		"a check mark before a heading and dashes before items": {
			"Tester\nLoom Ltd\n\n✅ Requirements\n- Python\n- SQL\n\n⭐ Nice to have\n\n- Rust", "Python:required Rust:preferred SQL:required"},
		"a heavy check mark before a heading": {
			"Testeuse\n\n✔️ Votre profil\n• Python\n• SQL\n\n🌟 Les plus\n• Rust", "Python:required Rust:preferred SQL:required"},
		"check marks before items": {
			"Tester\n\nRequirements\n\n✅ Python\n✅ SQL\n\nNice to have\n\n⭐ Rust\n⭐ Experience with Kafka", "Kafka:preferred Python:required Rust:preferred SQL:required"},
		"one check mark for headings and items": {
			"Tester\n\n✅ Requirements\n✅ Python\n✅ SQL\n\n✅ Nice to have\n✅ Rust", "Python:required Rust:preferred SQL:required"},
		"numbered chapters without markup": {
			"Tester\n\n1. Responsibilities\n- tests in Ruby\n\n2. Requirements\n- Python\n\n3. Nice to have\n- Rust", "Python:required Ruby:mentioned Rust:preferred"},
		"an agency's letter with a signature": {
			"Hello, I saw your GitHub.\n\nWhat they need:\n- Python\n\nNot essential, but they'd love to see:\n- Rust\n\nBest,\nJo\n--\nJo Fox | our Java salary survey", "Python:required Rust:preferred"},
		"prose that looks for somebody": {
			"We make looms. The control is in Elixir. We do need somebody who has written Python or Ruby in anger and isn't scared of SQL.", "Elixir:mentioned Python:required Ruby:required SQL:required"},
		"Japanese signs before headings": {
			"【募集職種】テスター\n【勤務地】大阪\n\n■開発環境\n言語：Ruby\n\n■必須スキル\n・Python、SQLのいずれか\n\n■歓迎スキル\n・Rustの経験", "Python:required Ruby:mentioned Rust:preferred SQL:required"},
		"a list that ends the sentence": {
			"Heron | Tester | Remote | We write agents with tools like LangChain, etc. We are looking for someone who knows Rust.", "LangChain:mentioned Rust:required"},
	} {
		if got := levelsIn(c.text); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}

// TestTitlesWithoutPlaces cuts places, and keeps teams and technologies.
func TestTitlesWithoutPlaces(t *testing.T) {
	for line, want := range map[string]string{
		"Heron | Sr. Tester | San Francisco (ONSITE) | Full-time": "Sr. Tester",
		"Senior Data Engineer - Munich":                           "Senior Data Engineer",
		"Senior Data Engineer - Payments":                         "Senior Data Engineer - Payments",
		"Développeur Java - Île-de-France":                        "Développeur Java",
		"Go Developer in Berlin":                                  "Go Developer",
		"Go Developer, London, UK":                                "Go Developer",
		"Go Developer (Warszawa)":                                 "Go Developer",
		"Engineer in Test":                                        "Engineer in Test",
		"hey all! we're a small startup in lisbon making a thing for beekeepers and we need you": "",
		"【招聘】高级测试工程师 - 上海":                                                                       "高级测试工程师",
		"ogłasza nabór na stanowisko: Starszy Tester":                                            "Starszy Tester",
		"Betreff: Go-Entwicklerin (m/w/d) – Köln":                                                "Go-Entwicklerin (m/w/d)",
		"Heron | Senior Tester and Build Expert | Remote We are a small team":                    "Senior Tester and Build Expert",
	} {
		if got := ParsePosting(line+"\n\nWe write Go.", skill.Default()).Title; got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

// TestSeniorityBesideTheTitle takes the level from the rest of the title's line.
func TestSeniorityBesideTheTitle(t *testing.T) {
	for line, want := range map[string]string{
		"Stage PFE - Data Engineer":            "intern",
		"Alternance - Développeur React":       "intern",
		"[REMOTO] Backend na Heron (Pleno)":    "middle",
		"Early Stage Ventures | Data Engineer": "",
		"Data Engineer (early stage)":          "",
	} {
		if got := ParsePosting(line+"\n\nWe write Go.", skill.Default()).Seniority; got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

// TestEitherOfCAndCpp counts C/C++ as met by C++.
func TestEitherOfCAndCpp(t *testing.T) {
	for _, c := range []struct {
		line string
		met  string
	}{{"Solid C/C++", "C++"}, {"Solid C /C++", "C++"}, {"Solid C and C++", ""}} {
		p := ParsePosting("# Tester\n\n## Requirements\n- "+c.line, skill.Default())
		if got := strings.Join(p.Skills[0].Instead, " "); p.Skills[0].Name != "C" || got != c.met {
			t.Errorf("%s: %s instead of %s, want %q", c.line, got, p.Skills[0].Name, c.met)
		}
	}
}
