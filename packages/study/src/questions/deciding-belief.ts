import { drawWorld, loadKeptWorlds, prepare, type ScenarioInput, scenario, type World } from "@uptake/model";
import { valueAt } from "../design/value-at.ts";
import { cutAt } from "../evaluate/cut-at.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import type { MeanInterval } from "../statistics/mean-interval.ts";
import { presentMean } from "../statistics/present-mean.ts";
import { rankCorrelation } from "../statistics/rank-correlation.ts";
import { worldsFrom } from "../statistics/worlds-of.ts";
import { targetSeries } from "../target/target-series.ts";
import { type BeliefBar, type BeliefRuns, beliefBar, leadOf, reach } from "./belief-bars.ts";
import { checkCount, fewest } from "./fewest.ts";
import type { Question } from "./question.ts";
import { variedBeliefs, variedDraw } from "./varied-beliefs.ts";

/** Asks which belief moves what the target is of the farthest. */
export interface DecidingInput {
  /** The plan. */
  readonly scenario: ScenarioInput;
  /** Beliefs looked at one at a time, 1 or more (default 40): those that go most with the outcome over worlds. */
  readonly most?: number;
  /** Worlds from which those are chosen, 25 or more (default 200). */
  readonly screened?: number;
  /** Beliefs that are run to all replicates, the others to 25 (default 10). */
  readonly closer?: number;
  /** Replicates of each end of these, 25 … 100,000 (default 100). */
  readonly replicates?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
}

/** Holds what each belief changes, one at a time from its 5% to its 95% place, all else as drawn. */
export interface Deciding {
  /** Version of the package that made it. */
  readonly version: string;
  /** Text that every draw follows from. */
  readonly seed: string;
  /** Series of what the target is of. */
  readonly series: string;
  /** Index that the series is read at. */
  readonly month: number;
  /** Share that the target asks for. */
  readonly share: number;
  /** Mean with all beliefs as drawn, in as many replicates as the foremost bars. */
  readonly centre: number | null;
  /** Foremost bars first: those with all replicates so far, each kind by how far it moves the outcome. */
  readonly bars: readonly BeliefBar[];
  /** How much farther the first bar moves it than the second; null where there is no second. */
  readonly lead: MeanInterval | null;
  /** Beliefs that are not held. */
  readonly uncertain: number;
  /** How many of the uncertain beliefs are to be looked at. */
  readonly most: number;
  /** Worlds over which those are chosen. */
  readonly screened: number;
  /** Replicates of the foremost bars. */
  readonly replicates: number;
  /** Different worlds among the replicates of the foremost bars. */
  readonly worlds: number;
  /** Runs made. */
  readonly runs: number;
  /** Number of runs that failed, which are left out. */
  readonly failures: number;
}

/** Beliefs run as one job: each tells of its bars when it is done. */
const together = 5;

/**
 * Moves one belief at a time from its 5% to its 95% place, all else as drawn, in the same worlds and luck. Begins with
 * beliefs that go most with the outcome over worlds, tells of them with 25 replicates each, and makes the rest of the
 * replicates for those that move it farthest.
 *
 * @throws InputError when the scenario is wrong, or a count is out of range.
 */
