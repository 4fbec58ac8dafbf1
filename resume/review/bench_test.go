package review

import "testing"

func BenchmarkCheck(b *testing.B) {
	const source = `name = "Ada Beispiel"
title = "Backend Developer"
email = "ada@beispiel.example"
summary = "Backend developer with eight years in payments. Builds small Go services that stay fast under load."
[skills]
Languages = ["Go", "SQL"]
Databases = ["PostgreSQL"]
[[experience]]
title = "Engineer"
company = "Harbour"
start = "2021-03"
highlights = ["Cut the p99 latency by 38 % with an append-only ledger", "Moved 14 services to Kafka events", "Mentored four engineers"]
`
	in := inputOf(b, source)
	for b.Loop() {
		Check(in)
	}
}
