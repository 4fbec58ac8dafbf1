#!/usr/bin/env bash
# Measures, and rewrites docs/benchmarks.md. Takes about six minutes; needs Go, and npm for
# the other tools.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

bench() { go test -run '^$' -benchmem -count 1 "$@" | grep -E '^(Benchmark|cpu:)' | sed -E 's/[[:space:]]+/ /g'; }

# run prints the mean time of twenty runs of a command, in milliseconds.
run() {
  local begin end
  begin=$(date +%s%N)
  for _ in $(seq 20); do "$@" >/dev/null 2>&1; done
  end=$(date +%s%N)
  echo "$(((end - begin) / 20000000))"
}

# initialization prints the time that a program's packages take before main, the least of
# fifteen runs.
initialization() {
  for _ in $(seq 15); do
    GODEBUG=inittrace=1 "$1" version 2>&1 >/dev/null |
      awk '/^init / { for (i = 1; i <= NF; i++) if ($i == "clock,") sum += $(i - 2) } END { printf "%.1f\n", sum }'
  done | sort -n | head -n 1
}

# five_forms prints the mean time of a run that prints the resume of the demo in five forms.
five_forms() (
  mkdir -p "$work/forms" && cd "$work/forms"
  "$1" demo -o demo.json 2>/dev/null
  "$1" import demo.json -o resume.toml 2>/dev/null
  run "$1" generate --no-github -o resume.md -o resume.html -o resume.pdf -o resume.docx -o resume.json
)

# before is a commit whose packages compiled their expressions and tables at every start.
before=dcccc4a
program() {
  go build -trimpath -ldflags '-s -w' -o "$work/ghresume" ./cmd/ghresume
  printf '## The program\n\n| what | figure |\n| --- | --- |\n'
  echo "| binary, stripped | $(($(stat -c %s "$work/ghresume") / 1000000)) MB |"
  echo "| start (\`ghresume version\`) | $(run "$work/ghresume" version) ms |"
  echo "| package initialization (\`GODEBUG=inittrace=1\`), least of fifteen runs | $(initialization "$work/ghresume") ms |"
  if git worktree add -q --detach "$work/before" $before 2>/dev/null; then
    (cd "$work/before" && go build -o "$work/ghresume-before" ./cmd/ghresume)
    git worktree remove --force "$work/before"
    echo "| the same of commit $before, which compiled its tables at every start | $(initialization "$work/ghresume-before") ms |"
  fi
  echo "| a resume in five forms (\`.md\`, \`.html\`, \`.pdf\`, \`.docx\`, \`.json\`) in one run | $(five_forms "$work/ghresume") ms |"
}

# peers measures the renderers of JSON Resume on npm, each run as a program on the same
# resume.
peers() {
  printf '\n## Compared with other tools\n\nFrom one JSON Resume to one page of HTML, the whole program, the mean of twenty runs.\n\n'
  if ! npm install --prefix "$work/peers" --ignore-scripts --no-audit --no-fund --no-save \
    resumed@6.1.0 jsonresume-theme-even@0.26.1 jsonresume-theme-flat@0.3.7 hackmyresume@1.8.0 >/dev/null 2>&1; then
    echo 'Not measured: npm has not got them.'
    return
  fi
  (
    cd "$work/peers"
    "$work/ghresume" demo -o resume.json 2>/dev/null
    "$work/ghresume" import resume.json -o resume.toml 2>/dev/null
    printf '| tool | time |\n| --- | ---: |\n'
    echo "| ghresume | $(run "$work/ghresume" generate --no-github -o ours.html) ms |"
    for theme in even flat; do
      echo "| resumed 6.1, theme $theme | $(run node_modules/.bin/resumed render resume.json -t jsonresume-theme-$theme -o $theme.html) ms |"
    done
    echo "| HackMyResume 1.8, theme positive | $(run node_modules/.bin/hackmyresume build resume.json to positive.html -t positive) ms |"
  )
}
if [ "${1:-}" = program ]; then program; peers; exit; fi

{
  cat <<'HEAD'
# Benchmarks

Written by `docs/benchmarks.sh`; run it to repeat them. The lines are those of `go test -bench`, so that `benchstat`
can compare two runs. Times depend on the machine; requests and bytes hardly do.

## Reading GitHub

A made-up account on a local server that answers after 80 ms, as GitHub does on a typical connection. *Cold* reads
everything, *warm* refreshes a snapshot when nothing is new, *naive* is what most tools do: one REST call after another
for each repository and for the repository of each merged pull request.

HEAD
  echo '```'
  bench -bench '^BenchmarkSync$' -benchtime 1x -timeout 20m ./ghsync
  echo '```'
  printf '\n## Everything else\n\nOne resume; one posting of 4 kB a thousand times (`Rank`); the speed of finding technologies in text in `MB/s` (`Find`).\n\n```\n'
  bench -bench '^Benchmark(Render|Builtin)$' ./templates
  bench -bench . ./document
  bench -bench '^BenchmarkCheck$' ./resume/review
  bench -bench . ./resume/match
  bench -bench . ./resume/skill
  echo '```'
  cat <<'PDF'

## The PDF compared with fpdf

The same lines with fpdf, the PDF writer that ours replaced; fpdf is given finished lines and need not lay them out.

PDF
  echo '```'
  (cd docs/bench && bench -bench .)
  printf '```\n\n'
  program
  peers
} >"$work/benchmarks.md"
cp "$work/benchmarks.md" docs/benchmarks.md
