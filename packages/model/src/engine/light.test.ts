import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { profiles } from "../district/profile.ts";
import { loadKeptWorlds } from "../evidence/load-kept-worlds.ts";
import { InputError } from "../issue.ts";
import type { Plan } from "../scenario/plan.ts";
import { prepare } from "../scenario/prepare.ts";
import { strategies } from "../scenario/presets/index.ts";
import { type ScenarioInput, scenario } from "../scenario/scenario.ts";
import * as light from "./light.ts";
import { simulate } from "./simulate.ts";

const { coachingOnly, internationals, smallRural, napaValleyUnified } = light;
const named = { strategies: [coachingOnly, internationals], districts: [smallRural, napaValleyUnified] };
const known = { ...named, readings: light.readings };

/** Lists the names of strategies and districts in what a page loads at once that names some exports of the light entry. */
async function carried(names: string): Promise<string[]> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { ${names} } from "./light.ts"; console.log(${names});`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    splitting: true,
    format: "esm",
    external: ["mathjs"],
    outdir: "page",
    write: false,
  });
  const page = outputFiles.find(({ path }) => path.endsWith("stdin.js"))?.text ?? "";
  const parts = [...strategies.map(({ name }) => `name: "${name}"`), ...profiles.map(({ id }) => `id: "${id}"`)];
  return parts.filter((part) => page.includes(part));
}

/** Returns the issues that a call is refused with. */
async function issuesOf(call: () => unknown): Promise<InputError["issues"]> {
  try {
    await call();
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
}

test("gives every strategy and every embedded district by a name of its own", () => {
  const given: unknown[] = Object.values(light);
  for (const one of [...strategies, ...profiles]) expect(given).toContain(one);
});

describe("makes the runs of the main entry", () => {
  const cases = [
    { district: "small-rural", strategy: "coaching-only" },
    { district: "napa-valley-unified", strategy: "internationals" },
    { district: "napa-valley-unified", strategy: { base: "coaching-only" }, levers: { guidance: { choice: 1 } } },
  ];
  test.for(cases)("$district, $strategy", async (input) => {
    const lightly = light.scenario(input, known);
    expect(lightly).toEqual(scenario(input));
    const plan = await light.prepare(lightly, known);
    const options = { seed: "light", replicate: 5 };
    expect(light.simulate(plan, options)).toEqual(simulate(await prepare(scenario(input)), options));
  });
});

test("reads settings left unknown as the main entry does, where it is handed readings", async () => {
  const input = {
    district: "small-rural",
    strategy: "coaching-only",
    levers: { coaching: { teachersPerCoach: { between: [10, 40] as const } } },
  };
  const plan = await light.prepare(light.scenario(input, known), known);
  const options = { seed: "light", replicate: 7 };
  expect(plan.readings).toHaveLength(16);
  expect(light.simulate(plan, options)).toEqual(simulate(await prepare(scenario(input)), options));
});

const beliefs = [
  { draw: "fixed" },
  { draw: "priors" },
  { priors: { "support.rho": [-1, 0] } },
  { effects: "common" },
  { draw: "priors", effects: "common" },
  { level: "hopeful" },
  { draw: "fixed", level: "sceptical", priors: { "support.quality": { bell: [0.8, 0.05] } } },
] as const;

/** Prepares the plan of one strategy under beliefs. */
async function believing(parameters: ScenarioInput["parameters"]): Promise<Plan> {
  const input: ScenarioInput = { district: "small-rural", strategy: "coaching-only", horizon: 14 };
  return light.prepare(light.scenario({ ...input, ...(parameters && { parameters }) }, named), named);
}

describe("draws worlds as the main entry does", () => {
  test.for(beliefs)("where it is handed drawWorld: %j", async (parameters) => {
    const plan = await believing(parameters);
    const options = { seed: "light", replicate: 3 };
    expect(light.simulate(plan, { ...options, drawWorld: light.drawWorld })).toEqual(simulate(plan, options));
  });
  test("and without it from a table of one's own, with values", async () => {
    const { parameters, rows, source } = await loadKeptWorlds();
    const worlds = { parameters, source, rows: rows.slice(20, 27) };
    const plan = await believing({ worlds, values: { "support.rho": 1 } });
    for (const options of [
      { seed: "light", replicate: 3 },
      { seed: "b", replicate: 4_000_000_000 },
    ])
      expect(light.simulate(plan, options)).toEqual(simulate(plan, options));
  });
});

describe("refuses", () => {
  test.for(beliefs)(
    "worlds drawn otherwise than from a table, where it was not handed drawWorld: %j",
    async (asked) => {
      const plan = await believing(asked);
      const issues = await issuesOf(() => light.simulate(plan, { seed: "light", replicate: 3 }));
      const told = { code: "no-draw-world", message: expect.stringContaining("no drawWorld was handed in") };
      expect(issues).toHaveLength(Object.keys(asked).length);
      expect(issues).toEqual(
        expect.arrayContaining(
          Object.entries(asked).map(([name, value]) => ({ ...told, path: `parameters.${name}`, value })),
        ),
      );
    },
  );
  test("all settings left unknown, where it was not handed readings", async () => {
    const levers = {
      coaching: { teachersPerCoach: { between: [10, 40] as const }, allocation: { among: ["equal", "need"] } },
      guidance: { choice: 0.5 },
    };
    const asked = light.scenario({ district: "small-rural", strategy: "coaching-only", levers }, named);
    expect(await issuesOf(() => light.prepare(asked, named))).toMatchObject([
      { code: "no-readings", path: "levers.coaching.teachersPerCoach", value: levers.coaching.teachersPerCoach },
      { code: "no-readings", path: "levers.coaching.allocation", value: levers.coaching.allocation },
    ]);
  });
  test("a strategy that it was not handed, with the nearest that it was", async () => {
    const issues = await issuesOf(() => light.scenario({ strategy: "coaching-onyl" }, known));
    expect(issues).toMatchObject([{ code: "unknown-strategy", path: "strategy", nearest: "coaching-only" }]);
    expect(await issuesOf(() => light.scenario({ strategy: "mandate" }, known))).toMatchObject([
      { code: "unknown-strategy", value: "mandate" },
    ]);
  });
  test("a district that it was not handed, with those that it was", async () => {
    const asked = light.scenario({ district: "large-urban", strategy: "coaching-only" }, known);
    expect(await issuesOf(() => light.prepare(asked, known))).toMatchObject([
      { code: "unknown-profile", path: "district", value: "large-urban", allowed: "small-rural, napa-valley-unified" },
    ]);
  });
  test("a seed and a replicate as the main entry does", async () => {
    const plan = await light.prepare(
      light.scenario({ district: "small-rural", strategy: "coaching-only" }, known),
      known,
    );
    for (const options of [
      { seed: "", replicate: 0 },
      { seed: "a", replicate: -1 },
    ]) {
      const issues = await issuesOf(() => light.simulate(plan, options));
      expect(issues).toHaveLength(1);
      expect(issues).toEqual(await issuesOf(() => simulate(plan, options)));
    }
  });
});

test("a page carries the strategies and districts that it names alone", async () => {
  const named = "scenario, prepare, simulate, coachingOnly, smallRural";
  expect(await carried(named)).toEqual(['name: "coaching-only"', 'id: "small-rural"']);
});

test("a strategy of one's own changes only one that was handed in", () => {
  const own = { strategy: { name: "coaching-only", levers: { vision: {} } } };
  expect(light.scenario(own, known).strategy).toBe("coaching-only (changed)");
  expect(light.scenario(own).strategy).toBe("coaching-only");
});
