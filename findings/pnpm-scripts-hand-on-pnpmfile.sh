#!/usr/bin/env bash
# pnpm 10.34.9: a script that installs in another folder is made to look there for this workspace's pnpmfile, and fails.
#
# A workspace may name its file of hooks in pnpm-workspace.yaml, relative to itself. pnpm hands the setting on to every
# script it runs, as npm_config_pnpmfile and still relative, and a pnpm started by the script in another folder takes it for
# its own. A tool that builds an older commit or a scratch project thus works by itself and fails under `pnpm run`. `pnpm
# exec` does not hand it on. The variable has to be taken out of the environment before.
#
# Seen: “by itself: installed”, “by pnpm exec: installed”, “by pnpm run: pnpmfile is not found”. Fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pnpm@10.34.9
pnpm=$folder/node_modules/.bin/pnpm
mkdir -p workspace/hooks other
echo 'pnpmfile: hooks/pnpmfile.cjs' >workspace/pnpm-workspace.yaml
echo 'module.exports = { hooks: {} };' >workspace/hooks/pnpmfile.cjs
echo '{ "name": "workspace", "private": true, "scripts": { "other": "sh ../install.sh" } }' >workspace/package.json
echo '{ "name": "other", "private": true }' >other/package.json
cat >install.sh <<SH
cd "$folder/other"
if "$pnpm" install --ignore-workspace >../said 2>&1; then echo installed
elif grep -q 'pnpmfile.cjs" is not found' ../said; then echo "pnpmfile is not found"
else cat ../said; fi
SH
cd workspace
{
  echo "by itself: $(sh ../install.sh)"
  echo "by pnpm exec: $("$pnpm" exec sh ../install.sh)"
  echo "by pnpm run: $("$pnpm" --silent run other)"
} | tee ../seen
grep -qx 'by itself: installed' ../seen
grep -qx 'by pnpm exec: installed' ../seen
grep -qx 'by pnpm run: pnpmfile is not found' ../seen
