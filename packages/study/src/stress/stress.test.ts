import { drawWorld, InputError, keptWorlds, loadKeptWorlds, prepare, type Scenario, scenario } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { ensemble } from "../ensemble/ensemble.ts";
import { column } from "../ensemble/series.ts";
import { seriesOf } from "../ensemble/summarise.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate, EvaluationJob } from "../evaluate/evaluation.ts";
import { namedShocks } from "./named-shocks.ts";
import { stress } from "./stress.ts";
import type { StressOptions } from "./stress-options.ts";

const of = (strategy: string, more: Parameters<typeof scenario>[0] = {}): Scenario =>
  scenario({ district: "small-rural", strategy, horizon: 36, ...more });
const pair = [of("coaching-only"), of("institutes-only")];

/** Reads outcomes from `outcome` of the name of the strategy, its shocks and the replicate. */
function fake(outcome: (strategy: string, shocks: readonly string[], replicate: number, start: number) => number) {
  const jobs: EvaluationJob[] = [];
  const evaluate: Evaluate = async (job) => {
    jobs.push(job);
    const values = job.evaluations.flatMap(({ plan, replicate }) => {
      const { name, shocks, levers } = job.plans[plan]!.scenario;
      const kinds = shocks.map(({ kind }) => kind);
      const start = levers["coaching"]?.start ?? 0;
      return job.statistics.map(() => outcome(name, kinds, replicate, start));
    });
    return { values: Float64Array.from(values), checksums: job.evaluations.map(() => "x"), failures: [] };
  };
  return { evaluate, jobs };
}

describe("a matrix of outcomes", () => {
  const outcomes: Record<string, readonly number[]> = {
    "coaching-only": [0.9, 0.9, 0.6, 0.1],
    "institutes-only": [0.6, 0.6, 0.6, 0.6],
  };
  const cut = (kinds: readonly string[]): number => (kinds.includes("budget-cut") ? 0.4 : 0);
  const { evaluate, jobs } = fake((name, kinds, replicate) => outcomes[name]![replicate]! - cut(kinds));
  const found = stress(pair, { evaluate, draws: 4, shocks: ["none", "budget-cut"], threshold: { value: 0.6 } });

  test("gives robustness, regret and who is best, by hand", async () => {
    const [none, hit] = (await found).underShocks;
    const [coaching, institutes] = none!.strategies;
    expect(coaching!.robustness).toMatchObject({ met: 3, probability: 0.75, place: 2, tiedWithFirst: true });
    expect(institutes!.robustness).toMatchObject({ met: 4, place: 1 });
    expect(coaching!.regret!.mean.mean).toBeCloseTo(0.125, 12);
    expect(institutes!.regret!.mean.mean).toBeCloseTo(0.15, 12);
    expect([coaching, institutes].map((one) => [one!.regret!.bestAlone, one!.regret!.bestShared])).toEqual([
      [2, 1],
      [1, 1],
    ]);
    expect(coaching!.worstTenth.mean).toBeCloseTo(0.1, 12);
    expect(coaching!.change).toMatchObject({ mean: 0 });
    expect(hit!.strategies[0]!.robustness.met).toBe(0);
    expect(hit!.strategies[1]!.change?.mean).toBeCloseTo(-0.4, 12);
  });
  test("is asked for once, with the same worlds for every strategy and shock", async () => {
    await found;
    expect(jobs).toHaveLength(1);
    const replicates = jobs[0]!.evaluations.map(({ replicate }) => replicate);
    expect(replicates).toEqual([0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3]);
    expect((await found).cases.slice(3, 6)).toMatchObject([
      { strategy: "coaching-only", shock: "none", world: 3, luck: 0 },
      { strategy: "coaching-only", shock: "budget-cut", world: 0 },
      { strategy: "coaching-only", shock: "budget-cut", world: 1 },
    ]);
  });
  test("leaves out a world in which a run failed, and says so", async () => {
    const holed = fake((name, _, replicate) => (name === "coaching-only" && replicate === 2 ? Number.NaN : 0.5));
    const one = await stress(pair, { evaluate: holed.evaluate, draws: 4, shocks: ["none"], threshold: { value: 0.5 } });
    expect(one.underShocks[0]).toMatchObject({ worlds: 3, leftOut: 1 });
    expect(one.cases[2]?.values[0]).toBeNull();
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  });
  test("takes less as better where it is", async () => {
    const threshold = { measure: "cost", value: 0.6 };
    const cost = await stress(pair, { evaluate, draws: 4, shocks: ["none"], threshold });
    expect(cost.threshold).toEqual({ measure: "cost", month: 36, value: 0.6, better: "lower" });
    expect(cost.underShocks[0]!.strategies.map(({ robustness }) => robustness.met)).toEqual([2, 4]);
  });
});

