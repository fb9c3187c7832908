import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drawWorld, parameters, worldsVersion } from "@uptake/model";
import { readWorlds, writeWorlds } from "@uptake/model/validate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listeningHost } from "../../test-support/listening-host.ts";
import { main } from "../command-line.ts";

let cwd: string;
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-worlds-"));
  mkdirSync(join(cwd, "own"));
  const worlds = Array.from({ length: 5 }, (_, r) => drawWorld("own", r, { draw: "priors" }));
  const rows = worlds.map((world) => parameters.map(({ name }) => world[name]!));
  file("own/worlds.csv", writeWorlds(rows));
});
afterAll(() => rmSync(cwd, { recursive: true }));

async function uptake(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const host = listeningHost(cwd);
  const code = await main(argv, host);
  return { code, ...host.said };
}

function file(name: string, text: string): string {
  writeFileSync(join(cwd, name), text);
  return name;
}
const read = (name: string): string => readFileSync(join(cwd, name), "utf8");

const plan = (beliefs: string): string =>
  `district: small-rural\nstrategy: coaching-only\nhorizon: 12\ntarget: { month: 10 }\nparameters:\n${beliefs}`;

test("what a calibration learns of plan A runs plan B, and verifies", async () => {
  file(
    "a.yaml",
    `kind: calibrate
scenario: { district: small-rural, strategy: coaching-only, horizon: 12, target: { month: 10 } }
series:
  - { month: 3, share: 0.17, respondents: 40 }
  - { month: 7, share: 0.2, respondents: 40 }
  - { month: 11, share: 0.25, respondents: 40 }
parameters: [trying.intercept, trying.support]
particles: 20
generations: 2
simulations: 60
predictive: 20
`,
  );
  const calibrated = await uptake("calibrate", "a.yaml", "--threads", "1", "--out", "out/calibrate");
  expect(calibrated).toMatchObject({ code: 0, err: "" });
  const worlds = readWorlds(read("out/calibrate/worlds.csv"), "worlds");
  expect(worlds.rows).toHaveLength(20);
  const [rival] = JSON.parse(read("out/calibrate/answer.json")).data.rivals;
  const learnt = rival.worlds.map((one: { values: object }) => JSON.stringify(Object.values(one.values)));
  const places = ["trying.intercept", "trying.support"].map((name) => worlds.parameters.indexOf(name));
  for (const row of worlds.rows) expect(learnt).toContain(JSON.stringify(places.map((place) => row[place])));
  expect(rival.table).toBeUndefined();

  file(
    "b.yaml",
    `district: us-average\nstrategy: mandate\nhorizon: 12\ntarget: { month: 10 }
parameters: { worlds: out/calibrate/worlds.csv }\n`,
  );
  const run = await uptake("run", "b.yaml", "--replicates", "3", "--out", "b");
  expect(run).toMatchObject({ code: 0, err: "" });
  expect(run.out).toContain(
    "Worlds of the scenario: 20 worlds of out/calibrate/worlds.csv, in place of the kept ones.",
  );
  const { study } = JSON.parse(read("b/receipt.json"));
  expect(study.scenario.parameters.worlds).toEqual({ ...worlds, source: "out/calibrate/worlds.csv" });
  rmSync(join(cwd, "out"), { recursive: true });
  expect((await uptake("verify", "b")).out).toContain("Confirmed: all agrees.");
  // What was written runs the same again, from its own copy of the worlds.
  const again = await uptake("run", "b/scenario.yaml", "--replicates", "3", "--out", "again");
  expect(again).toMatchObject({ code: 0, err: "" });
  expect(read("again/series.csv")).toBe(read("b/series.csv"));
});

