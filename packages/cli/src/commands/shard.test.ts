import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listeningHost } from "../../test-support/listening-host.ts";
import { main } from "../command-line.ts";
import { namedPlan, planText, type ShardPlan } from "../shards/plan-file.ts";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-shards-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

type Said = { readonly code: number; readonly out: string; readonly err: string };

/** Runs the command line in a folder of its own, in an environment. */
async function uptake(argv: readonly string[], env: Record<string, string> = {}): Promise<Said> {
  const host = listeningHost(cwd);
  const code = await main(argv, { ...host, env });
  return { code, ...host.said };
}

const district = (id: string, teachers: number): string =>
  `{ id: ${id}, state: ${id}-land, schools: 1, teachers: ${teachers}, students: 120, lowIncomeShare: 0.4 }`;
const small = "scenario: { district: small-rural, strategy: coaching-only, horizon: 8 }";
const studies = {
  run: `kind: run\nreplicates: 3\n${small}\n`,
  sweep: `kind: sweep\ndesign: grid\nfactors: { levers.coaching.teachersPerCoach: [10, 40] }\nreplicates: 3\n${small}\n`,
  compare: `kind: compare\nreplicates: 3\nbottleneck: false\n${small}\n`,
  country: `kind: country\nreplicates: 2\ndistricts: [${district("a", 9)}, ${district("b", 12)}]\n${small}\n`,
};

const write = (name: string, text: string): string => {
  writeFileSync(join(cwd, name), text);
  return name;
};

/** Plans a study as `shards` shards in the folder `plan`. */
async function plan(text: string, shards: number, folder = "plan"): Promise<Said> {
  return uptake(["shard", "plan", write("study.yaml", text), "--shards", String(shards), "--out", folder]);
}

const path = (shard: number, folder = "plan"): string => join(cwd, folder, `shard-0000${shard}.parquet`);

/** Changes one byte of a file. */
function spoil(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] as number) ^ 1;
  writeFileSync(file, bytes);
}

