//go:build race

package racing

// Detector reports whether the race detector is on.
const Detector = true
