//go:build !race

// Package racing tells tests whether the race detector is on: it allocates for
// itself, so that limits of memory say nothing about the program then.
package racing

// Detector reports whether the race detector is on.
const Detector = false
