import { type Draw, InputError, type Plan } from "@uptake/model";
import type { Difference } from "../compare/compare.ts";
import { checkReplicates } from "../ensemble/ensemble.ts";
import { lessIsBetter } from "../ensemble/less-is-better.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate, EvaluateOptions, Evaluation, EvaluationFailure } from "../evaluate/evaluation.ts";
import { seriesRange } from "../readings/series-range.ts";
import type { ValueRange } from "../statistics/held-within.ts";
import { type Units, unitsOf, worldsFrom } from "../statistics/worlds-of.ts";
import { askedMonth } from "../target/asked-month.ts";
import { targetSeries } from "../target/target-series.ts";
import { checkMeasure, checkPlans, findRivals } from "./check-rivals.ts";
import { type OrderFlip, orderFlip } from "./order-flip.ts";
import { type Ranked, rankPlans } from "./rank-plans.ts";
import { type RivalAssumption, rivalAssumptions } from "./rival-assumptions.ts";

/** Sets what plans are ranked by, under which rival assumptions, and over how many replicates. */
export interface RivalsOptions extends EvaluateOptions {
  /** Number of replicates, 1 … 100,000 (default 64). */
  readonly replicates?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
  /** Number of the first replicate, from 0 (default 0). */
  readonly first?: number;
  /** Series to rank by, as in `adoption`, `depth50` or `gap` (default what the first plan's target is of). */
  readonly measure?: string;
  /** Index it is read at: that of the target, two years after funding ends, or a number (default `target`). */
  readonly month?: "target" | "sustained" | number;
  /** Which values are better (default `less` for gaps, costs, compliance, and stages without the practice). */
  readonly better?: "more" | "less";
  /** Rival assumptions, by name or written out (default all of {@link rivalAssumptions}). */
  readonly rivals?: readonly (string | RivalAssumption)[];
  /** Makes the runs (default in this thread). */
  readonly evaluate?: Evaluate;
}

/** Holds a pair of plans that a rival assumption may turn round. */
export interface RankedPair extends OrderFlip {
  /** Name of the first plan. */
  readonly first: string;
  /** Name of the second plan. */
  readonly second: string;
}

/** Holds how plans rank under one rival assumption. */
export interface RivalRanking {
  /** Name of the rival assumption. */
  readonly name: string;
  /** Says what is assumed, in a sentence without a final stop. */
  readonly doc: string;
  /** Series the plans were ranked by. */
  readonly series: string;
  /** Plans in their order as given, each with its place. */
  readonly ranking: readonly Ranked[];
  /** Every two plans, and whether they change places. */
  readonly pairs: readonly RankedPair[];
  /** Number of pairs that change places. */
  readonly flips: number;
  /** Number of pairs that change places beyond chance. */
  readonly decided: number;
}

/** Holds a ranking of plans under the default assumptions and under each rival. Plain and serialisable. */
export interface Rivals {
  /** Version of the package that made it. */
  readonly version: string;
  /** Text that every draw follows from. */
  readonly seed: string;
  /** Number of the first replicate. */
  readonly first: number;
  /** Number of replicates. */
  readonly replicates: number;
  /** Different worlds among the replicates. */
  readonly worlds: number;
  /** How worlds were drawn. */
  readonly parameters: Draw;
  /** Where worlds come from in the place of the kept ones; null where they are those, or drawn otherwise. */
  readonly source: string | null;
  /** Series and index that plans were ranked by, and which values are better. */
  readonly measure: { readonly series: string; readonly month: number; readonly better: "more" | "less" };
  /** Ranking under the assumptions that the plans come with. */
  readonly ranking: readonly Ranked[];
  /** Differences between each two plans under those assumptions, in the same worlds and luck. */
  readonly pairs: readonly { readonly first: string; readonly second: string; readonly difference: Difference }[];
  /** Ranking under each rival assumption, in their order. */
  readonly rivals: readonly RivalRanking[];
  /** Rivals that do not bear on the measure, with the reason. */
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
  /** Checksum of each run: by assumption, the plans' own first, then by plan, then by replicate. */
  readonly checksums: readonly string[];
  /** Runs that failed, by their place among the checksums; their replicates are left out. */
  readonly failures: readonly EvaluationFailure[];
}

const surveyed = "survey.reported";

/** Puts a rival assumption in the place of a plan's own. Tables are of levers and shocks, so they stay as they are. */
function under(plan: Plan, { switches, values, survey }: RivalAssumption): Plan {
  const { scenario } = plan;
  return {
    ...plan,
    scenario: {
      ...scenario,
      survey: scenario.survey || survey === true,
      switches: { ...scenario.switches, ...switches },
      parameters: { ...scenario.parameters, values: { ...scenario.parameters.values, ...values } },
    },
  };
}

