#!/usr/bin/env bash
# Retakes the pictures of the README. Needs Go, pdftoppm (poppler-utils), npm and Chromium.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for theme in modern classic compact timeline; do
  go run ../../cmd/ghresume demo --theme "$theme" -o "$work/$theme.pdf"
  pdftoppm -r 65 -f 1 -l 1 -png -singlefile "$work/$theme.pdf" "$theme"
done
go test ../../cmd/ghresume -run '^TestGallery$' -update -count 1
../../.ci/browser -update
