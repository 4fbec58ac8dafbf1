package ghsync

// SpeedUp divides all pauses of a client by n.
func SpeedUp(c Config, n int) Config {
	c.speedup = n
	return c
}
