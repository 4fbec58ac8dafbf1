package main

import (
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progress shows the progress of a long read on a terminal. It shows nothing for short
// ones and other streams.
type progress struct {
	mu    sync.Mutex
	world *cli
	begin time.Time
	bar   *progressbar.ProgressBar // nil until it is worth showing
	on    bool
}

// patience is the time after which a user wonders what is happening.
const patience = time.Second

func newProgress(w *cli, verbose bool) *progress {
	return &progress{world: w, begin: time.Now(), on: w.terminal && !verbose}
}

// set records that done of total items have arrived.
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

// end removes the bar.
func (p *progress) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar != nil {
		p.bar.Clear()
	}
	p.on = false
}
