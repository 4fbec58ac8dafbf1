package review

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume/skill"
)

const softSkills = `|communication|communication skills|teamwork|team work|team player|leadership|leadership skills|problem solving|problem-solving|problem solving skills|critical thinking|time management|creativity|adaptability|
|flexibility|collaboration|interpersonal skills|people skills|work ethic|hard working|hard-working|self-motivated|self motivation|motivation|attention to detail|organization|organizational skills|multitasking|multi-tasking|
|public speaking|presentation skills|negotiation|conflict resolution|emotional intelligence|empathy|fast learner|quick learner|fast learning|decision making|decision-making|mentoring|mentorship|coaching|listening|active listening|
|analytical thinking|strategic thinking|analytical skills|punctuality|reliability|positive attitude|patience|initiative|proactivity|proactive|stress management|team building|team leadership|team management|customer service|verbal communication|written communication|curiosity|`

// virtuesElsewhere are soft skills in the other output languages.
const virtuesElsewhere = `|teamfähigkeit|belastbarkeit|zuverlässigkeit|flexibilität|pünktlichkeit|kommunikationsfähigkeit|` +
	`kommunikationsstärke|lernbereitschaft|teamplayer|` +
	`|travail d'équipe|travail en équipe|esprit d'équipe|rigueur|autonomie|ponctualité|polyvalence|dynamisme|motivé|bonne communication|` +
	`|trabajo en equipo|puntualidad|responsabilidad|proactividad|liderazgo|comunicación|adaptabilidad|trabajo bajo presión|aprendizaje rápido|` +
	`|trabalho em equipe|trabalho em equipa|pontualidade|proatividade|liderança|comunicação|` +
	`lavoro di squadra|puntualità|teamwerk|stressbestendig|flexibel|praca w zespole|komunikatywność|` +
	`punktualność|odporność na stres|kreatywność|`

func checkSoftSkills(r *reading) []Finding {
	var found []Finding
	for _, s := range r.skills {
		if isSoftGroup(s.group) && wholeCliche(s.name) || isVirtueElsewhere(s.name) {
			found = append(found, advice(at(s.field, fmt.Sprintf("%q is what everybody writes", s.name), "show it in a bullet, or leave it out")))
			continue
		}
		if s.ok && s.known.Group != skill.Practices || isSoftGroup(s.group) || !strings.Contains(softSkills, "|"+strings.ToLower(strings.TrimSpace(s.name))+"|") {
			continue
		}
		f := at(s.field, fmt.Sprintf("%q is not a technical skill", s.name), "show it in a bullet: whom you led, taught or convinced, and what came of it")
		if !isTechnicalGroup(s.group) {
			f = advice(f)
			f.Message += ", if that is what this group is for"
		}
		found = append(found, f)
	}
	return found
}

// wholeCliche reports whether a skill is nothing but a cliché: "Team player".
func wholeCliche(name string) bool {
	name = strings.ToLower(strings.TrimSpace(name))
	return cliches[name] != "" || cliches[strings.TrimSuffix(name, "s")] != "" || commonVirtues[name]
}

func isVirtueElsewhere(name string) bool {
	return strings.Contains(virtuesElsewhere, "|"+strings.ToLower(strings.TrimSpace(name))+"|")
}

// commonVirtues are clichés among skills, with honest uses elsewhere.
var commonVirtues = map[string]bool{
	"punctual":               true,
	"reliable":               true,
	"honest":                 true,
	"friendly":               true,
	"motivated":              true,
	"dedicated":              true,
	"positive attitude":      true,
	"fast learning":          true,
	"quick learning":         true,
	"willing to learn":       true,
	"eager to learn":         true,
	"hard worker":            true,
	"multitasking":           true,
	"multi-tasking":          true,
	"work under pressure":    true,
	"working under pressure": true,
}

var softGroupWords = []string{"soft", "personal", "people", "human", "leadership", "management",
	"communication", "business", "other", "general", "social", "strength", "transferable",
	"core", "professional", "teaching", "competenc", "interest", "misc"}

func isSoftGroup(group string) bool {
	lower := strings.ToLower(group)
	return slices.ContainsFunc(softGroupWords, func(w string) bool { return strings.Contains(lower, w) })
}

var technicalGroupWords = []string{"language", "programming", "framework", "librar", "database",
	"data", "tool", "cloud", "devops", "infra", "platform", "backend", "frontend", "front-end",
	"back-end", "web", "mobile", "testing", "tech", "develop", "software", "systems", "skills",
	"stack", "security", "ops", "engineering"}

func isTechnicalGroup(group string) bool {
	lower := strings.ToLower(group)
	return slices.ContainsFunc(technicalGroupWords, func(w string) bool { return strings.Contains(lower, w) })
}

// groupKinds maps the name of a line to the kinds of technology it may hold.
var groupKinds = map[string][]skill.Group{
	"languages":             {skill.Languages},
	"programming languages": {skill.Languages},
	"databases":             {skill.Databases},
	"cloud":                 {skill.Cloud},
}

func checkSkillGroups(r *reading) []Finding {
	var found []Finding
	for _, s := range r.skills {
		kinds := groupKinds[strings.ToLower(s.group)]
		if kinds == nil || !s.ok || s.known.Group == skill.Practices || slices.Contains(kinds, s.known.Group) || s.known.Group == skill.Tools && kinds[0] == skill.Cloud {
			continue
		}
		found = append(found, at(s.field, fmt.Sprintf("%q is listed under %s", s.name, s.group), fmt.Sprintf("resumes list it under %s", s.known.Group)))
	}
	return found
}

// obviousSkills are skills that no developer is asked about.
const obviousSkills = `|word|microsoft word|ms word|powerpoint|microsoft powerpoint|ms powerpoint|email|e-mail|emails|` +
	`e-mails|internet|internet browsing|web browsing|browsing|web surfing|surfing|typing|touch typing|` +
	`google search|googling|basic computer skills|computer skills|computer literacy|basic computer|` +
	`copy and paste|copy paste|google|google chrome|chrome|mozilla firefox|firefox|microsoft edge|` +
	`ms office|microsoft office|office|pack office|paquete office|pacote office|pacchetto office|` +
	`suite office|microsoft office suite|ms office suite|windows|gmail|outlook|ms outlook|` +
	`microsoft outlook|zoom|skype|whatsapp|facebook|social media|fax|printing|printers|filing|` +
	`internet explorer|web browsers|browsers|file management|data entry|` +
	// The same in the other output languages.
	`|internetrecherche|e-mail-programme|textverarbeitung|tippen|navigation internet|` +
	`navigation sur internet|messagerie|bureautique|correo electrónico|manejo de internet|` +
	`navegación por internet|mecanografía|posta elettronica|navigazione internet|navigazione in internet|` +
	`correio eletrônico|navegação na internet|digitação|obsługa komputera|obsługa internetu|` +
	`poczta elektroniczna|`

// obsolete matches what nobody has asked for in years, and typing speeds.
var obsolete = pattern("obsolete")

func checkObviousSkills(r *reading) []Finding {
	var found []Finding
	for _, s := range r.skills {
		if strings.Contains(obviousSkills, "|"+strings.ToLower(strings.TrimSpace(s.name))+"|") {
			found = append(found, at(s.field, fmt.Sprintf("%q is expected of everyone", s.name), "drop it"))
		} else if obsolete.MatchString(strings.TrimSpace(s.name)) {
			found = append(found, at(s.field, fmt.Sprintf("%q dates you", s.name), "drop it, unless the job asks for it"))
		}
	}
	return found
}
