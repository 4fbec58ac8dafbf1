package convert

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/ghresume/ghresume/internal/cldr"
	"github.com/ghresume/ghresume/resume"
)

// candidate reads version 4 of Europass, and HR-XML as public services write it.
func (in *reader) candidate(candidate object) {
	person, profile := candidate.child("CandidatePerson"), candidate.child("CandidateProfile")
	in.candidatePerson(person)
	in.profile.Summary = profile.paragraphs("ExecutiveSummary", "PersonalStatement")
	for _, employer := range profile.child("EmploymentHistory").objects("EmployerHistory") {
		in.employer(employer)
	}
	for _, o := range profile.child("EducationHistory").objects("EducationOrganizationAttendance") {
		in.place(resume.EducationSection, o.attendance())
	}
	in.competencies(profile.child("PersonQualifications").objects("PersonCompetency"), person.strings("PrimaryLanguageCode"))
	in.candidateRecords(profile)
	profile.ignore("EmploymentHistory", "EducationHistory", "PersonQualifications", "ID", "Attachment", "RenderingInformation", "languageCode")
	in.candidateSections(profile)
	candidate.ignore("DocumentID", "AlternateDocumentID", "CandidateSupplier", "ProcessingInformation", "PositionSeekingStatusCode", "RenderingInformation")
	profile.rest()
	candidate.rest()
	in.attach("")
}

func (in *reader) candidatePerson(person object) {
	name := person.child("PersonName")
	in.profile.Name = joinName(name.name("GivenName"), name.name("MiddleName"), name.name("FamilyName"))
	for _, c := range person.objects("Communication") {
		switch channel := strings.ToLower(c.raw("ChannelCode")); {
		case !c.child("Address").isEmpty():
			if place := c.child("Address").candidatePlace(); in.profile.Location == "" {
				in.profile.Location = place
			}
		case channel == "email":
			in.email(c.raw("URI", "DialNumber"))
		case c.raw("DialNumber") != "":
			in.phone(dialed(c.raw("CountryDialing"), c.raw("DialNumber")))
		default:
			in.site(c.raw("URI"))
		}
	}
	for _, key := range []string{"BirthDate", "GenderCode", "NationalityCode", "Visa", "BirthPlace", "Disability", "PrimaryLanguageCode", "MaritalStatusCode", "Photo"} {
		if key != "PrimaryLanguageCode" && !isAbsent(person.node.values[key]) {
			in.leave("CandidatePerson."+key, "employers do not need it")
		}
		person.ignore(key)
	}
	person.ignore("PersonName", "Communication")
	person.rest()
	in.attach("")
}

// dialed returns a number with its country code.
func dialed(country, number string) string {
	if country == "" || strings.HasPrefix(number, "+") {
		return number
	}
	return "+" + strings.TrimLeft(country, "+0") + " " + number
}

// candidatePlace returns city and country; the country is a code in the file.
func (o object) candidatePlace() string {
	o.drop("a resume needs no street address", "AddressLine", "PostalCode", "type")
	return joinNonEmpty(o.name("CityName", "City"), countryName(o.raw("CountryCode", "Country")))
}

// countryName returns a country's English name; what is not a code stays.
func countryName(code string) string {
	if name := cldr.Country(strings.ToUpper(code)); name != "" {
		return name
	}
	return code
}

func (in *reader) employer(employer object) {
	org := employer.name("OrganizationName")
	place := employer.child("OrganizationContact").child("Communication").child("Address").candidatePlace()
	url := firstOf(employer.raw("Link"), employer.child("OrganizationContact").child("Communication").raw("URI"))
	for _, o := range employer.objects("PositionHistory") {
		e := entry{title: o.line("PositionTitle"), org: org, url: webAddress(url)}
		e.location = firstOf(joinNonEmpty(o.name("City"), countryName(o.raw("Country"))), place)
		o.freeFormPeriod(&e, "EmploymentPeriod")
		o.summary(&e, "Description", "PositionDescription")
		o.ignore("JobCategoryCode", "EmploymentType", "City", "Country")
		in.place(resume.ExperienceSection, o.finish(&e))
	}
	employer.ignore("EmploymentPeriod", "PositionHistory", "IndustryCode", "OrganizationContact", "Link")
	employer.rest()
	in.attach("experience")
}

