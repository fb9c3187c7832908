import { spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { chosen } from "./chosen.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A fenced block outside of regions, or a generated region with all that is in it. */
const STEP =
  /^<!-- generated: (?<kind>\S+)(?<words>.*?) -->\n[\s\S]*?^<!-- end generated -->$|^(?<fence>`{3,})(?<language>\w+)(?: file=(?<file>\S+))?\n(?<block>[\s\S]*?)^\k<fence>$/gm;

/** Lists what a reader of a page does, in order: files to save, blocks to run with the exit code expected, outputs to see. */
export function stepsOf(text) {
  const steps = [];
  for (const { groups } of text.matchAll(STEP)) {
    const { kind, words, language, file, block } = groups;
    if (kind === "output") {
      const ran = steps.findLast(({ run }) => run !== undefined);
      const code = Number(/ exit=(\d+)/.exec(words)?.[1] ?? 0);
      if (ran !== undefined && code !== 0) ran.exit = code;
      steps.push({ show: words.replace(/ exit=\d+/, "") });
    } else if (file !== undefined) steps.push({ save: file, block });
    else if (language === "sh" || language === "ts") steps.push({ run: language, block, exit: 0 });
  }
  return steps;
}

/**
 * Follows a page as a reader does, in a folder that stands for a fresh clone, and returns what stands in each of its
 * regions of kind `output`, in order: what the last block above it printed, or the parts of it that the region names. A page
 * without such regions is not followed.
 *
 * @throws Error when a block ends with another exit code than expected, prints a path of this machine, or needs no file
 *   that the page had the reader save; when a region names what was not printed.
 */
export async function followed(text, path) {
  const steps = stepsOf(text);
  if (!steps.some(({ show }) => show !== undefined)) return [];
  const folder = clone();
  try {
    const shown = [];
    let printed;
    for (const [at, { save, run, block, exit, show }] of steps.entries()) {
      if (save !== undefined) {
        const later = steps.slice(at + 1).some((step) => step.block?.includes(save));
        if (!later) throw new Error(`${path}: nothing after ${save} reads it`);
        mkdirSync(dirname(join(folder, save)), { recursive: true });
        writeFileSync(join(folder, save), block);
      } else if (run !== undefined) {
        const { code, out } = await (run === "sh" ? shell(block, folder) : script(block, folder));
        if (code !== exit) throw new Error(`${path}: ends with ${code} in place of ${exit}:\n${block}\n${out}`);
        if (out.includes(folder) || out.includes(root)) throw new Error(`${path}: prints where it ran:\n${out}`);
        printed = out;
      } else {
        if (printed === undefined) throw new Error(`${path}: no block stands above an output`);
        shown.push(`\`\`\`text\n${chosen(printed, show, path)}\n\`\`\``);
      }
    }
    return shown;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Makes a folder that holds what pages use of a clone, and a `pnpm` in it that starts the program as built. */
function clone() {
  const folder = mkdtempSync(join(tmpdir(), "uptake-page-"));
  cpSync(join(root, "docs/guide"), join(folder, "docs/guide"), { recursive: true });
  cpSync(join(root, "packages/cli/studies"), join(folder, "packages/cli/studies"), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  const pnpm = join(folder, ".bin/pnpm");
  mkdirSync(dirname(pnpm));
  const program = join(root, "packages/cli/dist/main.js");
  writeFileSync(
    pnpm,
    `#!/bin/sh\n[ "$1" = uptake ] || exit 127\nshift\nexec "${process.execPath}" "${program}" "$@"\n`,
  );
  chmodSync(pnpm, 0o755);
  return folder;
}

/** Runs a block of shell, which ends at the first command that fails. */
const shell = (block, folder) => ended("sh", ["-ec", `exec 2>&1\n${block}`], folder);

/** Runs a block of TypeScript. */
async function script(block, folder) {
  const file = join(folder, ".block.mjs");
  const { code } = await transform(block, { loader: "ts", format: "esm", target: "node20" });
  writeFileSync(file, code);
  return ended("sh", ["-c", 'exec 2>&1; exec "$0" "$1"', process.execPath, file], folder);
}

/** Runs a program in a folder, with nothing of this process's environment but where programs are, and returns how it ended. */
function ended(program, words, folder) {
  const env = {
    PATH: [join(folder, ".bin"), dirname(process.execPath), process.env.PATH].join(delimiter),
    HOME: folder,
    LC_ALL: "C",
    NO_COLOR: "1",
    npm_config_user_agent: "pnpm/10",
  };
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"] });
    let out = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      out += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out }));
  });
}
