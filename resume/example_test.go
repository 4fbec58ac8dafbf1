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
