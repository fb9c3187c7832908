import { InputError, type Issue, type Plan, prepare, type Scenario } from "@uptake/model";
import { checkSize } from "../design/checks.ts";
import { type PointSettings, pointSettings, withSettings } from "../design/point-scenario.ts";
import { checkReplicates } from "../ensemble/ensemble.ts";
import type { Evaluation, EvaluationJob, Statistic } from "../evaluate/evaluation.ts";
import { type AskedOutcome, outcomeOf, type RunOutcome, readableOutcomes } from "../target/run-outcome.ts";
import type { SweepDesign } from "./sweep-design.ts";
import type { SweepOptions } from "./sweep-options.ts";

/** Most runs of a sweep, and most different plans: settings of all but parameters and the target. */
const mostRuns = 1_000_000;
const mostPlans = 4096;

/** Holds the job of a sweep and what is read at each point. */
export interface SweepJob extends EvaluationJob {
  /** Outcomes by the scenario's own target. */
  readonly outcomes: readonly RunOutcome[];
  /** `read[p][k]` is outcome `k` by the target of point `p`, and the place of what it reads among the statistics. */
  readonly read: readonly (readonly { readonly outcome: RunOutcome; readonly column: number }[])[];
}

/** Finds factors of levers that a scenario does not use: a setting alone would switch the whole lever on. */
function unusedLevers(scenario: Scenario, factors: readonly string[]): Issue[] {
  return factors.flatMap((name) => {
    const [root, lever] = name.split(".") as [string, string];
    if (root !== "levers" || lever in scenario.levers || factors.includes(`levers.${lever}.intensity`)) return [];
    const which = factors.includes("strategy") ? `strategy “${scenario.strategy}”` : "strategy";
    const message = `the ${which} does not use ${lever}, and a setting alone would switch it on`;
    const used = Object.keys(scenario.levers).join(", ") || "none";
    const allowed = `settings of levers in use (${used}), or levers.${lever}.intensity beside it`;
    return [{ code: "unused-lever", path: name, message, value: name, allowed }];
  });
}

/** Finds what of a scenario belongs to one district, or one horizon, and cannot go with what the design sets. */
function contradictions({ own, shocks, horizon }: Scenario, { factors, points }: SweepDesign): Issue[] {
  const issues: Issue[] = [];
  const [district, month] = [factors.indexOf("district"), factors.indexOf("target.month")];
  if (district >= 0 && own !== null) {
    const message = "the scenario has figures of a district's own (own), which other districts do not share";
    issues.push({ code: "own-figures", path: "district", message });
  }
  if (district >= 0 && shocks.some(({ districts = [] }) => districts.length > 0)) {
    const message = "a shock of the scenario names districts, so the district cannot vary";
    issues.push({ code: "named-districts", path: "district", message });
  }
  const late = month < 0 ? undefined : points.map((point) => point[month] as number).find((value) => value > horizon);
  if (late !== undefined) {
    const message = `the target's month ${late} lies beyond the horizon`;
    issues.push({ code: "beyond-horizon", path: "target.month", message, value: late, allowed: `0 to ${horizon}` });
  }
  return issues;
}

/** Returns what is read at every point: where points differ in what the target is of, nothing whose unit would differ. */
function outcomesAsked(plan: Plan, { factors }: SweepDesign, given?: readonly AskedOutcome[]): readonly AskedOutcome[] {
  const asked = readableOutcomes(plan, given);
  if (!factors.includes("target.of")) return asked;
  if (given?.includes("sustained")) {
    const message = "what the target is of varies, so what is sustained of it is not one outcome";
    throw new InputError([{ code: "different-outcomes", path: `outcomes[${given.indexOf("sustained")}]`, message }]);
  }
  return asked.filter((one) => one !== "sustained");
}

/** Finds what is wrong with the levers that a design sets, under each strategy that it names. */
function wrongLevers(scenario: Scenario, { factors, points }: SweepDesign): Issue[] {
  const place = factors.indexOf("strategy");
  if (place < 0) return unusedLevers(scenario, factors);
  const strategies = [...new Set(points.map((point) => point[place] as string))];
  return strategies.flatMap((strategy) => unusedLevers(withSettings(scenario, { levers: {}, strategy }), factors));
}

/**
 * Lays out the runs of a sweep: points that set all but parameters and the target alike share a plan.
 *
 * @throws InputError as {@link sweep} does.
 */
export async function sweepJob(scenario: Scenario, design: SweepDesign, options: SweepOptions): Promise<SweepJob> {
  const { replicates = 32, seed = "uptake", outcomes: given, signal } = options;
  checkReplicates(replicates, seed, 0);
  if (design.points.length === 0 || design.factors.length === 0) {
    throw new InputError([{ code: "empty-design", path: "design", message: "there is nothing to vary" }]);
  }
  checkSize(design.points.length * replicates, 1, mostRuns);
  const issues = [...contradictions(scenario, design), ...wrongLevers(scenario, design)];
  if (issues.length > 0) throw new InputError(issues);
  const asked = outcomesAsked(await prepare(scenario), design, given);
  const places = new Map<string, number>();
  const plans: Plan[] = [];
  const evaluations: Evaluation[] = [];
  const columns = new Map<string, number>();
  const statistics: Statistic[] = [];
  const columnOf = ({ series, month }: RunOutcome): number => {
    const key = `${series} ${month}`;
    const known = columns.get(key);
    if (known !== undefined) return known;
    columns.set(key, statistics.length);
    return statistics.push({ series, month }) - 1;
  };
  const read: SweepJob["read"][number][] = [];
  for (const point of design.points) {
    const { values, target, ...settings } = pointSettings(design.factors, point);
    const plan = await planOf(settings);
    const own = withSettings(scenario, { levers: {}, ...(target ? { target } : {}) });
    read.push(
      asked.map((one) => {
        const outcome = outcomeOf(one, own);
        return { outcome, column: columnOf(outcome) };
      }),
    );
    const world = Object.keys(values).length > 0 ? { values } : {};
    for (let replicate = 0; replicate < replicates; replicate++) evaluations.push({ plan, replicate, ...world });
  }
  return { plans, seed, statistics, evaluations, outcomes: asked.map((one) => outcomeOf(one, scenario)), read };

  async function planOf(settings: Omit<PointSettings, "values" | "target">): Promise<number> {
    const key = JSON.stringify(settings);
    const known = places.get(key);
    if (known !== undefined) return known;
    signal?.throwIfAborted();
    const plan = plans.push(await prepare(withSettings(scenario, settings))) - 1;
    places.set(key, plan);
    checkSize(plans.length, 1, mostPlans);
    return plan;
  }
}
