package skill

import (
	"slices"
	"strings"
)

// cues are words near which an ordinary word means a technology.
var cues = set(`experience experienced expertise proficient proficiency knowledge familiar familiarity fluent fluency
 skill skills skilled using use uses used utilizing leveraging stack technologies technology tech languages language
 frameworks framework tools tool database databases platform platforms coding programming code develop developing developed
 development developer developers engineer engineers written build building built strong solid deep advanced hands-on
 background expert master mastery know knows knowing read reads reading lesen lire leer ler leggere lezen coded wrote writes write writing backend frontend libraries library ecosystem like as include
 including e.g eg with in year years yrs jahre jahren ans años anos anni jaar lat lata
 erfahrung erfahrungen berufserfahrung kennst kennen beherrschst beherrschen grundkenntnisse kenntnisse kenntnissen programmiersprache programmiersprachen programmierung mit sprache
 expérience connaissance connaissances connaissez connais notions bases pratique pratiquez maîtrise maîtrisez maîtrises langage langages programmation développement développeur développeuse avec
 experiencia conocimiento conocimientos nociones conoces conozcas conocer sepas dominas domines dominar dominio manejo lenguaje lenguajes programación desarrollo desarrollador con
 experiência conhecimento conhecimentos noções conhecer conheça conhece saber souber dominar domine domínio linguagem linguagens programação desenvolvimento desenvolvedor com
 esperienza conoscenza conoscere conosci conosce nozioni padronanza linguaggio linguaggi programmazione sviluppo sviluppatore con
 ervaring kennis kennen kent programmeertaal ontwikkeling ontwikkelaar met
 doświadczenie doświadczenia znasz znać podstawy znajomość język języku programowania programista
 досвід досвіду знання мова мови програмування розробник`)

// strongCues make a technology of the word right before them.
var strongCues = set(`developer developers engineer engineers programmer programmers programming framework language code codebase
 services service microservices microservice backend backends application applications apps app api apis server servers stack
 development ecosystem experience skills templates modules module library libraries cluster clusters pipelines runtime sdk`)

