#!/usr/bin/env bash
# Leaves the same refs, depth, remote and credentials in the work tree as actions/checkout.
set -euo pipefail

mkdir -p "$TARGET"
cd "$TARGET"
git init -q -b main
git remote add origin "$GITHUB_SERVER_URL/$REPOSITORY"
credentials="http.$GITHUB_SERVER_URL/.extraheader"
git config --local "$credentials" "AUTHORIZATION: basic $(printf 'x-access-token:%s' "$TOKEN" | base64 -w0)"

case "${REF:-$GITHUB_REF}" in
  refs/heads/*) branch=${GITHUB_REF#refs/heads/} local_ref=refs/remotes/origin/$branch commit=$GITHUB_SHA ;;
  refs/tags/*) branch='' local_ref=$GITHUB_REF commit=$GITHUB_SHA ;;
  refs/pull/*) branch='' local_ref=refs/remotes/${GITHUB_REF#refs/} commit=$GITHUB_SHA ;;
  *) branch=$REF local_ref=refs/remotes/origin/$REF commit=$REF ;;
esac
wanted=("+$commit:$local_ref")
depth=()
if [ "$DEPTH" != 0 ]; then
  depth=("--depth=$DEPTH")
elif [[ $local_ref != refs/remotes/pull/* ]]; then
  wanted=('+refs/heads/*:refs/remotes/origin/*' '+refs/tags/*:refs/tags/*')
else
  wanted+=('+refs/heads/*:refs/remotes/origin/*' '+refs/tags/*:refs/tags/*')
fi
git -c protocol.version=2 fetch -q --no-tags --prune "${depth[@]}" origin "${wanted[@]}"
if [ -n "$branch" ]; then
  git checkout -q --force -B "$branch" "$local_ref"
else
  git checkout -q --force "$local_ref"
fi
if [ "$PERSIST" != true ]; then git config --local --unset-all "$credentials"; fi
git log -1 --format='%H'
