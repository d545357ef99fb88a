#!/usr/bin/env bash
# Keeps $SOURCE for this ref, unless there is one of the key. Whatever goes wrong is a warning, as it is in the original.
set -euo pipefail

case "$KEY" in *,*) echo '::warning::Key Validation Error: a key cannot contain commas' && exit 0 ;; esac
# A hosted runner's temp folder is the same in every job, act's isn't.
path=$(printf '%s' "${SOURCE/#$RUNNER_TEMP/temp}" | sha256sum | cut -c1-16)
cache=$E2E_CACHES/${GITHUB_REF//\//%}/$path/${KEY//\//%}
if [ -e "$cache" ]; then echo '::warning::Unable to reserve cache with this key' && exit 0; fi
mkdir -p "$cache"
cp -R "$SOURCE/." "$cache"
echo "Cache saved with key: $KEY"
