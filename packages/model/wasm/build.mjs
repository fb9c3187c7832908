/**
 * Compiles teachers.c to WebAssembly and writes it, as text, to src/engine/teachers-wasm.ts, which is kept in the
 * repository: who builds or uses the package needs no compiler. The compiler is a package of npm, itself WebAssembly, of a
 * set version, so that the same source gives the same bytes on every machine; it goes to a temporary folder (100 MB).
 *
 *   node build.mjs           writes the file
 *   node build.mjs --check   fails where the file is not what the source compiles to
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const COMPILER = "@yowasp/clang@21.1.4-3";

// What every engine since 2021 knows. Fusing a multiplication with an addition would change bits.
const FLAGS = [
  ...["--target=wasm32", "-mcpu=mvp", "-mnontrapping-fptoint", "-nostdlib", "-O2", "-ffp-contract=off"],
  ...["-Wall", "-Wextra", "-Werror", "-Wl,--no-entry,--strip-all,--export=__heap_base,-z,stack-size=4096"],
];

const source = readFileSync(new URL("teachers.c", import.meta.url), "utf8");
const target = new URL("../src/engine/teachers-wasm.ts", import.meta.url);

async function compile() {
  const scratch = mkdtempSync(join(tmpdir(), "uptake-wasm-"));
  try {
    execFileSync("npm", ["install", "--prefix", scratch, "--no-save", "--no-audit", "--no-fund", "--silent", COMPILER]);
    const bundle = join(scratch, "node_modules/@yowasp/clang/gen/bundle.js");
    const { runClang } = await import(pathToFileURL(bundle).href);
    const args = ["clang", ...FLAGS, "-o", "teachers.wasm", "teachers.c"];
    const { "teachers.wasm": bytes } = await runClang(args, { "teachers.c": source });
    return bytes;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const bytes = await compile();
// In hexadecimal it is longer than in base64 and gzipped a fifth shorter: what comes again looks the same again.
const digits = Buffer.from(bytes).toString("hex");
const text = `// Made by wasm/build.mjs from wasm/teachers.c: do not edit.

/** SHA-256 of the source. */
export const sourceHash = "${createHash("sha256").update(source).digest("hex")}";

/** The pass over teachers in WebAssembly, ${bytes.length} bytes in hexadecimal. */
// biome-ignore format: one long text
export const teachersWasm: string = "${digits}";
`;
if (!parseArgs({ options: { check: { type: "boolean" } } }).values.check) writeFileSync(target, text);
else if (text !== readFileSync(target, "utf8")) {
  console.error("src/engine/teachers-wasm.ts is not what wasm/teachers.c compiles to: run node wasm/build.mjs");
  process.exitCode = 1;
}
