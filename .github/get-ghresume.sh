#!/usr/bin/env bash
# Puts the ghresume binary that belongs to this action where the next step
# finds it: a release asset verified by its checksum, else a build from the
# action's own source.
set -euo pipefail

bin="${RUNNER_TEMP:-$(mktemp -d)}/ghresume-bin"
mkdir -p "$bin"
case "${RUNNER_OS:-Linux}" in
  Windows) os=windows exe=.exe ;;
  macOS) os=darwin exe= ;;
  *) os=linux exe= ;;
esac
case "${RUNNER_ARCH:-X64}" in
  ARM64) arch=arm64 ;;
  *) arch=amd64 ;;
esac

# release prints the tag of the release to fetch, or nothing: v1 means the
# newest v1.x.y; a branch or a commit has no release and is built.
release() {
  local ref="${WANTED_VERSION:-${ACTION_REF:-}}"
  case "$ref" in
    v[0-9]*.[0-9]*.[0-9]*) echo "$ref" ;;
    v[0-9]|v[0-9][0-9])
      local latest
      latest=$(curl -fsSI --max-time 10 -o /dev/null -w '%{redirect_url}' "$SERVER_URL/ghresume/ghresume/releases/latest") || return 0
      latest="${latest##*/}"
      if [[ "$latest" == "$ref".* ]]; then echo "$latest"; fi ;;
  esac
}

download() {
  local tag="$1" asset="ghresume_${os}_${arch}.tar.gz" dir
  dir=$(mktemp -d)
  local from="$SERVER_URL/ghresume/ghresume/releases/download/$tag"
  curl -fsSL --retry 3 --max-time 60 -o "$dir/$asset" "$from/$asset" || return 1
  curl -fsSL --retry 3 --max-time 60 -o "$dir/checksums.txt" "$from/checksums.txt" || return 1
  if ! (cd "$dir" && grep " $asset\$" checksums.txt | sha256sum_check); then
    echo "::error::the checksum of $asset does not match; nothing was run"
    exit 1
  fi
  tar -xzf "$dir/$asset" -C "$bin" "ghresume$exe"
}

# sha256sum_check reads "HASH  FILE" lines; macOS calls the tool differently.
sha256sum_check() {
  if command -v sha256sum >/dev/null; then sha256sum -c -; else shasum -a 256 -c -; fi
}

tag=$(release)
if [ -n "$tag" ] && download "$tag"; then
  echo "ghresume $tag"
elif [ -n "${WANTED_VERSION:-}" ]; then
  echo "::error::there is no release $WANTED_VERSION for $os/$arch; leave the input \`version\` out to build from source"
  exit 1
else
  echo "Building ghresume from source"
  (cd "$ACTION_PATH" && go build -trimpath -o "$bin/ghresume$exe" ./cmd/ghresume)
fi
echo "path=$bin/ghresume$exe" >>"$GITHUB_OUTPUT"