export const decidingBelief: Question<DecidingInput, Deciding> = async (input, means) => {
  const { most = 40, screened = 200, closer = 10, replicates = 100, seed = "uptake" } = input;
  checkCount("replicates", replicates);
  checkCount("screened", screened, "worlds");
  const asked = scenario(input.scenario);
  const { target, parameters } = asked;
  const month = Math.min(target.month, asked.horizon);
  const plan = cutAt(await prepare(asked), month);
  await loadKeptWorlds();
  const series = targetSeries(target.of);
  const factors = variedBeliefs(parameters).flatMap((factor) => {
    const ends = [valueAt(factor, 0.05), valueAt(factor, 0.95)] as const;
    return ends[0] === ends[1] ? [] : [{ name: factor.name, ends }];
  });
  const looked = Math.min(most, factors.length);
  const total = screened + 2 * (looked * fewest + Math.min(closer, looked) * (replicates - fewest));
  let made = 0;
  let failed = 0;
  const run = async (evaluations: readonly Omit<Evaluation, "plan">[]): Promise<Float64Array> => {
    const job = {
      plans: [plan],
      seed,
      statistics: [{ series, month }],
      evaluations: evaluations.map((one) => ({ plan: 0, ...one })),
    };
    const { values, failures } = await means.evaluate(job, {
      signal: means.signal,
      onProgress: (done) => means.onProgress(made + done, total),
    });
    made += evaluations.length;
    failed += failures.length;
    return values;
  };

  const how = variedDraw(parameters);
  const worlds = Array.from({ length: screened }, (_, r): World => drawWorld(seed, r, how));
  const base = await run(worlds.map((values, replicate) => ({ replicate, values })));
  const chosen: BeliefRuns[] = closest(factors, worlds, base)
    .slice(0, looked)
    .map(({ name, ends }) => ({ name, ends, low: [], high: [] }));

  /** Runs both ends of some beliefs to `count` replicates. */
  const extend = async (some: readonly BeliefRuns[], count: number): Promise<void> => {
    const wanted = some.flatMap((one) => missingRuns(one, count));
    const values = await run(wanted.map(({ replicate, values: own }) => ({ replicate, values: own })));
    wanted.forEach(({ list }, i) => list.push(values[i]!));
  };
  const told = (): Deciding => {
    const runs = chosen.filter(({ low }) => low.length > 0);
    const bars = runs
      .map((one) => ({ one, bar: beliefBar(one, seed, asked) }))
      .sort((a, b) => b.bar.replicates - a.bar.replicates || reach(b.bar) - reach(a.bar));
    const [first, second] = bars;
    const count = first?.bar.replicates ?? 0;
    const own = parameters.draw === "fixed" ? [] : [...base.slice(0, count)].filter((value) => !Number.isNaN(value));
    return {
      version: plan.version,
      seed,
      series,
      month,
      share: target.share,
      centre: own.length < Math.min(count, screened) ? null : presentMean(own),
      bars: bars.map(({ bar }) => bar),
      lead: first && second ? leadOf(first.one, second.one, seed, asked) : null,
      uncertain: factors.length,
      most: looked,
      screened,
      replicates: count,
      worlds: worldsFrom(seed, count, parameters).count,
      runs: made,
      failures: failed,
    };
  };
  for (let from = 0; from < looked; from += together) {
    await extend(chosen.slice(from, from + together), fewest);
    if (replicates > fewest || from + together < looked) means.onPartial(told());
  }
  if (replicates > fewest) {
    const foremost = chosen
      .map((one) => ({ one, size: reach(beliefBar(one, seed, asked)) }))
      .sort((a, b) => b.size - a.size)
      .slice(0, closer);
    await extend(
      foremost.map(({ one }) => one),
      replicates,
    );
  }
  return told();
};

/** Sorts beliefs by how closely their values in some worlds go with the outcome there, the closest first. */
function closest<Belief extends { readonly name: string }>(
  beliefs: readonly Belief[],
  worlds: readonly World[],
  outcome: Float64Array,
): Belief[] {
  const present = [...outcome.keys()].filter((r) => !Number.isNaN(outcome[r]!));
  const sizeOf = (name: string): number => {
    const found = rankCorrelation(
      present.map((r) => worlds[r]![name]!),
      present.map((r) => outcome[r]!),
    );
    return Number.isNaN(found) ? 0 : Math.abs(found);
  };
  return beliefs
    .map((belief) => ({ belief, size: sizeOf(belief.name) }))
    .sort((a, b) => b.size - a.size)
    .map(({ belief }) => belief);
}

/** Lists the runs that both ends of a belief lack to `count` replicates, each with the list that its outcome goes to. */
function missingRuns({ name, ends, low, high }: BeliefRuns, count: number) {
  return [low, high].flatMap((list, side) =>
    Array.from({ length: count - list.length }, (_, i) => ({
      list,
      replicate: list.length + i,
      values: { [name]: ends[side]! },
    })),
  );
}
