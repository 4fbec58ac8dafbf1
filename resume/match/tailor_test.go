package match

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// TestTailoringIsHonest makes 500 pairs of profile and posting: a tailored resume says
// nothing that is not in the full one or in one of the user's wordings, and it never
// covers less of the posting.
func TestTailoringIsHonest(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	catalog := skill.Default()
	better := 0
	for n := range 500 {
		full := randomResume(random, catalog)
		posting := ParsePosting(randomPosting(random, catalog), catalog)
		tailored, _ := Tailor(full, posting, catalog)
		checkHonest(t, n, full, tailored, catalog)
		checkNoNewWords(t, n, full, tailored, catalog)
		before := worthOf(full, posting, catalog, map[statement][]skill.Match{})
		after := worthOf(tailored, posting, catalog, map[statement][]skill.Match{})
		if after < before {
			t.Errorf("pair %d: coverage falls from %d to %d", n, before, after)
		}
		if after > before {
			better++
		}
		if again, _ := Tailor(full, posting, catalog); !reflect.DeepEqual(again, tailored) {
			t.Errorf("pair %d: the second tailoring differs", n)
		}
	}
	t.Logf("better in %d of 500 pairs", better)
	if better < 100 {
		t.Errorf("tailoring helps in %d of 500 pairs only", better)
	}
}

// checkHonest compares the content of the two: skills by their meaning, all else byte by
// byte.
func checkHonest(t *testing.T, n int, full, tailored *resume.Resume, catalog *skill.Catalog) {
	t.Helper()
	said := map[string]bool{"": true}
	for _, s := range statements(full) {
		said[meaning(s, catalog)] = true
	}
	for _, v := range full.Variants {
		said[v.Title], said[strings.TrimSpace(v.Summary)], said[strings.TrimSpace(v.Objective)] = true, true, true
	}
	for _, s := range statements(tailored) {
		if !said[meaning(s, catalog)] {
			t.Errorf("pair %d: %q in %s is new", n, s.text, s.place)
		}
	}
	// Besides the texts: every project and contribution is one of the old ones, but for
	// its inner order.
	for _, p := range tailored.Projects {
		i := slices.IndexFunc(full.Projects, func(q resume.Project) bool { return q.Name == p.Name })
		if i < 0 || !reflect.DeepEqual(full.Projects[i].Stars, p.Stars) || len(full.Projects[i].Highlights) != len(p.Highlights) || len(full.Projects[i].Technologies) != len(p.Technologies) {
			t.Errorf("pair %d: project %s changed", n, p.Name)
		}
	}
	if len(tailored.Projects) != len(full.Projects) || len(tailored.Contributions) != len(full.Contributions) || len(tailored.Sections) != len(full.Sections) {
		t.Errorf("pair %d: entries were lost", n)
	}
}

// checkNoNewWords compares the two in print letter by letter: a new word is one of the
// few spellings that are as good in print.
func checkNoNewWords(t *testing.T, n int, full, tailored *resume.Resume, catalog *skill.Catalog) {
	t.Helper()
	old := map[string]bool{}
	for _, s := range statements(full) {
		for word := range strings.FieldsSeq(s.text) {
			old[word] = true
		}
	}
	for _, v := range full.Variants {
		for word := range strings.FieldsSeq(v.Title + " " + v.Summary + " " + v.Objective) {
			old[word] = true
		}
	}
	for _, s := range statements(tailored) {
		known, ok := catalog.Lookup(s.text)
		if s.listed && ok && len(known.Equal) > 0 && known.Prints(s.text) {
			continue
		}
		for word := range strings.FieldsSeq(s.text) {
			if !old[word] {
				t.Errorf("pair %d: %q in %q is new", n, word, s.text)
			}
		}
	}
}

func meaning(s statement, catalog *skill.Catalog) string {
	if known, ok := catalog.Lookup(s.text); ok && s.listed {
		return known.Name
	}
	return s.text
}

func names(random *rand.Rand, all []skill.Technology, n int) []string {
	var out []string
	for range n {
		out = append(out, all[random.IntN(len(all))].Name)
	}
	return out
}

