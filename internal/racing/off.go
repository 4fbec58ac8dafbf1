//go:build !race

// Package racing reports to tests whether the race detector is on: it allocates memory of
// its own, so that limits of memory cannot be tested then.
package racing

// Detector reports whether the race detector is on.
const Detector = false
