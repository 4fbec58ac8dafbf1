package ghsync

// The APIs that a snapshot can come from.
const (
	viaREST    = "rest"
	viaGraphQL = "graphql"
)
