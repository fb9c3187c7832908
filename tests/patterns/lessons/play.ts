import { type Parameter, parameters, prepare, type ScenarioInput, scenario, type World } from "@uptake/model";
import { type Difference, type Ensemble, ensembles, pairedDifference } from "@uptake/study";
import { atBudget, type Budgeted, plannedCost } from "@uptake/study/budget";
import { describe, expect, test } from "vitest";
import { figure } from "../figures.ts";
import { mean } from "../support.ts";
import { tenSchools } from "./programme.ts";
import type { LessonTrials, Levers, Measure, Trial } from "./trial.ts";

const replicates = 64;
/** Worlds in which no condition was sought. */
const seed = "lesson cards";

/** Says what each measure counts. */
const measures: Readonly<Record<Measure, string>> = {
  adoption: "adoption",
  label: "teachers who try or use",
  depth50: "teachers who use at depth .5",
  depth70: "teachers who use at depth .7",
  members: "schools in the programme",
  worstTier: "adoption in the poverty third that has least",
};

/** Tells whether a value is one the prior could give. */
function inPrior({ prior, default: usual }: Parameter, value: number): boolean {
  switch (prior.shape) {
    case "held":
      return value === usual;
    case "uniform":
      return value >= prior.low && value <= prior.high;
    case "bell":
      return Math.abs(value - prior.mean) <= 2 * prior.sd;
    case "rivals":
      return prior.values.includes(value);
  }
}

/** Lists the values of a trial's world that its priors could not give. */
function outside(world: World = {}): string[] {
  return Object.entries(world).flatMap(([name, value]) => {
    const found = parameters.find((one) => one.name === name);
    return found && inPrior(found, value) ? [] : [`${name} ${value}`];
  });
}

const scenarioOf = ({ where, world = {} }: Trial, levers: Levers): ScenarioInput => ({
  district: tenSchools,
  ...where,
  levers,
  parameters: { draw: "sampled", values: world },
});

/** Runs plans in the same worlds and luck. */
async function run(all: readonly Budgeted[]): Promise<Ensemble[]> {
  for (const { reached } of all) expect(reached).toBe(true);
  return ensembles(await Promise.all(all.map(({ scenario }) => prepare(scenario))), { replicates, seed });
}

const millions = (dollars: number): string => `$${(dollars / 1e6).toFixed(2)} million`;
const signed = (share: number): string => `${share < 0 ? "−" : "+"}${(100 * Math.abs(share)).toFixed(1)}`;
const spent = ({ cost }: Ensemble): number => mean(Array.from(cost.total));
const written = ({ estimate, low, high }: Difference): string =>
  `${signed(estimate!)} points (${signed(low!)} to ${signed(high!)})`;

/** Tells whether a difference shows what it is to show: its 95% interval lies on that side of zero. */
const agrees = (shows: Trial["shows"], { low, high }: Difference): boolean => (shows === "win" ? low! > 0 : high! < 0);

/**
 * Runs both plans of a trial in the same worlds and luck and records what the lever adds. Where the plan that comes out
 * ahead also spent more than planned against the other, the other plan's sum is set right and the verdict must stand.
 */
function playTrial(lever: string, trial: Trial): void {
  const { shows, words, using, instead, spentOn, sum, world = {}, measure: [series, month] = ["adoption", 34] } = trial;
  test(`${shows}: ${words}`, async (context) => {
    expect(outside(world)).toEqual([]);
    const dollars = sum?.dollars ?? (await plannedCost(scenario(scenarioOf(trial, using))));
    const otherAt = (share: number): Promise<Budgeted> =>
      atBudget(scenarioOf(trial, instead), share * dollars, { only: spentOn });
    const own = await atBudget(scenarioOf(trial, using), dollars, sum ? { only: sum.scaled } : {});
    const [here, there] = (await run([own, await otherAt(1)])) as [Ensemble, Ensemble];
    const difference = pairedDifference(there, here, series, month);
    const verdict = shows === "win" || shows === "loss";
    const ratio = spent(here) / spent(there);
    const unfair = verdict && (shows === "win" ? ratio > 1.01 : ratio < 0.99);
    const evened = unfair ? await run([await otherAt(ratio)]) : [there];
    const fair = pairedDifference(evened[0]!, here, series, month);
    const holds = agrees(shows, difference) && agrees(shows, fair);
    const fixed = Object.entries(world).map(([name, value]) => `${name} ${value}`);
    const notes = [
      `planned at ${millions(dollars)} each, spent ${millions(spent(here))} and ${millions(spent(there))} on average`,
      unfair ? `${written(fair)} when the other plan's sum is set by what was spent` : "",
      fixed.length > 0 ? `held: ${fixed.join(", ")}` : "",
    ];
    figure(context, {
      pattern: `lesson-${lever}`,
      statistic: `${shows}: ${words}`,
      simulated: `${written(difference)} of ${measures[series]}, May of year ${(month + 2) / 12}`,
      ...(verdict ? { tolerance: shows === "win" ? "above 0" : "below 0", holds } : {}),
      cases: `${replicates} kept worlds, paired; 95% interval`,
      note: notes.filter(Boolean).join("; "),
    });
    if (verdict) expect(holds).toBe(true);
  });
}

/** Runs the trials of each lever. */
export function play(all: readonly LessonTrials[]): void {
  describe.each(all)("$lever", ({ lever, trials }) => {
    for (const trial of trials) playTrial(lever, trial);
  });
}
