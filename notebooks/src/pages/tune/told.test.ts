import { prepare, scenario } from "@uptake/model";
import { ensembles } from "@uptake/study";
import { beforeAll, describe, expect, test } from "vitest";
import { cardsOf } from "./told.js";
import { tableOf, type View, viewOf } from "./view.js";

const card = { month: 34, baseline: null } as const;
const estimate = (value: number, low: number, high: number, median: number | null = value) => ({
  value,
  low,
  high,
  median,
  replicates: 100,
});
const difference = (value: number, low: number, high: number) => ({
  estimate: value,
  low,
  high,
  replicates: 100,
  paired: true as const,
});

/** Makes the view of a plan whose mean and median are apart. */
const view = (gap: number, change: number): View =>
  ({
    cards: {
      chance: { ...card, share: 0.8, of: "teachers", plan: estimate(0.12, 0.06, 0.2, null), difference: null },
      adoption: { ...card, plan: estimate(0.45, 0.41, 0.49, 0.52), difference: difference(0.3, 0.27, 0.33) },
      sustained: { ...card, plan: estimate(0.4, 0.36, 0.44, 0.41), difference: difference(0.25, 0.2, 0.3) },
      gap: {
        ...card,
        plan: estimate(gap, gap - 0.02, gap + 0.02),
        difference: difference(change, change - 0.01, change + 0.01),
      },
    },
    replicates: 100,
    ledger: { total: { mean: 2_840_000, low: 2_710_000, high: 2_970_000, p5: 2_100_000, p95: 3_500_000 }, months: 60 },
    perAdopter: { value: 6120, low: 5700, high: 6500, replicates: 100 },
  }) as unknown as View;

describe("the cards", () => {
  test("tell means with means, so that a value less its difference is as today", () => {
    const { adoption } = cardsOf(view(0.05, 0.02));
    expect(adoption.value).toBe("45%");
    expect(adoption.note.replaceAll("\u00a0", " ")).toBe("41% to 49%; +30 points against today (27 to 33)");
  });

  test.for([
    [
      "further behind",
      0.08,
      0.03,
      "8 pts behind",
      "6 to 10 points behind; 3 points further behind than today (2 to 4)",
    ],
    ["less behind", 0.03, -0.04, "3 pts behind", "1 to 5 points behind; 4 points less behind than today (3 to 5)"],
    ["ahead", -0.03, -0.08, "3 pts ahead", "1 to 5 points ahead; 8 points further ahead than today (7 to 9)"],
    ["less ahead", -0.03, 0.08, "3 pts ahead", "1 to 5 points ahead; 8 points less ahead than today (7 to 9)"],
  ] as const)("tell a gap with one sign: %s", ([, gap, change, value, note]) => {
    const told = cardsOf(view(gap, change)).gap;
    expect([told.value, told.note.replaceAll("\u00a0", " ")]).toEqual([value, note]);
    expect(told.warn).toBe(gap > 0);
  });

  test("tell the whole cost, and what each added adopter costs", () => {
    const { cost, perAdopter } = cardsOf(view(0, 0));
    expect(cost).toMatchObject({
      value: "$2.84M",
      note: "$2.71M to $2.97M; mean of 100 runs over 5 years, in dollars of 2024; nine tenths of runs: $2.10M to $3.50M",
    });
    expect(perAdopter).toMatchObject({ value: "$6.12k", note: "$5.70k to $6.50k, against today" });
  });
});

describe("of runs", () => {
  let made: View;
  let table: ReturnType<typeof tableOf>;
  beforeAll(async () => {
    const plan = (strategy: string, of: "teachers" | "schools" = "teachers") =>
      prepare(scenario({ district: "small-rural", strategy, target: { of } }));
    const runs = await ensembles([await plan("coaching-only"), await plan("business-as-usual")], { replicates: 12 });
    made = viewOf(runs[0]!, runs[1]);
    table = tableOf(runs[0]!, runs[1]);
  });

  test("a view survives JSON, and a district as today differs from itself by nothing", async () => {
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
    const today = await ensembles(
      [await prepare(scenario({ district: "small-rural", strategy: "business-as-usual" }))],
      {
        replicates: 12,
      },
    );
    const { low, mean, high } = made.ledger.total;
    expect(low).toBeLessThan(mean);
    expect(high).toBeGreaterThan(mean);
    const same = viewOf(today[0]!, today[0]);
    expect(cardsOf(same).adoption.note).toContain("as today");
    expect(cardsOf(same).perAdopter.value).toBe("–");
  });

  test("the table holds all that the curve draws", () => {
    const at = (name: string) => table.columns.indexOf(name);
    const row = table.rows.find((each) => each[at("month")] === 34 && each[at("group")] === "all")!;
    for (const band of ["p5", "p25", "p50", "p75", "p95"] as const)
      expect(row[at(band)], band).toBe(made.fan.plan[band][34]);
    const today = table.rows.find((each) => each[at("month")] === 34 && each[at("group")] === "all, as today")!;
    expect(today[at("p50")]).toBe(made.fan.today?.p50[34]);
  });
});
