package convert

import (
	"strings"

	"github.com/ghresume/ghresume/internal/degree"
	"github.com/ghresume/ghresume/resume"
)

// isEuropass recognizes Europass as XML and JSON: the SkillsPassport of version 3, and the
// Candidate of version 4, which is HR-XML.
func isEuropass(s *source) bool {
	t := s.tree
	return isEarlyEuropass(t) || t.has("SkillsPassport") || t.has("LearnerInfo") || t.child("Candidate").has("CandidateProfile") || t.child("Candidate").has("CandidatePerson") || t.child("Europass").has("LearnerInfo")
}

func readEuropass(in *reader, s *source) error {
	root := in.object("", s.tree)
	if isEarlyEuropass(s.tree) {
		in.earlyLearner(root)
		return nil
	}
	if candidate := root.child("Candidate"); !candidate.isEmpty() {
		in.candidate(candidate)
		return nil
	}
	for _, key := range []string{"SkillsPassport", "Europass"} {
		if passport := root.child(key); !passport.isEmpty() {
			in.language(passport.raw("Locale", "locale"))
			root = passport
		}
	}
	in.learner(root.child("LearnerInfo"))
	return nil
}

// listOf reads repeated elements: under their own name in JSON, in a list in XML.
func (o object) listOf(name string) []object {
	if list := o.child(name + "List"); !list.isEmpty() {
		return list.objects(name)
	}
	return append(o.objects(name), o.objects(name+"List")...)
}

// label returns a text, also from an object that holds it.
func (o object) label(keys ...string) string {
	for _, key := range keys {
		if n := o.child(key); !n.isEmpty() {
			n.ignore("Code", "code")
			if text := n.line("Label", "Description", "label", "text"); text != "" {
				return text
			}
			if inner := n.label("Description", "Label"); inner != "" {
				return inner
			}
		}
	}
	return o.line(keys...)
}

// learner reads version 3.
func (in *reader) learner(learner object) {
	in.learnerHeader(learner.child("Identification"))
	headline := learner.child("Headline")
	headline.ignore("Type")
	in.profile.Title = headline.label("Description")
	for _, o := range learner.listOf("WorkExperience") {
		in.place(resume.ExperienceSection, o.learnerEntry("Position", "Employer"))
	}
	for _, o := range learner.listOf("Education") {
		field, level := o.label("Field"), o.label("Level")
		e := o.learnerEntry("Title", "Organisation")
		e.title = degree.Join(e.title, field)
		if level != "" {
			e.highlights = append(e.highlights, level)
		}
		in.place(resume.EducationSection, e)
	}
	in.learnerSkills(learner.child("Skills"))
	in.learnerAchievements(learner.listOf("Achievement"))
	for _, o := range learner.listOf("ReferenceTo") {
		o.ignore("idref")
	}
	learner.ignore("Identification", "ReferenceTo", "ReferenceToList", "AttachmentRef", "CEFLanguageLevelsGrid", "Photo")
	learner.rest()
	in.attach("")
}

func (in *reader) learnerHeader(id object) {
	name, contact := id.child("PersonName"), id.child("ContactInfo")
	name.ignore("Title")
	in.profile.Name = joinName(name.name("FirstName"), name.name("Surname"))
	in.profile.Location = contact.child("Address").child("Contact").wholePlace()
	for _, o := range contact.listOf("Email") {
		in.email(o.raw("Contact", nameOnly))
	}
	if text := contact.raw("Email"); text != "" {
		in.email(text)
	}
	for _, o := range contact.listOf("Telephone") {
		in.phone(o.raw("Contact", nameOnly))
	}
	for _, o := range contact.listOf("Website") {
		in.site(o.raw("Contact", nameOnly))
	}
	for _, o := range contact.listOf("InstantMessaging") {
		in.contact(labeled(o.label("Use"), o.raw("Contact")), "")
	}
	if !id.child("Demographics").isEmpty() {
		in.leave("LearnerInfo.Identification.Demographics", "employers do not need it")
	}
	if !isAbsent(id.node.values["Photo"]) {
		in.leave("LearnerInfo.Identification.Photo", "a resume has no picture")
	}
	in.attach("")
}

// site adds an account if the address belongs to a known network, else a website.
func (in *reader) site(address string) {
	if network := networkOf(address); address != "" && !strings.Contains(network, ".") && network != "" && !isRootOf(address) {
		in.link(network, address, "")
		return
	}
	in.website(address)
}

