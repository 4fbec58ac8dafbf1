package review

import (
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume/skill"
)

var jargonRules = []Rule{{
	Name: "jargon", Area: Language, Severity: Advice, on: onWriting,
	Reason: "The first reader is often a recruiter: one or two technical terms are proof, six in a row are noise.",
	Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Tuned NUMA, io_uring, DPDK and TLB shootdowns for idempotent CQRS sagas\"]",
	Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Built pipelines of 6 TB a day with Kafka, Spark, Airflow and dbt on AWS\", \"Cut the p99 latency of the checkout API by 38 % with an append-only ledger\"]",
	check:  checkJargon,
}}

// jargonLimit is how many terms of art a line may have, and shareLimit the share of its
// words that they may be. A technology that recruiters search for by name counts as a
// third of a term.
const (
	jargonLimit  = 4.0
	jargonShare  = 0.2
	searchedName = 1.0 / 3
)

// termsOfArt are technical words that a recruiter does not know.
var termsOfArt = setOf(`idempotent idempotency projections outbox sharded sharding resharding compaction log-compacted compacted at-least-once exactly-once at-most-once semantics shootdown shootdowns mmap epoll syscall syscalls mutex mutexes lock-free wait-free livelock futex coroutine coroutines goroutine goroutines memoization memoized currying monad monads monadic functor functors homomorphic covariance contravariance bijective polymorphic reification vectorized vectorization quorum raft paxos gossip backpressure hysteresis jitter debounce debounced memoize serializable linearizable linearizability consistency-level write-ahead wal lsm b-tree btree trie bloom cuckoo merkle crdt crdts vector-clock tombstone tombstones denormalized denormalization materialized partition-tolerant eventual-consistency saga sagas choreography aggregate-root anti-corruption hexagonal onion bounded-context ubiquitous-language ast asts parser-combinator tokenizer lexer jit bytecode intermediate-representation dataflow liveness inlining devirtualization escape-analysis garbage-collector stop-the-world safepoint tlb numa simd avx cache-line prefetch branch-prediction pipelining zero-copy kernel-bypass interrupt-coalescing dma mmio bitmask endianness mtls ebpf xdp dpdk spdk rdma io_uring iptables conntrack bgp ospf vxlan anycast l4 l7 hpack quic sidecar sidecars daemonset statefulset taints tolerations cgroups namespaces seccomp reconciler reconciliation-loop finalizer crd crds webhook-mutating canary-weighted hydration rehydration ssr isr csr tree-shaking code-splitting memo reducer thunk thunks selector-memoized virtual-dom reconciler-fiber embeddings backpropagation regularization hyperparameter hyperparameters quantization distillation lora rlhf logits softmax attention-head tokenization perplexity ablation heteroskedasticity multicollinearity eigenvalues homography quaternion quaternions kalman fourier wavelet convolutional p999 p9999`)

// acronym matches capitals that abbreviate something: CQRS, mTLS, 2PC, AVX-512.
var acronym = lazy.New(`^(?:\d?[A-Z]{2,6}\d?|[a-z][A-Z]{2,5}|[a-z][A-Z]{2}|[A-Z]{2,5}-\d{2,4})s?$`)

// identifier matches names from code.
var identifier = lazy.New(`^[A-Za-z]\w*_\w+$`)

func checkJargon(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		if t.kind == title || t.value == strings.ToUpper(t.value) {
			continue
		}
		for _, s := range linesOf(t) {
			if terms, score := r.terms(s); score >= jargonLimit && score >= jargonShare*float64(countWords(s.value)) {
				f := t.within(s.from, s.from+len(s.value), "a recruiter will not follow this line: "+firstOf(terms),
					"keep the two that the job asks for, and say what changed for the users")
				found = append(found, f)
			}
		}
	}
	return found
}

// line is a bullet, or a sentence of prose.
type line struct {
	value string
	from  int
}

func linesOf(t text) []line {
	if t.kind == bullet {
		return []line{{t.value, 0}}
	}
	var all []line
	for _, s := range sentencesOf(t.value) {
		all = append(all, line{s.text, s.from})
	}
	return all
}

// terms returns the terms of art of a line, and their total weight.
func (r *reading) terms(s line) (terms []string, score float64) {
	named, seen := map[int]bool{}, map[string]bool{}
	for _, m := range r.Catalog.Find(s.value) {
		if m.Group != skill.Practices || !acronym.MatchString(m.Text) {
			score += searchedName
			for _, w := range wordsOf(m.Text) {
				named[m.Start+w.from] = true
			}
		}
	}
	for _, w := range wordsOf(s.value) {
		if !named[w.from] && !seen[w.text] && r.isTerm(w.text) {
			seen[w.text] = true
			terms = append(terms, w.text)
			score++
		}
	}
	return terms, score
}

func (r *reading) isTerm(w string) bool {
	if termsOfArt()[strings.ToLower(w)] || identifier.MatchString(w) {
		return true
	}
	return acronym.MatchString(w) && strings.IndexFunc(w, unicode.IsUpper) >= 0 && !commonAcronyms()[strings.TrimSuffix(w, "s")] && !r.names[strings.ToLower(w)]
}

// commonAcronyms are acronyms that every reader of developers' resumes knows, and words
// that people write in capitals.
var commonAcronyms = setOf(`
API AI ML NLP LLM UI UX GUI CLI IDE SDK CI CD QA IT HR PR OS PC CPU GPU RAM SSD HDD IO ID SQL HTML CSS XML JSON YAML CSV PDF HTTP HTTPS FTP SFTP SSH SSL TLS TCP UDP IP DNS VPN LAN WAN VM URL
REST SOAP SPA PWA CMS CRM ERP SAP ETL ELT BI KPI SLA SLO OKR ROI MVP POC SRE DBA SEO SEM IOT AR VR AWS GCP OOP TDD BDD MVC ORM CRUD
CEO CTO CFO CIO COO CPO VP MBA BA BS BSC MS MSC MA PHD BE US USA UK EU UN UAE NASA NATO IEEE ACM ISO IEC GDPR HIPAA PCI DSS SOX SOC NIST OWASP CVE SSO MFA
II III IV VI VII VIII IX XI XII AM PM UTC EUR USD GBP CHF OK TV DVD GPS USB NFC RFID SMS PNG JPEG GIF SVG MB GB TB PB KB MHZ GHZ RPS QPS LOC OSS MIT BSD GPL FAQ NGO B2B B2C FX CDN
STEM CV PTO FTE WFH ETA PI EM PO LTD LLC INC GMBH AG SE PLC NY LA SF CA TX WA DC NYC
A ALL ALSO AND ANY ARE BE BOTH BUT CAN DID DO EVERY FOR FROM HAS HAVE HOW IN IS MORE MOST MUST NEVER NO NOT NOW OF ON ONE ONLY OR OUR THAT THE THEIR THIS TO VERY WAS WE WHAT WHEN WILL WITH WOULD YES YOU ZERO TODO GET POST PUT PATCH DELETE HEAD`)
