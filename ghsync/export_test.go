package ghsync

// SpeedUp divides all pauses of a client by n.
func SpeedUp(c Config, n int) Config {
	c.speedup = n
	return c
}

// MayBeNull reports whether a field may be null, given as "Fragment.field".
func MayBeNull(field string) bool { return selection{field: field}.mayBeNull() }
