import { boxScatter } from "@uptake/charts";
import { parameters } from "@uptake/model";
import {
  type FailureBox,
  limitsOf,
  numbersOf,
  type Stress,
  type StressedStrategy,
  type UnderShocks,
} from "@uptake/study/stress";
import { counted, dollars, percent, when } from "../../words/format.ts";
import { seriesName, seriesUnit } from "../../words/series-words.ts";
import type { AnswerFigure, StudyAnswer } from "../study-kind.ts";
import { stressTables } from "./stress-tables.ts";

/** Turns a stress test into what is told of it. */
export function answerStress(found: Stress): StudyAnswer {
  const first = found.underShocks[0];
  const best = first?.strategies.find(({ robustness }) => robustness.place === 1);
  const breaks = best && found.vulnerabilities.find(({ strategy }) => strategy === best.strategy);
  const others = found.vulnerabilities.filter((one) => one !== breaks);
  return {
    sentence: [
      ...(first && best
        ? [bestSentence(found, first, best), worstShock(found, first, best), regretSentence(found, first)]
        : ["No strategy has an outcome in two worlds or more, so nothing can be said."]),
      ...(breaks ? [breaks.sentence] : []),
    ]
      .filter(Boolean)
      .join(" "),
    notes: [...others.map(({ sentence }) => sentence), ...notesOf(found)],
    figures: found.vulnerabilities.flatMap((one) =>
      one.boxes.flatMap((box, b) => figureOf(found, one.strategy, box, b)),
    ),
    tables: stressTables(found),
    data: found,
    checksums: found.checksums,
  };
}

/** Counts worlds and says which they are. */
function worldsOf({ worlds }: Stress, count: number): string {
  if (worlds.from === "kept") return counted(count, "kept world");
  return `${counted(count, "world")} of the ${worlds.from === "table" ? "scenario" : "priors"}`;
}

/** Writes a value of the measure of success. */
function written({ threshold }: Stress, value: number): string {
  if (threshold.measure === "cost") return dollars(value);
  return threshold.measure === "teachers" ? value.toPrecision(3) : percent(value);
}

/** Writes a difference of the measure, without its sign. */
function sizeOf({ threshold }: Stress, value: number): string {
  if (threshold.measure === "cost") return dollars(Math.abs(value));
  if (threshold.measure === "teachers") return Math.abs(value).toPrecision(3);
  return `${(100 * Math.abs(value)).toFixed(1)} points`;
}

function successOf(found: Stress): string {
  const { measure, month, value, better } = found.threshold;
  return `${seriesName(measure)} ${better === "higher" ? "of at least" : "of at most"} ${written(found, value)} ${month === 0 ? "at" : "in"} ${when(month)}`;
}

const shareOf = ({ probability, low, high }: StressedStrategy["robustness"]): string =>
  `${percent(probability)} of worlds (95% interval ${percent(low)} to ${percent(high)})`;

const under = (shock: string): string => (shock === "none" ? "without shocks" : `under ${shock}`);

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function bestSentence(found: Stress, first: UnderShocks, best: StressedStrategy): string {
  const equals = first.strategies.filter(({ robustness }) => robustness.tiedWithFirst);
  const place = `In ${worldsOf(found, first.worlds)}, ${under(first.shock)}, success (${successOf(found)})`;
  if (best.robustness.met === 0) return `${place} is reached by no strategy in any world.`;
  if (equals.length > 1) {
    const names = equals.map(({ strategy, robustness }) => `${strategy} (${percent(robustness.probability)})`);
    return `${place} is most common with ${best.strategy}: ${shareOf(best.robustness)}; ${listed(names)} cannot be told apart.`;
  }
  return `${place} is most common with ${best.strategy}: ${shareOf(best.robustness)}, beyond chance more often than with any other.`;
}

function worstShock(found: Stress, first: UnderShocks, best: StressedStrategy): string {
  const all = found.underShocks.flatMap(({ shock, strategies }) =>
    strategies.filter(({ strategy }) => strategy === best.strategy).map((one) => ({ shock, one })),
  );
  const worst = all.reduce((a, b) => (b.one.robustness.met < a.one.robustness.met ? b : a));
  if (worst.shock === first.shock) return "";
  const { change, robustness } = worst.one;
  const lost =
    change === null || change.low === null || change.high === null
      ? ""
      : `, with ${sizeOf(found, change.mean)} ${change.mean < 0 ? "less" : "more"}${shortName(found)} on average (${bounds(found, change.low, change.high)})`;
  return `Of the shocks, ${worst.shock} harms it most: success in ${shareOf(robustness)}${lost}.`;
}