describe("a study shared out", () => {
  test.for(Object.entries(studies))(
    "%s: shards merge to what a local run writes, to the last byte",
    async ([, text]) => {
      expect(await plan(text, 3)).toMatchObject({ code: 0, err: "" });
      for (const index of ["2", "0", "1"]) {
        const { code } = await uptake(["shard", "run", "plan"], {
          SLURM_ARRAY_TASK_ID: index,
          SLURM_ARRAY_TASK_COUNT: "1",
        });
        expect(code).toBe(0);
      }
      expect(await uptake(["shard", "status", "plan"])).toMatchObject({ code: 0, out: "3 of 3 shards finished.\n" });
      const merged = await uptake(["shard", "merge", "plan", "--out", "merged"]);
      expect(merged).toMatchObject({ code: 0, err: "" });
      expect(await uptake(["study", "study.yaml", "--out", "local"])).toMatchObject({ code: 0 });
      const names = readdirSync(join(cwd, "local")).sort();
      expect(readdirSync(join(cwd, "merged")).sort()).toEqual(names);
      for (const name of names)
        expect(readFileSync(join(cwd, "merged", name)).equals(readFileSync(join(cwd, "local", name))), name).toBe(true);
      expect(await uptake(["verify", "merged"])).toMatchObject({ code: 0 });
    },
  );

  test("many runs are dealt out in blocks, and merge to the same bytes too", async () => {
    const short = "scenario: { district: small-rural, strategy: coaching-only, horizon: 2, target: { month: 2 } }";
    const grid = "factors: { levers.coaching.teachersPerCoach: [10, 40] }";
    await plan(`kind: sweep\ndesign: grid\n${grid}\nreplicates: 200\n${short}\n`, 2);
    const { runs, block, holds } = JSON.parse(readFileSync(join(cwd, "plan/plan.json"), "utf8"));
    expect([runs, block]).toEqual([400, 3]);
    expect(holds).toContain("shard i of 0 to 1 holds blocks of 3 runs: i, i + 2");
    for (const index of ["0", "1"])
      expect(await uptake(["shard", "run", "plan", "--index", index])).toMatchObject({ code: 0 });
    expect(await uptake(["shard", "merge", "plan", "--out", "merged"])).toMatchObject({ code: 0, err: "" });
    await uptake(["study", "study.yaml", "--out", "local"]);
    for (const name of readdirSync(join(cwd, "local")))
      expect(readFileSync(join(cwd, "merged", name)).equals(readFileSync(join(cwd, "local", name))), name).toBe(true);
  });

  test("planning again, and making a shard again, gives the same bytes; what a dead worker left is no matter", async () => {
    await plan(studies.run, 2);
    const before = readdirSync(join(cwd, "plan")).map((name) => readFileSync(join(cwd, "plan", name)));
    expect(await plan(studies.run, 2)).toMatchObject({ code: 0 });
    expect(readdirSync(join(cwd, "plan")).map((name) => readFileSync(join(cwd, "plan", name)))).toEqual(before);
    await uptake(["shard", "run", "plan", "--index", "1"]);
    const shard = readFileSync(path(1));
    write("plan/shard-00001.99-dead.tmp", "half");
    expect(await uptake(["shard", "run", "plan", "--index", "1"])).toMatchObject({
      out: expect.stringContaining("were finished already"),
    });
    expect(await uptake(["shard", "run", "plan", "--index", "1", "--again", "--threads", "2"])).toMatchObject({
      code: 0,
    });
    expect(readFileSync(path(1)).equals(shard)).toBe(true);
    rmSync(path(1));
    await uptake(["shard", "run", "plan", "--index", "1"]);
    expect(readFileSync(path(1)).equals(shard)).toBe(true);
  });

  test.for<[what: string, harm: (folder: string) => void]>([
    ["a list of runs that is gone", (folder) => rmSync(join(folder, "runs.jsonl"))],
    ["a list of runs that was changed", (folder) => spoil(join(folder, "runs.jsonl"), 40)],
    ["a plan that was changed", (folder) => spoil(join(folder, "plan.json"), 200)],
    ["a plan that was cut off", (folder) => truncateSync(join(folder, "plan.json"), 500)],
  ])("%s is refused by workers, and put right by planning again", async ([, harm]) => {
    await plan(studies.run, 2);
    await uptake(["shard", "run", "plan", "--index", "1"]);
    const all = (): Buffer[] => readdirSync(join(cwd, "plan")).map((name) => readFileSync(join(cwd, "plan", name)));
    const before = all();
    harm(join(cwd, "plan"));
    expect(await uptake(["shard", "run", "plan", "--index", "0"])).toMatchObject({ code: 2, out: "" });
    expect(await plan(studies.run, 2)).toMatchObject({ code: 0, err: "" });
    expect(all()).toEqual(before);
    expect(await uptake(["shard", "run", "plan", "--index", "0"])).toMatchObject({ code: 0 });
  });

  test("a shard that cannot be written is named, with what is kept, and leaves nothing half", async () => {
    await plan(studies.run, 2);
    mkdirSync(path(1));
    const { code, err } = await uptake(["shard", "run", "plan", "--index", "1"]);
    expect(code).toBe(1);
    expect(err).toContain(`${path(1)} was not written: a folder stands where a file is to be; nothing of this shard`);
    expect(readdirSync(join(cwd, "plan")).sort()).toEqual(["plan.json", "runs.jsonl", "shard-00001.parquet"]);
  });

  test("status lists what lacks and why, merge refuses it, and a shard made again mends it", async () => {
    await plan(studies.run, 4);
    for (const index of ["0", "1", "2"]) await uptake(["shard", "run", "plan", "--index", index]);
    await plan(studies.run.replace("kind: run", "kind: run\nseed: other"), 4, "other");
    await uptake(["shard", "run", "other", "--index", "1"]);
    cpSync(path(1, "other"), path(1));
    spoil(path(2), 40);
    const status = await uptake(["shard", "status", "plan"]);
    expect(status).toEqual({
      code: 1,
      err: "",
      out:
        "1 of 4 shards finished.\n1 shard missing: 3\nshard 1 is of another plan\nshard 2 is cut off, or was changed since it was written\n" +
        "Next:  uptake shard submit plan --missing --slurm\n       uptake shard submit plan --missing --parallel\n" +
        "       uptake shard run plan --index 1\n",
    });
    const { out } = await uptake(["shard", "status", "plan", "--json"]);
    expect(JSON.parse(out)).toMatchObject({
      finished: [0],
      missing: [3],
      wrong: [
        { shard: 1, state: "foreign" },
        { shard: 2, state: "damaged" },
      ],
    });
    const merged = await uptake(["shard", "merge", "plan", "--out", "merged"]);
    expect(merged.code).toBe(2);
    expect(merged.err).toContain("1 shard missing: 3");
    expect(merged.err).toContain("shard 1 is of another plan");
    expect(merged.err).toMatch(/; make what lacks, first: uptake shard run plan --index 1\n$/);
    expect(readdirSync(cwd)).not.toContain("merged");
    for (const index of ["1", "2", "3"])
      expect((await uptake(["shard", "run", "plan", "--index", index])).out).toContain("made");
    expect(await uptake(["shard", "merge", "plan", "--out", "merged"])).toMatchObject({ code: 0 });
  });

  test("every single byte of a shard is watched over, and its name", async () => {
    await plan(studies.compare, 6);
    await uptake(["shard", "run", "plan", "--index", "0"]);
    const { length } = readFileSync(path(0));
    const whole = readFileSync(path(0));
    const says = async (): Promise<string> => (await uptake(["shard", "status", "plan"])).out;
    for (const at of [0, 4, Math.floor(length / 2), length - 300, length - 9, length - 1]) {
      spoil(path(0), at);
      expect(await says(), String(at)).toContain("shard 0 is cut off, or was changed");
      writeFileSync(path(0), whole);
    }
    truncateSync(path(0), length - 1);
    expect(await says()).toContain("shard 0 is cut off");
    writeFileSync(path(0), "");
    expect(await says()).toContain("shard 0 is cut off");
    writeFileSync(path(1), whole);
    expect(await says()).toContain("shard 1 is shard 0 under another name");
  });
});

