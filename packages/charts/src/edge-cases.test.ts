import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import * as samples from "../test-support/samples.ts";
import {
  bottleneckBars,
  boxScatter,
  type ChartOptions,
  effectBars,
  type Figure,
  frontier,
  funnelBars,
  kaplanMeierChart,
  levelRows,
  pairedDifferenceChart,
  predictiveBand,
  priorPosterior,
  rankFlips,
  schoolMultiples,
  shapleyWaterfall,
  sobolBars,
  stageArea,
  successByShock,
  tierGapError,
  tornado,
  twoLeverMap,
} from "./index.ts";

const { document } = new JSDOM("").window;
const long =
  "A label that nobody would write but somebody will, with Donaudampfschifffahrtsgesellschaftskapitän in it ".repeat(2);
const nothing = { value: 0, low: 0, high: 0 };
const unknown = { value: Number.NaN, low: null, high: null };
const { stages, gap, paired, inputs, indices, levers, failures, budgets, parts, waiting, schools, fitted, predicted } =
  samples;
const { held, funnel, shocked, ranked, byName, effects } = samples;
const gainOf = (value: number, half: number) => ({ value, low: value - half, high: value + half });
const empty = { months: [], estimate: [], low: [], high: [] };
const once = (value: number | null) => ({ months: [0], estimate: [value], low: [value], high: [value] });