// learnerEntry reads a role or a course.
func (o object) learnerEntry(titleKey, orgKey string) entry {
	e := entry{title: o.label(titleKey)}
	org := o.child(orgKey)
	e.org = org.name("Name")
	if e.org == "" {
		e.org = o.name(orgKey)
	}
	contact := org.child("ContactInfo")
	e.location = contact.child("Address").child("Contact").wholePlace()
	e.url = webAddress(firstOf(contact.child("Website").raw("Contact"), contact.raw("Website")))
	if sector := org.label("Sector"); sector != "" {
		e.about = sector
	}
	o.learnerPeriod(&e)
	o.summary(&e, "Activities", "Skills", "Description")
	o.ignore("ReferenceTo", "ReferenceToList", "Documentation")
	return o.finish(&e)
}

func (o object) learnerPeriod(e *entry) {
	period := o.child("Period")
	start, end := period.dateText([]string{"From"}), period.dateText([]string{"To"})
	e.start = e.date("start", start, readDate(start))
	e.setEnd(end, readDate(end))
	if period.flag("Current") && end == "" {
		e.end = presentDate
	}
	e.checkOrder()
}

// learnerSkills reads languages, and skills that are described in prose.
func (in *reader) learnerSkills(skills object) {
	linguistic := skills.child("Linguistic")
	for _, o := range linguistic.listOf("MotherTongue") {
		in.place(resume.LanguagesSection, entry{title: o.label("Description"), org: "native"})
	}
	for _, o := range linguistic.listOf("ForeignLanguage") {
		levels := o.child("ProficiencyLevel")
		in.place(resume.LanguagesSection, entry{title: o.label("Description"), org: levels.levels()})
		for _, c := range o.listOf("Certificate") {
			in.place(resume.CertificationsSection, entry{title: c.label("Title"), end: readDate(c.dateText([]string{"Date"})).date})
		}
		for _, c := range o.listOf("VerifiedCertificate") {
			in.place(resume.CertificationsSection, entry{title: c.label("Title")})
		}
	}
	for _, group := range []string{"Computer", "JobRelated", "Communication", "Organisational", "Other"} {
		title := map[string]string{"Computer": "Digital skills",
			"JobRelated":     "Job-related skills",
			"Communication":  "Communication skills",
			"Organisational": "Organizational skills",
			"Other":          "Other skills"}[group]
		for _, o := range skills.listOf(group) {
			in.skillText(title, o)
		}
	}
	driving := skills.child("Driving")
	if licences := strings.Join(append(driving.strings("Description"), driving.child("Description").strings("Licence")...), ", "); licences != "" {
		in.section("Driving license", []string{licences}, nil)
	}
	in.attach("skills")
}

// levels returns the different levels of a language: "C1" or "listening C1, writing B2".
func (o object) levels() string {
	var all, parts []string
	for _, key := range []string{"Listening", "Reading", "SpokenInteraction", "SpokenProduction", "Writing"} {
		level := strings.ToUpper(o.raw(key, strings.ToLower(key)))
		if level == "" {
			continue
		}
		if !containsFold(all, level) {
			all = append(all, level)
		}
		parts = append(parts, strings.ToLower(humanized(key))+" "+level)
	}
	if len(all) == 1 {
		return all[0]
	}
	return strings.Join(parts, ", ")
}

// skillText reads a list of names as skills, and sentences as a section.
func (in *reader) skillText(title string, o object) {
	text := firstOf(o.raw("Description"), o.child("Description").raw("Label"), o.raw(nameOnly))
	if text == "" {
		return
	}
	before, items := splitList(text)
	lines := append(paragraphsOf(before), items...)
	names := splitNames(strings.Join(lines, "\n"))
	words := 0
	for _, name := range names {
		words = max(words, len(strings.Fields(name)))
	}
	if words <= 4 {
		for _, name := range names {
			in.addSkills(title, []string{unmarked(name)})
		}
		return
	}
	in.section(title, lines, nil)
}

func (in *reader) learnerAchievements(list []object) {
	for _, o := range list {
		title := firstOf(o.label("Title"), "Achievements")
		before, items := splitList(firstOf(o.raw("Description"), o.child("Description").raw("Label")))
		in.section(title, append(paragraphsOf(before), items...), nil)
	}
	in.attach("sections")
}
