package review

import (
	"fmt"
	"regexp"
)

// slip is a wrong word that a pattern is sure of: group 1 is the wrong part.
type slip struct {
	pattern *regexp.Regexp
	right   string // what stands there instead; empty where a person must choose
	hint    string
}

func newSlip(pattern, right, hint string) slip {
	return slip{regexp.MustCompile(`(?i)` + pattern), right, hint}
}

const (
	ownNouns    = `own|users?|customers?|clients?|members?|performance|users'|codebase|features?|services?|development|infrastructure|architecture|design|core|main|primary|first|entire|existing|internal|legacy|current|data|staff|employees|teams?|size|value|impact|quality|security|reliability|capacity|successor|predecessor|parent|competitors|functionality|latency|throughput|cost|costs|build|release|roadmap|stakeholders`
	comparative = `more|less|fewer|better|worse|faster|slower|larger|smaller|higher|lower|greater|bigger|longer|shorter|earlier|later|sooner|older|newer|rather|other|cheaper|easier|harder|stronger`
)

var slipTable = []slip{
	newSlip(`\b(it['’]s)\s+(?:`+ownNouns+`)\b`, "its", "it's means it is; the owner is its"),
	newSlip(`\b(?:of|for|with|from|to|in|on|by|at|across|and)\s+(it['’]s)\b`, "its", "it's means it is; the owner is its"),
	newSlip(`\b(its)\s+(?:a|an|the|not|been|also|very|going|important|possible)\b`, "it's", "its is the owner; it is is it's"),
	newSlip(`\b(?:`+comparative+`)\s+(then)\s+(?:\d|the|a|an|any|other|ever|before|half|one|two|three|expected|planned|previous)`, "than", "then is about time; a comparison has than"),
	newSlip(`\b(?:should|could|would|must|might)\s+(of)\b`, "have", "the verb is have"),
	newSlip(`\b(their)\s+(?:is|are|was|were)\b`, "there", "their is the owner"),
	newSlip(`\b(?:in|on|for|with|of|to)\s+(there)\s+(?:own|team|customers|users|code|work|data|systems?)\b`, "their", "there is a place; the owner is their"),
	newSlip(`\b(they['’]re)\s+(?:own|team|customers|users|code|work|data|needs|systems?)\b`, "their", "they're means they are; the owner is their"),
	newSlip(`\b(your)\s+(?:a|an|the|welcome|not)\b`, "you're", "your is the owner"),
	newSlip(`\b(you['’]re)\s+(?:own|team|code|company|customers)\b`, "your", "you're means you are"),
	newSlip(`\b(who['’]s)\s+(?:code|work|team|job|goal|purpose|main|primary|responsibility|responsibilities|customers|users)\b`, "whose", "who's means who is; the owner is whose"),
	newSlip(`\b(principle)\s+(?:engineer|developer|architect|investigator|scientist|consultant|designer|analyst|software)\b`, "principal", "a principle is a rule; the first in rank is principal"),
	newSlip(`\b(?:core|first|design|key|basic|guiding|agile|solid)\s+(principals)\b`, "principles", "a principal is a person; a rule is a principle"),
	newSlip(`\b(alot)\b`, "a lot", "two words; or rather a number"),
	newSlip(`\b(in regards)\s+to\b`, "in regard", "in regard to, or rather about"),
	newSlip(`\b(for all intensive purposes)\b`, "for all intents and purposes", "or leave it out"),
	newSlip(`\b(?:an?|the|no|positive|negative|great|huge|significant|direct)\s+(affect)\s+(?:on|of)\b`, "effect", "to affect is the verb; the noun is effect"),
	newSlip(`\b(?:has|have|had|having|with)\s+(?:an?|no|little|great)\s+(affect)\b`, "effect", "to affect is the verb; the noun is effect"),
	newSlip(`\b(?:to|not|will|can|could|would|may|might|did|didn't)\s+(loose)\s+(?:data|money|customers?|users?|time|track|sight|any|the|a)\b`, "lose", "loose is not tight; what is gone was lost: lose"),
	newSlip(`\b(lead)\s+to\s+(?:an?\s+)?(?:\d|increased|improved|reduced)[^.]*\b(?:was|were|had)\b`, "", "the past of lead is led"),
	newSlip(`\b(?:which|that|successfully|and|then)\s+(lead)\s+(?:to\s+a|a\s+team|the\s+team|the\s+(?:migration|development|design|effort|implementation))\b`, "led", "the past of lead is led"),
	newSlip(`\b(?:to|too)\s+(?:insure)\s+(?:that|high|the)\b`, "", "to insure is to sell insurance; to make sure is to ensure"),
	newSlip(`\b(every day)\s+(?:tasks?|work|life|operations|problems|use)\b`, "everyday", "before a noun it is one word"),
	newSlip(`\b(?:compared|according|due|related|thanks|prior)\s+(too)\b`, "to", "too means also, or more than enough"),
	newSlip(`\b(?:was|were|is|are|be)\s+(use)\s+to\b`, "used", "used to"),
	newSlip(`\b(?:did|been|has|have)\s+(went)\b`, "gone", "gone"),
	newSlip(`\b(?:has|have|had)\s+(wrote)\b`, "written", "has written"),
	newSlip(`\b(?:has|have|had)\s+(ran)\b`, "run", "has run"),
	newSlip(`\b(?:has|have|had)\s+(began)\b`, "begun", "has begun"),
	newSlip(`\b(?:has|have|had)\s+(did)\b`, "done", "has done"),
	newSlip(`\b(cutted|builded|writed|leaded|teached|runned|setted|putted|choosed|drived|maked|thinked|bringed|catched|splitted|sended|spended|keeped|meeted|growed|becomed|finded|selled|holded|overseed|rebuilded|rewrited|winned|shrinked|spinned|casted|broadcasted|hitted|layed)\b`, "", "the past of this verb is irregular"),
	newSlip(`\b(?:migrat\w+|mov\w+|away|ranging|received|different|sessions|data|results|services|grew|reduced|cut|graduated|derived|imported|switched|requests|feedback|revenue|latency|systems|code)\s+(form)\s+(?:an?|the|\d|about|under|over|legacy|on-prem|\p{Lu})`, "from", "two letters changed places"),
	newSlip(`\b(?:peaked|peeked)\s+(my)\s+interest\b`, "", "what wakes interest piques it"),
	newSlip(`\b(?:a|the|this|that|each|every|one)\s+(softwares|informations|equipments|feedbacks|knowledges)\b`, "", "the word has no plural"),
	newSlip(`\b(softwares|informations|equipments|feedbacks|knowledges|hardwares|evidences)\b`, "", "the word has no plural"),
	newSlip(`\b(less)\s+(?:bugs|errors|incidents|requests|servers|people|users|customers|engineers|tickets|outages|defects)\b`, "fewer", "less goes with amounts; what is counted is fewer"),
	newSlip(`\b(amount)\s+of\s+(?:bugs|errors|incidents|requests|servers|people|users|customers|engineers|tickets|outages|defects|queries|calls)\b`, "number", "an amount is measured; what is counted is a number"),
	newSlip(`\b(?:comprised)\s+(of)\s+(?:microservices|a|the|\d)`, "", "a whole comprises its parts, or is composed of them"),
}

func checkSlips(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		taken := map[int]bool{}
		for _, s := range slipTable {
			for _, m := range s.pattern.FindAllStringSubmatchIndex(t.clear, -1) {
				from, to := m[0], m[1]
				if len(m) > 2 && m[2] >= 0 {
					from, to = m[2], m[3]
				}
				if taken[from] {
					continue
				}
				taken[from] = true
				found = append(found, t.within(from, to, fmt.Sprintf("%q looks like a slip%s", t.value[from:to], rather(s.right)), s.hint))
			}
		}
	}
	return found
}

func rather(right string) string {
	if right == "" {
		return ""
	}
	return fmt.Sprintf(" for %q", right)
}