describe("harm", () => {
  const changes: Record<string, (replicate: number) => number> = {
    none: () => 0,
    "budget-cut": (replicate) => -0.2 - 0.001 * replicate,
    "policy-churn": (replicate) => -0.2 + 0.002 * (replicate % 2 === 0 ? 1 : -1),
    "superintendent-exit": () => 0,
  };
  const { evaluate } = fake((_, kinds, replicate) => 0.5 + changes[kinds[0] ?? "none"]!(replicate));
  const shocks = ["none", "superintendent-leaves", "budget-cut", "policy-churn"];

  test("is ranked by what shocks change, and told apart where it can be", async () => {
    const found = await stress(pair.slice(0, 1), { evaluate, draws: 8, shocks });
    const harm = found.underShocks.map(({ strategies }) => strategies[0]!.harm);
    expect(harm.map((one) => one?.place)).toEqual([undefined, 3, 1, 2]);
    expect(harm.map((one) => one?.tiedWithWorst)).toEqual([undefined, false, false, false]);
    expect(harm[2]!.overWorst).toBeNull();
    expect(harm[1]!.overWorst?.mean).toBeCloseTo(0.2035, 12);
    const few = await stress(pair.slice(0, 1), { evaluate, draws: 2, shocks });
    expect(few.underShocks.map(({ strategies }) => strategies[0]!.harm?.tiedWithWorst)).toEqual([
      undefined,
      false,
      true,
      true,
    ]);
  });
  test("and regret are held within what a difference of shares can be", async () => {
    const { evaluate: far } = fake(
      (name, kinds, replicate) => (Number(name === "coaching-only") + kinds.length + replicate) % 2,
    );
    const found = await stress(pair, { evaluate: far, draws: 2, shocks: ["none", "budget-cut"] });
    const told = found.underShocks.flatMap(({ strategies }) => strategies);
    const ends = told.flatMap(({ change, regret, harm }) =>
      [change, regret?.mean, regret?.overFirst, harm?.overWorst].flatMap((one) => (one ? [one.low!, one.high!] : [])),
    );
    expect([Math.min(...ends), Math.max(...ends)]).toEqual([-1, 1]);
  });
  test("is not told without a set of no shocks, and one strategy alone has no regret", async () => {
    const found = await stress(pair.slice(0, 1), { evaluate, draws: 4, shocks: ["budget-cut", "policy-churn"] });
    const all = found.underShocks.flatMap(({ strategies }) => strategies);
    expect(all.map(({ harm, regret, change }) => [harm, regret, change])).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
    expect(all[0]!.robustness).toMatchObject({ place: 1, lessFirst: null, tiedWithFirst: false });
  });
});

