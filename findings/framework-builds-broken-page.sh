#!/usr/bin/env bash
# Observable Framework 1.13.4 builds pages whose code cannot run, prints no warning and exits with 0.
#
# A block of code that does not parse becomes an error box in the page that is published; a bare name that no package
# answers to, and a name that a local module does not export, fail only in the reader's browser. A local file that is not
# there does end the build, so a quick test by a misspelt path leads one to trust the exit code in CI. What was built must
# be looked through for the error box and for bare imports, and each page opened once.
#
# Seen: “does not parse: exit 0, 0 warnings, an error box”, “imports a bare name: exit 0, 0 warnings, no error box”,
# “imports a name not exported: exit 0, 0 warnings, no error box”, “imports a file that is not there: exit 1”.
# Fails when one of them changes. Needs a network, as the build itself does.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export OBSERVABLE_TELEMETRY_DISABLE=true
npm init -y >/dev/null
npm pkg set type=module
npm install --silent --no-audit --no-fund @observablehq/framework@1.13.4
mkdir src
echo 'export const there = 1;' >src/local.js
echo 'export default { root: "src" };' >observablehq.config.js
try() {
  local code=0
  printf '# A page\n\n```js\n%s\n```\n' "$2" >src/index.md
  npx observable build >log 2>&1 || code=$?
  if ((code)); then
    echo "$1: exit $code"
  else
    local box="no error box"
    if grep -q 'observablehq--error' dist/index.html; then box="an error box"; fi
    echo "$1: exit 0, $(grep -ciE 'warn|error|not found' log || true) warnings, $box"
  fi
}
{
  try "does not parse" 'const share = ;'
  try "imports a bare name" 'import {adopt} from "no-such-package"; display(adopt);'
  try "imports a name not exported" 'import {gone} from "./local.js"; display(gone);'
  try "imports a file that is not there" 'import {there} from "./gone.js"; display(there);'
} | tee seen
grep -qx 'does not parse: exit 0, 0 warnings, an error box' seen
grep -qx 'imports a bare name: exit 0, 0 warnings, no error box' seen
grep -qx 'imports a name not exported: exit 0, 0 warnings, no error box' seen
grep -qx 'imports a file that is not there: exit 1' seen
