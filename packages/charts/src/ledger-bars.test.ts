import { prepare, scenario } from "@uptake/model";
import { ensemble } from "@uptake/study";
import { summaryOfTotals } from "@uptake/study/ensemble";
import { expect, test } from "vitest";
import { document } from "../test-support/document.ts";
import { ledgerBars } from "./ledger-bars.ts";
import { ledgerData } from "./ledger-data.ts";

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