describe("worlds and luck", () => {
  test("are every kept world once, and again with other luck", async () => {
    const { evaluate, jobs } = fake(() => 0.5);
    const all = await stress(pair, { evaluate, shocks: ["none"], luck: 2, vulnerable: [] });
    const kept = keptWorlds.count;
    expect(all.worlds).toEqual({ from: "kept", count: kept, luck: 2 });
    expect(jobs[0]!.evaluations.slice(0, 4).map(({ replicate }) => replicate)).toEqual([0, kept, 1, kept + 1]);
    expect(jobs[0]!.evaluations).toHaveLength(4 * kept);
  });
  test("of a table are its own, with own priors carried along where only luck changes", async () => {
    const { rows, ...kept } = await loadKeptWorlds();
    const worlds = { ...kept, rows: rows.slice(0, 3) };
    const own = (priors: Scenario["parameters"]["priors"]): Scenario[] =>
      pair.map((one) => ({ ...one, parameters: { ...one.parameters, worlds, priors } }));
    const { evaluate, jobs } = fake(() => 0.5);
    const options: StressOptions = { evaluate, shocks: ["none"], luck: 2, vulnerable: [] };
    const found = await stress(own({}), options);
    expect(found.worlds).toEqual({ from: "table", count: 3, luck: 2 });
    expect(jobs[0]!.evaluations.slice(0, 2)).toEqual([
      { plan: 0, replicate: 0 },
      { plan: 0, replicate: 3 },
    ]);
    await stress(own({ "trying.support": [1, 2] }), options);
    const [first, second] = jobs[1]!.evaluations;
    expect([first!.values, second!.replicate]).toEqual([undefined, 3]);
    expect(second!.values).toEqual(
      drawWorld("uptake", 0, { draw: "sampled", worlds, priors: { "trying.support": [1, 2] } }),
    );
    await expect(stress(own({}), { ...options, worlds: "priors" })).rejects.toThrow(
      "the scenario has worlds of its own, so none are drawn from the priors",
    );
  });
  test("of the priors carry the world along where only luck changes", async () => {
    const options: StressOptions = { worlds: "priors", draws: 2, luck: 2, shocks: ["none"], vulnerable: [] };
    const { evaluate, jobs } = fake(() => 0.5);
    await stress(pair, { ...options, evaluate });
    const [job] = jobs;
    expect(job!.plans[0]!.scenario.parameters.draw).toBe("priors");
    const own = job!.evaluations.slice(0, 4).map(({ replicate, values }) => [replicate, values !== undefined]);
    expect(own).toEqual([
      [0, false],
      [2, true],
      [1, false],
      [3, true],
    ]);
  });
  test("are those of an ensemble where there are no shocks", async () => {
    const found = await stress(pair, { draws: 3, shocks: ["none"], seed: "s", vulnerable: [] });
    const whole = await ensemble(await prepare(pair[0]!), { replicates: 3, seed: "s" });
    expect(found.cases.slice(0, 3).map(({ values }) => values[0])).toEqual(column(seriesOf(whole, "adoption"), 34));
    expect(found.checksums.slice(0, 3)).toEqual(whole.checksums);
  });
});

describe("named shocks", () => {
  test("act from their first month, and not before", async () => {
    const { jobs, evaluate } = fake(() => 0.5);
    await stress(pair, { evaluate, draws: 2, vulnerable: [] });
    const plans = jobs[0]!.plans.slice(0, namedShocks.length);
    const evaluations = plans.flatMap((_, plan) => [0, 1, 2, 3].map((replicate) => ({ plan, replicate })));
    for (const [k, { name, shocks }] of namedShocks.entries()) {
      const first = Math.min(36, ...shocks.map(({ month }) => month));
      const read = async (month: number, plan: number): Promise<number[]> => {
        const statistics = ["stage.trying", "meanDepth", "cost"].map((series) => ({ series, month }));
        const asked = evaluations.filter((one) => one.plan === plan);
        return [...(await evaluateHere({ plans, seed: "a", statistics, evaluations: asked })).values];
      };
      expect(await read(first, k), name).toEqual(await read(first, 0));
      if (shocks.length > 0) expect(await read(36, k), name).not.toEqual(await read(36, 0));
    }
  });
  test("are listed once, none first, and say what happens", () => {
    expect(namedShocks[0]).toMatchObject({ name: "none", shocks: [] });
    expect(new Set(namedShocks.map(({ name }) => name)).size).toBe(namedShocks.length);
    for (const { doc } of namedShocks) expect(doc).toMatch(/^[A-Z].*[^.]$/);
  });
});

