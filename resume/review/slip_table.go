package review

import (
	"strings"
	"sync"

	"github.com/ghresume/ghresume/internal/lazy"
)

// slip is a wrong word that the words around it reveal.
type slip struct {
	// words are the wrong words, separated by "|".
	words string
	// around is the pattern of the surrounding words; @ is the wrong one.
	around string
	// right is the replacement; empty if a person must choose.
	right string
	hint  string
}

const (
	ownNouns = `own|users?|customers?|clients?|members?|performance|users'|codebase|features?|services?|development|` +
		`infrastructure|architecture|design|core|main|primary|first|entire|existing|internal|legacy|current|` +
		`data|staff|employees|teams?|size|value|impact|quality|security|reliability|capacity|successor|` +
		`predecessor|parent|competitors|functionality|latency|throughput|cost|costs|build|release|roadmap|` +
		`stakeholders`
	comparative = `more|less|fewer|better|worse|faster|slower|larger|smaller|higher|lower|greater|bigger|longer|` +
		`shorter|earlier|later|sooner|older|newer|rather|other|cheaper|easier|harder|stronger`
	countable = `bugs|errors|incidents|requests|servers|people|users|customers|engineers|tickets|outages|defects|` +
		`queries|calls|developers|features|tests`
	jobNoun  = `engineer|developer|architect|investigator|scientist|consultant|designer|analyst|software|manager|programmer`
	twoWords = `one word is the noun; the verb is two: "log in", "set up"`
	itsIt    = `"it's" means "it is"; the possessive is "its"`
)

