import { InputError, type Plan, prepare, type Scenario, version, worldCount } from "@uptake/model";
import { mismatches } from "../ensemble/mismatches.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { EvaluationFailure, Statistic } from "../evaluate/evaluation.ts";
import { sustainedMonth } from "../target/sustained.ts";
import { checkStress, findShocks } from "./check-stress.ts";
import type { InputWords } from "./describe-box.ts";
import { namedShocks, type ShockSet } from "./named-shocks.ts";
import { parameterWords } from "./parameter-words.ts";
import { combine, type StressDesign, type StressSetting, stressDesign } from "./stress-design.ts";
import type { StressOptions } from "./stress-options.ts";
import { readThreshold, type Threshold } from "./threshold.ts";
import { type UnderShocks, underShocks } from "./under-shocks.ts";
import { variedInputs } from "./varied-inputs.ts";
import { type Vulnerability, vulnerability } from "./vulnerability.ts";

/** Holds one run of a stress test. */
export interface StressCase extends StressSetting {
  /** One value for each of the statistics; null where the run failed or has none. */
  readonly values: readonly (number | null)[];
}

/** Holds a stress test. Plain and serialisable. */
export interface Stress {
  /** Version of the package that made it. */
  readonly version: string;
  /** Text that every draw follows from. */
  readonly seed: string;
  /** Names of the strategies. */
  readonly strategies: readonly string[];
  /** Sets of shocks, in the order asked. */
  readonly shocks: readonly ShockSet[];
  /** Worlds are the kept ones, those of the scenarios' own table, or draws from the priors. */
  readonly worlds: { readonly from: "kept" | "table" | "priors"; readonly count: number; readonly luck: number };
  /** What success is. */
  readonly threshold: Threshold;
  /** Difference from the best within which a strategy has no regret. */
  readonly tolerance: number;
  /** Months in which levers start in each world, by lever; empty where they do not vary. */
  readonly starts: Readonly<Record<string, readonly number[]>>;
  /** What strategies bring under each set of shocks, in their order. */
  readonly underShocks: readonly UnderShocks[];
  /** What makes each strategy fail, of those searched. */
  readonly vulnerabilities: readonly Vulnerability[];
  /** What is read of each run: the threshold's measure first. */
  readonly statistics: readonly Statistic[];
  /** Runs by strategy, then set of shocks, then world, then luck. */
  readonly cases: readonly StressCase[];
  /** Value of each input that a box restricts, by world. */
  readonly inputs: Readonly<Record<string, readonly number[]>>;
  /** Checksum of each case, empty where it failed. */
  readonly checksums: readonly string[];
  /** Cases that failed to run, by their place; their worlds are left out. */
  readonly failures: readonly EvaluationFailure[];
}

/**
 * Tries strategies in every world under every set of shocks, in the same worlds and luck: robust decision making.
 * Reports, for each set of shocks, in what share of worlds each strategy succeeds, what it forgoes against the best
 * strategy of each world, and its worst tenth of worlds; then the circumstances in which a strategy fails, found in half
 * of the worlds and tested in the other half. A world's outcome is the mean over its luck. Start months are tried in
 * turn, so that they cost no further runs.
 *
 * @throws InputError with everything wrong: no strategy, strategies for other districts or horizons, unknown
 * shocks, no worlds, a threshold out of range.
 *
 * Source: Lempert, Groves, Popper and Bankes 2006, Management Science 52, 514–528.
 *
 * @example
 * ```ts
 * import { scenario } from "@uptake/model";
 * import { stress } from "@uptake/study/stress";
 *
 * const strategies = ["coaching-only", "mandate"].map((strategy) => scenario({ district: "small-rural", strategy }));
 * const { underShocks } = await stress(strategies, { draws: 20, threshold: { value: 0.2 } });
 * for (const { shock, strategies } of underShocks)
 *   for (const { strategy, robustness } of strategies) console.log(shock, strategy, robustness.probability);
 * ```
 */
