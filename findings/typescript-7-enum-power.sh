#!/usr/bin/env bash
# TypeScript 7.0.2 and esbuild 0.27.7 work out powers in enumerations otherwise than the engine that runs the program.
#
# An enumeration's constant is worked out by the compiler and its value written into the output. TypeScript 6 ran in a
# JavaScript engine and so wrote what that engine would have; TypeScript 7 and esbuild are written in Go and use Go's
# power, of which four results in ten have another last place. A release of the compiler, or a bundler in its
# place, changes the bits of a program that nobody touched, while `6.553 ** 3.048` in any other place stays the engine's.
#
# Seen, of 2,000 powers: “TypeScript 7 and esbuild: 0 differ”, “TypeScript 6 and the engine: 0 differ”,
# “TypeScript 7 and the engine: more than 600 differ, the largest by less than 1e-12 of the value”.
# Fails when one of the three changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund typescript@7.0.2 typescript-6@npm:typescript@6.0.3 esbuild@0.27.7
cat >try.mjs <<'JS'
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { transformSync } from "esbuild";

const pairs = Array.from({ length: 2000 }, (_, i) => [(i % 50) / 7 + 1.1, Math.floor(i / 50) / 9 + 0.3]);
const source = `export enum Power {\n${pairs.map(([a, b], i) => `p${i} = ${a} ** ${b},`).join("\n")}\n}\n`;
writeFileSync("power.ts", source);
const values = async (code) => {
  const { Power } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return pairs.map((_, i) => Power[`p${i}`]);
};
const compiled = (compiler) => {
  const options = ["--ignoreConfig", "--target", "es2022", "--module", "esnext", "--outDir", compiler];
  execFileSync(process.execPath, [`node_modules/${compiler}/bin/tsc`, "power.ts", ...options]);
  return values(readFileSync(`${compiler}/power.js`, "utf8"));
};
const seven = await compiled("typescript");
const six = await compiled("typescript-6");
const bundler = await values(transformSync(source, { loader: "ts" }).code);
const engine = pairs.map(([a, b]) => a ** b);

const differ = (a, b) => a.filter((x, i) => x !== b[i]).length;
console.log(`TypeScript 7 and esbuild: ${differ(seven, bundler)} differ`);
console.log(`TypeScript 6 and the engine: ${differ(six, engine)} differ`);
const most = differ(seven, engine) > 600 ? "more" : "no more";
const close = seven.every((x, i) => Math.abs(x - engine[i]) < 1e-12 * engine[i]) ? "less" : "more";
console.log(`TypeScript 7 and the engine: ${most} than 600 differ, the largest by ${close} than 1e-12 of the value`);
JS
node try.mjs | tee seen
grep -qx 'TypeScript 7 and esbuild: 0 differ' seen
grep -qx 'TypeScript 6 and the engine: 0 differ' seen
grep -qx 'TypeScript 7 and the engine: more than 600 differ, the largest by less than 1e-12 of the value' seen
