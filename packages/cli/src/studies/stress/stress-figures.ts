import { parameters } from "@uptake/model";
import { type FailureBox, limitsOf, numbersOf, type Stress } from "@uptake/study/stress";
import { seriesName, seriesUnit } from "../../words/series-words.ts";
import type { AnswerFigure } from "../study-kind.ts";
import { successWords } from "./stress-words.ts";

/** Draws how often strategies succeed under each set of shocks, and each box in which one fails. */
export function stressFigures(found: Stress): AnswerFigure[] {
  const { strategies, underShocks, vulnerabilities } = found;
  const data = {
    ...provenance(found),
    success: successWords(found),
    strategies,
    shocks: underShocks.map(({ shock, strategies: told }) => ({
      label: shock,
      shares: strategies.map((name) => {
        const one = told.find(({ strategy }) => strategy === name)?.robustness;
        return one ? { value: one.probability, low: one.low, high: one.high } : null;
      }),
    })),
  };
  return [
    {
      name: "success-by-shock",
      title: "How often each succeeds under each set of shocks",
      draw: (charts, options) => charts.successByShock(data, options),
    },
    ...vulnerabilities.flatMap((one) => one.boxes.flatMap((box, b) => boxFigure(found, one.strategy, box, b))),
  ];
}

function provenance({ worlds, seed, version }: Stress) {
  const parameters = worlds.from === "priors" ? ("priors" as const) : ("sampled" as const);
  return { replicates: worlds.count, parameters, seed, version };
}

/** Draws a box over its two most restricted numbers; over the outcome where there is only one. */
function boxFigure(found: Stress, strategy: string, box: FailureBox, place: number): AnswerFigure[] {
  const [x, y] = numbersOf(box.restrictions);
  if (x === undefined) return [];
  const among = box.restrictions.find(({ kind }) => kind === "among");
  const shocks = among?.kind === "among" ? among.categories : found.shocks.map(({ name }) => name);
  const values = outcomesOf(found, strategy, shocks);
  const { value, better, measure } = found.threshold;
  const side = (input: string): { label: string; unit: string } => ({
    label: input,
    unit: parameters.find(({ name }) => name === input)?.unit ?? "months",
  });
  const points = values.map((outcome, world) => ({
    x: found.inputs[x]?.[world] ?? null,
    y: y === undefined ? outcome : (found.inputs[y]?.[world] ?? null),
    hit: outcome !== null && (better === "higher" ? outcome < value : outcome > value),
  }));
  const open = [null, null] as const;
  const data = {
    ...provenance(found),
    x: side(x),
    y: y === undefined ? { label: seriesName(measure), unit: seriesUnit(measure) } : side(y),
    points,
    box: { x: limitsOf(box.restrictions, x), y: y === undefined ? open : limitsOf(box.restrictions, y) },
    sentence: `“${strategy}” fails when ${box.conditions}. A cross is a world whose mean outcome over ${shocks.length === 1 ? `the shock ${shocks[0]}` : `${shocks.length} sets of shocks`} is a failure`,
  };
  return [
    {
      name: `failures-${strategy}${place === 0 ? "" : `-${place + 1}`}`,
      title: `When “${strategy}” fails`,
      draw: (charts, options) => charts.boxScatter(data, { ...options, caption: true }),
    },
  ];
}

/** Returns the mean outcome of each world over sets of shocks, null where a run has none. */
function outcomesOf(found: Stress, strategy: string, shocks: readonly string[]): (number | null)[] {
  const sums = Array.from({ length: found.worlds.count }, () => 0);
  for (const one of found.cases) {
    if (one.strategy !== strategy || !shocks.includes(one.shock)) continue;
    sums[one.world] = (sums[one.world] as number) + (one.values[0] ?? Number.NaN);
  }
  return sums.map((sum) => (Number.isNaN(sum) ? null : sum / (shocks.length * found.worlds.luck)));
}