describe("which shard a worker makes", () => {
  test("comes from the first variable that is set, counted by the plan", async () => {
    await plan(studies.run, 3);
    const of = async (env: Record<string, string>, ...more: string[]): Promise<Said> =>
      uptake(["shard", "run", "plan", "--json", ...more], env);
    const later = { JOB_COMPLETION_INDEX: "1", AWS_BATCH_JOB_ARRAY_INDEX: "0", PBS_ARRAY_INDEX: "0" };
    expect(JSON.parse((await of({ SIM_SHARD_INDEX: "", ...later })).out)).toMatchObject({ shard: 1, shards: 3 });
    expect(JSON.parse((await of({ AWS_BATCH_JOB_ARRAY_INDEX: "2" })).out)).toMatchObject({ shard: 2 });
    expect(JSON.parse((await of({ PBS_ARRAY_INDEX: "2" }, "--index", "0")).out)).toMatchObject({ shard: 0 });
    expect((await of({ SLURM_ARRAY_TASK_ID: "3" })).err).toBe(
      "error: SLURM_ARRAY_TASK_ID: “3” is not the number of a shard of this plan (shards 0 to 2)\n",
    );
    expect(await of({})).toMatchObject({ code: 2, err: expect.stringContaining("--index: is needed") });
  });
});