// nearOnly are cues that count only right before the word; the others reach further.
var nearOnly = set(`like as include including e.g eg with in strong solid deep advanced build building built use uses used know
 knows knowing read reads reading lesen lire leer ler leggere lezen writes develop developing developed wrote write written platform platforms tools tool tech mit avec con com met`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// resolveAmbiguous decides which candidates are technologies: those that need no context,
// then the ordinary words among accepted ones or near a cue, until nothing changes.
func resolveAmbiguous(text string, tokens []token, found []candidate) {
	for i := range found {
		c := &found[i]
		c.accepted = c.need == nothing || hasCue(tokens, c) || c.need == cue && fillsLine(tokens, c)
	}
	for changed := true; changed; {
		changed = false
		for i := range found {
			if !found[i].accepted && (listedWith(tokens, found, i, i-1) || listedWith(tokens, found, i, i+1)) {
				found[i].accepted, changed = true, true
			}
		}
	}
	acceptLists(tokens, found)
}

// hasCue reports whether a cue is near a candidate, within its line and sentence.
func hasCue(tokens []token, c *candidate) bool {
	if next := c.next; next < len(tokens) && (tokens[next].gap == loose && strongCues[tokens[next].text] || tokens[next].gap != apart && startsHanCue(tokens[next].text)) {
		return true
	}
	if i := c.first; i > 0 && tokens[i].gap != apart && endsHanCue(tokens[i-1].text) {
		return true
	}
	if c.need != cue {
		return askedFor(tokens, c)
	}
	const reach = 8
	for k, i := 0, c.first; k < reach && i > 0 && tokens[i].gap != apart; k, i = k+1, i-1 {
		word := tokens[i-1].text
		if word == "." || word == "!" || word == "?" || word == ";" {
			return false
		}
		if cues[word] && (k == 0 || !nearOnly[word]) {
			return true
		}
	}
	return false
}

// askedFor reports whether a demand is right before an ordinary word, as in "experience
// with R", and nothing after it may belong to the same name ("R&D", "C level").
func askedFor(tokens []token, c *candidate) bool {
	i := c.first
	if i > 0 && tokens[i].gap != apart && authored[tokens[i-1].text] && (c.next == len(tokens) || tokens[c.next].gap == apart || separators[tokens[c.next].text] || afterCode[tokens[c.next].text]) {
		return true
	}
	if i < 2 || tokens[i].gap == apart || tokens[i-1].gap == apart || !demandLinks[tokens[i-1].text] || !demands[tokens[i-2].text] {
		return false
	}
	if c.next == len(tokens) || tokens[c.next].gap == apart {
		return true
	}
	next := tokens[c.next].text
	return next != "&" && (separators[next] || next == ".")
}

// demands and demandLinks precede what is asked for: "knowledge of".
var (
	demands = set(`experience experienced knowledge proficient proficiency expertise fluent fluency skilled skills programming years familiarity familiar
 erfahrung kenntnisse expérience connaissance maîtrise notions nociones noções nozioni grundkenntnisse experiencia conocimientos experiência conhecimento esperienza conoscenza ervaring kennis doświadczenie znajomość`)
	demandLinks = set(`with in of using mit in avec de en con com em met di z`)
)

// authored are verbs right before the name of a language, afterCode what may follow the
// name then: "has written C for microcontrollers".
var (
	authored  = set(`written wrote writes write writing coded coding programmed schreibst schreiben schreibt programmierst escribes escribir escrito escreve escrever escrito scrivi scrivere scritto schrijft schrijven geschreven piszesz pisać`)
	afterCode = set(`. ! ? for on für pour para per voor dla code daily professionally`)
)

// hanBefore and hanAfter come right before and right after a technology in Chinese and Japanese.
var (
	hanBefore = []string{"熟悉", "精通", "掌握", "熟练", "了解", "使用", "会", "用", "以上", "基于", "采用", "擅长", "具备", "有", "懂"}
	hanAfter  = []string{"语言", "开发", "编程", "框架", "服务", "工程师", "后端", "项目", "经验", "技术", "程序",
		"の経験", "の開発", "の知識", "の実務", "の利用", "の基礎", "での", "を用い", "を使", "を利用", "による", "エンジニア", "言語", "または", "もしくは", "など"}
)

func endsHanCue(word string) bool {
	return slices.ContainsFunc(hanBefore, func(cue string) bool { return strings.HasSuffix(word, cue) })
}

func startsHanCue(word string) bool {
	return slices.ContainsFunc(hanAfter, func(cue string) bool { return strings.HasPrefix(word, cue) })
}

// fillsLine reports whether a candidate fills its line: a bullet in a list of skills.
func fillsLine(tokens []token, c *candidate) bool {
	i := c.first
	for i > 0 && tokens[i].gap != apart && !endsInWord(tokens[i-1].text) {
		i--
	}
	startsLine := i == 0 || tokens[i].gap == apart
	endsLine := c.next == len(tokens) || tokens[c.next].gap == apart
	return startsLine && endsLine && c.exact != "" && i < c.first
}

// listedWith reports whether candidate j is accepted and only list separators are between
// it and candidate i.
func listedWith(tokens []token, found []candidate, i, j int) bool {
	if j < 0 || j >= len(found) || !found[j].accepted {
		return false
	}
	return listed(tokens, &found[min(i, j)], &found[max(i, j)])
}

// listed reports whether only list separators are between two neighboring candidates.
func listed(tokens []token, a, b *candidate) bool {
	if b.first == a.next {
		return false
	}
	for i := a.next; i <= b.first; i++ {
		if tokens[i].gap == apart {
			return false
		}
		if i < b.first && !separators[tokens[i].text] && !isNumber(tokens[i].text) && (tokens[i].text != "." || tokens[i-1].text != "bzw") {
			return false
		}
	}
	return true
}

// isNumber reports whether a word is a version: "C++ 20 or Rust".
func isNumber(word string) bool { return strings.Trim(word, "0123456789") == "" }

var separators = set(`, / & | alternativ alternatively alternativement alternativamente ewentualnie preferably ideally bądź czy ofwel soit bien oppure ovvero and or bzw beziehungsweise ( ) + ; · • : und oder et ou y o u e ed oppure en of i oraz lub ` +
	`albo та і або чи или и 、 和 与 及 或 或者 以及 och eller og nebo alebo ve veya ja tai vagy sau ili と や または ` +
	`및 또는`)

// acceptLists accepts ordinary words that form a list of their own: three ("C, R, Go"),
// or two that are less ordinary ("Android and iOS").
func acceptLists(tokens []token, found []candidate) {
	for i := 0; i < len(found); {
		j, strict := i+1, found[i].need == neighbor
		for j < len(found) && listed(tokens, &found[j-1], &found[j]) {
			strict = strict || found[j].need == neighbor
			j++
		}
		if j-i >= 3 || j-i == 2 && !strict {
			for k := i; k < j; k++ {
				found[k].accepted = true
			}
		}
		i = j
	}
}
