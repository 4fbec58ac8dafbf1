package ghsync

import (
	"context"
	"sync"
	"time"
)

// GitHub allows 60 seconds of GraphQL work in 60 seconds, and says that the response time
// is a good estimate of it.
const (
	workWindow  = time.Minute
	workAllowed = 50 * time.Second
)

// workMeter paces GraphQL by the time that its responses take: the longer they take, the
// fewer requests are sent at once.
type workMeter struct {
	mu     sync.Mutex
	done   []work
	flying int // requests in flight
}

type work struct {
	at   time.Time
	took time.Duration
}

// begin waits until one more request keeps the work within bounds, if it and those in
// flight take as long as those of the last minute.
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

// end records how long the response to a request took.
func (m *workMeter) end(took time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.flying--
	m.done = append(m.done, work{time.Now(), took})
}

// take reserves a request, or returns how long to wait before the next attempt.
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
	wait = workWindow - now.Sub(m.done[0].at)
	if m.flying > 0 { // they may be done sooner than the last ones
		wait = min(wait, time.Second)
	}
	return wait
}