/** Names the measure after a number of points, where its name is no long one. */
function shortName({ threshold }: Stress): string {
  const name = seriesName(threshold.measure);
  return name.startsWith("the ") ? "" : ` ${name}`;
}

function bounds(found: Stress, low: number, high: number): string {
  const [a, b] = [low, high].map((end) => `${end < 0 ? "−" : "+"}${sizeOf(found, end)}`);
  return `95% interval ${a} to ${b}`;
}

function regretSentence(found: Stress, first: UnderShocks): string {
  const least = first.strategies.find(({ regret }) => regret.place === 1);
  if (least === undefined) return "";
  const { mean, worstTenth, bestAlone, bestShared } = least.regret;
  const tied = first.strategies.filter(({ regret }) => regret.tiedWithFirst).length > 1;
  const shared = bestShared > 0 ? ` and shares the first place in ${bestShared}` : "";
  const ends =
    mean.low === null || mean.high === null
      ? ""
      : ` (95% interval ${sizeOf(found, Math.max(0, mean.low))} to ${sizeOf(found, mean.high)})`;
  return `${least.strategy} forgoes least against the best strategy of each world: ${sizeOf(found, mean.mean)} on average${ends}, ${sizeOf(found, worstTenth.mean)} in the worst tenth; it is the best in ${bestAlone} of ${first.worlds} worlds${shared}${tied ? "; others cannot be told from it" : ""}.`;
}

/** Says where worlds come from. */
const originOf: Readonly<Record<Stress["worlds"]["from"], string>> = {
  kept: "Worlds are those kept because they show the patterns of the model's design; shares of them are not chances of the future.",
  table: "Worlds are those of the scenario's own table.",
  priors: "Worlds are drawn from the wide priors, whatever patterns they show.",
};

function notesOf(found: Stress): string[] {
  const { worlds, shocks, tolerance, threshold, failures, underShocks } = found;
  const leftOut = underShocks.reduce((sum, one) => sum + one.leftOut, 0);
  const named = new Set(
    found.vulnerabilities.flatMap(({ boxes }) => boxes.flatMap((box) => box.restrictions.map(({ input }) => input))),
  );
  return [
    `Success is ${successOf(found)}; every strategy met the same worlds, luck and shocks, so differences are paired.`,
    originOf[worlds.from],
    `The outcome of a world ${worlds.luck > 1 ? `is the mean over ${worlds.luck} runs with luck of their own` : "is that of one run, so luck is part of it"}.`,
    `Shocks are readings of what districts met; no likelihood is attached to them. ${shocks.map(({ name, doc }) => `${name}: ${doc}`).join("; ")}.`,
    "Circumstances of failure were sought in one half of the worlds and tested in the other; where few worlds fail or succeed, nothing is found.",
    ...(tolerance > 0 ? [`Outcomes within ${sizeOf(found, tolerance)} of the best are no regret.`] : []),
    ...[...named].flatMap((name) => {
      const parameter = parameters.find((one) => one.name === name);
      return parameter ? [`${name}: ${parameter.doc} (${parameter.unit}).`] : [];
    }),
    ...(failures.length > 0 ? [`${counted(failures.length, "run")} failed and are left out.`] : []),
    ...(leftOut > 0
      ? [
          `${counted(leftOut, "world")} under shocks are left out: some strategy has no value of ${seriesName(threshold.measure)} there.`,
        ]
      : []),
  ];
}

/** Draws a box over its two most restricted numbers; over the outcome where there is only one. */
function figureOf(found: Stress, strategy: string, box: FailureBox, place: number): AnswerFigure[] {
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
  const provenance = {
    replicates: found.worlds.count,
    parameters: found.worlds.from === "priors" ? ("priors" as const) : ("sampled" as const),
    seed: found.seed,
    version: found.version,
  };
  const open = [null, null] as const;
  const data = {
    ...provenance,
    x: side(x),
    y: y === undefined ? { label: seriesName(measure), unit: seriesUnit(measure) } : side(y),
    points,
    box: { x: limitsOf(box.restrictions, x), y: y === undefined ? open : limitsOf(box.restrictions, y) },
    sentence: `${strategy} fails when ${box.conditions}. A cross is a world whose mean outcome over ${shocks.length === 1 ? `the shock ${shocks[0]}` : `${shocks.length} sets of shocks`} is a failure`,
  };
  return [
    {
      name: `failures-${strategy.replaceAll(/[^a-z0-9]+/gi, "-").toLowerCase()}${place === 0 ? "" : `-${place + 1}`}`,
      title: `When ${strategy} fails`,
      draw: ({ document, width }) => boxScatter(data, { document, width, caption: true }),
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
