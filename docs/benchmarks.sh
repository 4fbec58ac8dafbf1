#!/usr/bin/env bash
# Measures, and rewrites docs/benchmarks.md. Takes about six minutes; needs Go only.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

bench() { go test -run '^$' -benchmem -count 1 "$@" | grep -E '^(Benchmark|cpu:)' | sed -E 's/[[:space:]]+/ /g'; }

go build -trimpath -ldflags '-s -w' -o "$work/ghresume" ./cmd/ghresume
start() {
  local begin end
  begin=$(date +%s%N)
  for _ in $(seq 20); do "$work/ghresume" version >/dev/null; done
  end=$(date +%s%N)
  echo "$(((end - begin) / 20000000))"
}

{
  cat <<'HEAD'
# Benchmarks

Written by `docs/benchmarks.sh`; run it to repeat them. The lines are those of `go test -bench`, so that `benchstat`
compares two runs. Times depend on the machine, requests and bytes hardly.

## Reading GitHub

An invented account on a server of this machine that answers after 80 ms, as GitHub does on a usual line. *Cold*
reads everything, *warm* refreshes a snapshot when nothing is new, *naive* is what most tools do: one REST call after
another for each repository and each merged pull request's repository.

HEAD
  echo '```'
  bench -bench '^BenchmarkSync$' -benchtime 1x -timeout 20m ./ghsync
  echo '```'
  printf '\n## Everything else\n\nOne resume, one posting of 4 kB a thousand times (`Rank`), texts at `MB/s` (`Find`).\n\n```\n'
  bench -bench '^Benchmark(Render|Builtin)$' ./templates
  bench -bench . ./document
  bench -bench '^BenchmarkCheck$' ./resume/review
  bench -bench . ./resume/match
  bench -bench . ./resume/skill
  echo '```'
  printf '\n## The program\n\n| what | figure |\n| --- | --- |\n'
  echo "| binary, stripped | $(($(stat -c %s "$work/ghresume") / 1000000)) MB |"
  echo "| start (\`ghresume version\`) | $(start) ms |"
} >"$work/benchmarks.md"
cp "$work/benchmarks.md" docs/benchmarks.md
