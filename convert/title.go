package convert

import (
	"strings"
	"sync"
	"unicode"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
)

// sectionTitles are common headings of sections, by kind: en, de, es, fr, it, nl, pl, pt,
// uk, zh, tr, sv, ja, ar, he.
const sectionTitles = `
summary: summary|profile|about|info|about me|professional summary|executive summary|career summary|personal profile|personal statement|introduction|overview|professional profile|zusammenfassung|profil|über mich|kurzprofil|resumen|perfil|perfil profesional|resumen profesional|sobre mí|acerca de mí|résumé|profil professionnel|à propos|profilo|sommario|chi sono|samenvatting|profiel|over mij|podsumowanie|o mnie|resumo|sobre mim|perfil profissional|профіль|про себе|підсумок|个人简介|简介|个人总结|自我评价|about myself|welcome|bio|özet|hakkımda|sammanfattning|概要|自己pr|نبذة|نبذة عني|ملخص|الملخص المهني|תקציר|אודות|פרופיל
experience: experience|work experience|professional experience|employment|employment history|work history|work|relevant experience|career|career history|experiences|professional background|industry experience|history|professional history|job history|positions|roles & positions|berufserfahrung|beruflicher werdegang|erfahrung|experiencia|experiencia laboral|experiencia profesional|expérience|expériences|expérience professionnelle|expériences professionnelles|esperienza|esperienze|esperienza lavorativa|esperienze lavorative|esperienze professionali|esperienza professionale|werkervaring|ervaring|doświadczenie|doświadczenie zawodowe|experiência|experiência profissional|experiências|досвід|досвід роботи|工作经历|工作经验|实习经历|工作|iş deneyimi|deneyim|iş geçmişi|arbetslivserfarenhet|anställningar|erfarenhet|職務経歴|職歴|الخبرة المهنية|الخبرة|الخبرات|الخبرات العملية|السجل الوظيفي|ניסיון תעסוקתי|ניסיון|ניסיון מקצועי|היסטוריה תעסוקתית
education: education|academic background|education and training|educational background|academic education|studies|qualifications|ausbildung|bildung|bildungsweg|studium|educación|formación|formación académica|estudios|formation|formations|éducation|études|istruzione|istruzione e formazione|formazione|opleiding|opleidingen|onderwijs|wykształcenie|edukacja|educação|formação|formação acadêmica|освіта|教育经历|教育背景|教育|学历|eğitim|öğrenim|utbildning|学歴|التعليم|المؤهلات العلمية|השכלה|לימודים
skills: skills|technical skills|technologies|skills & technologies|core skills|key skills|core competencies|competencies|expertise|technical expertise|tech stack|technical proficiencies|skill set|tools|tools & technologies|technology|technical|programming|programming skills|computer skills|hard skills|it skills|digital skills|areas of expertise|kenntnisse|fähigkeiten|kompetenzen|technische fähigkeiten|it-kenntnisse|habilidades|competencias|habilidades técnicas|tecnologías|aptitudes|compétences|compétences techniques|technologies utilisées|competenze|competenze tecniche|capacità|vaardigheden|competenties|umiejętności|competências|habilidades técnicas|навички|уміння|технології|技能|专业技能|技术栈|技能特长|beceriler|yetenekler|kunskaper|färdigheter|kompetenser|スキル|المهارات|المهارات التقنية|כישורים|מיומנויות
projects: projects|personal projects|selected projects|side projects|open source projects|key projects|academic projects|notable projects|featured projects|project experience|open source|portfolio|projekte|proyectos|proyectos personales|projets|projets personnels|progetti|projecten|projekty|projetos|проєкти|проекти|项目经历|项目经验|项目|开源项目|projeler|projekt|プロジェクト|المشاريع|פרויקטים
certifications: certifications|certificates|licenses|licenses & certifications|licences|professional certifications|certs|courses & certifications|certifications & courses|training & certifications|zertifikate|zertifizierungen|certificaciones|certificados|certificats|certificazioni|certificaten|certificeringen|certyfikaty|certificações|сертифікати|证书|资格证书|资质证书|sertifikalar|certifikat|資格|الشهادات|הסמכות|תעודות
awards: awards|honors|honours|honors & awards|awards & honors|achievements|achievements & awards|awards & achievements|recognition|prizes|scholarships|accomplishments|auszeichnungen|preise|premios|premios y reconocimientos|logros|récompenses|prix|distinctions|premi|riconoscimenti|onderscheidingen|prijzen|nagrody|wyróżnienia|prêmios|нагороди|досягнення|获奖经历|荣誉奖项|奖项|荣誉|ödüller|utmärkelser|受賞歴|الجوائز|פרסים
publications: publications|selected publications|papers|research publications|journal articles|articles|books|veröffentlichungen|publikationen|publicaciones|publicazioni|pubblicazioni|publicaties|publikacje|publicações|публікації|论文|出版|发表论文|出版物|yayınlar|publikationer|出版・発表|المنشورات|פרסומים
volunteering: volunteering|volunteer|volunteer experience|volunteer work|community|community service|voluntary work|volunteering experience|ehrenamt|ehrenamtliches engagement|ehrenamtliche tätigkeit|voluntariado|bénévolat|volontariato|vrijwilligerswerk|wolontariat|trabalho voluntário|волонтерство|志愿服务|志愿者经历|志愿经历|gönüllü çalışmalar|gönüllülük|ideellt arbete|ボランティア活動|العمل التطوعي|התנדבות
languages: languages|language skills|spoken languages|language|sprachen|sprachkenntnisse|idiomas|langues|lingue|talen|języki|języki obce|línguas|мови|іноземні мови|знання мов|语言|语言能力|diller|yabancı diller|språk|語学|اللغات|שפות
`