export async function stress(scenarios: readonly Scenario[], options: StressOptions = {}): Promise<Stress> {
  const { worlds: from = "kept", luck = 1, tolerance = 0, seed = "uptake", starts = {} } = options;
  const table = scenarios[0]?.parameters.worlds ?? null;
  const count = options.draws ?? worldCount({ draw: from === "kept" ? "sampled" : "priors", worlds: table }) ?? 500;
  const found = findShocks(options.shocks ?? namedShocks, Math.min(...scenarios.map(({ horizon }) => horizon), 600));
  const issues = [...checkStress(scenarios, options, found.sets.length), ...found.issues];
  const asDrawn = scenarios.map((one) => drawn(one, from));
  const bases = await Promise.all(asDrawn.map((one) => prepare(one)));
  const [base, ...others] = bases;
  if (base === undefined) throw new InputError(issues);
  issues.push(...others.flatMap((plan, i) => mismatches(base, plan, `strategies[${i + 1}]`)));
  const { issues: unsound, ...threshold } = readThreshold(bases, options.threshold ?? {});
  issues.push(...unsound);
  if (issues.length > 0) throw new InputError(issues);

  const shocks = found.sets;
  const design = await stressDesign(asDrawn, shocks, { from, count, luck, seed, starts });
  const statistics = statisticsOf(base, { series: threshold.measure, month: threshold.month });
  const { evaluate = evaluateHere, onProgress, signal } = options;
  const { plans, evaluations } = design;
  const { values, checksums, failures } = await evaluate(
    { plans, seed, statistics, evaluations },
    { onProgress, signal },
  );

  const strategies = scenarios.map(({ name }) => name);
  const outcomes = outcomesOf(values, statistics.length, [strategies.length, shocks.length, count, luck]);
  const spared = shocks.findIndex((set) => set.shocks.length === 0);
  const reports = shocks.map(({ name, doc }, k) =>
    underShocks({ shock: name, doc }, strategies, outcomes, k, spared, { ...threshold, tolerance }),
  );

  const asked = options.inputs ?? variedInputs(base.scenario.parameters.values, threshold.measure);
  const inputs = inputsOf(asked, design);
  // Whole rounds of start months are held out, so that both halves have each as often.
  const round = combine(starts).length;
  const heldOut = design.worlds.map((_, w) => Math.floor(w / round) % 2 === 1);
  const vulnerabilities = (options.vulnerable ?? strategies).map((strategy) => {
    const s = strategies.indexOf(strategy);
    return vulnerability(
      {
        strategy,
        shocks: shocks.map(({ name }) => name),
        inputs: inputs.filter(({ lever }) => lever === undefined || scenarios[s]?.levers[lever] !== undefined),
        failed: (outcomes[s] as number[][]).map((row) => row.map((outcome) => fails(outcome, threshold))),
        heldOut,
      },
      { boxes: options.boxes ?? 1, words: wordsOf(Object.keys(starts)) },
    );
  });
  const restricted = new Set(
    vulnerabilities.flatMap((one) => one.boxes.flatMap((box) => box.restrictions.map(({ input }) => input))),
  );
  return {
    version,
    seed,
    strategies,
    shocks,
    worlds: { from: from === "kept" && table !== null ? "table" : from, count, luck },
    threshold,
    tolerance,
    starts: design.starts,
    underShocks: reports,
    vulnerabilities,
    statistics,
    cases: design.settings.map((setting, i) => ({
      ...setting,
      values: statistics.map((_, c) => orNull(values[i * statistics.length + c] as number)),
    })),
    inputs: Object.fromEntries(
      inputs.filter(({ name }) => restricted.has(name)).map(({ name, values: byWorld }) => [name, byWorld]),
    ),
    checksums,
    failures,
  };
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** Puts a way of drawing worlds in the place of a scenario's own. */
function drawn(scenario: Scenario, from: "kept" | "priors"): Scenario {
  const { parameters } = scenario;
  const how = from === "kept" ? ({ draw: "sampled" } as const) : ({ draw: "priors", worlds: null } as const);
  return { ...scenario, parameters: { ...parameters, ...how } };
}

const startInput = (lever: string): string => `levers.${lever}.start`;

/** Holds one value for each world: of a parameter, or the month in which a lever starts. */
interface Input {
  readonly name: string;
  readonly values: readonly number[];
  readonly lever?: string;
}

/** Lists what may make strategies fail: the parameters asked for, then the start months that vary. */
function inputsOf(parameters: readonly string[], { worlds, starts }: StressDesign): Input[] {
  return [
    ...[...new Set(parameters)].map((name) => ({ name, values: worlds.map((world) => world[name] as number) })),
    ...Object.entries(starts).map(([lever, values]) => ({ name: startInput(lever), values, lever })),
  ];
}

/** Tells whether an outcome falls short of success; undefined where there is none. */
function fails(outcome: number, { better, value }: Threshold): boolean | undefined {
  if (Number.isNaN(outcome)) return undefined;
  return better === "higher" ? outcome < value : outcome > value;
}

/** Returns the words of every parameter, and of the start months of levers. */
function wordsOf(levers: readonly string[]): Record<string, InputWords> {
  const words: Record<string, InputWords> = { ...parameterWords };
  for (const lever of levers)
    words[startInput(lever)] = {
      whole: true,
      above: `${lever} starts after month {low}`,
      below: `${lever} starts before month {high}`,
      between: `${lever} starts after month {low} and before month {high}`,
    };
  return words;
}

/** Returns the outcome of each strategy, set of shocks and world: the mean over luck, NaN where a run has none. */
function outcomesOf(
  values: Float64Array,
  width: number,
  [strategies, sets, worlds, luck]: readonly [number, number, number, number],
): number[][][] {
  return Array.from({ length: strategies }, (_, s) =>
    Array.from({ length: sets }, (__, k) =>
      Array.from({ length: worlds }, (___, w) => {
        const first = ((s * sets + k) * worlds + w) * luck;
        let sum = 0;
        for (let l = 0; l < luck; l++) sum += values[(first + l) * width] as number;
        return sum / luck;
      }),
    ),
  );
}

/** Lists what is read of each run: the measure of success, then adoption, the worst tier and the cost. */
function statisticsOf({ scenario }: Plan, first: Statistic): Statistic[] {
  const { horizon, target } = scenario;
  const sustained = sustainedMonth(scenario);
  const others: Statistic[] = [
    ...(target.month <= horizon ? [{ series: "adoption", month: target.month }] : []),
    ...(sustained <= horizon ? [{ series: "adoption", month: sustained }] : []),
    ...(target.month <= horizon ? [{ series: "worstTier", month: target.month }] : []),
    { series: "cost", month: horizon },
  ];
  return [first, ...others.filter(({ series, month }) => series !== first.series || month !== first.month)];
}
