package ghsync

import (
	"strings"
	"sync"
)

// portions records, during a read, how much GitHub answers at once.
type portions struct {
	mu     sync.Mutex
	good   map[string]int // the most that worked, by kind
	bad    map[string]int // the least that failed
	badOne map[string]int // the least that failed as the sum of a request
	misses map[string]int // how many of the smallest failed
	worked map[string]int // how many of any size worked
	tiny   map[string]int // how many were tiny, since larger ones failed
	// silences counts the requests without an answer in time since the last one with one.
	silences int
}

// mostSilences is how many such requests in a row leave doubt that GitHub answers at all.
const mostSilences = 2

func (p *portions) silent() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.silences++
}

func (p *portions) answered() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.silences = 0
}

func (p *portions) isSilent() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.silences >= mostSilences
}

func (p *portions) missed(kind string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.misses[kind]++
}

// mostMisses is how many failures of the smallest portions of a kind are tolerated,
// fewMisses if fewer portions worked.
const mostMisses, fewMisses = 12, 5

// hasMissed reports whether a smallest portion of a kind failed.
func (p *portions) hasMissed(kind string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return kind != "" && p.misses[kind] > 0
}

// mostTiny is how many tiny portions of a kind are read: all of them would take hundreds of
// requests.
const mostTiny = 40

// isSlow reports whether a kind works only in tiny portions.
func (p *portions) isSlow(kind string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.tiny[kind] >= mostTiny
}

// isVain reports whether a kind has never worked, however small the portion.
func (p *portions) isVain(kind string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return kind != "" && p.misses[kind] >= 3 && p.good[kind] == 0
}

// isGivenUp reports whether a kind is vain, or failed too often.
func (p *portions) isGivenUp(kind string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	missed := p.misses[kind]
	return kind != "" && (missed >= 3 && p.good[kind] == 0 || missed >= mostMisses || missed >= fewMisses && missed > p.worked[kind])
}

func newPortions() *portions {
	return &portions{good: map[string]int{}, bad: map[string]int{}, badOne: map[string]int{}, misses: map[string]int{}, worked: map[string]int{}, tiny: map[string]int{}}
}

func (p *portions) succeeded(q part) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.worked[q.kind]++
	p.good[q.kind] = max(p.good[q.kind], q.size)
	if bad, failed := p.bad[q.kind]; failed && bad <= 2*q.tiny {
		p.countTiny(q)
	}
}

func (p *portions) countTiny(q part) {
	if q.size <= q.tiny {
		p.tiny[q.kind]++
	}
}

func (p *portions) failed(parts []part) {
	p.mu.Lock()
	defer p.mu.Unlock()
	sum := 0
	for _, q := range parts {
		if q.kind != parts[0].kind || q.kind == "" {
			return
		}
		sum += q.size
	}
	p.countTiny(parts[0])
	bad := p.bad
	if len(parts) > 1 {
		bad = p.badOne
	}
	if before, known := bad[parts[0].kind]; sum > 0 && (!known || sum < before) {
		bad[parts[0].kind] = sum
	}
}

// most returns the largest portion of a kind that is likely to work.
func (p *portions) most(kind string) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	bad, failed := p.bad[kind]
	if !failed {
		return 1 << 30
	}
	return max(p.good[kind], bad/2, 1)
}

// requests splits parts into portions that worked so far, and distributes them over
// requests: a single one if possible.
func (p *portions) requests(parts []part) [][]part {
	var out [][]part
	open, sums := map[string]int{}, map[string]int{}
	for _, whole := range parts {
		for _, q := range p.cut(whole) {
			drops := strings.Join(q.drops, " ")
			i, begun := open[drops]
			if !begun || sums[q.kind] > 0 && sums[q.kind]+q.size > p.mostTogether(q.kind) {
				i, out = len(out), append(out, nil)
				open[drops], sums[q.kind] = i, 0
			}
			out[i] = append(out[i], q)
			sums[q.kind] += q.size
		}
	}
	return out
}

// mostTogether returns how much of a kind one request may ask for.
func (p *portions) mostTogether(kind string) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	bad, failed := p.badOne[kind]
	if !failed {
		return 1 << 30
	}
	return max(bad/2, 1)
}

func (p *portions) cut(q part) []part {
	if q.less == nil || q.size <= p.most(q.kind) {
		return []part{q}
	}
	less := q.less()
	if len(less) == 0 {
		return []part{q}
	}
	var out []part
	for _, smaller := range less {
		if smaller.size >= q.size {
			return less
		}
		out = append(out, p.cut(smaller)...)
	}
	return out
}
