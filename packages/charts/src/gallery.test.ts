import { prepare, profile, type ScenarioInput, scenario } from "@uptake/model";
import { type Ensemble, ensemble } from "@uptake/study";
import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, test } from "vitest";
import * as samples from "../test-support/samples.ts";
import {
  adoptionFan,
  type ChartOptions,
  type Figure,
  fanData,
  ledgerBars,
  ledgerData,
  pairedDifferenceChart,
  stageArea,
  tierGap,
  tierGapData,
  tierGapError,
  tornado,
} from "./index.ts";

const { document } = new JSDOM("").window;

const run = async (input: ScenarioInput, replicates = 24): Promise<Ensemble> =>
  ensemble(await prepare(scenario({ district: "small-rural", ...input })), { replicates, seed: "gallery" });

/** Prints a chart as a file that a browser shows, one element a line, so that a change can be read. */
const printed = ({ element }: Figure): string => `${element.outerHTML.replaceAll("><", ">\n<")}\n`;

/** Charts of studies, drawn from samples, each wide and narrow. */
const studies: [string, (options: ChartOptions) => Figure][] = [
  ["stage-area", (options) => stageArea(samples.stages, options)],
  ["tier-gap-error", (options) => tierGapError(samples.gap, options)],
  ["paired-difference", (options) => pairedDifferenceChart(samples.paired, options)],
  ["tornado", (options) => tornado(samples.inputs, options)],
];

describe("the gallery", () => {
  let usual: Ensemble;
  let plan: Ensemble;
  let two: Ensemble;
  beforeAll(async () => {
    const { schools, ...rest } = profile("small-rural");
    usual = await run({});
    plan = await run({ strategy: "all-six-lessons" });
    two = await run({ district: { ...rest, schools: schools.slice(0, 2) }, horizon: 12 }, 2);
  });

  const charts: [string, () => Figure][] = [
    ["adoption-fan", () => adoptionFan(fanData(plan, usual), { document })],
    ["adoption-fan-phone", () => adoptionFan(fanData(plan, usual), { document, width: 354, caption: true })],
    ["adoption-fan-one-run", () => adoptionFan(fanData(two), { document, width: 500 })],
    ["tier-gap", () => tierGap(tierGapData(plan), { document, width: 560, caption: true })],
    ["tier-gap-two-schools", () => tierGap(tierGapData(two), { document, width: 354 })],
    ["ledger-bars", () => ledgerBars(ledgerData(plan), { document, width: 560, caption: true })],
    ["ledger-bars-by-tier", () => ledgerBars(ledgerData(plan), { document, width: 354, by: "tier" })],
    ...studies.flatMap(([name, chart]): [string, () => Figure][] => [
      [name, () => chart({ document, caption: true })],
      [`${name}-phone`, () => chart({ document, width: 360, caption: true })],
    ]),
  ];

  test.for(charts)("%s", async ([name, chart]) => {
    const figure = chart();
    await expect(printed(figure)).toMatchFileSnapshot(`__snapshots__/${name}.svg`);
    expect(printed(chart()), "is the same when drawn again").toBe(printed(figure));
  });

  test.for(charts)("%s is an image that its sentence names, and nothing else", ([, chart]) => {
    const { element, sentence } = chart();
    expect(element.getAttribute("role")).toBe("img");
    expect(element.getAttribute("aria-label")).toBe(sentence);
    expect(element.querySelectorAll("[aria-label], [aria-description], [aria-hidden], [id], a")).toHaveLength(0);
    expect(element.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
    expect(sentence).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  test("states results", () => {
    expect(charts.map(([, chart]) => chart().sentence)).toMatchInlineSnapshot(`
      [
        "In half of 24 worlds, adoption in May of year 3 lies between 20% and 32%; in nine tenths, between 13% and 56%. The median is 22%. As today, it would be 14%. The target is 80% in May of year 3.",
        "In half of 24 worlds, adoption in May of year 3 lies between 20% and 32%; in nine tenths, between 13% and 56%. The median is 22%. As today, it would be 14%. The target is 80% in May of year 3.",
        "In half of 2 worlds, adoption in August after year 1 lies between 11% and 14%; in nine tenths, between 9% and 15%. The median is 12%. The target is 80% in May of year 3.",
        "In May of year 3, there is no gap between the low- and the high-poverty third of teachers (mean of 24 worlds, with a 95% interval of −9 to 9 points). The medians are 21% in the low-poverty third, 28% in the middle-poverty third, 23% in the high-poverty third.",
        "Fewer than three schools: there are no poverty thirds to compare.",
        "Over 5 years this plan costs $2.48M in dollars of 2024 (mean of 24 worlds; in nine tenths, between $1.73M and $3.14M): Central office $1.83M; Coaches $304k; Institutes, visits $189k; Teachers’ time $113k; Leaders $44.3k.",
        "Over 5 years this plan costs $2.48M in dollars of 2024 (mean of 24 worlds; in nine tenths, between $1.73M and $3.14M): Central office $1.89M; Middle-poverty schools $264k; Low-poverty schools $175k; High-poverty schools $157k.",
        "Share of teachers in each stage, from the start to August after year 5 (means of 200 worlds): unaware 45% to 15%; aware 30% to 16%; trying 10% to 19%; using 15% to 36%; owning 0% to 14%.",
        "Share of teachers in each stage, from the start to August after year 5 (means of 200 worlds): unaware 45% to 15%; aware 30% to 16%; trying 10% to 19%; using 15% to 36%; owning 0% to 14%.",
        "In August after year 5, the high-poverty third of teachers is 11 points behind the low-poverty third (mean of 200 worlds, 95% interval 6.9 to 15 points).",
        "In August after year 5, the high-poverty third of teachers is 11 points behind the low-poverty third (mean of 200 worlds, 95% interval 6.9 to 15 points).",
        "In August after year 5, 200 worlds cannot tell all six lessons from coaching only in adoption: the difference is 1.8 points (mean of 200 worlds on common random numbers, 95% interval −2.7 to 5.4 points).",
        "In August after year 5, 200 worlds cannot tell all six lessons from coaching only in adoption: the difference is 1.8 points (mean of 200 worlds on common random numbers, 95% interval −2.7 to 5.4 points).",
        "Of 5 inputs, adoption in May of year 3 moves most, by 19 points, with Principal turnover (47% at its low end, 28% at its high end); next with Coaching: teachers per coach (44% at its low end, 31% at its high end) and Help a coached teacher passes on to colleagues in the same department (33% at its low end, 43% at its high end); 1 does not move it (means of 200 worlds; no interval is known).",
        "Of 5 inputs, adoption in May of year 3 moves most, by 19 points, with Principal turnover (47% at its low end, 28% at its high end); next with Coaching: teachers per coach (44% at its low end, 31% at its high end) and Help a coached teacher passes on to colleagues in the same department (33% at its low end, 43% at its high end); 1 does not move it (means of 200 worlds; no interval is known).",
      ]
    `);
  });

  test("draws the same from stored data", () => {
    const stored = JSON.parse(JSON.stringify(fanData(plan, usual)));
    expect(printed(adoptionFan(stored, { document }))).toBe(printed(adoptionFan(fanData(plan, usual), { document })));
  });

  test("marks July: adoption falls in one month, by as much as the run says", () => {
    const { plan: bands } = fanData(plan);
    const path = adoptionFan(fanData(plan), { document }).element.outerHTML.match(/<path d="(M[^"Z]+)"/)?.[1] ?? "";
    expect(path.match(/[ML]/g)).toHaveLength(bands.months.length);
  });
});