var slipTable = []slip{
	{"it's|it’s", `\b@\s+(?:` + ownNouns + `)\b`, "its", itsIt},
	{"it's|it’s", `\b(?:of|for|with|from|to|in|on|by|at|across)\s+@\b`, "its", itsIt},
	{"it's|it’s",
		`\b(?:and|with|including|\pL+ed|built|(?:re)?wrote|cut|led|ran)\s+@\s+\pL{3,}[^\Wysu]s(?:\s+(?:and|in|for|to|with)\b|[.,;]|$)`,
		"its", itsIt},
	{"it's|it’s", `\b@\s+\pL{4,}\s+(?:never|always)\s+\pL+ed\b`, "its", itsIt},
	{"practises", `\b(?:best|good|agile|coding|engineering|development|security)\s+@\b`, "practices",
		`"practise" is the verb; the noun is "practice"`},
	{"there",
		`,\s+@\s+(?:feedback|skills|progress|experience|results|performance|requirements)\s+(?:was|were|is|are|and|in)\b`,
		"their", `"there" is a place; the possessive is "their"`},
	{"its", `\b@\s+(?:a|an|the|not|been|also|very|going|important|possible)\b`, "it's", `"its" is possessive; "it's" means "it is"`},
	{"its",
		`(?:^|[.;]\s+|\b(?:and|but|because|so|that)\s+)@\s+(?:used|made|built|written|based|deployed|` +
			`designed|hosted|maintained|available|live|open[- ]source|fast|running|being|still|currently|now|` +
			`more|able|easy)\s+(?:by|in|with|for|on|at|to|as|from|and|used|than)\b`,
		"it's", `"its" is possessive; "it's" means "it is"`},
	{"then",
		`\b(?:` + comparative + `)\s+@\s+(?:\d|the|a|an|any|other|ever|before|half|one|two|three|expected|planned|previous)`,
		"than", `"then" is about time; a comparison has "than"`},
	{"of", `\b(?:should|could|would|must|might)\s+@\b`, "have", `the verb is "have"`},
	{"there",
		`\b@\s+own\b|\b@\s+(?:old|new|entire|whole|main|mobile|legacy|existing|current|internal|backend|frontend|in-house|core|original|` +
			`previous|weekly|monthly)\s+\pL{3,}`,
		"their", `"there" is a place; the possessive is "their"`},
	{"there",
		`\b(?:about|with|for|of|in|to|and|by|across|on)\s+@\s+(?:\pL+\s+)?(?:backups?|plans?|budgets?|goals?|needs|sites?|apps?|pipelines?|infrastructure|careers?|skills?|` +
			`projects?|tools?|workflows?|devices|machines|releases?|requirements|roadmaps?|requests)(?:\s+(?:for|and|in|on|with|from|to|by|at)\b|[.,;]|$)`,
		"their", `"there" is a place; the possessive is "their"`},
	{"their", `\b@\s+(?:is|are|was|were)\b`, "there", `"their" is possessive`},
	{"there",
		`\b(?:in|on|for|with|of|to|and|by)\s+@\s+(?:own|team|teams|customers|users|code|work|data|systems?|` +
			`manager|boss|tests?|services|needs|products|databases?|clients|processes)\b`,
		"their", `"there" is a place; the possessive is "their"`},
	{"there",
		`\b(?:set ?up|manag\w+|improv\w+|me?et|los[et]|shar\w+|us(?:e|ed|ing)|mov\w+|deliver\w*|ship\w*|` +
			`r[ua]n|running|migrat\w+|reach\w*|updat\w+|maintain\w*|help\w*|deploy\w*|releas\w+|scal\w+|monitor\w*|test\w*)\s+@\s+(?:accounts?|goals?|` +
			`deadlines?|files?|workflows?|deployments?|apps?|applications?|stack|productivity|data|targets?|` +
			`teams?|customers|users|code|sites?|websites?|servers?|services|products?)\b`,
		"their", `"there" is a place; the possessive is "their"`},
	{"login",
		`\b(?:to|can|could|will|would|must|cannot|users)\s+@\s+(?:with|to|via|using|and|from|at|in|by|once|into|without)\b`,
		"log in", twoWords},
	{"setup",
		`\b(?:to|can|could|will|would|helped)\s+@\s+(?:an?|the|new|our|their|and|automated|monitoring|ci|` +
			`continuous|pipelines?|alerts?|infrastructure|environments?)\b`,
		"set up", twoWords},
	{"setup", `^@\s+(?:an?|the|new|our|all|and|ci|ci/cd|automated|monitoring|continuous|\d+)\s`, "set up", twoWords},
	{"backup|rollout|checkout|signup", `\b(?:to|can|could|will|would)\s+@\s+(?:an?|the|all|our|new|their|every|with|for free)\b`, "", twoWords},
	{"they're|they’re", `\b@\s+(?:own|team|customers|users|code|work|data|needs|systems?)\b`, "their", `"they're" means "they are"`},
	{"they're|they’re",
		`\b(?:and|with|of|for|on|in|to|by|from|improved|reviewed|managed|shared)\s+@\s+(?:(?:pull|merge|` +
			`support|test|code|release|feature|user)\s+)?\pL{2,}[^\Wysu]s(?:\s+(?:and|in|on|with|from|to|by|` +
			`for)\b|[.,;]|$)`,
		"their", `"they're" means "they are"`},
	{"they're|they’re",
		`\b(?:deploy|use|run|share|manage|test|ship|build|write|update|reach|host|move|track|plan|book|debug)(?:s|ed|ing)?\s+@\s+\pL{2,}[^\Wysu]s\b`,
		"their", `"they're" means "they are"`},
	{"your", `\b@\s+(?:a|an|the|welcome|not)\b`, "you're", `"your" is possessive`},
	{"you're|you’re", `\b@\s+(?:own|team|code|company|customers)\b`, "your", `"you're" means "you are"`},
	{"who's|who’s",
		`\b@\s+(?:code|work|team|job|goal|purpose|main|primary|responsibility|responsibilities|customers|users)\b`,
		"whose", `"who's" means "who is"`},
	{"who's|who’s", `(?:^|[,;]\s)[^,;]{0,60}@\s+\pL+s\s+(?:were|are|had|have)\b`, "whose", `"who's" means "who is"`},
	{"was|is|has",
		`(?:^|[.;,]\s|\band\s)\pL{3,}\s+(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|twelve|` +
			`several|many)\s+(?:\pL+\s+)?\pL+[^\Ws]s\s+that\s+@\b`,
		"", `several things take the plural: "that were", "that have"`},
	{"principle", `\b@\s+(?:` + jobNoun + `)\b|^@\s+(?:[\pL&/-]+\s+){1,3}(?:` + jobNoun + `)\b`, "principal", `a principle is a rule; the first in rank is "principal"`},
	{"principle",
		`\b@\s+(?:(?:data|domain|object)\s+model|author|contributors?|maintainers?|owner|components?|reasons?|causes?|goals?|language|languages|aim)\b`,
		"principal", `a principle is a rule; the first in rank is "principal"`},
	{"personal",
		`\b(?:train(?:ed|ing|s)?|hired|managed|supervised|support|office|security|sales|medical|military|technical|key|\d+)\s+@(?:\s+(?:in|on|with|for|to|at|who|across|from)\b|[.,;]|$)`,
		"personnel", `"personal" means private; the people employed are "personnel"`},
	{"trail|trails",
		`\b(?:free|clinical|paid|\d+[- ]days?|month|customer|field|pilot|user)\s+@\b|\b@\s+(?:periods?|versions?|accounts?|users?|run|customers?|subscriptions?|licen[cs]es?)\b`,
		"trial", `a trail is a path; a test is a "trial"`},
	{"trial|trials", `\baudit\s+@(?:\s+(?:for|of|in|with|that|to)\b|[.,;]|$)`, "trail", `a trial is a test; the record of changes is an audit "trail"`},
	{"their's|your's|our's|her's|their’s|your’s|our’s|her’s", `\b@\b`, "", `"theirs" and "yours" have no apostrophe; before a noun it is "their", "your"`},
	{"form", `\b(?:mov|migrat|port|convert|switch|transition|transfer|upgrad|replatform)\w*\s+(?:\S+\s+){0,4}?(?:\pL+[^\Ws]s|data|traffic|everything|it|them|us)\s+@\s+(?:the |an? |our |legacy |on-prem )?(?-i:[A-Z])\S*(?:\s+\S+){0,2}\s+to\s`,
		"from", "two letters changed places"},
	{"principals", `\b(?:core|first|design|key|basic|guiding|agile|solid)\s+@\b`, "principles", `a principal is a person; a rule is a "principle"`},
	{"witch", `,\s+@\b|\b(?:in|on|of|for|to|by|with|from|at)\s+@\b`, "which", `a witch flies on a broom; the pronoun is "which"`},
	{"more",
		`\b@\s+(?:faster|better|easier|simpler|safer|cheaper|quicker|cleaner)(?:\s+(?:to|than|and|by|for)\b|[.,;]|$)`,
		"", `"more" and "-er" say the same: "faster"`},
	{"alot", `\b@\b`, "a lot", "two words; or rather a number"},
	{"in regards", `\b@\s+to\b`, "in regard", `"in regard to", or rather "about"`},
	{"for all intensive purposes", `\b@\b`, "for all intents and purposes", "or leave it out"},
	{"affect", `\b(?:an?|the|no|positive|negative|great|huge|significant|direct)\s+@\s+(?:on|of)\b`,
		"effect", `"affect" is the verb; the noun is "effect"`},
	{"affect", `\b(?:has|have|had|having|with)\s+(?:an?|no|little|great)\s+@\b`, "effect", `"affect" is the verb; the noun is "effect"`},
	{"loose", `\b@\s+(?:an?|any|the|their|our|its|his|her|your|track|sight|money|\d\S*)\s`, "lose", `"loose" means not tight; the verb is "lose"`},
	{"loose",
		`\b(?:to|not|will|can|could|would|may|might|did|didn't|never|doesn't|don't)\s+@\s+(?:\d|data|money|customers?|users?|time|track|sight|any|the|a\b)`,
		"lose", `"loose" means not tight; the verb is "lose"`},
	{"loose",
		`\b(?:packet|no|avoid|avoided|prevent|prevented|without|weight|hearing)\s+@\s*(?:of\b|[.,;]|$)|` +
			`\b@\s+of\s+(?:data|money|packets|customers|users|revenue|time|service|messages)\b`,
		"loss", `"loose" means not tight; the noun is "loss"`},
	{"lead", `\b@\s+to\s+(?:an?\s+)?(?:\d|increased|improved|reduced)[^.]{0,200}\b(?:was|were|had)\b`, "", `the past of "lead" is "led"`},
	{"lead",
		`\b(?:which|that|successfully|and|then)\s+@\s+(?:to\s+a|a\s+team|the\s+team|the\s+(?:migration|development|design|effort|implementation))\b`,
		"led", `the past of "lead" is "led"`},
	{"insure", `\b(?:to|too)\s+@\s+(?:that|high|the)\b`, "ensure", `to insure is to sell insurance; to make sure is "ensure"`},
	{"every day", `\b@\s+(?:tasks?|work|life|operations|problems|use)\b`, "everyday", "before a noun it is one word"},
	{"too", `\b(?:compared|according|due|related|thanks|prior|attention|access|closer)\s+@\b`, "to", `"too" means also, or more than enough`},
	{"use", `\b(?:was|were|is|are|be)\s+@\s+to\b`, "used", `"used to"`},
	{"build", `\b(?:was|were|been|being)\s+@(?:\s+(?:by|with|in|on|from|for|using|upon)\b|[.,;]|$)`, "built", `the past of "build" is "built"`},
	{"went", `\b(?:did|been|has|have)\s+@\b`, "gone", `"has gone"`},
	{"wrote", `\b(?:has|have|had)\s+@\b`, "written", `"has written"`},
	{"ran", `\b(?:has|have|had)\s+@\b`, "run", `"has run"`},
	{"began", `\b(?:has|have|had)\s+@\b`, "begun", `"has begun"`},
	{"fell|grew|took|gave|chose|broke|spoke|drove|rose|froze|knew|saw|came|became|forgot|threw|flew|wore|arose|overcame|undertook|oversaw|withdrew|outgrew",
		`\b(?:has|have|had)\s+@\b`, "", `after "has" this verb has another form: "has fallen", "has grown"`},
	{"did", `\b(?:has|have|had)\s+@\b`, "done", `"has done"`},
	{"shrunk|begun|written|chosen|taken|given|overseen|rewritten|spoken|broken|driven|grown|shown", `^@\s+(?:an?|the|\d\S*|our|all|over|more than|two|three|four|five)\s`, "",
		`a bullet begins with the past: "Shrank", "Wrote", "Gave"`},
	{"cutted|builded|writed|leaded|payed|teached|runned|setted|putted|choosed|drived|maked|thinked|bringed|catched|splitted|sended|spended|keeped|meeted|growed|becomed|finded|selled|holded|overseed|rebuilded|rewrited|winned|shrinked|spinned|casted|broadcasted|hitted|layed",
		`\b@\b`, "", "the past of this verb is irregular"},
	{"form",
		`\b(?:migrat\w+|mov\w+|away|ranging|received|different|sessions|data|results|services|grew|reduced|` +
			`cut|graduated|derived|imported|switched|requests|feedback|revenue|latency|systems|` +
			`code)\s+@\s+(?:an?|the|\d|about|under|over|legacy|on-prem|\p{Lu})`,
		"from", "two letters changed places"},
	{"form", `\b\d[\d,.]*\s+(?:\pL+\s+)?\pL+[^\Ws]s\s+@\s+(?:an?\s+|the\s+)?[\pL-]+\s+(?:to|too|into)\b|\b@\s+\pL{3,}ing\s+to\s|,\s+@\s+\pL+\s+to\s`, "from", "two letters changed places"},
	{"too", `\bfrom\s+[\pL\d-]+(?:\s+[\pL-]+)?\s+@\s+(?:\d|an?\b|the\b|(?-i:[A-Z]))`, "to", `"too" means also, or more than enough`},
	{"effected", `\b@\s+(?:\d|users?\b|customers?\b|all\b|every\b|thousands\b|millions\b|hundreds\b|our users\b|production\b|performance\b|revenue\b)`, "affected",
		`"effect" is the noun; to change something is to "affect" it`},
	{"form", `\b@\s+\d[\d.,]*\s*\S{0,10}\s+to\s+\d`, "from", "two letters changed places"},
	{"fro", `\b@\s+(?:the|a|an|our|all|\d|\p{Lu})`, "for", "two letters changed places"},
	{"off",
		`\b(?:team|teams|group|number|lots?|instead|consisting|member|members|hundreds|thousands|millions|` +
			`dozens|head|architect)\s+@\s+(?:the|a|an|\d|two|three|four|five|six|seven|eight|nine|ten|twelve|our|` +
			`all|several|engineers|developers|people)\b`,
		"of", `"off" means away; here it is "of"`},
	{"there",
		`\b(?:with|improved|reviewed|rebuilt|redesigned|replaced|redid|rewrote|tested|doubled|halved|raised|` +
			`cut|increased|reduced|grew|scaled|hosted|kept|got|gave|showed|writes?|wrote|built|build|manage[ds]?|` +
			`managing)\s+@\s+(?:\pL+\s+){0,2}\pL{3,}[^\Wysu]s(?:\s+(?:and|in|on|with|from|to|by|for|work|` +
			`daily)\b|[.,;]|$)`,
		"their", `"there" is a place; the possessive is "their"`},
	{"to",
		`\b(?:replaced|had|has|have|were|was|is|are|got|took|found|spent|far|much|cost|costs|not|way|been|` +
			`grew|getting|became|become)\s+@\s+(?:many|much|few|slow|large|big|often|long|late|complex|` +
			`complicated|expensive|old|small|hard|difficult|high|low|fast|early)(?:\s+\pL|[.,;]|$)`,
		"too", `"to" is a direction; more than enough is "too"`},
	{"looses", `\b@\b`, "loses", `"loose" means not tight; the verb is "lose"`},
	{"loosing", `\b@\b`, "losing", `"loose" means not tight; the verb is "lose"`},
	{"effects|effect",
		`\b(?:that|which|not|and|may|will|can|could|would|negatively|positively|directly|who)\s+@\s+(?:the|` +
			`its|it's|it’s|their|our|all|a|an|every|\d|users?|customers?|performance|how|many|more|other)\b`,
		"", `"effect" is the noun; to change something is to "affect" it`},
	{"manger|mangers",
		`\b@\s+(?:of|for|at|and|in|with|to|who)\b|(?:^|[.;]\s+)(?:\pL+\s+){0,2}@\b|\b@\s*[.,;]|\b@$`,
		"", `a manger is a trough; the person is a "manager"`},
	{"manger|mangers",
		`\b(?:their|our|the|a|as|to|my|his|her|with|product|project|program|engineering|general|team|account|` +
			`release|delivery|line|hiring|senior|office|store|development|it|package|password|change)\s+@\b`,
		"", `a manger is a trough; the person is a "manager"`},
	{"costumer|costumers", `\b@\b`, "", `a costumer makes costumes; someone who buys is a "customer"`},
	{"pubic", `\b@\b`, "public", "a letter is missing"},
	{"asses", `\b(?:to|and|regularly|would|will|helped)\s+@\b`, "assess", "a letter is missing"},
	{"sever|severs",
		`\b(?:web|sql|mail|file|test|proxy|game|client|linux|windows|dns|app|application|backup|build|dedicated|virtual|our|the|an?|\d+)\s+@\b`,
		"", `to sever is to cut; the machine is a "server"`},
	{"sever", `\b@[- ](?:side|farm|room|rack|infrastructure|monitoring|components|rendering)\b`,
		"server", `to sever is to cut; the machine is a "server"`},
	{"pervious", `\b@\b`, "previous", "two letters changed places"},
	{"complaint",
		`\b(?:is|are|be|fully|gdpr|pci|pci-dss|hipaa|soc|iso|wcag|remain|remained|becoming|became|stay|` +
			`stayed|posix)[ -]@(?:\s+(?:with|to|and|by|for|since|system|solution|platform|application|software|` +
			`api)\b|[.,;)]|$)`,
		"compliant", `a complaint is a protest; someone who follows the rules is "compliant"`},
	{"roll|rolls",
		`\b(?:leadership|my|his|her|this|previous|current|key|leading|major|technical|in the)\s+@\s+(?:as|of|at|in|was|is|involved|included)\b`,
		"", `what you were hired for is a "role"`},
	{"roll",
		`\b(?:job|senior|current|previous|leadership|engineering|developer|management|technical|key)\s+@\b`,
		"role", `what you were hired for is a "role"`},
	{"advise",
		`\b(?:gave|provided|providing|give|provide|offered|offering|technical|legal|the|an|of|some|good|expert)\s+@(?:\s+(?:to|on|for|and|about)\b|[.,;]|$)`,
		"advice", `"advise" is the verb; the noun is "advice"`},
	{"advice",
		`\b(?:to|and|helped|also)\s+@\s+(?:the|clients?|customers?|teams?|on|management|senior|stakeholders)\b`,
		"advise", `"advice" is the noun; the verb is "advise"`},
	{"bellow",
		`\b@\s+(?:\d|[$€£])|\b(?:the|listed|see|costs?|just|well|kept|latency|at or|to|time|rate|is|are)\s+@(?:\s+(?:the|a|one|ten)|[.,;]|$)`,
		"below", "a bellow is a roar"},
	{"quite", `\b(?:a|the|very|keep|kept|stay)\s+@\s+(?:office|place|hours|period|team)\b`, "quiet", "two letters changed places"},
	{"adopt", `\bto\s+@\s+to\b`, "adapt", `to adopt is to take over; to change is "adapt"`},
	{"breath", `\b@\s+(?:new\s+)?life\b`, "breathe", `"breath" is the noun`},
	{"complimented|complements|compliments", `\b@\s+(?:the|our|existing|an?|its)\s+\S+(?:\s+\S+)?\s+(?:with|by)\b`, "", `a compliment is praise; to complete is to "complement"`},
	{"threw", `\b@\s+(?:their|his|her|our|its)\s+(?:first|whole|entire|career|\d)|\b@\s+(?:the|an?|our)\s+(?:process|phases?|years?|months?|use|help)\b`, "through", `"threw" is the past of throw`},
	{"buy", `\b@\s+\d[\d.,]*\s?(?:%|percent\b)`, "by", `to buy costs money; here it is "by"`},
	{"too",
		`\b(?:present|spoke|talk|gave|deliver|mov|migrat|adapt|contribut|convert|upgrad|switch|sold|sent|report)\w*\s+(?:\S+\s+){0,2}?@\s+(?:\d|the\b|an?\b|our\b|new\b|all\b|more than\b|over\b|(?-i:[A-Z]))`,
		"to", `"too" means also, or more than enough`},
	{"sails", `\b@\s+(?:and marketing|teams?|targets?|figures|departments?|funnels?|representatives?|forces?|reps?)\b`, "sales", `sails are on ships; what is sold are "sales"`},
	{"role out|role-out|role outs", `\b@\b`, "rollout", `to introduce is to "roll out"`},
	{"sight", `\b(?:web|set up an?|built an?|launched an?|hosted an?)\s+@\b`, "site", `a sight is seen; a place is a "site"`},
	{"hole", `\bthe\s+@\s+(?:departments?|teams?|process|company|stack|system|time|project|organi[sz]ation|platform|suite|codebase|team)\b`, "whole", `a hole is empty; all of it is "whole"`},
	{"rooter|rooters", `\b@\b`, "", `what forwards packets is a "router"`},
	{"curse|curses", `\b(?:online|training|udemy|coursera|university|college)\s+@\b|\b@\s+(?:materials?|instructors?|contents?)\b`, "course", `a curse is a spell; a class is a "course"`},
	{"floe|floes", `\b(?:cash|work|data|user|control)[ -]@\b`, "flow", `a floe is ice`},
	{"every bodies|every body's|every body’s", `\b@\b`, "everybody's", "one word, with an apostrophe"},
	{"moral", `\b(?:improv\w*|boost\w*|rais\w*|lift\w*|low|high)\s+@\b`, "morale", `"moral" is about good and bad; spirits are "morale"`},
	{"piece of mind", `\b@\b`, "peace of mind", `a piece is a part; here it is "peace"`},
	{"price|prices", `\bwon\s+(?:(?:an?|the|first|second|third|two|three|\d+(?:st|nd|rd)?)\s+){0,2}@(?:\s+(?:at|in|of|for|with)\b|[.,;]|$)|\b(?:first|second|third|1st|2nd|3rd)\s+@\s+(?:at|in|of)\b`, "prize", `a price is paid; what is won is a "prize"`},
	{"rolls", `\b@\s+of\s+(?:an?\s+)?(?:\pL+\s+)?(?:` + jobNoun + `|tester|lead)\b`, "roles", `what you were hired for is a "role"`},
	{"save", `\b(?:keep|kept|keeps|keeping)\s+(?:\S+\s+){1,3}@\s+(?:with|from|by|in|and)\b`, "safe", `"save" is the verb; free of danger is "safe"`},
	{"ride", `\b(?:get|got|getting|gets)\s+@\s+of\b`, "rid", `to be free of something is to be "rid" of it`},
	{"incharge", `\b@\b`, "in charge", "two words"},
	{"staffs", `\b(?:\d+|all|many|several)\s+@\b`, "staff", "the word has no plural"},
	{"researches", `\b(?:an?|the|did|some|many|several|\d+)\s+@\b`, "research", "the word has no plural"},
	{"performances", `\b@\s+(?:tests?|tuning|issues|improvements?|metrics)\b`, "performance", "before a noun it is the singular"},
	{"where", `^@\s+(?:responsible|able|used|built|in charge|asked|the)\s`, "were", `"where" is a place; the verb is "were"`},
	{"bare", `\b@\s+with\b`, "bear", `to be patient is to "bear with"`},
	{"insured|insure|insures|insuring", `\b@\s+(?:that|compliance|quality|timely|proper|smooth|high)\b`, "", `to insure is to sell insurance; to make sure is "ensure"`},
	{"lead", `^@\s+to\s+(?:an?\s+)?(?:\d[\d.,]*\s?%|reduction|drop|increase|decrease|savings?)`, "led", `the past of "lead" is "led"`},
	{"weather",
		`\b(?:analy[sz]|predict|decid|measur|detect|investigat|evaluat|assess)\w*\s+@\s+(?:users?|customers?|they|we|the|an?|our|each)\b`,
		"whether", `"weather" is rain and sun`},
	{"more", `\b@\s+(?:faster|better|easier|simpler|safer|cheaper|quicker|cleaner|smarter|smoother)\s+\pL{3,}`, "", `"more" and "-er" say the same: "faster"`},
	{"breath", `\b(?:live|lived|to)\s+(?:and\s+)?@\s+(?:code|data|open)\b`, "breathe", `"breath" is the noun`},
	{"where",
		`\b(?:who|they|we|you|which|that|there)\s+@\s+(?:\pL+ed|not|able|used|built|written|later|then|also|all|too)\b`,
		"were", `"where" is a place; the verb is "were"`},
	{"about", `\bdiscuss(?:ed|es|ing)?\s+@\s`, "", `to discuss takes no "about"`},
	{"back", `\b(?:return|revert)(?:ed|s|ing)?\s+@\s+(?:to|the)\b`, "", `"return" already says "back"`},
	{"peoples", `\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many)\s+@\b`,
		"people", `several nations are "peoples"; several persons are "people"`},
	{"was|is|has",
		`\b(?:the|all|most|several|\d+)\s+(?:findings|bugs|users|customers|issues|tickets|servers|features|` +
			`requests|deployments|queries|alerts|engineers|developers|teams|errors|pipelines|dashboards|` +
			`applications|apps|components|modules)\s+@\s+(?:\pL+ed|not|built|written|then|been|done|slow|too)\b`,
		"", `several things take the plural: "were", "are", "have"`},
	{"im",
		`(?:^|[.!?;,]\s+|\b(?:and|because|that|but)\s+)@\s+(?:an?|the|looking|very|not|currently|also|` +
			`passionate|interested|able|working|good|from|in|always)\b`,
		"I'm", "an apostrophe is missing; or leave the pronoun out"},
	{"dont|doesnt|didnt|isnt|wasnt|cant|couldnt|wouldnt|shouldnt|hasnt|havent|ive|youre|theyre|thats", `\b@\b`, "", "an apostrophe is missing"},
	{"api's|url's|kpi's|vm's|sla's|slo's|okr's|pr's|pdf's|sdk's|gpu's|cpu's|pc's|cv's|id's|ui's|db's|etl's|poc's|mvp's|dev's|cost's|bug's|dashboard's|ticket's|microservice's|owner's|database's|pipeline's|website's|api’s|kpi’s|dev’s|cost’s|bug’s",
		`\b@(?:\s+(?:and|by|for|with|using|from|daily|weekly|via|per|into|on)\b|[.,;)]|$)`, "",
		"the plural has no apostrophe"},
	{"threw", `\b(?:went|going|go|walked|guided|worked|led|passed|came)\s+@\b`, "through", `"threw" is the past of throw`},
	{"passed", `\bin\s+the\s+@\b`, "past", `"passed" is a verb`},
	{"weather",
		`\b(?:determine|decide|check|checks|verify|test|tests|know|see)\s+@\s+(?:the|it|to|or|each)\b`,
		"whether", `"weather" is rain and sun`},
	{"moral", `\b(?:team|staff|employee|developer|company)\s+@\b`, "morale", `"moral" is about good and bad; spirits are "morale"`},
	{"lightening", `\b(?:apex|salesforce|gave)\s+@\b`, "lightning", `"lightening" is making lighter`},
	{"peaked|peeked", `\b@\s+my\s+interest\b`, "piqued", `something that arouses interest "piques" it`},
	{"softwares|informations|equipments|feedbacks|knowledges|hardwares|evidences", `\b@\b`, "", "the word has no plural"},
	{"less", `\b@\s+(?:` + countable + `)\b`, "fewer", `"less" goes with amounts; what is counted is "fewer"`},
	{"amount", `\b@\s+of\s+(?:` + countable + `)\b`, "number", "an amount is measured; what is counted is a number"},
	{"comprised", `\b@\s+of\s+(?:microservices|a|the|\d)`, "", "a whole comprises its parts, or is composed of them"},
}

// slipMatcher is a slip whose pattern is compiled when one of its words appears, which is
// rare.
type slipMatcher struct {
	slip
	pattern *lazy.Regexp
}

// slipsByWord maps the first word of each wrong spelling to its slips.
var slipsByWord = sync.OnceValue(func() map[string][]*slipMatcher {
	byWord := map[string][]*slipMatcher{}
	for _, s := range slipTable {
		m := &slipMatcher{s, s.compile()}
		for w := range strings.SplitSeq(s.words, "|") {
			first, _, _ := strings.Cut(w, " ")
			if known := byWord[first]; len(known) == 0 || known[len(known)-1] != m {
				byWord[first] = append(known, m)
			}
		}
	}
	return byWord
})

func (s slip) compile() *lazy.Regexp {
	return lazy.New(`(?i)` + strings.ReplaceAll(s.around, "@", `(`+s.words+`)`))
}
