// Files of every version that this program ever wrote or took, each with what it is read as today: the same runs, bit for
// bit, as the same file in today's form, and words for what was changed.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readLink } from "@uptake/study/link";
import { readReceipt } from "@uptake/study/verify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../packages/cli/src/command-line.ts";
import { readYaml } from "../../packages/cli/src/input/read-yaml.ts";
import { checkStudy } from "../../packages/cli/src/studies/check-study.ts";
import { shippedKinds } from "../../packages/cli/src/studies/kind-heads.ts";
import { listeningHost } from "../../packages/cli/test-support/listening-host.ts";

const files = fileURLToPath(new URL("./files/", import.meta.url));
let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-old-"));
  cpSync(files, cwd, { recursive: true });
});
afterAll(() => rmSync(cwd, { recursive: true }));

interface Said {
  readonly code: number;
  readonly err: string;
  readonly data: Record<string, unknown>;
}

/** Runs a command in the folder of the files; `data` is what `--json` prints. */
async function uptake(...argv: string[]): Promise<Said> {
  const host = listeningHost(cwd, false);
  const code = await main([...argv, "--json"], host);
  const { out, err } = host.said;
  return { code, err, data: out === "" ? {} : JSON.parse(out) };
}

const once = ["--replicates", "1", "--no-bottleneck", "--threads", "1"];

/** Lists the files, with what is said of each and the checksum of its first run. */
const scenarios: readonly (readonly [name: string, notes: readonly string[], checksum: string])[] = [
  [
    "scenario-1",
    [
      "scenario-1.yaml:14:3 parameters.draw: sampled became priors: version 1 drew worlds from the wide priors, where later versions draw from the kept worlds",
      'scenario-1.yaml:16:5 parameters.values["principal.support"]: 0.02 became 0.05: values below 0.05 or above 1 are refused since version 2; the nearest is taken',
    ],
    "406aa821",
  ],
  ["scenario-2", [], "85af56c8"],
  [
    "scenario-2-by-hand",
    [
      "scenario-2-by-hand.yaml:2:1 switches.contagion: set to complex: up to version 2 peers influenced by personal thresholds unless a file said otherwise; now in proportion",
      "scenario-2-by-hand.yaml:4:1 strategy: new-tech: the settings of this preset were other ones up to version 2; write its levers out to keep those",
    ],
    "ec9ae4dd",
  ],
  ["scenario-3", [], "6aa3056a"],
  ["scenario-3-of-pages", [], "dd837ac9"],
  ["scenario-unnumbered", [], "bfc9328d"],
];

describe("an old scenario", () => {
  test.for(scenarios)(
    "%s gives what it gives in today's form, and tells what was changed",
    async ([name, notes, sum]) => {
      const old = await uptake("run", `${name}.yaml`, ...once);
      const today = await uptake("run", `${name}.today.yaml`, ...once);
      expect({ code: old.code, err: old.err }).toEqual({
        code: 0,
        err: notes.map((note) => `note: ${note}\n`).join(""),
      });
      expect({ code: today.code, err: today.err }).toEqual({ code: 0, err: "" });
      const { upgraded = [], ...found } = old.data;
      expect(found).toEqual(today.data);
      expect((found["checksums"] as string[])[0]).toBe(sum);
      expect(upgraded).toHaveLength(notes.length);
    },
  );

  test("is found at fault in its own lines", async () => {
    const text = readFileSync(join(cwd, "scenario-1.yaml"), "utf8");
    writeFileSync(join(cwd, "wrong.yaml"), text.replace("month: 34", "month: 340"));
    const { code, err } = await uptake("run", "wrong.yaml", ...once);
    expect(code).toBe(2);
    expect(err).toMatch(/^error: wrong\.yaml:20:3 target\.month: [^\n]*\n$/);
  });
});

