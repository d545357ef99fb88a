#!/usr/bin/env bash
# Looks for a cache of this path: of this ref, of the pull request's base, of the default branch. The newest wins.
set -euo pipefail

case "$KEY" in *,*) echo '::error::Key Validation Error: a key cannot contain commas' && exit 1 ;; esac
# A hosted runner's temp folder is the same in every job, act's isn't.
path=$(printf '%s' "${TARGET/#$RUNNER_TEMP/temp}" | sha256sum | cut -c1-16)
for ref in "$GITHUB_REF" "refs/heads/$BASE" "refs/heads/$DEFAULT"; do
  while IFS= read -r prefix; do
    [ -n "$prefix" ] || continue
    for cache in $(ls -dt "$E2E_CACHES/${ref//\//%}/$path/${prefix//\//%}"* 2> /dev/null || true); do
      mkdir -p "$TARGET"
      cp -R "$cache/." "$TARGET"
      echo "cache-hit=$([ "${cache##*/}" = "${KEY//\//%}" ] && echo true || echo false)" >> "$GITHUB_OUTPUT"
      echo "Cache restored from key: ${cache##*/}"
      exit 0
    done
  done <<< "$KEY"$'\n'"$RESTORE_KEYS"
done
echo "Cache not found for input keys: $KEY"
