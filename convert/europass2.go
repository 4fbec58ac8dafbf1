package convert

import (
	"strings"

	"github.com/ghresume/ghresume/internal/degree"
	"github.com/ghresume/ghresume/resume"
)

// isEarlyEuropass recognizes versions 1 and 2, whose elements are lowercase.
func isEarlyEuropass(t *node) bool {
	return t.has("learnerinfo") || t.child("europass").has("identification")
}

// earlyLearner reads versions 1 and 2.
func (in *reader) earlyLearner(root object) {
	learner := root.child("learnerinfo")
	if learner.isEmpty() {
		learner = root.child("europass")
	}
	in.language(learner.raw("locale"))
	in.earlyHeader(learner.child("identification"))
	in.profile.Title = learner.label("application")
	for _, o := range learner.child("workexperiencelist").objects("workexperience") {
		in.place(resume.ExperienceSection, o.earlyRole())
	}
	for _, o := range learner.child("educationlist").objects("education") {
		in.place(resume.EducationSection, o.earlyCourse())
	}
	in.earlyLanguages(learner.child("languagelist"))
	in.earlySkills(learner.child("skilllist"))
	in.earlyRest(learner.child("misclist"))
	learner.ignore("docinfo", "prefs", "photo")
	learner.rest()
	in.attach("")
}

func (in *reader) earlyHeader(id object) {
	contact := id.child("contactinfo")
	in.profile.Name = joinName(strings.Join(append(id.strings("firstname"), id.strings("lastname")...), " "))
	in.profile.Location = contact.child("address").wholePlace()
	for _, address := range contact.strings("email") {
		in.email(address)
	}
	for _, key := range []string{"telephone", "mobile"} {
		for _, number := range contact.strings(key) {
			in.phone(number)
		}
	}
	for _, key := range []string{"website", "homepage"} {
		for _, address := range contact.strings(key) {
			in.site(address)
		}
	}
	contact.drop("a resume has no fax number", "fax")
	contact.rest()
	id.drop("employers do not need it", "demographics")
	id.drop("a resume has no picture", "photo")
	id.rest()
}

func (o object) earlyRole() entry {
	employer := o.child("employer")
	e := entry{title: o.label("position"), org: employer.name("name"), about: employer.label("sector"), location: employer.child("address").wholePlace()}
	o.earlyPeriod(&e)
	o.summary(&e, "activities")
	employer.rest()
	return o.finish(&e)
}

func (o object) earlyCourse() entry {
	school := o.child("organisation")
	e := entry{org: school.name("name"), location: school.child("address").wholePlace()}
	e.title = degree.Join(o.line("title"), o.label("educationalfield"))
	for _, text := range []string{o.label("level"), school.label("type")} {
		if text != "" {
			e.highlights = append(e.highlights, text)
		}
	}
	o.earlyPeriod(&e)
	o.summary(&e, "skills")
	school.rest()
	return o.finish(&e)
}

// earlyPeriod reads a period whose empty parts are placeholders: "Y", "M", "D".
func (o object) earlyPeriod(e *entry) {
	period := o.child("period")
	start, end := period.earlyDate("from"), period.earlyDate("to")
	e.start = e.date("start", start, readDate(start))
	e.setEnd(end, readDate(end))
	e.checkOrder()
}

func (o object) earlyDate(key string) string {
	date := o.child(key)
	for _, part := range []string{"year", "month", "day"} {
		if text := date.raw(part); !strings.ContainsAny(text, "0123456789") {
			date.node.set(part, "")
		}
	}
	return date.calendar()
}

func (in *reader) earlyLanguages(list object) {
	for _, o := range list.objects("language") {
		levels := o.child("level")
		level := levels.levels()
		if level == "" && strings.HasSuffix(o.raw("type"), "mother") {
			level = "native"
		}
		name := firstOf(o.line("label"), languageName(o.raw("code")))
		if name != "" {
			in.place(resume.LanguagesSection, entry{title: name, org: level})
		}
		o.ignore("code", "type")
		o.rest()
	}
	in.attach("languages")
}

// earlyTitles are the headings of the kinds of skills.
var earlyTitles = map[string]string{
	"social": "Communication skills", "organisational": "Organizational skills", "organizational": "Organizational skills",
	"technical": "Job-related skills", "computer": "Digital skills", "artistic": "Artistic skills", "other": "Other skills",
}

func (in *reader) earlySkills(list object) {
	for _, o := range list.objects("skill") {
		title := firstOf(earlyTitles[o.raw("type")], "Other skills")
		in.skillText(title, in.element(o.path, o.raw("text", nameOnly)))
	}
	for _, o := range list.objects("structured-skill") {
		licenses := append(o.strings("drivinglicence"), o.strings("drivinglicense")...)
		if text := strings.Join(licenses, ", "); text != "" && text != "0" {
			in.section("Driving license", []string{text}, nil)
		}
	}
	list.rest()
	in.attach("skills")
}

func (in *reader) earlyRest(list object) {
	for _, o := range list.objects("misc") {
		title := map[string]string{"annexes": "Annexes"}[o.raw("type")]
		in.section(firstOf(title, "Additional information"), paragraphsOf(prose(o.raw("text", nameOnly))), nil)
	}
	in.section("Additional information", paragraphsOf(prose(list.raw("additional"))), nil)
	in.section("Annexes", paragraphsOf(prose(list.raw("annexes"))), nil)
	list.rest()
	in.attach("sections")
}
