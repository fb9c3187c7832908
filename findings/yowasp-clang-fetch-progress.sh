#!/usr/bin/env bash
# @yowasp/clang 21.1.4-3 calls the caller's fetchProgress for tools run by themselves, and not for the compiler.
#
# Both functions take the same options, fetchProgress among them, which hears how far the toolchain has been loaded.
# runLLVM calls it. runClang first asks the compiler which programs it would start, and to that first run, which is the one
# that loads the toolchain, it hands on none of the caller's options but one: the progress goes to standard output, and the
# caller hears nothing. What a program writes there itself is then mixed with it.
#
# Seen: “runLLVM: heard, nothing printed” and “runClang: not heard, progress printed”. Fails when either changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @yowasp/clang@21.1.4-3
cat >try.mjs <<'JS'
import * as toolchain from "@yowasp/clang";

const [name] = process.argv.slice(2);
const given = {
  runLLVM: [["size", "--version"], {}],
  runClang: [["clang", "-c", "one.c", "-o", "one.o"], { "one.c": "int one(void) { return 1; }\n" }],
}[name];
let heard = 0;
let printed = 0;
console.log = (line) => void (printed += String(line).includes("fetched") ? 1 : 0);
await toolchain[name](...given, { fetchProgress: () => void heard++, stdout: () => {} });
const said = [heard > 0 ? "heard" : "not heard", printed > 0 ? "progress printed" : "nothing printed"];
process.stdout.write(`${name}: ${said.join(", ")}\n`);
JS
for name in runLLVM runClang; do node try.mjs "$name"; done | tee seen
grep -qx 'runLLVM: heard, nothing printed' seen
grep -qx 'runClang: not heard, progress printed' seen