func randomResume(random *rand.Rand, catalog *skill.Catalog) *resume.Resume {
	all := popular(catalog)
	p := &resume.Profile{Name: "Ada", Title: "Engineer", Summary: "Builds things.", Skills: map[string][]string{"Languages": names(random, all, 3), "Tools": names(random, all, 4)}}
	for i := range 2 {
		p.Experience = append(p.Experience, resume.Experience{Title: "Engineer", Company: fmt.Sprintf("C%d", i), Start: resume.Date{Year: 2015 + i}, Skills: names(random, all, 2),
			Highlights: []resume.Highlight{{Text: "Moved 7 services to " + names(random, all, 1)[0]}, {Text: "Wrote 3 tools with " + names(random, all, 1)[0], For: []string{"backend"}}}})
	}
	for i := range 9 {
		p.Projects = append(p.Projects, resume.ProjectEntry{Name: fmt.Sprintf("p%d", i), Skills: names(random, all, 3), Description: "A tool"})
	}
	p.Variants = []resume.Variant{{For: []string{strings.ToLower(all[random.IntN(len(all))].Name), "backend"}, Title: "Backend Engineer", Summary: "Builds backends with " + names(random, all, 1)[0] + "."}}
	full := resume.BuildAll(p, nil, catalog)
	for i := range full.Projects { // as if from GitHub, to which the limits apply
		full.Projects[i].FromProfile = i == 0
	}
	full.Limits.Projects = 3
	return full
}

func randomPosting(random *rand.Rand, catalog *skill.Catalog) string {
	all := popular(catalog)
	var b strings.Builder
	b.WriteString("Backend Engineer\nAcme\n\nRequirements\n")
	for _, name := range names(random, all, 5) {
		fmt.Fprintf(&b, "- Experience with %s\n", spelling(random, catalog, name))
	}
	b.WriteString("\nNice to have\n")
	for _, name := range names(random, all, 3) {
		fmt.Fprintf(&b, "- %s or %s\n", name, names(random, all, 1)[0])
	}
	return b.String()
}

// spelling returns the name, one of its aliases, or a version of it.
func spelling(random *rand.Rand, catalog *skill.Catalog, name string) string {
	known, _ := catalog.Lookup(name)
	if random.IntN(4) == 0 {
		return fmt.Sprintf("%s %d", name, 2+random.IntN(20))
	}
	if len(known.Aliases) > 0 && random.IntN(2) == 0 {
		return known.Aliases[random.IntN(len(known.Aliases))]
	}
	return name
}

// popular returns a small part of the catalog, so that resumes and postings overlap.
func popular(catalog *skill.Catalog) []skill.Technology {
	var out []skill.Technology
	for _, name := range []string{"Go", "Python", "Java", "Rust", "PostgreSQL", "MySQL", "Redis", "MongoDB", "Kafka", "RabbitMQ", "Docker", "Kubernetes", "Terraform", "AWS", "GCP",
		"gRPC", "GraphQL", "React", "Django", "Flask", "Spring Boot", "Prometheus", "Grafana", "Elasticsearch", "Linux", "Git", "Node.js", "TypeScript"} {
		if known, ok := catalog.Lookup(name); ok {
			out = append(out, known)
		}
	}
	return out
}

func TestTailorLeavesTheFullResumeAlone(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	full := randomResume(random, skill.Default())
	before := fmt.Sprintf("%+v", *full)
	Tailor(full, ParsePosting("Engineer\n\nRequirements\n- Go, Python, Docker and Redis", skill.Default()), skill.Default())
	if after := fmt.Sprintf("%+v", *full); after != before {
		t.Error("the full resume was changed")
	}
}

