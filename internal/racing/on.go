//go:build race

package racing

// Detector reports that the race detector is on.
const Detector = true
