import { prepare, scenario } from "@uptake/model";
import { simulate } from "@uptake/model/engine";
import { expect, test } from "vitest";
import { measured } from "./measured.ts";
import { seriesRange } from "./series-range.ts";

test("every value of every series of a run is within the range of its series", async () => {
  const plan = await prepare(
    scenario({ district: "small-rural", strategy: "all-six-lessons", survey: true, horizon: 48 }),
  );
  const all = measured(simulate(plan, { seed: "range", replicate: 0 }));
  expect(all.size).toBeGreaterThan(25);
  for (const [name, values] of all) {
    const [least, most] = seriesRange(name);
    const known = values.filter((value) => !Number.isNaN(value));
    expect(Math.min(...known), name).toBeGreaterThanOrEqual(least);
    expect(Math.max(...known), name).toBeLessThanOrEqual(most);
  }
});

test("only what is no share has another range", () => {
  expect(seriesRange("adoption")).toEqual([0, 1]);
  expect(seriesRange("stage.owning")).toEqual([0, 1]);
  expect(seriesRange("gap")).toEqual([-1, 1]);
  expect(seriesRange("cost")[1]).toBe(Number.POSITIVE_INFINITY);
  expect(seriesRange("observed.own")[0]).toBe(Number.NEGATIVE_INFINITY);
});
