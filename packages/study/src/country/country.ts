import { districtOfFigures, InputError, type Issue, prepare, type Scenario } from "@uptake/model";
import { checkReplicates } from "../ensemble/ensemble.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate, EvaluateOptions, Evaluation, EvaluationJob, Statistic } from "../evaluate/evaluation.ts";
import { unitsOf, worldsFrom } from "../statistics/worlds-of.ts";
import { targetSeries } from "../target/target-series.ts";
import { type CountryResult, type StateDistrict, wholeCountry } from "./country-result.ts";
import { PartSums } from "./part-sums.ts";

/** Most districts of a country; the United States have 13,000. */
export const mostDistricts = 50_000;

/** Districts whose runs are asked for together: those of a replicate share its world. */
const together = 32;

/** Sets how a country is run. */
export interface CountryOptions extends Pick<EvaluateOptions, "onProgress" | "signal"> {
  /** Makes the runs (default {@link evaluateHere}). */
  readonly evaluate?: Evaluate;
  /** Replicates of every district, 1 … 1,000 (default 8): one world for all districts, and luck of its own in each. */
  readonly replicates?: number;
  /** Text that every draw follows from (default `uptake`). */
  readonly seed?: string;
}

/** Checks what cannot be asked of a country. */
function check({ shocks }: Scenario, districts: readonly StateDistrict[]): void {
  const issues: Issue[] = [];
  if (districts.length === 0 || districts.length > mostDistricts)
    issues.push({
      code: "out-of-range",
      path: "districts",
      message: `${districts.length} districts are out of range`,
      value: districts.length,
      allowed: `1 to ${mostDistricts} districts`,
    });
  shocks.forEach((shock, s) => {
    if (shock.districts === undefined) return;
    const message = "hits single districts, but the scenario is run in every district of the country";
    issues.push({ code: "conflict", path: `scenario.shocks[${s}].districts`, message, value: shock.districts });
  });
  if (issues.length > 0) throw new InputError(issues);
}

/**
 * Runs a scenario in every district of a country, a few dozen at a time, and adds up what comes of it by state: of many
 * districts, what is told takes as much memory as of few, but for the checksum of each run. The district that the scenario
 * names takes no part. Districts do not visit one another. In a replicate all have the same world.
 *
 * @throws InputError when there is no district, or a shock that hits single ones, or an option is out of range.
 *
 * @example
 * ```ts
 * import { scenario } from "@uptake/model";
 * import { country } from "@uptake/study/country";
 *
 * const figures = { schools: 2, teachers: 40, students: 600, lowIncomeShare: 0.5 };
 * const districts = [
 *   { id: "a", state: "Colorado", ...figures },
 *   { id: "b", state: "Utah", ...figures },
 * ];
 * const { parts } = await country(scenario({ strategy: "coaching-only" }), districts, { replicates: 2 });
 * for (const { state, adopters, chance } of parts) console.log(state, adopters?.mean, chance?.probability);
 * ```
 */
export async function country(
  scenario: Scenario,
  districts: readonly StateDistrict[],
  options: CountryOptions = {},
): Promise<CountryResult> {
  const { evaluate = evaluateHere, replicates = 8, seed = "uptake", onProgress, signal } = options;
  checkReplicates(replicates, seed, 0, 1_000);
  check(scenario, districts);
  const { target, horizon } = scenario;
  const month = Math.min(target.month, horizon);
  const plan = await prepare(scenario);
  const statistics: Statistic[] = [
    ...["teachers", "adoption", "depth50", targetSeries(target.of)].map((series) => ({ series, month })),
    { series: "cost", month: horizon },
  ];
  const all = new PartSums(wholeCountry, replicates);
  const states = new Map(
    [...new Set(districts.map(({ state }) => state))].sort().map((s) => [s, new PartSums(s, replicates)]),
  );
  const failures: CountryResult["failures"][number][] = [];
  const checksums: string[] = [];
  const runs = districts.length * replicates;

  for (let from = 0; from < districts.length; from += together) {
    const some = districts.slice(from, from + together);
    const evaluations = some.flatMap((figures): Evaluation[] => {
      const district = districtOfFigures(figures);
      return Array.from({ length: replicates }, (_, replicate) => ({ plan: 0, replicate, district }));
    });
    const job: EvaluationJob = { plans: [plan], seed, statistics, evaluations };
    const values = new Float64Array(evaluations.length * statistics.length).fill(Number.NaN);
    const made = checksums.length;
    const results = await evaluate(job, {
      passing: true,
      resumable: true,
      heardOnly: true,
      onOutcome: (e, outcome) => {
        if ("values" in outcome) values.set(outcome.values, e * statistics.length);
      },
      signal,
      onProgress: (done) => onProgress?.(made + done, runs),
    });
    // Added district by district, so that sums do not depend on the order in which runs end.
    some.forEach((district, d) => {
      const parts = [all, states.get(district.state) as PartSums];
      for (const part of parts) part.count(district);
      for (let r = 0; r < replicates; r++) {
        const at = (s: number): number => values[(d * replicates + r) * statistics.length + s]!;
        const read = { teachers: at(0), adoption: at(1), deep: at(2), reached: at(3), cost: at(4) };
        for (const part of parts) part.add(district, r, read, target.of);
      }
    });
    for (const { evaluation, stage, cause } of results.failures) {
      const { replicate, district } = evaluations[evaluation] as Evaluation;
      failures.push({ district: district?.id ?? "", replicate, stage, cause });
    }
    for (const one of results.checksums) checksums.push(one);
  }

  const worlds = worldsFrom(seed, replicates, scenario.parameters);
  const asked = { of: target.of, share: target.month > horizon ? null : target.share, units: unitsOf(worlds) };
  const parts = [all, ...states.values()].map((part) => part.part(asked));
  return { version: plan.version, seed, target, month, horizon, worlds, parts, failures, checksums };
}
