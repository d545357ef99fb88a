#!/usr/bin/env bash
# Copies every path of $FILES to $E2E_ARTIFACTS/$NAME, with the refusals of actions/upload-artifact.
set -euo pipefail

target=$E2E_ARTIFACTS/$NAME
case "$NAME" in
  '' | *[\"\:\<\>\|\*\?\\/]*) echo "::error::The artifact name is not valid: $NAME" && exit 1 ;;
esac
if [ -e "$target" ] && [ "$OVERWRITE" != true ]; then
  echo '::error::Failed to CreateArtifact: an artifact with this name already exists on the workflow run'
  exit 1
fi
rm -rf "$target"
found=0
while IFS= read -r pattern; do
  for file in $pattern; do # Unquoted: a line may be a glob.
    [ -e "$file" ] || continue
    mkdir -p "$target"
    if [ -d "$file" ]; then cp -R "$file/." "$target"; else cp "$file" "$target"; fi
    found=$((found + 1))
  done
done <<< "$FILES"
if [ "$found" = 0 ] && [ "$MISSING" != ignore ]; then
  if [ "$MISSING" = error ]; then echo "::error::No files were found with the provided path: $FILES" && exit 1; fi
  echo "::warning::No files were found with the provided path: $FILES"
fi
