import { execFile, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { alone, compileWhatChanged, isStale } from "../scripts/compile-what-changed.js";

let folder: string;
beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), "uptake-stale-")), "packages/own");
  for (const one of ["src/room", "dist"]) mkdirSync(join(folder, one), { recursive: true });
  for (const one of [
    "package.json",
    "tsconfig.json",
    "../../tsconfig.base.json",
    "src/a.ts",
    "src/a.test.ts",
    "src/room/b.ts",
  ])
    writeFileSync(join(folder, one), "");
  await build();
});
afterEach(() => rmSync(join(folder, "../.."), { recursive: true }));

/** Marks the package as built now; times of files may be no finer than some milliseconds. */
async function build(): Promise<void> {
  await setTimeout(20);
  writeFileSync(join(folder, "dist/.tsbuildinfo"), "");
  await setTimeout(20);
}

const changes: readonly (readonly [string, () => void])[] = [
  ["a source is changed", () => writeFileSync(join(folder, "src/room/b.ts"), "1")],
  ["a source is added", () => writeFileSync(join(folder, "src/room/c.ts"), "")],
  ["a source is removed", () => rmSync(join(folder, "src/room/b.ts"))],
  ["settings are changed", () => writeFileSync(join(folder, "../../tsconfig.base.json"), "{}")],
  ["what was built is removed", () => rmSync(join(folder, "dist"), { recursive: true })],
  [
    "an older source takes the place of one",
    () => {
      const older = join(folder, "../older.ts");
      writeFileSync(older, "");
      utimesSync(older, 0, 0);
      renameSync(older, join(folder, "src/a.ts"));
    },
  ],
];

test.for(changes)("what is built is stale when %s, and no longer when it is built again", async ([, change]) => {
  expect(isStale(folder)).toBe(false);
  change();
  expect(isStale(folder)).toBe(true);
  mkdirSync(join(folder, "dist"), { recursive: true });
  await build();
  expect(isStale(folder)).toBe(false);
});

test("a test that is changed asks for no build", () => {
  writeFileSync(join(folder, "src/a.test.ts"), "1");
  expect(isStale(folder)).toBe(false);
});

test("what changed is compiled, an older source in a newer one's place too, and a failed build is tried again", async () => {
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const compiled = (): string => readFileSync(join(folder, "dist/main.js"), "utf8");
  const compilerOptions = { composite: true, rootDir: "src", outDir: "dist", tsBuildInfoFile: "dist/.tsbuildinfo" };
  rmSync(join(folder, "dist"), { recursive: true });
  write("package.json", JSON.stringify({ type: "module", dependencies: {} }));
  write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["src"], exclude: ["src/*.test.ts"] }));
  write("src/main.ts", "export const first = 1;\n");
  expect(compileWhatChanged(folder)).toBe(true);
  expect(compiled()).toContain("first");

  await setTimeout(20);
  write("src/main.ts", "export const second = 2;\n");
  utimesSync(join(folder, "src/main.ts"), 0, 0);
  expect(compileWhatChanged(folder)).toBe(true);
  expect(compiled()).toContain("second");

  await setTimeout(20);
  write("src/main.ts", 'export const third: number = "three";\n');
  expect(compileWhatChanged(folder)).toBe(false);
  expect(compileWhatChanged(folder)).toBe(false);
  write("src/main.ts", "export const third = 3;\n");
  expect(compileWhatChanged(folder)).toBe(true);
  expect(compiled()).toContain("third");
});

test("of two programs that compile at once, the second waits until the first is done", async () => {
  const lock = join(folder, "dist/.compiling");
  const told = join(folder, "told");
  const script = new URL("../scripts/compile-what-changed.js", import.meta.url).href;
  const program = `
    import { appendFileSync } from "node:fs";
    import { alone } from ${JSON.stringify(script)};
    const tell = (text) => appendFileSync(${JSON.stringify(told)}, text);
    alone(${JSON.stringify(lock)}, () => {
      tell("(");
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
      tell(")");
    });`;
  const run = (): Promise<unknown> => promisify(execFile)(process.execPath, ["--input-type=module", "-e", program]);
  await Promise.all([run(), run()]);
  expect(readFileSync(told, "utf8")).toBe("()()");
});

test("a program that ended while it compiled keeps nobody waiting", async () => {
  const lock = join(folder, "dist/.compiling");
  const { pid } = spawnSync(process.execPath, ["-e", "0"]);
  writeFileSync(lock, String(pid));
  expect(alone(lock, () => "compiled")).toBe("compiled");
  expect(existsSync(lock)).toBe(false);
});

test("the lock of an ended program goes, and not the one that another puts in its place meanwhile", () => {
  const lock = join(folder, "dist/.compiling");
  const { pid: ended } = spawnSync(process.execPath, ["-e", "0"]);
  const other = process.ppid;
  const looked: number[] = [];
  writeFileSync(lock, String(ended));
  const kill = vi.spyOn(process, "kill").mockImplementation((pid) => {
    looked.push(pid);
    if (looked.length === 1) writeFileSync(lock, String(other));
    if (pid === ended) throw Object.assign(new Error("ESRCH"), { code: "ESRCH" });
    // The other has done its work once it has been waited for.
    if (looked.filter((one) => one === other).length === 2) rmSync(lock);
    return true;
  });
  try {
    expect(alone(lock, () => readFileSync(lock, "utf8"))).toBe(String(process.pid));
  } finally {
    kill.mockRestore();
  }
  expect(looked).toEqual([ended, other, other]);
  expect(readdirSync(join(folder, "dist"))).toEqual([".tsbuildinfo"]);
});
