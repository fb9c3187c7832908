import { prepare, scenario } from "@uptake/model";
import { ensemble } from "@uptake/study";
import { summaryOfTotals } from "@uptake/study/ensemble";
import { describe, expect, test } from "vitest";
import { document } from "../test-support/document.ts";
import { ledgerBars } from "./ledger-bars.ts";
import { type LedgerData, ledgerData } from "./ledger-data.ts";

test("each part of the cost has the interval of its mean, and a part from one run none", async () => {
  const plan = await prepare(scenario({ district: "small-rural", strategy: "all-six-lessons", horizon: 24 }));
  const runs = await ensemble(plan, { replicates: 25, seed: "parts" });
  const data = ledgerData(runs);
  for (const { name, mean, low, high } of data.byCategory)
    expect(summaryOfTotals(runs.cost.byCategory.get(name as never)!), name).toMatchObject({ mean, low, high });
  const spent = data.byCategory.filter(({ mean }) => mean > 0);
  expect(spent.length).toBeGreaterThan(2);
  const lines = (element: Element): number => element.querySelectorAll("line").length;
  expect(lines(ledgerBars(data, { document }).element)).toBe(spent.length);

  const one = ledgerData(await ensemble(plan, { replicates: 1, seed: "parts" }));
  expect(one.byCategory.every(({ low, high }) => low === null && high === null)).toBe(true);
  expect(lines(ledgerBars(one, { document }).element)).toBe(0);
});

describe("bars of parts worked out by hand", () => {
  const data: LedgerData = {
    total: { mean: 450, low: 300, high: 500, p5: 250, p95: 620 },
    byCategory: [
      { name: "salary", mean: 100, low: 50, high: 150 },
      { name: "releaseTime", mean: 300, low: 200, high: 400 },
      { name: "institutes", mean: 50, low: -25, high: 125 },
      { name: "backfill", mean: 0, low: 0, high: 0 },
    ],
    byTier: [
      { name: "low poverty", mean: 150 },
      { name: "high poverty", mean: 200, low: null, high: null },
      { name: "office", mean: 100 },
    ],
    months: 24,
    replicates: 8,
    parameters: "sampled",
    seed: "a",
    version: "0",
  };
  const columnsOf = (element: Element, selector: string, ...names: string[]): number[][] =>
    Array.from(element.querySelectorAll(selector), (one) => names.map((name) => Number(one.getAttribute(name))));
  const textsOf = (element: Element): string[] =>
    Array.from(element.querySelectorAll("text"), (one) => one.textContent);

  test("are as long as their share of the most, an interval's end too, the longest first", () => {
    const { element } = ledgerBars(data, { document });
    // 160 of 720 pixels for the names and 64 for the amounts leave 496 for the 400 dollars where the highest interval ends.
    const pixels = (value: number): number => (496 * value) / 400;
    const [behind, bars] = [
      columnsOf(element, "rect", "width").slice(0, 4),
      columnsOf(element, "rect", "width").slice(4),
    ];
    expect(behind).toEqual([[496], [496], [496], [496]]);
    expect(bars).toEqual([300, 100, 50, 0].map((mean) => [pixels(mean)]));
    // What may be less than nothing is drawn from nothing.
    const intervals = [
      [200, 400],
      [50, 150],
      [0, 125],
    ] as const;
    expect(columnsOf(element, "line", "x1", "x2")).toEqual(
      intervals.map(([low, high]) => [160 + pixels(low), 160 + pixels(high)]),
    );
    expect(textsOf(element)).toEqual([
      ...["Teachers’ time", "Coaches", "Institutes, visits", "Hires, new schools"],
      ...["$300", "$100", "$50", "$0", "Dollars of 2024 over 2 years"],
    ]);
    expect(element.getAttribute("height")).toBe(String(20 + 4 * 28));
  });
  test("of places stand in their order, and without intervals the largest mean is the most", () => {
    const { element } = ledgerBars(data, { document, by: "tier" });
    expect(columnsOf(element, "rect", "width").slice(3)).toEqual([[372], [496], [248]]);
    expect(columnsOf(element, "line", "x1")).toEqual([]);
    expect(textsOf(element).slice(0, 3)).toEqual(["Low-poverty schools", "High-poverty schools", "Central office"]);
  });
  test("are told by what is spent, the most first, with the spread that is known", () => {
    expect(ledgerBars(data, { document }).sentence).toBe(
      "Over 2 years this plan costs $450 in dollars of 2024 (mean of 8 worlds, 95% interval $300 to $500; in nine tenths, between $250 and $620): Teachers’ time $300; Coaches $100; Institutes, visits $50.",
    );
    expect(ledgerBars(data, { document, by: "tier" }).sentence).toMatch(
      /: High-poverty schools \$200; Low-poverty schools \$150; Central office \$100\.$/,
    );
    expect(ledgerBars({ ...data, replicates: 1 }, { document }).sentence).toMatch(
      /^Over 2 years this plan costs \$450 in dollars of 2024 \(in 1 world\): /,
    );
    const nothing = { mean: 0, low: 0, high: 0, p5: 0, p95: 0 };
    expect(ledgerBars({ ...data, total: nothing }, { document }).sentence).toBe(
      "Over 2 years this plan spends nothing beyond what is spent today.",
    );
  });
});