var kindsByTitle = sync.OnceValue(func() map[string]resume.SectionKind {
	kinds := map[string]resume.SectionKind{}
	for l := range strings.Lines(strings.TrimSpace(sectionTitles)) {
		kind, titles, _ := strings.Cut(strings.TrimSpace(l), ": ")
		for title := range strings.SplitSeq(titles, "|") {
			if _, known := kinds[title]; !known {
				kinds[title] = resume.SectionKind(kind)
			}
		}
	}
	return kinds
})

// countBehind matches how many entries a section has: "Work Experience (3)".
var countBehind = lazy.New(`\s*\(\d+\)$`)

// kindOfTitle returns the section that a heading names, or Free. Signs before the heading
// are decoration.
func kindOfTitle(title string) resume.SectionKind {
	title = countBehind.ReplaceAllString(strings.TrimLeftFunc(unmarked(title), isSign), "")
	key := strings.ToLower(strings.TrimSpace(strings.TrimRight(title, ":.")))
	key = strings.NewReplacer("_", " ", "-", " ", " and ", " & ", " und ", " & ", " y ", " & ", " et ", " & ").Replace(key)
	key = strings.ReplaceAll(key, "\u0307", "") // of a Turkish İ
	kinds := kindsByTitle()
	for _, k := range []string{key, strings.ReplaceAll(key, " & ", " and "), strings.Join(strings.Fields(key), "-")} {
		if kind, ok := kinds[k]; ok {
			return kind
		}
	}
	if kindOfExperience.MatchString(key) {
		return resume.ExperienceSection
	}
	return resume.Free
}

// kindOfExperience matches headings that say which experience: "Research & Professional
// Experience". User experience is a trade.
var kindOfExperience = lazy.New(`^(?:(?:research|teaching|academic|professional|work|working|industry|industrial|internship|leadership|military|other|additional|further|previous|earlier|selected|recent|related|technical|engineering|clinical|management|freelance|consulting|&) )+experiences?$|^internships?$|^\S+ experience & internships?$`)

func isSign(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// humanized turns a key into a heading: "sideProjects" and "side_projects" become "Side
// Projects".
func humanized(key string) string {
	var b strings.Builder
	var last rune
	for _, r := range key {
		switch {
		case r == '_' || r == '-':
			r = ' '
		case unicode.IsUpper(r) && unicode.IsLower(last):
			b.WriteByte(' ')
		}
		if last == 0 || last == ' ' {
			r = unicode.ToUpper(r)
		}
		b.WriteRune(r)
		last = r
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
