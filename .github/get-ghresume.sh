#!/usr/bin/env bash
# Puts this action's ghresume binary where the next step finds it: the asset of the
# action's release, if its provenance says that it was built from the release's commit,
# else a build from the action's own source, kept in the folder that the workflow caches.
set -euo pipefail

# fail reports the reason in the log, in an annotation, and in the first line of the job
# summary.
fail() {
  echo "::error title=ghresume::$1%0Ahint: $2"
  echo "**Failed**: $1 — hint: $2" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
  exit 1
}

case "${RUNNER_OS:-Linux}" in
  Windows) os=windows exe=.exe ;;
  macOS) os=darwin exe= ;;
  *) os=linux exe= ;;
esac
case "${RUNNER_ARCH:-X64}" in
  X64) arch=amd64 ;;
  ARM64) arch=arm64 ;;
  *) arch=unknown ;;
esac

# The repository and ref of `uses:`. A runner keeps an action in _actions/OWNER/NAME/REF,
# which is right even if one action uses another; github.action_ref is not.
repository="${ACTION_REPOSITORY:-}" ref="${ACTION_REF:-}"
source="${ACTION_PATH//\\//}"
if [[ "$source" =~ /_actions/([^/]+/[^/]+)/(.+)$ ]]; then
  repository="${BASH_REMATCH[1]}" ref="${BASH_REMATCH[2]}"
fi
case "$repository" in
  */ghresume) ;;
  *) repository=ghresume/ghresume ref= ;; # `uses: ./`, or the names of another action
esac
ref="${WANTED_VERSION:-$ref}"
if ! [[ "$ref" =~ ^[A-Za-z0-9._/-]*$ ]]; then
  fail "the input \`version\` is not a version" "write it like v1.2.3, or leave it out"
fi

# release prints tag and commit of the release that the ref names. v1, v1.2.3 and a commit
# name the same release if they are the same commit; of several, the highest is printed.
release() {
  printf '%s\n' "$1" |
    awk -v ref="$ref" '
      { name = $2; sub(/^refs\/tags\//, "", name); sub(/\^\{\}$/, "", name); commit[name] = $1 }
      END {
        if (!(ref in commit) && ("v" ref) in commit) ref = "v" ref
        want = (ref in commit) ? commit[ref] : ref
        for (name in commit) if (commit[name] == want && name ~ /^v[0-9]+\.[0-9]+\.[0-9]+$/) print name, want
      }' | sort -t . -k 1.2,1n -k 2,2n -k 3,3n | tail -n 1
}

download() {
  local asset="ghresume_${os}_${arch}.tar.gz" from="$SERVER_URL/$repository/releases/download/$1" dir
  dir=$(mktemp -d)
  curl -fsSL --retry 3 --max-time 60 -o "$dir/$asset" "$from/$asset" || return 1
  curl -fsSL --retry 3 --max-time 60 -o "$dir/checksums.txt" "$from/checksums.txt" || return 1
  if ! (cd "$dir" && grep " $asset\$" checksums.txt | sha256 -c - >/dev/null); then
    fail "the checksum of $asset of $1 does not match; nothing was run" "run the job again, and report it if it stays so"
  fi
  provenance "$dir/$asset" "$2" || return 1
  tar -xzf "$dir/$asset" -C "$bin" "ghresume$exe"
}

# provenance checks an asset against GitHub's signed statement that the release's workflow
# built it from that commit. A checksum next to it proves nothing, since both can be
# replaced together. If the ref is a commit, an unverified asset is not used. A tag can be
# moved by anyone who can replace its assets, so it is accepted without gh.
provenance() {
  if ! command -v gh >/dev/null; then
    echo "The provenance of $(basename "$1") is not verified: there is no gh"
    ! [[ "$ref" =~ ^[0-9a-f]{40}$ ]]
    return
  fi
  gh attestation verify "$1" --repo "$repository" --source-digest "$2" --deny-self-hosted-runners \
    --signer-workflow "$repository/.github/workflows/release.yml" && return
  unread="the provenance of $(basename "$1") is not that of commit $2"
  echo "::warning title=ghresume::$unread; it is not run"
  return 1
}

# sha256 runs sha256sum, which has another name on macOS.
sha256() {
  if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi
}

build() {
  local store="${XDG_CACHE_HOME:-$HOME/.cache}/ghresume/bin" key kept
  key=$(cd "$ACTION_PATH" && find . -name .git -prune -o -type f -print | LC_ALL=C sort | tr '\n' '\0' | xargs -0 cat | sha256 | cut -c1-16)
  kept="$store/ghresume-$os-$arch-$key$exe"
  if [ ! -x "$kept" ] || ! (cd "$store" && sha256 -c "$kept.sha256" >/dev/null 2>&1); then
    command -v go >/dev/null ||
      fail "${unread:-there is no release for ${ref:-this source} on $os/$arch}, and there is no Go to build it" "use a release, such as ghresume/ghresume@v1, where the runner reaches it, or actions/setup-go in a step before"
    echo "Building ghresume from its source"
    (cd "$ACTION_PATH" && GOWORK=off GOFLAGS='' go build -o "$bin/ghresume$exe" ./cmd/ghresume) ||
      fail "ghresume could not be built from its source" "the log says why; a release needs no build: ghresume/ghresume@v1"
    mkdir -p "$store"
    rm -f "$store"/ghresume-*
    cp "$bin/ghresume$exe" "$kept.new" && mv "$kept.new" "$kept"
    (cd "$store" && sha256 "$(basename "$kept")" >"$kept.sha256")
  fi
  cp "$kept" "$bin/ghresume$exe"
}

bin="${RUNNER_TEMP:-$(mktemp -d)}/ghresume-bin"
mkdir -p "$bin"
tag='' commit='' unread=''
if [ -n "$ref" ] && [ "$arch" != unknown ]; then
  tags=$(GIT_TERMINAL_PROMPT=0 git -c http.lowSpeedLimit=1 -c http.lowSpeedTime=20 ls-remote --tags "$SERVER_URL/$repository" 2>/dev/null) ||
    unread="the releases at $SERVER_URL/$repository cannot be read"
  read -r tag commit <<<"$(release "$tags")" || true
fi
if [ -n "$tag" ] && download "$tag" "$commit"; then
  echo "ghresume $tag"
elif [ -n "${WANTED_VERSION:-}" ]; then
  fail "${unread:-the release $ref cannot be had for $os/$arch}" "see $SERVER_URL/$repository/releases, or leave the input \`version\` out to build from source"
else
  build
fi
# The snapshot is in the same folder on every system: the one that the workflow caches.
cache="${XDG_CACHE_HOME:-$HOME/.cache}"
if command -v cygpath >/dev/null; then cache=$(cygpath -w "$cache"); fi
{
  echo "path=$bin/ghresume$exe"
  echo "cache=$cache"
} >>"$GITHUB_OUTPUT"
