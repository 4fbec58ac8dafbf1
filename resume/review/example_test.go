package review_test

import (
	"fmt"
	"time"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/review"
)

func ExampleCheck() {
	source := []byte(`name = "Ada"
[[experience]]
title = "Engineer"
company = "Harbour"
start = "2024"
highlights = ["Responsible for the payment service of 40 shops"]
`)
	profile, problems := resume.ParseProfileLenient("resume.toml", source)
	in := review.Input{Profile: profile, Problems: problems, Source: source, Now: time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)}
	for _, f := range review.Check(in) {
		if f.Rule == "weak-opener" {
			fmt.Println(f.Field, f.Severity, f.Message)
		}
	}
	// Output: experience[0].highlights[0] warning "Responsible for" is a weak opener
}

func ExampleFix() {
	source := []byte("name = \"Ada\"\nsummary = \"Writes the the parsers.\"\n")
	profile, problems := resume.ParseProfileLenient("resume.toml", source)
	findings := review.Check(review.Input{Profile: profile, Problems: problems, Source: source})
	for _, f := range findings {
		if f.Fixable() {
			fmt.Println(f.Rule)
		}
	}
	fixed, corrections := review.Fix(source, findings)
	fmt.Printf("%d correction:\n%s", corrections, fixed)
	// Output:
	// doubled-word
	// 1 correction:
	// name = "Ada"
	// summary = "Writes the parsers."
}
