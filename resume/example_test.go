package resume_test

import (
	"fmt"

	"github.com/ghresume/ghresume/resume"
)

func ExampleBuild() {
	profile, err := resume.ParseProfile("resume.toml", []byte(`
name = "Ada Beispiel"
[skills]
Languages = ["Go"]
[[projects]]
repo = "ada/engine"
description = "Plans routes for 120 depots"
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	snapshot := &resume.Snapshot{Login: "ada", Repositories: []resume.Repository{
		{Name: "ada/engine", URL: "https://github.com/ada/engine", Stars: 12, Language: "Go", Languages: map[string]int64{"Go": 9000}},
	}}
	r := resume.Build(profile, snapshot)
	for _, p := range r.Projects {
		fmt.Println(p.Name, *p.Stars, p.Description)
	}
	// Output: engine 12 Plans routes for 120 depots
}

func ExampleParseProfile() {
	_, err := resume.ParseProfile("resume.toml", []byte("emial = \"ada@example.com\"\n"))
	fmt.Println(err)
	// Output:
	// resume.toml:1:9: emial: unknown key "emial"
	// hint: did you mean "email"?
}

// LinkValue is the inverse of NewLink.
func ExampleLinkValue() {
	link := resume.NewLink("linkedin", "ada")
	fmt.Println(link.Label, link.Text, link.URL)
	fmt.Println(resume.LinkValue("linkedin", link.URL), resume.LinkValue("linkedin", "https://ada.example"))
	// Output:
	// LinkedIn linkedin.com/in/ada https://www.linkedin.com/in/ada
	// ada https://ada.example
}

func ExampleProfile_Select() {
	profile, err := resume.ParseProfile("resume.toml", []byte(`
name = "Ada Beispiel"
phone = "+44 20 7946 0000"
[[experience]]
title = "Developer"
company = "Harbour"
start = "2020"
for = ["backend"]
[[experience]]
title = "Designer"
company = "Studio"
start = "2017"
end = "2019"
for = ["design"]
[[variants]]
name = "backend"
[[variants]]
name = "design"
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	chosen, err := profile.Select(resume.Selection{Variant: "backend", Privacy: resume.Public})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%d role, %s; phone %q\n", len(chosen.Experience), chosen.Experience[0].Title, chosen.Phone)
	// Output: 1 role, Developer; phone ""
}
