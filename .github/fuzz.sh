#!/usr/bin/env bash
# Runs the fuzz targets for the given time each (default 10s), one after another, and
# reports how often each ran and how far its corpus grew:
#
#   .github/fuzz.sh [TIME [PATTERN]]     such as: .github/fuzz.sh 20s 'convert.Fuzz'
#
# PATTERN is a regular expression for PACKAGE.TARGET. Targets of parsers and escapers are
# too large if they make fewer than 20,000 runs a minute; those that print documents,
# correct profiles or start another program are inherently slower. Failing inputs stay in
# testdata/fuzz, and the other targets still run.
set -uo pipefail
cd "$(dirname "$0")/.."
time=${1:-10s} pattern=${2:-.}
slow=' FuzzDocuments FuzzMarkdownByGitHubsReader FuzzFix '
failed=0
report="| target | runs a minute | new inputs | corpus |"$'\n'"| --- | --- | --- | --- |"
for package in $(go list ./...); do
  for target in $(grep -hos '^func Fuzz[A-Za-z]*' "$(go list -f '{{.Dir}}' "$package")"/*_test.go | cut -d' ' -f2); do
    name="${package##*/ghresume/}.$target"
    [[ "$name" =~ $pattern ]] || continue
    echo "== $name"
    log=$(mktemp)
    # Minimizing every new input for a second would take the time of most runs.
    go test -run '^$' -fuzz "^$target\$" -fuzztime "$time" -fuzzminimizetime 20x "$package" 2>&1 | tee "$log"
    # Go reports a run that ends in the middle of an input as a failure without one.
    [ "${PIPESTATUS[0]}" = 0 ] || { grep -q '^    context deadline exceeded$' "$log" && ! grep -q 'Failing input' "$log"; } || failed=1
    row=$(awk -v name="$name" -v slow="${slow/ $target /}" -v all="$slow" '
      # What precedes the first run, such as reading the corpus, is not counted.
      /^fuzz: elapsed: .*now fuzzing/ { begin = seconds($0) }
      /^fuzz: elapsed: .*execs:/ {
        took = seconds($0) - begin
        match($0, /execs: [0-9]+/); execs = substr($0, RSTART + 7, RLENGTH - 7)
        fresh = total = 0
        if (match($0, /new interesting: [0-9]+/)) fresh = substr($0, RSTART + 17, RLENGTH - 17)
        if (match($0, /total: [0-9]+/)) total = substr($0, RSTART + 7, RLENGTH - 7)
      }
      function seconds(line,   t, n, u, s) {
        match(line, /elapsed: [0-9hms]+/); t = substr(line, RSTART + 9, RLENGTH - 9)
        while (match(t, /[0-9]+[hms]/)) { n = substr(t, RSTART, RLENGTH - 1); u = substr(t, RSTART + RLENGTH - 1, 1)
          s += n * (u == "h" ? 3600 : u == "m" ? 60 : 1); t = substr(t, RSTART + RLENGTH) }
        return s
      }
      END { rate = took ? execs * 60 / took : 0
        mark = (slow == all && took >= 10 && rate < 20000) ? " (too slow)" : ""
        printf "| %s | %d%s | %d | %d |", name, rate, mark, fresh, total }' "$log")
    report+=$'\n'$row
    rm -f "$log"
  done
done
printf '%s\n' "$report"
[ -z "${GITHUB_STEP_SUMMARY:-}" ] || printf '%s\n' "$report" >>"$GITHUB_STEP_SUMMARY"
for input in $(git ls-files --others --exclude-standard -- '*/testdata/fuzz/*'); do
  printf '\nA new failing input, to be committed as %s:\n' "$input"
  cat "$input"
done
exit "$failed"
