#!/usr/bin/env bash
# Runs every fuzz target for the given time (default 10s), one after another, and reports
# how often each ran and how far its corpus grew. Targets of parsers and escapers are too
# large if they make fewer than 20,000 runs a minute; those that print documents or start
# another program are inherently slower. Failing inputs stay in testdata/fuzz, and the
# other targets still run.
set -uo pipefail
cd "$(dirname "$0")/.."
time=${1:-10s}
slow=' FuzzDocuments FuzzPDF FuzzDOCX FuzzShape FuzzMarkdownByGitHubsReader FuzzLoad FuzzFix FuzzReadArchive '
failed=0
report="| target | runs a minute | new inputs | corpus |"$'\n'"| --- | --- | --- | --- |"
for package in $(go list ./...); do
  for target in $(go test -list '^Fuzz' "$package" | grep '^Fuzz' || true); do
    echo "== $package $target"
    log=$(mktemp)
    go test -run '^$' -fuzz "^$target\$" -fuzztime "$time" -fuzzminimizetime 1s "$package" 2>&1 | tee "$log"
    [ "${PIPESTATUS[0]}" = 0 ] || failed=1
    row=$(awk -v name="${package#*/ghresume/}.$target" -v slow="${slow/ $target /}" -v all="$slow" '
      /^fuzz: elapsed: .*execs:/ {
        match($0, /elapsed: [0-9hms]+/); t = substr($0, RSTART + 9, RLENGTH - 9); seconds = 0
        while (match(t, /[0-9]+[hms]/)) { n = substr(t, RSTART, RLENGTH - 1); u = substr(t, RSTART + RLENGTH - 1, 1)
          seconds += n * (u == "h" ? 3600 : u == "m" ? 60 : 1); t = substr(t, RSTART + RLENGTH) }
        match($0, /execs: [0-9]+/); execs = substr($0, RSTART + 7, RLENGTH - 7)
        fresh = total = 0
        if (match($0, /new interesting: [0-9]+/)) fresh = substr($0, RSTART + 17, RLENGTH - 17)
        if (match($0, /total: [0-9]+/)) total = substr($0, RSTART + 7, RLENGTH - 7)
      }
      END { rate = seconds ? execs * 60 / seconds : 0
        mark = (slow == all && seconds >= 10 && rate < 20000) ? " (too slow)" : ""
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