describe("what is refused", () => {
  test.for<[why: string, text: string]>([
    [
      "each generation of its search",
      "kind: optimise\nbudgets: [1e6]\ndecisions: { coaching.teachersPerCoach: [10, 50] }\n",
    ],
    ["adds replicates until intervals are as narrow", `kind: compare\n${small}\n`],
    ["minimumBudget halves", `kind: attribute\nminimumBudget: {}\n${small}\n`],
    ["it screens parameters first", `kind: sensitivity\nmethod: sobol\nmost: 2\n${small}\n`],
  ])("a study of which later runs depend on earlier ones: %s", async ([why, text]) => {
    const { code, err } = await plan(text, 2);
    expect(code).toBe(2);
    expect(err).toContain("error: study.yaml:1:1 kind: the runs of this study cannot be shared out:");
    expect(err).toContain(why);
    expect(readdirSync(join(cwd, "plan"))).toEqual([]);
  });

  test("what a plan costs is told for so many tasks at a time", async () => {
    await plan(studies.sweep, 6);
    const told = await uptake([
      "shard",
      "plan",
      "study.yaml",
      "--shards",
      "6",
      "--out",
      "plan",
      "--tasks",
      "4",
      "--json",
    ]);
    const cost = JSON.parse(told.out);
    expect(cost.processorHours).toBeCloseTo((6 * cost.secondsPerRun) / 3600, 12);
    // Six shards of one run, four at a time, take as long as two.
    expect(cost.hoursOnTasks).toBeCloseTo((2 * cost.secondsPerRun) / 3600, 12);
    expect(cost.megabytes).toBeCloseTo((6 * cost.bytesPerRun) / 1e6, 12);
    // Each number that is read is 8 bytes, less what packing saves; names and checksums come beside them.
    expect(cost.bytesPerRun).toBeGreaterThan(100);
    expect(cost.bytesPerRun).toBeLessThan(20_000);
    const { out } = await uptake(["shard", "plan", "study.yaml", "--shards", "6", "--out", "plan", "--tasks", "4"]);
    expect(out).toMatch(/processor hours; with 4 tasks at a time about \d+ seconds? in all\. About \S+ MB of shards/);
    expect((await uptake(["shard", "plan", "study.yaml", "--tasks", "0"])).err).toContain(
      "--tasks: 0 is out of range (1 to 100000 tasks)",
    );
  });

  test("numbers of shards that cannot be", async () => {
    expect((await plan(studies.sweep, 7)).err).toContain(
      "--shards: 7 shards are more than the 6 runs of this study (1 to 6)",
    );
    const { err } = await uptake(["shard", "plan", "study.yaml", "--shards", "0"]);
    expect(err).toContain("--out: is needed");
    expect(err).toContain("--shards: 0 is out of range (1 to 100000 shards)");
  });

  test("another plan in the folder, and a plan that was changed, cut off or is of other sources", async () => {
    await plan(studies.run, 2);
    expect((await plan(studies.run, 3)).err).toContain("--out: plan holds another plan");
    const file = join(cwd, "plan", "plan.json");
    const text = readFileSync(file, "utf8");
    const says = async (content: string): Promise<string> => {
      writeFileSync(file, content);
      const { code, err } = await uptake(["shard", "run", "plan", "--index", "0"]);
      expect(code).toBe(2);
      return err;
    };
    expect(await says(text.replace('"replicates": 3', '"replicates": 4'))).toContain(
      "plan/plan.json plan: was changed since it was written",
    );
    expect(await says(text.slice(0, 500))).toContain("plan/plan.json: is not JSON");
    expect(await says(text.replace('"shards": 2', '"shards": "2"'))).toContain(
      "plan/plan.json shards: “2” is not a whole number",
    );
    writeFileSync(file, text);
    renameSync(join(cwd, "plan", "runs.jsonl"), join(cwd, "runs"));
    write("plan/runs.jsonl", readFileSync(join(cwd, "runs"), "utf8").replace('"replicate":[0,', '"replicate":[1,'));
    expect(await uptake(["shard", "run", "plan", "--index", "0"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("runs.jsonl: was changed since it was written; plan the study again"),
    });
    expect(readdirSync(join(cwd, "plan")).sort()).toEqual(["plan.json", "runs.jsonl"]);
  });

  test("status says that a plan is of other sources, and gives no command that would be refused", async () => {
    await plan(studies.run, 2);
    const file = join(cwd, "plan", "plan.json");
    const { plan: _, ...rest } = JSON.parse(readFileSync(file, "utf8")) as ShardPlan;
    writeFileSync(file, planText(namedPlan({ ...rest, sources: "0".repeat(64) })));
    const { version } = rest;
    const others = `is a plan of other sources of uptake ${version} than those installed here`;
    expect(await uptake(["shard", "status", "plan"])).toMatchObject({
      code: 1,
      out: `0 of 2 shards finished.\nThis ${others}; its shards are made and merged only by its own.\n2 shards missing: 0–1\n`,
    });
    const { code, out } = await uptake(["shard", "status", "plan", "--json"]);
    expect({ code, told: JSON.parse(out) }).toMatchObject({ code: 1, told: { otherProgram: others, missing: [0, 1] } });
  });
});
