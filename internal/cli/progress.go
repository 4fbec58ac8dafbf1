package cli

import (
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
)

// Progress shows the progress of a long read on a terminal. It shows nothing for short
// reads, or if stderr is not a terminal.
type Progress struct {
	mu    sync.Mutex
	env   *Env
	begin time.Time
	bar   *progressbar.ProgressBar // nil until it is worth showing
	on    bool
}

// patience is the time after which a user wonders what is happening.
const patience = time.Second

// NewProgress starts to watch a read; with --verbose each request has a line instead.
func NewProgress(env *Env, verbose bool) *Progress {
	return &Progress{env: env, begin: time.Now(), on: env.Terminal && !verbose}
}

// Set records that done of total items have arrived.
func (p *Progress) Set(done, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.on || time.Since(p.begin) < patience {
		return
	}
	if p.bar == nil {
		p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.env.Stderr),
			progressbar.OptionSetDescription("reading GitHub"), progressbar.OptionShowCount(),
			progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(20))
	}
	p.bar.ChangeMax(total)
	p.bar.Set(done)
}

// End removes the bar.
func (p *Progress) End() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar != nil {
		p.bar.Clear()
	}
	p.on = false
}
