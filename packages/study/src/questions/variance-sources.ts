import { drawWorld, loadKeptWorlds, prepare, type ScenarioInput, scenario, worldCount } from "@uptake/model";
import { cutAt } from "../evaluate/cut-at.ts";
import { type NoiseShare, noiseShare } from "../sensitivity/noise-share.ts";
import { saltelliWidth } from "../sensitivity/saltelli-design.ts";
import { type StudySobol, studySobol } from "../sensitivity/study-sobol.ts";
import { targetSeries } from "../target/target-series.ts";
import { checkCount, doublings } from "./fewest.ts";
import { growing } from "./growing.ts";
import type { Question } from "./question.ts";
import { toldGrowing } from "./told-growing.ts";
import { variedBeliefs, variedDraw } from "./varied-beliefs.ts";

/** Asks what the spread of what the target is of comes from: single beliefs, and luck. */
export interface VarianceInput {
  /** The plan. */
  readonly scenario: ScenarioInput;
  /** Names of the beliefs that vary; the others are held at the fixed world's values. */
  readonly names: readonly string[];
  /** Base rows, a power of two, 32 or more (default 128), each of as many runs as there are names, and three. */
  readonly rows?: number;
  /** Worlds that are run twice, for the share of luck where all beliefs vary, 25 or more (default 100). */
  readonly repeated?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
}

/** Holds shares of variance. */
export interface VarianceSources {
  /** Share of luck in the spread between runs where all beliefs vary as drawn: each world was run twice. */
  readonly noise: NoiseShare;
  /** Indices of the named beliefs and luck, all other beliefs held; null until the first rows are in. */
  readonly sobol: Omit<StudySobol, "checksums"> | null;
  /** Version of the package that made it. */
  readonly version: string;
  /** Text that every draw follows from. */
  readonly seed: string;
  /** Runs made. */
  readonly runs: number;
}

/** Base rows of the first indices that are told. */
const firstRows = 32;

/**
 * Shares the spread of what the target is of out between luck and all beliefs, and between single beliefs; indices are
 * told with 32 base rows, and with twice as many each time.
 *
 * @throws InputError as `chooseFactors` and `studySobol` do, and when there are too few rows or worlds.
 */
export const varianceSources: Question<VarianceInput, VarianceSources> = async (input, means) => {
  const { names, rows = 128, repeated: asked = 100, seed = "uptake" } = input;
  checkCount("rows", rows);
  checkCount("repeated", asked, "worlds");
  const whole = scenario(input.scenario);
  const { parameters, target, horizon } = whole;
  const month = Math.min(target.month, horizon);
  const plan = cutAt(await prepare(whole), month);
  await loadKeptWorlds();
  const outcome = { series: targetSeries(target.of), month };
  const factors = variedBeliefs(parameters, names);
  const how = variedDraw(parameters);
  const count = Math.min(asked, worldCount(how) ?? asked);
  const width = saltelliWidth(factors.length, true);
  const total = 2 * count + rows * width;
  const { signal } = means;
  const noise = await means.evaluate(
    {
      plans: [plan],
      seed,
      statistics: [outcome],
      evaluations: Array.from({ length: 2 * count }, (_, replicate) => ({
        plan: 0,
        replicate,
        values: drawWorld(seed, Math.floor(replicate / 2), how),
      })),
    },
    { signal, onProgress: (done) => means.onProgress(done, total) },
  );
  const repeated = Array.from({ length: count }, (_, world) => noise.values.slice(2 * world, 2 * world + 2));
  const found = { noise: noiseShare(repeated, { seed }), version: plan.version, seed };
  means.onPartial({ ...found, sobol: null, runs: 2 * count });
  const evaluate = growing(means.evaluate);
  const told = async (size: number): Promise<VarianceSources> => {
    const { checksums: _, ...sobol } = await studySobol([plan], {
      factors,
      outcome,
      rows: size,
      seed,
      evaluate,
      signal,
      onProgress: (done) => means.onProgress(2 * count + done, total),
    });
    return { ...found, sobol, runs: 2 * count + sobol.runs };
  };
  return toldGrowing(doublings(rows, firstRows), told, means.onPartial);
};
