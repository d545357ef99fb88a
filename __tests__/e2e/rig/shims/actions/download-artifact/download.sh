#!/usr/bin/env bash
# Copies artifacts of this run, or with a token of another, to $TARGET.
set -euo pipefail

source=$E2E_ARTIFACTS
if [ "$RUN" != "$GITHUB_RUN_ID" ]; then
  [ -n "$TOKEN" ] || { echo '::error::Another run takes a github-token' && exit 1; }
  source=$(dirname "$(dirname "$E2E_ARTIFACTS")")/run-$RUN/artifacts
fi
mkdir -p "$TARGET"
if [ -n "$NAME" ]; then
  [ -d "$source/$NAME" ] || { echo "::error::Unable to download artifact(s): Artifact not found for name: $NAME" && exit 1; }
  cp -R "$source/$NAME/." "$TARGET"
  exit 0
fi
for artifact in "$source"/$PATTERN; do # Unquoted: a glob.
  [ -e "$artifact" ] && cp -R "$artifact" "$TARGET/"
done
exit 0
