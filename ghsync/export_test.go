package ghsync

// SpeedUp makes all pauses of a client n times shorter.
func SpeedUp(c Config, n int) Config {
	c.speedup = n
	return c
}
