import { execFile, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "./pages.ts";

interface Script {
  readonly file: string;
  readonly text: string;
  /** What the page says that it prints; undefined for a file that others use. */
  readonly prints: string | undefined;
}

const page = readFileSync(join(root, "docs/guide/from-r-and-python.md"), "utf8");

/** Lists the scripts of a language, in the order of the page. */
const scripts = (language: string): Script[] =>
  [
    ...page.matchAll(
      new RegExp(
        `^\`\`\`${language} file=(\\S+)\\n([\\s\\S]*?)^\`\`\`$(?:\\n\\n\`\`\`text\\n([\\s\\S]*?)^\`\`\`$)?`,
        "gm",
      ),
    ),
  ].map(([, file = "", text = "", prints]) => ({ file, text, prints }));

let folder: string;
let env: NodeJS.ProcessEnv;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "uptake-languages-"));
  const pnpm = join(folder, ".bin/pnpm");
  mkdirSync(dirname(pnpm));
  mkdirSync(join(folder, "mine"));
  const program = join(root, "packages/cli/dist/main.js");
  writeFileSync(
    pnpm,
    `#!/bin/sh\n[ "$1" = uptake ] || exit 127\nshift\nexec "${process.execPath}" "${program}" "$@"\n`,
  );
  chmodSync(pnpm, 0o755);
  for (const { file, text } of [...scripts("python"), ...scripts("r")]) writeFileSync(join(folder, file), text);
  env = {
    ...process.env,
    PATH: [join(folder, ".bin"), process.env["PATH"]].join(delimiter),
    NO_COLOR: "1",
    LC_ALL: "C.UTF-8",
  };
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a program in the folder, which must succeed, and returns what it prints. */
const ran = async (program: string, ...words: string[]): Promise<string> =>
  (await promisify(execFile)(program, words, { cwd: folder, env })).stdout;

const there = (program: string): boolean => spawnSync(program, ["--version"]).status === 0;

const languages = [
  { language: "python", program: "python3", least: 3 },
  { language: "r", program: "Rscript", least: 1 },
];

describe.for(languages)("the scripts in $language print what the page says", ({ language, program, least }) => {
  const all = scripts(language);
  test("there are some", () => expect(all.length).toBeGreaterThanOrEqual(least));
  test.for(all.filter(({ prints }) => prints !== undefined))("$file", async (script, { skip }) => {
    // Checks of the whole repository bring both; a reader's machine may have neither.
    if (!process.env["CI"] && !there(program)) skip(`${program} is not installed`);
    expect(await ran(program, script.file)).toBe(script.prints);
  });
});

test("what they print is what uptake says", async () => {
  const few = ["--replicates", "16", "--no-bottleneck", "--json"];
  const said = await ran("pnpm", "uptake", "run", "--district", "small-rural", "--strategy", "coaching-only", ...few);
  const { month, mean } = JSON.parse(said).adoption;
  const adoption = (mean as number[])[(month as number[]).indexOf(34)]!.toFixed(3);
  for (const language of ["python", "r"])
    expect(scripts(language).find(({ file }) => file.startsWith("mine/first"))?.prints).toMatch(
      new RegExp(`^${adoption} `),
    );
});