/** Charts of data at the edges, by what the data are and what the sentence must say. */
const cases: [string, string, (options: ChartOptions) => Figure][] = [
  ["no months of stages", "no months", (o) => stageArea({ ...stages, months: [], stages: [] }, o)],
  [
    "one month of one stage",
    "100%",
    (o) => stageArea({ ...stages, months: [0], stages: [{ name: long, share: [1] }] }, o),
  ],
  [
    "an unknown stage",
    "not known",
    (o) => stageArea({ ...stages, months: [0, 1], stages: [{ name: "using", share: [0.2, null] }] }, o),
  ],
  ["no months of a gap", "no gap", (o) => tierGapError({ ...gap, ...empty }, o)],
  ["a gap of zero", "there is no gap", (o) => tierGapError({ ...gap, ...once(0) }, o)],
  ["an unknown gap", "no gap", (o) => tierGapError({ ...gap, ...once(null) }, o)],
  [
    "a gap without interval",
    "no interval",
    (o) => tierGapError({ ...gap, months: [0, 1], estimate: [0, 0.1], low: [null, null], high: [null, null] }, o),
  ],
  [
    "a gap the other way",
    "10 points ahead of the low-poverty third (mean of 200 worlds, 95% interval 8 to 12 points)",
    (o) => tierGapError({ ...gap, months: [0, 34], estimate: [0, -0.1], low: [0, -0.12], high: [0, -0.08] }, o),
  ],
  ["no months of a difference", "no difference", (o) => pairedDifferenceChart({ ...paired, ...empty }, o)],
  ["plans alike", "the same under", (o) => pairedDifferenceChart({ ...paired, ...once(0), a: long, b: long }, o)],
  [
    "plans that differ in dollars",
    "$1.20M lower under “all six lessons” than under “coaching only” (mean of 200 worlds on common random numbers, 95% interval $1.00M to $1.40M)",
    (o) =>
      pairedDifferenceChart(
        { ...paired, of: "cost", unit: "$ of 2024", months: [12], estimate: [-1.2e6], low: [-1.4e6], high: [-1e6] },
        o,
      ),
  ],
  ["no inputs", "no inputs", (o) => tornado({ ...inputs, bars: [] }, o)],
  ["one input", "Of 1 input", (o) => tornado({ ...inputs, bars: [{ ...inputs.bars[0]!, label: long }] }, o)],
  [
    "inputs that move nothing",
    "The only input does not move",
    (o) => tornado({ ...inputs, bars: [{ label: "a", low: 3, high: 3, centre: 3 }], unit: "months" }, o),
  ],
  [
    "inputs that tie",
    "equally far",
    (o) => tornado({ ...inputs, bars: ["a", "b"].map((label) => ({ label, low: 0.1, high: 0.2, centre: 0.15 })) }, o),
  ],
  [
    "an unknown input",
    "no inputs",
    (o) => tornado({ ...inputs, bars: [{ label: "a", low: null, high: Number.NaN, centre: null }] }, o),
  ],
  ["no steps", "cannot be told", (o) => bottleneckBars({ ...held, steps: [] }, o)],
  [
    "steps that nobody takes",
    "Nobody takes the steps “A label",
    (o) => bottleneckBars({ ...held, steps: [long, "b"].map((label) => ({ label, gain: null })) }, o),
  ],
  [
    "a step without interval",
    "No step can be told to hold adoption",
    (o) => bottleneckBars({ ...held, steps: [{ label: "a", gain: { value: 0.1, low: null, high: null } }] }, o),
  ],
  [
    "steps that add nothing",
    "the most is 0 points at “a”",
    (o) => bottleneckBars({ ...held, steps: ["a", "b"].map((label) => ({ label, gain: nothing })) }, o),
  ],
  [
    "a step that takes away",
    "the most is −5 points at “a” (95% interval −7 to −3 points)",
    (o) => bottleneckBars({ ...held, steps: [{ label: "a", gain: gainOf(-0.05, 0.02) }] }, o),
  ],
  [
    "steps that cannot be ranked",
    "though this cannot be told from the most at every other step; then +9 points at “b”",
    (o) =>
      bottleneckBars(
        {
          ...held,
          clear: false,
          steps: [
            { label: "a", gain: gainOf(0.1, 0.05) },
            { label: "b", gain: gainOf(0.09, 0.05) },
          ],
        },
        o,
      ),
  ],
  ["no steps of teachers", "no step of teachers is known", (o) => funnelBars({ ...funnel, steps: [], schools: [] }, o)],
  [
    "steps that are not known",
    "A label",
    (o) =>
      funnelBars(
        {
          ...funnel,
          steps: [
            { label: long, gain: true, member: nothing, other: null },
            { label: "b", gain: false, member: null, other: unknown },
          ],
          schools: [{ label: "asked", count: null }],
        },
        o,
      ),
  ],
  ["no indices", "no inputs", (o) => sobolBars({ ...indices, bars: [] }, o)],
  [
    "unknown indices",
    "no inputs",
    (o) =>
      sobolBars(
        {
          ...indices,
          bars: [{ label: "a", first: unknown, total: unknown }],
          luck: { first: unknown, total: unknown },
        },
        o,
      ),
  ],
  [
    "indices that tie with luck",
    "Luck cannot be told",
    (o) => sobolBars({ ...indices, bars: [{ label: long, ...indices.luck }] }, o),
  ],
  [
    "inputs that cannot be ranked",
    "cannot be told: the interval of “b” overlaps",
    (o) =>
      sobolBars(
        { ...indices, bars: ["a", "b"].map((label) => ({ label, first: nothing, total: indices.luck.total })) },
        o,
      ),
  ],
  ["no cells", "not known at any", (o) => twoLeverMap({ ...levers, x: { ...levers.x, values: [] }, cells: [] }, o)],
  ["unknown cells", "not known at any", (o) => twoLeverMap({ ...levers, cells: levers.cells.map(() => null) }, o)],
  ["cells alike", "at every setting", (o) => twoLeverMap({ ...levers, cells: levers.cells.map(() => 0.3) }, o)],
  [
    "one cell",
    "is 40% at",
    (o) =>
      twoLeverMap(
        { ...levers, x: { ...levers.x, values: [1] }, y: { label: long, unit: "", values: [1] }, cells: [0.4] },
        o,
      ),
  ],
  [
    "many cells",
    "equally at 40 settings",
    (o) => {
      const values = Array.from({ length: 40 }, (_, i) => i);
      const axis = { label: "a", unit: "hours", values };
      return twoLeverMap({ ...levers, x: axis, y: axis, cells: values.flatMap(() => values.map((i) => i / 40)) }, o);
    },
  ],
  [
    "names",
    "highest, 62% (95% interval 55% to 68%), equally at 2 settings, strategy “all-six-lessons” and district “small-rural”",
    (o) => twoLeverMap(samples.named, o),
  ],
  ["no shocks", "not known under any of 0 sets", (o) => successByShock({ ...shocked, shocks: [] }, o)],
  [
    "one strategy under one shock",
    "1 set of shocks",
    (o) =>
      successByShock(
        { ...shocked, strategies: [long], shocks: [{ label: long, shares: [{ value: 0, low: 0, high: 0.2 }] }] },
        o,
      ),
  ],
  [
    "many strategies that always succeed",
    "and 4 more strategies",
    (o) =>
      successByShock(
        {
          ...shocked,
          strategies: Array.from({ length: 8 }, (_, i) => `${long} ${i}`),
          shocks: [1, 2].map((i) => ({
            label: `${i}`,
            shares: Array.from({ length: 8 }, () => ({ value: 1, low: 0.9, high: 1 })),
          })),
        },
        o,
      ),
  ],
  ["no order", "no order", (o) => rankFlips({ ...ranked, strategies: [], assumptions: [] }, o)],
  [
    "an order that stands",
    "none of 1 rival assumption changes it beyond chance",
    (o) => rankFlips({ ...ranked, assumptions: ranked.assumptions.slice(0, 2) }, o),
  ],
  [
    "no named levels known",
    "not known at any of 1 settings",
    (o) => levelRows({ ...byName, rows: [{ label: long, result: null }] }, o),
  ],
  [
    "named levels alike",
    "and the same with every other",
    (o) =>
      levelRows({ ...byName, rows: ["a", "b"].map((label) => ({ label, result: nothing })), unit: "$ of 2024" }, o),
  ],
  ["no effects", "no inputs", (o) => effectBars({ ...effects, bars: [], luck: null }, o)],
  [
    "effects of nothing",
    "None of 2 inputs moves",
    (o) =>
      effectBars(
        {
          ...effects,
          bars: ["a", long].map((label) => ({ label, size: nothing, againstLuck: "less" as const })),
          luck: nothing,
        },
        o,
      ),
  ],
  ["no points", "no points", (o) => boxScatter({ ...failures, points: [] }, o)],
  [
    "one point, and no box",
    "no bound",
    (o) =>
      boxScatter(
        { ...failures, points: [{ x: 1, y: 1, hit: true }], box: { x: [null, null], y: [null, null] }, sentence: long },
        o,
      ),
  ],
  [
    "an unknown point",
    "1 more",
    (o) => boxScatter({ ...failures, points: [...failures.points, { x: null, y: 1, hit: true }] }, o),
  ],
  ["no budgets", "no budget", (o) => frontier({ ...budgets, points: [] }, o)],
  ["one budget", "for $6.00M with", (o) => frontier({ ...budgets, points: budgets.points.slice(-1) }, o)],
  [
    "budgets that buy nothing, and tie",
    "every budget",
    (o) =>
      frontier(
        { ...budgets, points: [1, 2].map((budget) => ({ budget, value: nothing, label: long, tied: true })) },
        o,
      ),
  ],
  [
    "a plan that costs nothing",
    "for $0 with",
    (o) => frontier({ ...budgets, points: [{ ...budgets.points[1]!, budget: 0 }] }, o),
  ],
  [
    "budgets whose intervals overlap",
    "cannot be told",
    (o) => frontier({ ...budgets, points: [budgets.points[1]!, budgets.points[2]!] }, o),
  ],
  ["no parts", "no parts", (o) => shapleyWaterfall({ ...parts, parts: [] }, o)],
  [
    "parts that add nothing",
    "Not to be told from nothing",
    (o) => shapleyWaterfall({ ...parts, parts: [{ label: long, share: nothing }], from: 0, to: 0 }, o),
  ],
  ["no steps", "Nothing is known", (o) => kaplanMeierChart({ ...waiting, steps: [] }, o)],
  [
    "nobody there yet",
    "none has reached",
    (o) => kaplanMeierChart({ ...waiting, steps: [{ month: 60, survival: 1, low: null, high: null, atRisk: 200 }] }, o),
  ],
  [
    "all there at once",
    "Half have reached it by August of year 1",
    (o) => kaplanMeierChart({ ...waiting, steps: [{ month: 1, survival: 0, low: null, high: null, atRisk: 200 }] }, o),
  ],
  ["no schools", "no schools", (o) => schoolMultiples({ ...schools, schools: [] }, o)],
  [
    "one school",
    "adoption in A label",
    (o) => schoolMultiples({ ...schools, months: [0], schools: [{ name: long, poverty: 0.2, adoption: [0.3] }] }, o),
  ],
  [
    "schools alike, and one unknown",
    "in all 2 schools",
    (o) =>
      schoolMultiples(
        {
          ...schools,
          months: [0, 1],
          schools: [
            [0.3, 0.3],
            [0.3, 0.3],
            [null, null],
          ].map((adoption, i) => ({ name: `${i}`, poverty: 0.2, adoption })),
        },
        o,
      ),
  ],
  ["no parameters", "no calibrated parameters", (o) => priorPosterior({ ...fitted, parameters: [] }, o)],
  [
    "a parameter without width",
    "inform none of 1 parameter",
    (o) =>
      priorPosterior(
        { ...fitted, parameters: [{ label: long, prior: [1, 1], posterior: unknown, verdict: "cannot-tell" }] },
        o,
      ),
  ],
  [
    "nothing observed",
    "nothing observed",
    (o) => predictiveBand({ ...predicted, months: [], low: [], median: [], high: [], observed: [] }, o),
  ],
  [
    "an observation after the band",
    "nothing observed",
    (o) => predictiveBand({ ...predicted, observed: [{ month: 70, share: 0.5, low: null, high: null }] }, o),
  ],
];

describe("a chart at the edges", () => {
  test.for(cases)("of %s says “%s”", ([, said, chart]) => {
    for (const width of [720, 360]) {
      const { element, sentence } = chart({ document, width, caption: true });
      expect(sentence).toContain(said);
      expect(sentence).not.toMatch(/NaN|undefined|null|Infinity/);
      expect(element.outerHTML).not.toMatch(/NaN|undefined|Infinity|−\$0</);
      expect(element.querySelectorAll("[id]")).toHaveLength(0);
    }
  });
});