describe("beliefs", () => {
  test("stand in a scenario and are named in what it says", async () => {
    file(
      "own.yaml",
      plan(
        "  worlds: own/worlds.csv\n  priors: { trying.vision: [0.2, 0.8], depth.support: { bell: [0.1, 0.02] } }\n  effects: common\n",
      ),
    );
    const { code, out } = await uptake("run", "own.yaml", "--replicates", "2");
    expect(code).toBe(0);
    expect(out).toContain(`from own/worlds.csv; seed “uptake”`);
    expect(out).toContain(`
Worlds of the scenario: 5 worlds of own/worlds.csv, in place of the kept ones.
Effects of lessons and levers have one common factor (effects: common), but for those with a value or a prior of their own.
Own priors, each drawn apart from all other numbers: trying.vision (even, 0.2 to 0.8); depth.support (bell, 0.1 (sd 0.02)).
`);
  });
  test("are options too, which take the place of the file's", async () => {
    file("gone.yaml", plan("  worlds: gone.csv\n  level: hopeful\n"));
    const options = ["--worlds", "own/worlds.csv", "--level", "sceptical"];
    const run = await uptake("run", "gone.yaml", "--replicates", "2", "--json", ...options);
    expect(run).toMatchObject({ code: 0, err: "" });
    const { scenario } = JSON.parse(run.out);
    expect(scenario.parameters).toMatchObject({ level: "sceptical", worlds: { source: "own/worlds.csv" } });
    const compared = await uptake("compare", "gone.yaml", "mandate", "--replicates", "2", ...options);
    expect(compared).toMatchObject({ code: 0, err: "" });
    expect(compared.out).toContain("first quartile, and costs of levers at their third, among these worlds");
  });
  test("change what a strategy does, from sceptical to hopeful", async () => {
    const adoption = async (...options: string[]): Promise<number> => {
      const more = ["--strategy", "all-six-lessons", "--replicates", "8", "--months", "36", "--json"];
      const { out } = await uptake("run", "--district", "small-rural", ...more, ...options);
      return JSON.parse(out).adoption.mean[34];
    };
    const [low, high] = [await adoption("--level", "sceptical"), await adoption("--level", "hopeful")];
    expect(high).toBeGreaterThan(low + 0.1);
  });
  test("are in the notes of a study, and its settings, but not the values of worlds", async () => {
    file(
      "rivals.yaml",
      `kind: rivals\nscenario: { district: small-rural, horizon: 12, target: { month: 10 }, parameters: { worlds: own/worlds.csv } }
strategies: [coaching-only, mandate]\nmonth: 10\nreplicates: 2\n`,
    );
    const { code, out } = await uptake("rivals", "rivals.yaml", "--threads", "1", "--out", "rivals");
    expect(code).toBe(0);
    expect(out).toContain("Worlds of the scenario: 5 worlds of own/worlds.csv");
    const report = read("rivals/report.html");
    expect(report).toContain("worlds: own/worlds.csv (5 worlds, written out in receipt.json)");
  });
});

describe("wrong beliefs end with 2, each at its place", () => {
  const errors = async (...argv: string[]): Promise<string[]> => {
    const { code, out, err } = await uptake(...argv);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    return err.trimEnd().split("\n");
  };

  test("in a scenario file", async () => {
    file(
      "wrong.yaml",
      plan("  draw: priors\n  worlds: nowhere.csv\n  priors:\n    trying.suport: [1, 2]\n    trying.vision: [1, 1]\n"),
    );
    expect(await errors("run", "wrong.yaml")).toEqual([
      "error: wrong.yaml:7:3 parameters.worlds: there is no file nowhere.csv",
      'error: wrong.yaml:9:5 parameters.priors["trying.suport"]: no parameter is called “trying.suport”; did you mean trying.support?',
      'error: wrong.yaml:10:5 parameters.priors["trying.vision"]: both ends are 1, so the prior has no width (low below high)',
    ]);
    file("drawn.yaml", plan("  draw: priors\n  worlds: own/worlds.csv\n"));
    expect(await errors("run", "drawn.yaml")).toEqual([
      "error: drawn.yaml:7:3 parameters.worlds: worlds are not taken from a table with draw: priors (draw: sampled)",
    ]);
  });
  test("in a table of worlds, with its line and column", async () => {
    const [header, first, ...others] = read("own/worlds.csv").trimEnd().split("\n") as [string, string, ...string[]];
    const old = first.replace(worldsVersion(), "0.0.1+00000000");
    file("own/old.csv", [header.replace("support.rho", "suport.rho"), old, ...others, ""].join("\n"));
    file("old.yaml", plan("  worlds: own/old.csv\n"));
    const place = header.indexOf("support.rho") + 1;
    const all = [
      "error: own/old.csv:1:1 support.rho: the column is missing",
      `error: own/old.csv:1:${place} suport.rho: there is no column “suport.rho”; did you mean support.rho?`,
      `error: own/old.csv:2:1 version: the worlds are of version 0.0.1+00000000 (${worldsVersion()})`,
    ];
    expect(await errors("run", "old.yaml")).toEqual(all);
    expect(await errors("run", "--worlds", "own/old.csv")).toEqual(all);
    file("study.yaml", `kind: rivals\nscenario: old.yaml\nstrategies: [coaching-only, mandate]\n`);
    expect((await errors("rivals", "study.yaml")).sort()).toEqual(all.sort());
  });
  test("in options", async () => {
    expect(await errors("start", "--level", "hopfull", "--effects", "tied", "--worlds", "none.csv")).toEqual([
      "error: --effects: “tied” is not one of the names allowed (known: independent, common)",
      "error: --level: “hopfull” is not one of the names allowed; did you mean hopeful?",
      "error: none.csv --worlds: there is no such file",
    ]);
    file("own.yaml", plan("  draw: fixed\n"));
    expect(await errors("run", "own.yaml", "--worlds", "own/worlds.csv", "--effects", "common")).toEqual([
      "error: --worlds: worlds are not taken from a table with draw: fixed (draw: sampled)",
      "error: --effects: with draw: fixed no effect moves (draw: sampled or draw: priors)",
    ]);
    expect(await errors("compare", "study.yaml", "--level", "hopeful")).toEqual([
      "error: --level: is of use only without a study file, which says it itself",
    ]);
  });
});
