package resume

// LinkStatus is the result of requesting an address.
type LinkStatus struct {
	// Code is the HTTP status after redirects; 0 if there was no response.
	Code int
	// Err is why there was no response.
	Err string
	// Gone means that the host does not exist, rather than not responding this time.
	Gone bool
}
