package main

import (
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progress shows on a terminal how far a long read has come. Short ones and
// other streams stay silent.
type progress struct {
	mu    sync.Mutex
	world *cli
	begin time.Time
	bar   *progressbar.ProgressBar // nil until it is worth showing
	on    bool
}

// patience is how long a person waits without asking why.
const patience = time.Second

func newProgress(w *cli, verbose bool) *progress {
	return &progress{world: w, begin: time.Now(), on: w.terminal && !verbose}
}

// set shows that done of total items have arrived.
func (p *progress) set(done, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.on || time.Since(p.begin) < patience {
		return
	}
	if p.bar == nil {
		p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.world.stderr),
			progressbar.OptionSetDescription("reading GitHub"), progressbar.OptionShowCount(),
			progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(20))
	}
	p.bar.ChangeMax(total)
	p.bar.Set(done)
}

// end takes the bar away.
func (p *progress) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar != nil {
		p.bar.Clear()
	}
	p.on = false
}
