package doctext

import (
	"encoding/json"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// jobPosting returns the schema.org JobPosting that a page contains for search engines, as
// Markdown, or "".
func jobPosting(root *html.Node) string {
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "script" || n.FirstChild == nil || !isJSONLD(n) {
			continue
		}
		var value any
		if json.Unmarshal([]byte(strings.TrimSpace(n.FirstChild.Data)), &value) != nil {
			continue
		}
		if job := findJob(value, 0); job != nil {
			return jobText(job)
		}
	}
	return ""
}

func isJSONLD(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "type" && strings.EqualFold(strings.TrimSpace(a.Val), "application/ld+json") {
			return true
		}
	}
	return false
}

// findJob looks for a JobPosting in a value, in lists and in the graph of a page.
func findJob(value any, depth int) map[string]any {
	if depth > 6 {
		return nil
	}
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			if job := findJob(item, depth+1); job != nil {
				return job
			}
		}
	case map[string]any:
		if isType(v["@type"], "JobPosting") {
			return v
		}
		for _, key := range []string{"@graph", "mainEntity", "itemListElement", "item"} {
			if job := findJob(v[key], depth+1); job != nil {
				return job
			}
		}
	}
	return nil
}

func isType(value any, name string) bool {
	switch v := value.(type) {
	case string:
		return strings.TrimPrefix(strings.TrimPrefix(v, "http://schema.org/"), "https://schema.org/") == name
	case []any:
		for _, item := range v {
			if isType(item, name) {
				return true
			}
		}
	}
	return false
}

// jobFields are the texts of a JobPosting besides its description, with their headings.
var jobFields = []struct{ key, heading string }{
	{"responsibilities", "Responsibilities"},
	{"qualifications", "Requirements"},
	{"experienceRequirements", "Requirements"},
	{"skills", "Requirements"},
	{"educationRequirements", "Requirements"},
	{"jobBenefits", "Benefits"},
}

// jobText formats a JobPosting like any other posting.
func jobText(job map[string]any) string {
	var b strings.Builder
	if title := plain(job["title"]); title != "" {
		b.WriteString("# " + title + "\n\n")
	}
	if name := plain(job["hiringOrganization"]); name != "" {
		b.WriteString("Company: " + name + "\n\n")
	}
	if place := placeOf(job["jobLocation"]); place != "" {
		b.WriteString("Location: " + place + "\n\n")
	}
	if plain(job["jobLocationType"]) == "TELECOMMUTE" {
		b.WriteString("Remote\n\n")
	}
	description := marked(job["description"])
	b.WriteString(description + "\n\n")
	for _, f := range jobFields {
		if text := strings.TrimSpace(marked(job[f.key])); text != "" && !strings.Contains(description, text) {
			b.WriteString("## " + f.heading + "\n\n" + text + "\n\n")
		}
	}
	return strings.TrimSpace(b.String())
}

// plain returns a text, the name of a thing, or the first element of a list.
func plain(value any) string {
	switch v := value.(type) {
	case string:
		return strings.Join(strings.Fields(html.UnescapeString(v)), " ")
	case map[string]any:
		return plain(v["name"])
	case []any:
		if len(v) > 0 {
			return plain(v[0])
		}
	}
	return ""
}

// placeOf returns the town and country of an address.
func placeOf(value any) string {
	switch v := value.(type) {
	case []any:
		if len(v) > 0 {
			return placeOf(v[0])
		}
	case map[string]any:
		if address, ok := v["address"].(map[string]any); ok {
			var parts []string
			for _, key := range []string{"addressLocality", "addressRegion", "addressCountry"} {
				if s := plain(address[key]); s != "" {
					parts = append(parts, s)
				}
			}
			return strings.Join(parts, ", ")
		}
		return plain(v["address"])
	}
	return plain(value)
}

// marked returns a text whose HTML is converted to Markdown; lists become items.
func marked(value any) string {
	switch v := value.(type) {
	case string:
		if strings.Contains(v, "&lt;") {
			v = html.UnescapeString(v)
		}
		if !strings.Contains(v, "<") {
			return html.UnescapeString(v)
		}
		root, err := html.Parse(strings.NewReader(v))
		if err != nil {
			return v
		}
		w := &pageWriter{}
		w.write(root)
		return strings.TrimSpace(emptyLines.ReplaceAllString(w.out.String(), "\n\n"))
	case []any:
		var out []string
		for _, item := range v {
			out = append(out, "- "+strings.TrimSpace(marked(item)))
		}
		return strings.Join(out, "\n")
	case map[string]any:
		if text := marked(v["description"]); text != "" {
			return text
		}
		return plain(v["credentialCategory"])
	}
	return ""
}

// lacks reports whether the visible text omits most of the longer words of the job. A job of
// a few words is less than what the page shows.
func lacks(seen, job string) bool {
	visible, shown := map[string]bool{}, 0
	for word := range longWords(seen) {
		visible[word] = true
		shown++
	}
	all, missing := 0, 0
	for word := range longWords(job) {
		all++
		if !visible[word] {
			missing++
		}
	}
	const few = 40
	return missing*3 > all && (all >= few || all*2 > shown)
}

// longWords yields the words that tell texts apart, without punctuation and case.
func longWords(text string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if len(word) >= 5 && !yield(word) {
				return
			}
		}
	}
}
