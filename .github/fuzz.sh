#!/usr/bin/env bash
# Runs every fuzz target for the given time (default 10s), one after another.
set -euo pipefail
cd "$(dirname "$0")/.."
for package in $(go list ./...); do
  for target in $(go test -list '^Fuzz' "$package" | grep '^Fuzz' || true); do
    echo "== $package $target"
    go test -run "^$" -fuzz "^$target\$" -fuzztime "${1:-10s}" -fuzzminimizetime 1s "$package"
  done
done
