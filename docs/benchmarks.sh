#!/usr/bin/env bash
# Measures, and rewrites docs/benchmarks.md. Takes about six minutes; needs Go only.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

bench() { go test -run '^$' -benchmem -count 1 "$@" | grep -E '^(Benchmark|cpu:)' | sed -E 's/[[:space:]]+/ /g'; }

# start is the mean of twenty starts, in milliseconds.
start() {
  local begin end
  begin=$(date +%s%N)
  for _ in $(seq 20); do "$1" version >/dev/null; done
  end=$(date +%s%N)
  echo "$(((end - begin) / 20000000))"
}

# initialization is what the packages of a program take before main, the least of fifteen runs.
initialization() {
  for _ in $(seq 15); do
    GODEBUG=inittrace=1 "$1" version 2>&1 >/dev/null |
      awk '/^init / { for (i = 1; i <= NF; i++) if ($i == "clock,") sum += $(i - 2) } END { printf "%.1f\n", sum }'
  done | sort -n | head -n 1
}

# before is a commit whose packages compiled their expressions and tables at every start.
before=dcccc4a
program() {
  go build -trimpath -ldflags '-s -w' -o "$work/ghresume" ./cmd/ghresume
  printf '## The program\n\n| what | figure |\n| --- | --- |\n'
  echo "| binary, stripped | $(($(stat -c %s "$work/ghresume") / 1000000)) MB |"
  echo "| start (\`ghresume version\`) | $(start "$work/ghresume") ms |"
  echo "| package initialization (\`GODEBUG=inittrace=1\`), least of fifteen runs | $(initialization "$work/ghresume") ms |"
  if git worktree add -q --detach "$work/before" $before 2>/dev/null; then
    (cd "$work/before" && go build -o "$work/ghresume-before" ./cmd/ghresume)
    git worktree remove --force "$work/before"
    echo "| the same of commit $before, on the same machine | $(initialization "$work/ghresume-before") ms |"
  fi
}
if [ "${1:-}" = program ]; then program; exit; fi

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
  cat <<'PDF'

## The PDF beside fpdf

The same lines with fpdf, the writer before this one, which is spared the layout.

PDF
  echo '```'
  (cd docs/bench && bench -bench .)
  printf '```\n\n'
  program
} >"$work/benchmarks.md"
cp "$work/benchmarks.md" docs/benchmarks.md
