/**
 * Compiles the programs in C to WebAssembly and writes each, as text, to a file of src, which is kept in the repository:
 * who builds or uses the package needs no compiler. The compiler is a package of npm, itself WebAssembly, of a set version,
 * so that the same source gives the same bytes on every machine; it goes to a temporary folder (100 MB).
 *
 *   node build.mjs           writes the files
 *   node build.mjs --check   fails where a file is not what its source compiles to
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const read = (name) => readFileSync(new URL(name, import.meta.url), "utf8");

const COMPILER = "@yowasp/clang@21.1.4-3";

// A month for speed, the placing of ties for size, which makes it no slower.
const PROGRAMS = [
  {
    files: ["draws.h", "month.h", "schools.c", "teachers.c", "leaving.c", "tally.c"],
    target: "engine/month-wasm.ts",
    name: "monthWasm",
    what: "month of schools and teachers",
    for: "-O2",
  },
  {
    files: ["draws.h", "ties.c"],
    target: "district/ties-wasm.ts",
    name: "tiesWasm",
    what: "placing of ties",
    for: "-Os",
  },
];

// What every engine since 2021 knows. Fusing a multiplication with an addition would change bits.
const FLAGS = [
  ...["--target=wasm32", "-mcpu=mvp", "-mnontrapping-fptoint", "-nostdlib", "-ffp-contract=off"],
  ...["-Wall", "-Wextra", "-Werror", "-Wl,--no-entry,--strip-all,--export=__heap_base,-z,stack-size=4096"],
];

/** Hands what compiles a program to `use`. */
async function withCompiler(use) {
  const scratch = mkdtempSync(join(tmpdir(), "uptake-wasm-"));
  try {
    execFileSync("npm", ["install", "--prefix", scratch, "--no-save", "--no-audit", "--no-fund", "--silent", COMPILER]);
    const bundle = join(scratch, "node_modules/@yowasp/clang/gen/bundle.js");
    const { runClang } = await import(pathToFileURL(bundle).href);
    await use(async (texts, level) => {
      const sources = Object.keys(texts).filter((name) => name.endsWith(".c"));
      const files = await runClang(["clang", ...FLAGS, level, "-o", "program.wasm", ...sources], texts);
      return files["program.wasm"];
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Returns the text of the file that holds a program. */
function fileOf({ files, name, what }, texts, bytes) {
  const lines = Buffer.from(bytes)
    .toString("hex")
    .match(/.{1,110}/g);
  return `// Made by wasm/build.mjs from ${files.join(", ")} of wasm/: do not edit.

/** SHA-256 of those files, one after another. */
export const sourceHash = "${createHash("sha256").update(Object.values(texts).join("")).digest("hex")}";

/** The ${what} in WebAssembly, ${bytes.length} bytes in hexadecimal, which packs better than base64. */
export const ${name}: string = [
${lines.map((line) => `  "${line}",`).join("\n")}
].join("");
`;
}

const { check } = parseArgs({ options: { check: { type: "boolean" } } }).values;
await withCompiler(async (compile) => {
  for (const program of PROGRAMS) {
    const texts = Object.fromEntries(program.files.map((name) => [name, read(name)]));
    const target = new URL(`../src/${program.target}`, import.meta.url);
    const text = fileOf(program, texts, await compile(texts, program.for));
    if (!check) writeFileSync(target, text);
    else if (text !== readFileSync(target, "utf8")) {
      console.error(
        `src/${program.target} is not what ${program.files.join(", ")} of wasm/ compile to: run node wasm/build.mjs`,
      );
      process.exitCode = 1;
    }
  }
});
