import { prepare, scenario } from "@uptake/model";
import { type Ensemble, ensemble, seriesOf, summariseAt } from "@uptake/study";
import { beforeAll, describe, expect, test } from "vitest";
import { sketch } from "./sketch.js";

const of = async (strategy: string, replicates: number): Promise<Ensemble> =>
  ensemble(await prepare(scenario({ district: "small-rural", strategy, horizon: 36 })), { replicates });

describe("a sketch", () => {
  let anchor: Ensemble;
  let whole: Ensemble;
  let part: Ensemble;
  beforeAll(async () => {
    anchor = await of("coaching-only", 12);
    whole = await of("all-six-lessons", 12);
    part = await of("all-six-lessons", 4);
  });

  test("of a plan that is its own anchor is the plan, whatever is done of it", async () => {
    const same = sketch(await of("coaching-only", 4), anchor);
    for (const [name, { values }] of same.series) {
      const error = Math.max(...values.map((value, i) => Math.abs(value - seriesOf(anchor, name).values[i]!)));
      expect(error, name).toBeLessThan(1e-9 * Math.max(1, ...seriesOf(anchor, name).values.map(Math.abs)));
    }
  });

  test("holds the runs done as they are, and counts as many as its anchor", () => {
    const drawn = sketch(part, anchor);
    expect(drawn.replicates).toBe(12);
    const { values, length } = seriesOf(drawn, "adoption");
    expect(values.slice(0, 4 * length)).toEqual(seriesOf(part, "adoption").values);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThanOrEqual(1);
  });

  test("moves the mean by the mean paired difference of the runs done", () => {
    const at = (one: Ensemble): number => summariseAt(one, "gap", 34).mean ?? Number.NaN;
    const few = {
      ...anchor,
      replicates: 4,
      series: new Map(
        [...anchor.series].map(([name, { length, values }]) => [
          name,
          { replicates: 4, length, values: values.slice(0, 4 * length) },
        ]),
      ),
    };
    expect(at(sketch(part, anchor))).toBeCloseTo(at(anchor) + at(part) - at(few), 12);
  });

  test("of a plan that is done, or of one in other worlds, is that plan", () => {
    expect(sketch(whole, anchor)).toBe(whole);
    expect(sketch(part, undefined)).toBe(part);
    expect(sketch(part, { ...anchor, seed: "other" })).toBe(part);
  });
});