// TestTailorTakesOnlyGoodSpellings puts versions, parts, worse spellings and other
// products into a posting: none of them reaches the resume.
func TestTailorTakesOnlyGoodSpellings(t *testing.T) {
	full := resume.BuildAll(&resume.Profile{Skills: map[string][]string{"Skills": {"Java", "C++", "PHP", "Kafka", "Visual Studio", "ethers.js", "OpenAI API", "Spring Boot", "JavaScript", "AWS", "React", "MongoDB", "Phoenix", "Kubernetes", "postgres", "Golang"}}}, nil, skill.Default())
	posting := ParsePosting("Engineer\n\nRequirements\n- Java 17, C++20, PHP 8, Kafka Streams, Visual Studio Code, web3.js, GPT-4, Springboot, JS, AWS services, React hooks, MongoDB Atlas, Phoenix LiveView, k8s, PostgreSQL, Go", skill.Default())
	tailored, _ := Tailor(full, posting, skill.Default())
	var got []string
	for _, s := range tailored.Skills[0].Skills {
		got = append(got, s.Name)
	}
	slices.Sort(got)
	want := []string{"AWS", "C++", "Go", "Java", "JavaScript", "Kafka", "MongoDB", "OpenAI API", "PHP", "Phoenix", "PostgreSQL", "React", "Spring Boot", "Visual Studio", "ethers.js", "k8s"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestTailorKeepsFullNames asks for each spelling in place of each other one that a
// resume may use: a full name never becomes a shorter one.
func TestTailorKeepsFullNames(t *testing.T) {
	for _, c := range []struct{ own, asked, want string }{
		{"AWS", "Amazon Web Services", "Amazon Web Services"}, {"Amazon Web Services", "AWS", "Amazon Web Services"},
		{"GCP", "Google Cloud Platform", "Google Cloud Platform"}, {"google cloud platform", "GCP", "google cloud platform"},
		{"GCP", "Google Cloud", "Google Cloud"}, {"Google Cloud Platform", "Google Cloud", "Google Cloud Platform"}, {"Google Cloud", "GCP", "Google Cloud"},
		{"Azure", "Microsoft Azure", "Microsoft Azure"}, {"Microsoft Azure", "Azure", "Microsoft Azure"},
		{"Kafka", "Apache Kafka", "Apache Kafka"}, {"Apache Kafka", "Kafka", "Apache Kafka"},
		{"SQL Server", "Microsoft SQL Server", "Microsoft SQL Server"}, {"Microsoft SQL Server", "SQL Server", "Microsoft SQL Server"},
		{"Go", "Golang", "Golang"}, {"Golang", "Go", "Go"}, {"Postgres", "PostgreSQL", "PostgreSQL"}, {"PostgreSQL", "Postgres", "Postgres"},
		{"Kubernetes", "k8s", "k8s"}, {"k8s", "Kubernetes", "Kubernetes"},
	} {
		full := resume.BuildAll(&resume.Profile{Skills: map[string][]string{"Skills": {c.own, "Rust"}}}, nil, skill.Default())
		tailored, _ := Tailor(full, ParsePosting("Engineer\n\nRequirements\n- "+c.asked+", Rust", skill.Default()), skill.Default())
		if got := tailored.Skills[0].Skills; !slices.ContainsFunc(got, func(s resume.Skill) bool { return s.Name == c.want }) {
			t.Errorf("%s, asked for as %s: got %v, want %s", c.own, c.asked, got, c.want)
		}
	}
}

func TestNarrowerDemandsAreRelated(t *testing.T) {
	r := resume.BuildAll(&resume.Profile{Summary: "Ten years of Java 17.", Skills: map[string][]string{"Skills": {"C++", "Kafka", "React", "JDK 21", "Angular 16"}}}, nil, skill.Default())
	report := NewInventory(r, r, nil, skill.Default()).Cover(ParsePosting("Engineer\n\nRequirements\n- Java 17\n- C++20\n- Kafka Streams\n- React 18\n- Angular", skill.Default()))
	got := map[string]Status{}
	for _, s := range report.Skills {
		got[s.Name] = s.Status
	}
	if want := map[string]Status{"Java": Shown, "C++": Related, "Kafka Streams": Related, "React": Related, "Angular": Shown}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestCoverCountsAlternativesOnce(t *testing.T) {
	r := resume.BuildAll(&resume.Profile{Skills: map[string][]string{"Languages": {"Go", "Golang"}, "Databases": {"MySQL"}}}, nil, skill.Default())
	claims := NewInventory(r, r, nil, skill.Default())
	report := claims.Cover(ParsePosting("Engineer\n\nRequirements\n- Java, C++ or Go\n- PostgreSQL\n\nNice to have\n- SQL", skill.Default()))
	want := Coverage{Required: Count{Met: 1, Asked: 2}, Preferred: Count{Met: 0, Asked: 1}}
	if report.Coverage != want || report.Percent != 42 {
		t.Errorf("got %+v, %d %%", report.Coverage, report.Percent)
	}
	status := map[string]Status{}
	for _, s := range report.Skills {
		status[s.Name] = s.Status
	}
	if status["Go"] != Shown || status["PostgreSQL"] != Related || status["Java"] != Missing {
		t.Errorf("got %v", status)
	}
}

func TestPracticesAreProvableByTechnologies(t *testing.T) {
	r := resume.BuildAll(&resume.Profile{Skills: map[string][]string{"Tools": {"GitHub Actions", "Terraform"}}}, nil, skill.Default())
	report := NewInventory(r, r, nil, skill.Default()).Cover(ParsePosting("Engineer\n\nRequirements\n- CI/CD and infrastructure as code\n- Message queues", skill.Default()))
	status := map[string]Status{}
	for _, s := range report.Skills {
		status[s.Name] = s.Status
	}
	if status["CI/CD"] != Provable || status["Infrastructure as Code"] != Provable || status["Message Queues"] != Missing {
		t.Errorf("got %v", status)
	}
}

// BenchmarkRank ranks 1,000 postings of 4 kB.
func BenchmarkRank(b *testing.B) {
	random := rand.New(rand.NewPCG(3, 3))
	catalog := skill.Default()
	full := randomResume(random, catalog)
	var postings []string
	for range 1000 {
		text := randomPosting(random, catalog)
		for known := popular(catalog); len(text) < 4096; {
			text += "\nWe build services that people like, with " + names(random, known, 1)[0] + " and care. Ask us about the team, the office and the road map."
		}
		postings = append(postings, text)
	}
	claims := NewInventory(full.Limit(), full, nil, catalog)
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range postings {
			claims.Cover(ParsePosting(text, catalog))
		}
	}
}
