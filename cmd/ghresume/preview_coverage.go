package main

// coverage says which skills of a posting the resume shows.
type coverage struct {
	Met    int            `json:"met"`
	Asked  int            `json:"asked"`
	Skills []coveredSkill `json:"skills"`
}

// coveredSkill is a skill that a posting asks for.
type coveredSkill struct {
	Name string `json:"name"`
	// Status is shown, provable, related or missing.
	Status string `json:"status"`
}

// cover compares the skills that the posting names with those that the printed resume names.
func cover(t *draft, posting string, md []byte) *coverage {
	shown := map[string]bool{}
	for _, match := range t.catalogue.Find(string(md)) {
		shown[match.Name] = true
	}
	c := &coverage{Skills: []coveredSkill{}}
	seen := map[string]bool{}
	for _, match := range t.catalogue.Find(posting) {
		if seen[match.Name] {
			continue
		}
		seen[match.Name] = true
		status := "missing"
		if shown[match.Name] {
			status = "shown"
			c.Met++
		}
		c.Asked++
		c.Skills = append(c.Skills, coveredSkill{match.Name, status})
	}
	return c
}
