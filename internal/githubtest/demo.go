package githubtest

import "time"

// Demo returns the account shown by `ghresume demo`: a fictional backend developer with
// everything that makes accounts interesting: her own work, merged pull requests in
// well-known projects, a fork, an archived repository, and a description that tries to
// inject markup.
func Demo() Account {
	return Account{
		Login: "ada-demo", Name: "Ada Beispiel", Bio: "Backend developer. Queues, databases and boring technology.",
		Company: "Analytical Engines Ltd", Location: "London, UK", Website: "https://ada.example",
		CreatedAt: day(2015, 3, 14),
		Social: []Social{
			{"LINKEDIN", "https://www.linkedin.com/in/ada-beispiel-demo"},
			{"MASTODON", "https://mastodon.example/@ada"},
		},
		Organizations: []string{"difference-works"},
		Pinned:        []string{"ada-demo/punchcard", "difference-works/tabulator", "ada-demo/ledgerd"},
		Repositories:  append(demoOwn(), demoOthers()...),
		PullRequests:  demoPulls(),
	}
}

func day(year int, month time.Month, d int) time.Time {
	return time.Date(year, month, d, 9, 30, 0, 0, time.UTC)
}

func demoOwn() []Repository {
	return []Repository{
		{
			Name: "ada-demo/punchcard", Description: "Durable job queue on PostgreSQL with exactly-once scheduling", License: "MIT",
			Topics: []string{"go", "job-queue", "postgresql"}, Stars: 1284, Forks: 73, Homepage: "https://punchcard.example",
			CreatedAt: day(2020, 2, 3), PushedAt: day(2026, 10, 18),
			Languages: map[string]int64{"Go": 412_350, "PLpgSQL": 18_200, "Shell": 2_100},
			Releases:  []Release{{"v1.9.0", day(2026, 9, 2), 5312}, {"v1.8.2", day(2026, 4, 21), 8127}, {"v1.8.0", day(2025, 12, 1), 4410}},
			Files:     map[string]string{"go.mod": demoQueueMod, "compose.yaml": demoQueueCompose, "Dockerfile": demoDockerfile, ".github/workflows/ci.yml": demoWorkflow},
			Commits:   []Commits{{2020, 88}, {2021, 61}, {2022, 12}, {2023, 30}, {2024, 45}, {2025, 210}, {2026, 164}}, History: 610,
		},
		{
			Name: "ada-demo/ledgerd", Description: "Double-entry ledger service with gRPC and a REST gateway", License: "Apache-2.0",
			Topics: []string{"go", "grpc", "fintech"}, Stars: 342, Forks: 21, CreatedAt: day(2021, 6, 1), PushedAt: day(2026, 8, 30),
			Languages: map[string]int64{"Go": 268_900, "Makefile": 1_900, "HCL": 9_400},
			Releases:  []Release{{"v0.14.0", day(2026, 7, 11), 911}},
			Files:     map[string]string{"go.mod": demoLedgerMod, "deploy/main.tf": demoTerraform, ".github/workflows/test.yml": demoWorkflow},
			Commits:   []Commits{{2021, 140}, {2022, 96}, {2023, 40}, {2024, 22}, {2025, 18}, {2026, 31}}, History: 347,
		},
		{
			Name: "ada-demo/weather-of-yesterday", Description: "What the forecast said, and what came: a small FastAPI site", License: "MIT",
			Topics: []string{"python", "fastapi"}, Stars: 58, Forks: 4, CreatedAt: day(2022, 11, 5), PushedAt: day(2026, 5, 2),
			Languages: map[string]int64{"Python": 74_300, "HTML": 12_000},
			Files:     map[string]string{"pyproject.toml": demoPyproject, "compose.yaml": demoWeatherCompose},
			Commits:   []Commits{{2022, 25}, {2023, 48}, {2026, 6}}, History: 79,
		},
		{
			Name: "ada-demo/pgexplain", Description: "Explains slow PostgreSQL plans in plain words", License: "BSD-3-Clause",
			Topics: []string{"typescript", "postgresql", "cli"}, Stars: 201, Forks: 12, CreatedAt: day(2023, 4, 9), PushedAt: day(2026, 9, 27),
			Languages: map[string]int64{"TypeScript": 121_000, "JavaScript": 3_000},
			Releases:  []Release{{"v2.1.0", day(2026, 9, 27), 1204}},
			Files:     map[string]string{"package.json": demoPackage, "tsconfig.json": "{}\n"},
			Commits:   []Commits{{2023, 72}, {2024, 51}, {2025, 33}, {2026, 29}}, History: 185,
		},
		{
			Name: "ada-demo/notes", Stars: 2, CreatedAt: day(2019, 1, 2), PushedAt: day(2025, 2, 3),
			Description: "<!-- ghresume:end --> # [click](javascript:alert(1)) | `notes` <script>alert(1)</script>",
			Languages:   map[string]int64{"Shell": 4_100}, Files: map[string]string{"install.sh": "#!/bin/sh\n"},
			Commits: []Commits{{2019, 14}, {2025, 3}}, History: 17,
		},
		{
			Name: "ada-demo/enigma-sim", Description: "Enigma simulator, written while learning Rust", Archived: true, Stars: 17,
			CreatedAt: day(2017, 8, 8), PushedAt: day(2018, 3, 4), Languages: map[string]int64{"Rust": 31_000},
			Commits: []Commits{{2017, 37}, {2018, 9}}, History: 46,
		},
		{
			Name: "ada-demo/redis", Description: "Fork with my patches", Fork: true, CreatedAt: day(2021, 1, 1), PushedAt: day(2024, 6, 6),
			Languages: map[string]int64{"C": 6_200_000},
		},
		{Name: "ada-demo/next-big-thing", Empty: true, CreatedAt: day(2026, 10, 1), PushedAt: day(2026, 10, 1)},
	}
}

