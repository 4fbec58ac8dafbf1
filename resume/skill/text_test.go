package skill

import (
	"slices"
	"strings"
	"testing"
)

// annotatedTexts are texts with the technologies they name, and with words that only look
// like some.
var annotatedTexts = []struct{ text, want string }{
	{"The R&D team of a Series C startup needs a swift response to the rest of the world.", ""},
	{"We go above and beyond; go to any conference you like.", ""},
	{"C-level reporting, D-day planning, and a spring in your step.", ""},
	{"Responsible for the express delivery of flask samples in a chef's kitchen.", ""},
	{"Make a difference. Excel at what you do. Node by node.", ""},
	{"American Express, Spring Health and Oracle of Delphi were clients.", ""},
	{"Backend in Go and Rust, with gRPC between the services.", "Go, Rust, gRPC"},
	{"Experience with Swift and Objective-C on iOS.", "Swift, Objective-C, iOS"},
	{"Skills: C, C++, R, MATLAB", "C, C++, R, MATLAB"},
	{"Built with Spring Boot on Java 17; migrated from Oracle Database to PostgreSQL.", "Spring Boot, Java, Oracle Database, PostgreSQL"},
	{"React Native apps, not React", "React Native, React"},
	{"Wrote a Flask service, then a FastAPI one.", "Flask, FastAPI"},
	{"Kubernetes (k8s), Helm, Argo CD and Terraform on AWS", "Kubernetes, Kubernetes, Helm, Argo CD, Terraform, AWS"},
	{"ran SQL Server 2019, T-SQL and SSIS", "SQL Server, T-SQL, SSIS"},
	{"Proficient in Excel and Power BI", "Microsoft Excel, Power BI"},
	{"NodeJS/Express, Vue.js, TypeScript", "Node.js, Express, Vue.js, TypeScript"},
	{"No rust on the hull, no oracle at sea: we make sails and go home before the rest.", ""},
	{"Series C funding. Vitamin C. Grade C. R&D. C-suite. D&D on Fridays.", ""},
	{"A swift start, a spark of joy, a puppet theatre, a flask of tea and an express train.", ""},
	{"We react quickly, excel at service and spring into action; our chef cooks.", ""},
	{"go-to-market, go-live, on the go, Go above and beyond", ""},
	{"Languages: Go, C, R and Rust", "Go, C, R, Rust"},
	{"Written in Go. Deployed with Helm.", "Go, Helm"},
	{"Strong C# and .NET skills, some F#", "C#, .NET, F#"},
	{"3+ years of Node or Ruby on Rails", "Node.js, Ruby on Rails"},
	{"postgres, mysql & redis; rabbit mq", "PostgreSQL, MySQL, Redis, RabbitMQ"},
}

// TestAnnotatedTexts measures [Find]; one mistake in twenty is allowed, so that a trap
// can be added before it is solved.
func TestAnnotatedTexts(t *testing.T) {
	right, extra, missed := 0, 0, 0
	for _, a := range annotatedTexts {
		want := strings.FieldsFunc(a.want, func(r rune) bool { return r == ',' })
		for i := range want {
			want[i] = strings.TrimSpace(want[i])
		}
		var got []string
		for _, m := range Default().Find(a.text) {
			if m.Group != Practices {
				got = append(got, m.Name)
			}
		}
		for _, name := range got {
			if i := slices.Index(want, name); i >= 0 {
				want = slices.Delete(want, i, i+1)
				right++
				continue
			}
			extra++
			t.Logf("%q: %s is not there", a.text, name)
		}
		missed += len(want)
		if len(want) > 0 {
			t.Logf("%q: %v missed", a.text, want)
		}
	}
	t.Logf("precision %.3f, recall %.3f of %d", float64(right)/float64(right+extra), float64(right)/float64(right+missed), right+missed)
	if extra+missed > right/20 {
		t.Errorf("%d extra and %d missed", extra, missed)
	}
}