// freeFormPeriod reads start and end; an indicator marks what is current.
func (o object) freeFormPeriod(e *entry, key string) {
	period := o.child(key)
	start, end := period.freeFormDate("StartDate"), period.freeFormDate("EndDate")
	e.start = e.date("start", start, readDate(start))
	e.setEnd(end, readDate(end))
	if period.flag("CurrentIndicator", "Ongoing") && end == "" {
		e.end = presentDate
	}
	e.checkOrder()
}

func (o object) freeFormDate(key string) string {
	if n := o.child(key); !n.isEmpty() {
		return n.raw("FormattedDateTime", "DateText")
	}
	return o.raw(key)
}

func (o object) attendance() entry {
	kind := o.child("EducationDegree")
	e := entry{title: firstOf(kind.line("DegreeName"), o.line("ProgramName")), org: o.name("OrganizationName"), url: o.address("Link")}
	if program := o.line("ProgramName"); program != "" && program != e.title {
		e.highlights = append(e.highlights, program)
	}
	e.location = o.child("OrganizationContact").child("Communication").child("Address").candidatePlace()
	e.grade = firstOf(kind.line("FinalGrade"), kind.child("FinalGrade").line("ScoreText"))
	o.freeFormPeriod(&e, "AttendancePeriod")
	for _, text := range []string{kind.line("FieldOfStudy"), kind.child("DegreeMajor").line("ProgramName"), kind.line("Thesis")} {
		if text != "" {
			e.highlights = append(e.highlights, text)
		}
	}
	kind.summary(&e, "OccupationalSkillsCovered", "Description", "Comment")
	o.summary(&e, "Description")
	kind.ignore("DegreeTypeCode", "DegreeDate", "FieldOfStudy", "FinalGrade", "DegreeMajor", "NationalClassification", "CreditType", "NumberOfCredit")
	kind.rest()
	o.ignore("EducationLevelCode", "OrganizationContact", "EducationDegree", "AttendancePeriod")
	return o.finish(&e)
}

// competencies reads languages with their levels, and skills.
func (in *reader) competencies(list []object, mother []string) {
	for _, code := range mother {
		in.place(resume.LanguagesSection, entry{title: languageName(code), org: "native"})
	}
	for _, o := range list {
		name := firstOf(o.line("CompetencyName"), o.raw("CompetencyID"))
		if strings.EqualFold(o.raw("TaxonomyID"), "language") {
			in.place(resume.LanguagesSection, entry{title: languageName(name), org: o.dimensions()})
			continue
		}
		if strings.Contains(name, "://") {
			in.leave(o.path, "it is a number in a catalog, without a name")
			continue
		}
		in.addSkills(skillGroup(name), []string{name})
	}
	in.attach("languages")
}

// dimensions returns the different levels of a language.
func (o object) dimensions() string {
	var levels, parts []string
	for _, d := range o.objects("CompetencyDimension") {
		level := firstOf(d.child("Score").raw("ScoreText"), d.raw("Score"))
		if level == "" {
			continue
		}
		if !containsFold(levels, level) {
			levels = append(levels, level)
		}
		parts = append(parts, strings.TrimSpace(dimensionNames[d.raw("CompetencyDimensionTypeCode")]+" "+level))
	}
	if len(levels) == 1 {
		return levels[0]
	}
	return strings.Join(parts, ", ")
}

var dimensionNames = map[string]string{
	"CEF-Understanding-Listening": "listening", "CEF-Understanding-Reading": "reading", "CEF-Speaking-Interaction": "spoken interaction",
	"CEF-Speaking-Production": "spoken production", "CEF-Writing-Production": "writing",
}

// languageName returns a language's English name; what is not a code stays.
func languageName(code string) string {
	base, err := language.ParseBase(strings.ToLower(code))
	if len(code) > 3 || err != nil {
		return code
	}
	if name := cldr.Language(base); name != "" {
		return name
	}
	return code
}

