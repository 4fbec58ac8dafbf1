package skill

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func names(matches []Match) string {
	var out []string
	for _, m := range matches {
		out = append(out, m.Name)
	}
	return strings.Join(out, ", ")
}

func TestFind(t *testing.T) {
	for text, want := range map[string]string{
		"Java, C++ or Go":                                     "Java, C++, Go",
		"Experience with C, R and D":                          "C, R, D",
		"C# and F# on .NET":                                   "C#, F#, .NET",
		"ASP.NET Core":                                        "ASP.NET Core",
		"NodeJS/Express":                                      "Node.js, Express",
		"node.js and React Native, not React":                 "Node.js, React Native, React",
		"Objective-C/Swift":                                   "Objective-C, Swift",
		"Postgres (PostgreSQL, psql)":                         "PostgreSQL, PostgreSQL, PostgreSQL",
		"MS SQL Server and SQL":                               "SQL Server, SQL",
		"k8s, CI/CD":                                          "Kubernetes, CI/CD",
		"Python3 and Angular14":                               "Python, Angular",
		"java, go, rust":                                      "Java, Go, Rust",
		"Golang developer":                                    "Go",
		"written in Go":                                       "Go",
		"5+ years of experience with Go.":                     "Go",
		"We go to market with Python":                         "Python",
		"Mobile apps on Android and iOS":                      "Android, iOS",
		"see https://go.dev/doc and mail rust@example.com":    "",
		"a file example.go, an import @types/node":            "",
		"Spring Boot, Spring and Hibernate":                   "Spring Boot, Spring, Hibernate",
		"Ruby on Rails":                                       "Ruby on Rails",
		"AWS (EC2, S3, Lambda)":                               "AWS, Amazon EC2, Amazon S3, AWS Lambda",
		"５ years of Ｐｙｔｈｏｎ":                                   "Python",
		"Type\u2011Script":                                    "TypeScript",
		"- Go\n- PostgreSQL":                                  "Go, PostgreSQL",
		"Cut p99 latency by moving from MySQL to PostgreSQL.": "MySQL, PostgreSQL",
		"Three years of experience with R":                    "R",
		"knowledge of C, SAS and Python":                      "C, SAS, Python",
		"experience in R&D and with C-level people":           "",
		"Connaissance de R":                                   "R",
		"Docker/Kubernetes; Terraform":                        "Docker, Kubernetes, Terraform",
		"":                                                    "",
	} {
		if got := names(Default().Find(text)); got != want {
			t.Errorf("%q: got %s; want %s", text, got, want)
		}
	}
}

func TestFindTellsPositions(t *testing.T) {
	const text = "Wir nutzen größere Golang-Dienste und k8s."
	for _, m := range Default().Find(text) {
		if text[m.Start:m.End] != m.Text {
			t.Errorf("%+v: the text there is %q", m, text[m.Start:m.End])
		}
	}
	if got := names(Default().Find(text)); got != "Go, Kubernetes" {
		t.Errorf("got %s", got)
	}
}

func FuzzFind(f *testing.F) {
	for _, trap := range traps {
		f.Add(trap)
	}
	f.Add("Java, C++ or Go; NodeJS/Express (Type\u2011Script) .NET C# \xff")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, m := range Default().Find(text) {
			if m.Start < last || m.End <= m.Start || text[m.Start:m.End] != m.Text {
				t.Fatalf("%+v in %q", m, text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(m.Text) {
				t.Fatalf("%+v cuts a character of %q", m, text)
			}
			last = m.End
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("We build event-driven services in Go and Kotlin on Kubernetes, with PostgreSQL, Kafka and gRPC. "+
		"You bring five years of experience, a sense of humour, and the will to make things better every day. ", 100)
	Default().Find(text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Default().Find(text)
	}
}
