package cli

import (
	"strconv"
	"time"

	"github.com/ghresume/ghresume/resume"
)

// Today returns the day that dates are compared with: the snapshot's, else
// SOURCE_DATE_EPOCH, else the clock's. The same sources are judged alike on any day.
func (e *Env) Today(s *resume.Snapshot) time.Time {
	if s != nil && !s.TakenAt.IsZero() {
		return s.TakenAt
	}
	if seconds, err := strconv.ParseInt(e.Env("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return time.Unix(seconds, 0).UTC()
	}
	return e.Now()
}