describe("start months", () => {
  test("come in turn over worlds, and are told where they matter", async () => {
    const { evaluate } = fake((name, _, __, start) => (name === "coaching-only" && start > 6 ? 0.2 : 0.9));
    const starts = { coaching: [0, 6, 12, 18] };
    const found = await stress(pair, { evaluate, draws: 160, shocks: ["none"], starts });
    expect(found.starts["coaching"]?.slice(0, 5)).toEqual([0, 6, 12, 18, 0]);
    const [coaching, institutes] = found.vulnerabilities;
    expect(coaching?.boxes[0]).toMatchObject({ conditions: "coaching starts after month 9", density: 1, coverage: 1 });
    expect(coaching?.boxes[0]).toMatchObject({ stands: true, heldOut: { coverage: 1, base: 0.5 } });
    expect(institutes?.sentence).toBe("“institutes-only” fails in no case.");
    expect(found.inputs["levers.coaching.start"]?.slice(0, 3)).toEqual([0, 6, 12]);
  });
});

describe("stress refuses", () => {
  const issues = async (scenarios: readonly Scenario[], options: StressOptions): Promise<unknown> => {
    const error = await stress(scenarios, options).catch((thrown: unknown) => thrown);
    return error instanceof InputError ? error.issues : error;
  };
  test("no strategy", async () => {
    expect(await issues([], {})).toMatchObject([{ code: "too-few", path: "strategies", value: 0 }]);
  });
  test("everything wrong at once", async () => {
    const own = {
      name: "own",
      doc: "Own",
      shocks: [
        { kind: "budget-cuts", month: 40, size: 2 },
        { kind: "budget-cut", month: 40, size: 2 },
      ],
    };
    const found = await issues(pair, {
      draws: 0,
      luck: 0,
      tolerance: -1,
      shocks: ["pandemic", "pandemic-yaer", own],
      threshold: { value: 1.2 },
      starts: { coachin: [0], guidance: [], coaching: [40] },
      vulnerable: ["coaching"],
      inputs: ["principal.exits"],
    });
    expect(found).toMatchObject([
      { code: "empty", path: "draws", message: "there are no worlds" },
      { code: "empty", path: "luck" },
      { code: "out-of-range", path: "tolerance" },
      { code: "unknown-lever", path: "starts.coachin", nearest: "coaching" },
      { code: "unused-lever", path: "starts.guidance" },
      { code: "empty", path: "starts.guidance" },
      { code: "out-of-range", path: "starts.coaching", value: 40 },
      { code: "unknown-strategy", path: "vulnerable[0]" },
      { code: "unknown-parameter", path: "inputs[0]", nearest: "principal.exit" },
      { code: "unknown-shock", path: "shocks[0]" },
      { code: "unknown-shock", path: "shocks[1]", nearest: "pandemic-year" },
      { code: "unknown-shock", path: "shocks[2].shocks[0].kind", nearest: "budget-cut" },
      { code: "beyond-horizon", path: "shocks[2].shocks[1].month" },
      { code: "out-of-range", path: "shocks[2].shocks[1].size", allowed: "0 to 1 (share of intensity)" },
      { code: "out-of-range", path: "threshold.value", value: 1.2, allowed: "a share, 0 to 1" },
    ]);
  });
  test("more kept worlds than there are, a cost without a limit, and other districts", async () => {
    expect(await issues(pair, { draws: 2000 })).toMatchObject([{ code: "out-of-range", path: "draws" }]);
    expect(await issues(pair, { threshold: { measure: "cost" } })).toMatchObject([
      { code: "missing", path: "threshold.value" },
    ]);
    // Less of a gap is better, so the target's share says nothing of it.
    expect(await issues(pair, { threshold: { measure: "gap" } })).toMatchObject([
      { code: "missing", path: "threshold.value", allowed: "a share, -1 to 1" },
    ]);
    expect(await issues(pair, { threshold: { measure: "cost", value: -1 } })).toMatchObject([
      { code: "out-of-range", path: "threshold.value", value: -1, allowed: "a number, 0 or more" },
    ]);
    expect(await issues(pair, { threshold: { measure: "adoptoin" } })).toMatchObject([
      { code: "unknown-measure", path: "threshold.measure", nearest: "adoption" },
    ]);
    const other = of("institutes-only", { district: "napa-valley-unified" });
    expect(await issues([pair[0]!, other], {})).toMatchObject([{ code: "different-districts", path: "strategies[1]" }]);
  });
});
