package ghsync

import (
	"context"
	"sync"
	"time"
)

// GitHub grants 60 seconds of GraphQL work in 60 seconds, and says that the time
// of an answer is a good guess of its work.
const (
	workWindow  = time.Minute
	workAllowed = 50 * time.Second
)

// workMeter paces GraphQL by the time that its answers take: when they take long,
// fewer are asked for at once.
type workMeter struct {
	mu     sync.Mutex
	done   []work
	flying int // requests that are not answered yet
}

type work struct {
	at   time.Time
	took time.Duration
}

// begin waits until a request, if it takes as long as those of the last minute
// did, and those under way keep the work within bounds.
func (m *workMeter) begin(ctx context.Context, config Config) error {
	for {
		wait := m.take()
		if wait <= 0 {
			return nil
		}
		if err := sleep(ctx, config.delay(wait)); err != nil {
			return err
		}
	}
}

// end notes how long the answer to a request took.
func (m *workMeter) end(took time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.flying--
	m.done = append(m.done, work{time.Now(), took})
}

// take makes room for one request, or says when there may be some.
func (m *workMeter) take() (wait time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	now := time.Now()
	for len(m.done) > 0 && now.Sub(m.done[0].at) >= workWindow {
		m.done = m.done[1:]
	}
	var sum time.Duration
	for _, w := range m.done {
		sum += w.took
	}
	if len(m.done) > 0 {
		sum += time.Duration(m.flying+1) * (sum / time.Duration(len(m.done)))
	}
	if sum <= workAllowed || len(m.done) == 0 {
		m.flying++
		return 0
	}
	return workWindow - now.Sub(m.done[0].at)
}
