package review

import (
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

var plainRules = []Rule{
	{
		Name: "unexplained-acronym", Area: Language, Severity: Advice, on: onWriting,
		Reason: "The first reader is often not of your trade; spell an acronym out once.",
		Bad:    `summary = "Backend developer. Ran the QZPR of a bank for nine years."`,
		Good:   `summary = "Backend developer. Ran the quick payment register (QZPR) of a bank for nine years, with its API and SLA."`,
		check:  checkAcronyms,
	},
	{
		Name: "long-sentence", Area: Language, Severity: Warning, Habit: true, English: true, on: onWriting,
		Reason: "A sentence of more than 35 words is read twice, or not at all.",
		Bad:    `summary = "` + longSentence + `"`,
		Good:   `summary = "Backend developer with nine years in payments. Rebuilt the service of forty shops in three countries."`,
		check:  checkSentences,
	},
}

const longSentence = "Backend developer with nine years in payments who has rebuilt the service of forty shops in three countries and then moved it to another provider while it was running and nobody of the customers had noticed that anything was going on at all in these two years."

var acronym = lazy.New(`\b[A-Z][A-Z&]{1,5}\b`)

func checkAcronyms(r *reading) []Finding {
	known := r.explained()
	var found []Finding
	for _, t := range r.texts {
		if t.value == strings.ToUpper(t.value) {
			continue
		}
		inTechnology := map[int]bool{}
		for _, m := range r.Catalogue.Find(t.clear) {
			for i := m.Start; i < m.End; i++ {
				inTechnology[i] = true
			}
		}
		for _, m := range acronym.FindAllStringIndex(t.clear, -1) {
			name := t.clear[m[0]:m[1]]
			if known[name] || strings.Contains(shouted, " "+name+" ") || r.names[strings.ToLower(name)] || inTechnology[m[0]] || partOfWord(t.clear, m[0], m[1]) {
				continue
			}
			if _, ok := r.Catalogue.Lookup(name); ok {
				continue
			}
			known[name] = true
			found = append(found, t.within(m[0], m[1], fmt.Sprintf("%q is spelled out nowhere; your readers may not know it", name), "spell it out once, or add it to [check] words"))
		}
	}
	return found
}

// partOfWord: -X, X-, X/Y, X1 and the like are names.
func partOfWord(s string, from, to int) bool {
	return from > 0 && strings.ContainsRune("-_/.@#", rune(s[from-1])) || to < len(s) && strings.ContainsRune("-_/@#+", rune(s[to]))
}

// explained are the acronyms that everybody knows or that a text spells out: "service level agreement (SLA)".
func (r *reading) explained() map[string]bool {
	known := map[string]bool{}
	for _, w := range strings.Fields(commonAcronyms) {
		known[w] = true
	}
	for _, t := range r.texts {
		for _, m := range inBrackets.FindAllStringSubmatch(t.value, -1) {
			known[strings.TrimSuffix(m[1], "s")] = true
		}
		for _, m := range beforeBrackets.FindAllStringSubmatch(t.value, -1) {
			known[m[1]] = true
		}
	}
	return known
}

var (
	inBrackets     = lazy.New(`\(([A-Z][A-Za-z&]{1,6})\)`)
	beforeBrackets = lazy.New(`\b([A-Z][A-Z&]{1,5})s? \([^)]*\p{Ll}{3}`)
)

// shouted are words that people write in capitals to stress them.
const shouted = " A ALL ALSO AND ANY ARE BE BOTH BUT CAN DID DO EVERY FOR FROM HAS HAVE HOW IN IS MORE MOST MUST NEVER NO NOT NOW OF ON ONE ONLY OR OUR THAT THE THEIR THIS TO VERY WAS WE WHAT WHEN WILL WITH WOULD YES YOU ZERO "

// commonAcronyms are those that any reader of developers' resumes knows.
const commonAcronyms = `
API APIS AI ML NLP LLM UI UX GUI CLI IDE SDK CI CD QA IT HR PR OS PC CPU GPU RAM SSD HDD IO ID IDS SQL HTML CSS XML JSON YAML CSV PDF HTTP HTTPS FTP SFTP SSH SSL TLS TCP UDP IP DNS DHCP VPN LAN WAN VM VMS URL URI
REST SOAP RPC GRPC SPA SSR PWA CMS CRM ERP SAP ETL ELT BI KPI KPIS SLA SLAS SLO SLOS SLI OKR OKRS ROI MVP POC SRE DBA SEO SEM IOT AR VR XR SaaS PaaS IaaS AWS GCP OOP TDD BDD DDD MVC MVVM ORM CRUD ACID CAP CQRS SOLID DRY JIT GC FIFO
CEO CTO CFO CIO COO CPO VP MBA BA BS BSC MS MSC MA PHD BE BTECH MTECH GPA US USA UK EU UN UAE NASA NATO IEEE ACM ISO IEC GDPR HIPAA PCI DSS SOX SOC NIST OWASP CVE CVES JWT SSO SAML MFA OTP PKI RSA AES SHA
II III IV VI VII VIII IX XI XII AM PM UTC EUR USD GBP CHF OK TV DVD GPS USB HDMI BLE NFC RFID SMS MMS VOIP SIP PDF PNG JPEG GIF SVG MB GB TB PB KB MHZ GHZ RPS QPS TPS RPM FPS LOC OSS FOSS MIT BSD GPL LGPL RFC FAQ DIY NGO NGOS B2B B2C C2C FX P2P EC IAM RBAC ABAC ACL CDN WAF DDOS DR HA TTL RTO RPO MTTR MTBF
STEM CV PTO FTE WFH ASAP AKA ETA MTTD A/B R&D M&A Q&A P&L F&B AND OR NOT THE WIP PI EM PM PO BA LTD LLC INC GMBH AG SE PLC NY LA SF CA TX WA DC NYC`

func checkSentences(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		if t.kind == bullet {
			continue // bullet-length counts those
		}
		for _, s := range sentencesOf(t.clear) {
			n := countWords(s.text)
			if n <= 35 {
				continue
			}
			f := t.within(s.from, s.to, fmt.Sprintf("a sentence of %d words", n), "make two of it")
			if n <= 45 || strings.Count(s.text, ",") > n/4 {
				f = advice(f)
			}
			found = append(found, f)
		}
	}
	return found
}