test("an old table of worlds is read with the parameters that came later, and says so", async () => {
  const run = (table: string) =>
    uptake("run", "--district", "small-rural", "--strategy", "coaching-only", "--worlds", table, ...once);
  const old = await run("worlds-1.csv");
  const today = await run("worlds-1.today.csv");
  expect(today.err).toBe("");
  expect(old.err).toMatch(
    /^note: worlds-1\.csv: set to \{"practice\.appeal":0,"trying\.appeal":3,.*: tables of worlds of version 1 had no such parameters; under these values they do nothing, as then\n$/,
  );
  expect(old.data["checksums"]).toEqual(today.data["checksums"]);
  expect(old.data["upgraded"]).toMatchObject([{ file: "worlds-1.csv", path: "" }]);
});

describe("an old study", () => {
  test.for([
    ["study-1", ["scenario.switches.contagion"]],
    ["study-2", []],
  ] as const)("%s is the study that it is in today's form", async ([name, changed]) => {
    const read = (file: string) =>
      readYaml(readFileSync(join(cwd, file), "utf8"), file).value as Record<string, unknown>;
    const old = await checkStudy(read(`${name}.yaml`), shippedKinds);
    const today = await checkStudy(read(`${name}.today.yaml`), shippedKinds);
    if ("issues" in old || "issues" in today) throw new Error(JSON.stringify([old, today]));
    expect(old.study).toEqual(today.study);
    expect(old.changes.map(({ path }) => path)).toEqual(changed);
    expect(today.changes).toEqual([]);
  });

  test("runs, and says in the file's own lines what was changed", async () => {
    const { code, err, data } = await uptake("study", "study-1.yaml", "--threads", "1", "--out", "result");
    expect([code, err]).toEqual([
      0,
      "note: study-1.yaml:5:1 scenario.switches.contagion: set to complex: up to version 2 peers influenced by personal thresholds unless a file said otherwise; now in proportion\n",
    ]);
    expect(data["upgraded"]).toMatchObject([{ file: "study-1.yaml", line: 5, to: "complex" }]);
  });

  test("that named no rivals tries those of its time", async () => {
    const check = await checkStudy({ version: 1, kind: "rivals", strategies: ["mandate"] }, shippedKinds);
    if ("issues" in check) throw new Error(JSON.stringify(check.issues));
    expect(check.study["rivals"]).toContain("simple-contagion");
    expect(check.changes.map(({ path }) => path)).toEqual(["rivals", "scenario.switches.contagion"]);
  });
});

test("an old receipt names a study that is still one", async () => {
  const receipt = readReceipt(JSON.parse(readFileSync(join(cwd, "receipt-1.json"), "utf8")));
  const check = await checkStudy(receipt.study, shippedKinds);
  if ("issues" in check) throw new Error(JSON.stringify(check.issues));
  expect(check.study.scenario.switches.contagion).toBe("complex");
  expect(check.changes).toEqual([]);
});

test("an old link opens what it did, and tells which settings its controls are", async () => {
  const { state, notices, changes } = await readLink("?v=1&district=small-rural&coaching=5&institutes=4");
  expect(notices).toEqual([]);
  expect(state.scenario.levers).toMatchObject({ coaching: { teachersPerCoach: 20 }, learning: { institutes: 4 } });
  expect(changes).toMatchObject([{ from: "coaching=5&institutes=4" }]);
});

describe("a file of a version that is yet to come is refused in words", () => {
  test.for([
    ["a scenario", ["run", "future.yaml"], "version: 5\n", "scenario", 4],
    ["a study", ["study", "future.yaml"], "version: 4\nkind: run\n", "study", 3],
  ] as const)("%s", async ([, argv, text, what, newest]) => {
    writeFileSync(join(cwd, "future.yaml"), text);
    const { code, err } = await uptake(...argv);
    expect(code).toBe(2);
    expect(err).toBe(
      `error: future.yaml:1:1 version: the ${what} was made by a newer version of this program, which is needed to read it (1 to ${newest})\n`,
    );
  });

  test("a receipt", () => {
    const receipt = JSON.parse(readFileSync(join(cwd, "receipt-1.json"), "utf8"));
    receipt.study.scenario.version = 5;
    expect(() => readReceipt(receipt)).toThrow("made by a newer version of this program");
  });
});
