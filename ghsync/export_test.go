package ghsync

// Hurry makes all pauses of a fetch n times shorter.
func Hurry(o Options, n int) Options {
	o.hurry = n
	return o
}
