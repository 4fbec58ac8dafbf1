package githubtest

// The manifests of the demonstration account.
const (
	demoQueueMod = `module example.com/punchcard

go 1.24

require (
	github.com/jackc/pgx/v5 v5.7.1
	github.com/prometheus/client_golang v1.20.5
	github.com/redis/go-redis/v9 v9.7.0
	github.com/spf13/cobra v1.8.1
)
`
	demoQueueCompose = `services:
  db:
    image: postgres:17
  cache:
    image: redis:7
`
	demoDockerfile = `FROM golang:1.24 AS build
COPY . /src
RUN cd /src && go build -o /punchcard ./cmd/punchcard
FROM gcr.io/distroless/static
COPY --from=build /punchcard /punchcard
`
	demoWorkflow = `name: test
on: [push]
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v5
      - run: go test ./...
`
	demoLedgerMod = `module example.com/ledgerd

go 1.24

require (
	github.com/jackc/pgx/v5 v5.7.1
	github.com/twmb/franz-go v1.18.0
	google.golang.org/grpc v1.68.0
	google.golang.org/protobuf v1.35.2
)
`
	demoTerraform = `terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_ecs_cluster" "ledger" {
  name = "ledger"
}
`
	demoPyproject = `[project]
name = "weather-of-yesterday"
version = "0.3.0"
dependencies = ["fastapi>=0.115", "sqlalchemy>=2.0", "psycopg[binary]>=3.2"]

[dependency-groups]
dev = ["pytest>=8"]
`
	demoWeatherCompose = `services:
  web:
    build: .
  db:
    image: postgres:17
`
	demoPackage = `{
  "name": "pgexplain",
  "version": "2.1.0",
  "dependencies": {"pg": "^8.13.0", "commander": "^12.1.0"},
  "devDependencies": {"typescript": "^5.6.0", "vitest": "^2.1.0"}
}
`
	demoTabulatorMod = `module example.com/tabulator

go 1.24

require (
	github.com/apache/arrow-go/v18 v18.0.0
	google.golang.org/grpc v1.68.0
)
`
)