// candidateRecords reads certificates, publications and licenses.
func (in *reader) candidateRecords(profile object) {
	for _, o := range profile.child("Certifications").objects("Certification") {
		e := entry{title: o.line("CertificationName", "Name", "Title"), org: firstOf(o.child("IssuingAuthority").name("Name"), o.name("IssuingAuthority")), url: o.address("Link")}
		issued := o.freeFormDate("FirstIssuedDate")
		e.end = e.date("date", issued, readDate(issued))
		if period := o.child("FreeFormEffectivePeriod"); !period.isEmpty() && e.end.IsZero() {
			o.freeFormPeriod(&e, "FreeFormEffectivePeriod")
		}
		o.summary(&e, "Description")
		o.ignore("CertificationTypeCode", "IssuingAuthority", "FreeFormEffectivePeriod", "FirstIssuedDate", "AttachmentReference")
		in.place(resume.CertificationsSection, o.finish(&e))
	}
	for _, o := range profile.child("PublicationHistory").objects("Publication") {
		e := entry{title: o.line("Title", "FormattedPublicationDescription"), org: o.name("Reference", "Publisher"), url: o.address("Link"), doi: bareDOI(o.raw("DOI")), authors: o.authors()}
		year := o.freeFormDate("Year")
		e.end = e.date("date", year, readDate(year))
		o.summary(&e, "Description", "FormattedPublicationDescription")
		in.place(resume.PublicationsSection, o.finish(&e))
	}
	var licenses []string
	for _, o := range profile.child("Licenses").objects("License") {
		licenses = append(licenses, labeled(o.line("LicenseTypeCode"), o.line("LicenseName")))
	}
	in.section("Licenses", licenses, nil)
	profile.ignore("Certifications", "PublicationHistory", "Licenses")
}

// candidateSections reads the sections of titles and descriptions.
func (in *reader) candidateSections(profile object) {
	for _, t := range []struct{ group, item, title string }{
		{"Projects", "Project", ""}, {"HobbiesAndInterests", "HobbyOrInterest", interestsTitle}, {"CreativeWorks", "CreativeWork", "Creative works"},
		{"CommunicationAndInterpersonalSkills", "CommunicationAndInterpersonalSkill", "Communication skills"},
		{"ManagementAndLeadershipSkills", "ManagementAndLeadershipSkill", "Management and leadership skills"},
		{"OrganisationalSkills", "OrganisationalSkill", "Organizational skills"}, {"DigitalSkills", "DigitalSkill", "Digital skills"},
		{"NetworksAndMemberships", "NetworkAndMembership", "Networks and memberships"}, {"ConferencesAndSeminars", "ConferenceAndSeminar", "Conferences and seminars"},
		{"SocialAndPoliticalActivities", "SocialAndPoliticalActivity", "Social and political activities"}, {"VoluntaryWorks", "VoluntaryWork", ""},
		{"SpeakingHistory", "SpeakingEvent", "Talks"}, {"Others", "Other", "Other"},
	} {
		group := profile.child(t.group)
		for _, o := range group.objects(t.item) {
			e := entry{title: o.line("Title", "Name", "EventName"), org: o.name("Organization", "OrganizationName", "Role"), url: o.address("Link"), location: o.name("City", "Location")}
			o.freeFormPeriod(&e, firstKey(o, "Period", "AttendancePeriod", "EffectivePeriod"))
			o.summary(&e, "Description", "Text", "text")
			o.ignore("AttachmentReference")
			in.candidateItem(t.title, t.group, o.finish(&e))
		}
	}
}

func firstKey(o object, keys ...string) string {
	for _, key := range keys {
		if o.node.has(key) {
			return key
		}
	}
	return keys[0]
}

func (in *reader) candidateItem(title, group string, e entry) {
	switch {
	case group == "Projects":
		in.place(resume.ProjectsSection, e)
	case group == "VoluntaryWorks":
		in.place(resume.VolunteeringSection, e)
	case e.summary == "" && e.org == "" && e.start.IsZero() && e.end.IsZero() && len(e.highlights) == 0:
		in.section(title, []string{e.title}, nil)
	default:
		in.placeFree(title, e)
	}
}