/**
 * Ranks plans under the assumptions they come with and under each rival, in the same worlds and luck, and says which
 * pairs of plans change places; one plan alone has no place, but what each rival changes of it is told. A measure is
 * needed that has a value in each replicate, so a ratio of means, as the cost of an added adopter, cannot be asked for.
 *
 * @throws InputError with everything wrong: no plan or more than 32, plans that differ in worlds or districts
 *   or have the same name, an unknown rival, measure or parameter, an index beyond the horizon.
 *
 * @example
 * ```ts
 * import { prepare, scenario } from "@uptake/model";
 * import { rivals } from "@uptake/study/rivals";
 *
 * const strategies = ["coaching-only", "mandate"];
 * const plans = await Promise.all(strategies.map((strategy) => prepare(scenario({ district: "small-rural", strategy }))));
 * const found = await rivals(plans, { replicates: 4, rivals: ["no-peers"] });
 * for (const { name, flips, decided } of found.rivals) console.log(name, flips, decided);
 * ```
 */
export async function rivals(plans: readonly Plan[], options: RivalsOptions = {}): Promise<Rivals> {
  const { month: at = "target", better, rivals: asked = rivalAssumptions } = options;
  const measure = options.measure ?? targetSeries(plans[0]?.scenario.target.of ?? "teachers");
  const { replicates = 64, seed = "uptake", first = 0, evaluate = evaluateHere, ...hearing } = options;
  const found = findRivals(asked);
  const months = plans.map(({ scenario }) => askedMonth(at, scenario));
  const issues = [...checkPlans(plans), ...found.issues, ...(plans[0] ? checkMeasure(plans[0], measure, months) : [])];
  if (issues.length > 0) throw new InputError(issues);
  checkReplicates(replicates, seed, first);

  const month = months[0] as number;
  const direction = better ?? (lessIsBetter(measure) ? "less" : "more");
  const bears = ({ survey }: RivalAssumption): boolean => survey !== true || measure === "adoption";
  const tried = found.rivals.filter(bears);
  const assumed: readonly RivalAssumption[] = [{ name: "default", doc: "" }, ...tried];
  const evaluations: Evaluation[] = [];
  for (let plan = 0; plan < assumed.length * plans.length; plan++)
    for (let r = 0; r < replicates; r++) evaluations.push({ plan, replicate: first + r });
  const { values, checksums, failures } = await evaluate(
    {
      plans: assumed.flatMap((rival) => plans.map((plan) => under(plan, rival))),
      seed,
      statistics: [measure, surveyed].map((series) => ({ series, month })),
      evaluations,
    },
    hearing,
  );
  const valuesOf = (assumption: number, survey = false): number[][] =>
    plans.map((_, p) =>
      Array.from(
        { length: replicates },
        (__, r) => values[2 * ((assumption * plans.length + p) * replicates + r) + (survey ? 1 : 0)] as number,
      ),
    );

  const [{ version, scenario }] = plans as [Plan, ...Plan[]];
  const worlds = worldsFrom(seed, replicates, scenario.parameters, first);
  const units = unitsOf(worlds);
  const names = plans.map(({ scenario: { name } }) => name);
  const before = valuesOf(0);
  const range = seriesRange(measure);
  const rankings = tried.map((rival, i): RivalRanking => {
    const after = valuesOf(i + 1, rival.survey);
    const pairs = pairsOf(names, [before, after], units, range);
    return {
      name: rival.name,
      doc: rival.doc,
      series: rival.survey ? surveyed : measure,
      ranking: rankPlans(names, after, direction, units, range, before),
      pairs,
      flips: pairs.filter(({ flips }) => flips).length,
      decided: pairs.filter(({ decided }) => decided).length,
    };
  });
  return {
    version,
    seed,
    first,
    replicates,
    worlds: worlds.count,
    parameters: scenario.parameters.draw,
    source: scenario.parameters.worlds?.source ?? null,
    measure: { series: measure, month, better: direction },
    ranking: rankPlans(names, before, direction, units, range),
    pairs: pairsOf(names, [before, before], units, range).map(({ first: one, second, before: difference }) => ({
      first: one,
      second,
      difference,
    })),
    rivals: rankings,
    skipped: found.rivals
      .filter((rival) => !bears(rival))
      .map(({ name }) => ({ name, reason: `a survey asks for adoption, not for ${measure}` })),
    checksums,
    failures,
  };
}

function pairsOf(
  names: readonly string[],
  [before, after]: readonly [readonly (readonly number[])[], readonly (readonly number[])[]],
  units: Units,
  range: ValueRange,
): RankedPair[] {
  const less = (values: readonly (readonly number[])[], i: number, j: number): number[] =>
    (values[i] as readonly number[]).map((value, r) => value - (values[j]?.[r] as number));
  return names.flatMap((first, i) =>
    names.slice(i + 1).map((second, k) => {
      const j = i + 1 + k;
      return { first, second, ...orderFlip(less(before, i, j), less(after, i, j), units, range) };
    }),
  );
}