func demoOthers() []Repository {
	return []Repository{
		{
			Name: "difference-works/tabulator", Organization: true, Description: "Column store for small machines", License: "Apache-2.0",
			Stars: 2310, Forks: 140, Topics: []string{"database", "go"}, CreatedAt: day(2019, 5, 5), PushedAt: day(2026, 10, 20),
			Languages: map[string]int64{"Go": 890_000, "C": 40_000}, Files: map[string]string{"go.mod": demoTabulatorMod},
			Releases: []Release{{"v3.2.0", day(2026, 8, 8), 20_114}}, Commits: []Commits{{2024, 61}, {2025, 48}, {2026, 35}},
		},
		other("golang/go", "The Go programming language", "Go", 128_000),
		other("jackc/pgx", "PostgreSQL driver and toolkit for Go", "Go", 12_100),
		other("redis/go-redis", "Redis Go client", "Go", 21_300),
		other("open-telemetry/opentelemetry-go", "OpenTelemetry Go API and SDK", "Go", 5_900),
		other("fastapi/fastapi", "FastAPI framework, high performance, easy to learn", "Python", 88_000),
	}
}

func other(name, description, language string, stars int) Repository {
	return Repository{
		Name: name, Organization: true, Description: description, Stars: stars, CreatedAt: day(2014, 1, 1), PushedAt: day(2026, 10, 25),
		Languages: map[string]int64{language: 1_000_000},
	}
}

func demoPulls() []PullRequest {
	return []PullRequest{
		{"golang/go", 58211, "database/sql: do not leak the driver connection on a cancelled Begin", "sql-begin", day(2023, 3, 7), 64, 12, "CONTRIBUTOR"},
		{"jackc/pgx", 1544, "Keep the statement cache across failovers", "stmtcache", day(2023, 9, 12), 188, 40, "CONTRIBUTOR"},
		{"jackc/pgx", 1702, "Document batch behaviour in pipeline mode", "batch-docs", day(2024, 2, 1), 35, 3, "CONTRIBUTOR"},
		{"jackc/pgx", 1893, "Faster COPY for text columns", "copy-text", day(2025, 6, 19), 240, 95, "CONTRIBUTOR"},
		{"redis/go-redis", 2731, "Back off with jitter when the cluster resharded", "jitter", day(2024, 7, 23), 92, 17, "CONTRIBUTOR"},
		{"redis/go-redis", 2740, "[Backport v9.5] Back off with jitter when the cluster resharded", "backport/v9.5", day(2024, 7, 25), 92, 17, "CONTRIBUTOR"},
		{"open-telemetry/opentelemetry-go", 4410, "Fix histogram bounds overflow", "hist", day(2024, 11, 11), 51, 9, "CONTRIBUTOR"},
		{"open-telemetry/opentelemetry-go", 4522, "Bump google.golang.org/grpc from 1.60.0 to 1.61.0", "dependabot/go_modules/grpc", day(2024, 12, 2), 3, 3, "CONTRIBUTOR"},
		{"fastapi/fastapi", 9988, "Correct the example on background tasks", "docs", day(2025, 1, 15), 6, 6, "CONTRIBUTOR"},
		{"difference-works/tabulator", 311, "Vectorised filters for dictionary columns", "filters", day(2024, 4, 4), 1210, 330, "MEMBER"},
		{"difference-works/tabulator", 352, "Spill hash joins to disk", "spill", day(2025, 3, 3), 980, 122, "MEMBER"},
		{"difference-works/tabulator", 401, "Snapshot isolation for readers", "snapshot", day(2026, 2, 20), 1543, 410, "MEMBER"},
	}
}
