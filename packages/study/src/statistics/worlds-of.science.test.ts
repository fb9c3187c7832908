import { describe, expect, test } from "vitest";
import { clustered } from "../../test-support/clustered-values.ts";
import { pairedChance } from "../compare/paired-chance.ts";
import { chance } from "./chance.ts";
import { kaplanMeier } from "./kaplan-meier.ts";
import { meanInterval } from "./mean-interval.ts";
import { type Ratio, ratioOfMeans } from "./ratio.ts";

/** Returns the share of studies whose interval holds the truth, with worlds as units and with replicates as units. */
function coverage(
  of: (
    drawn: ReturnType<typeof clustered>,
    units: readonly number[] | undefined,
  ) => { readonly low: number | null; readonly high: number | null },
  truth: number,
  { studies = 600, worlds = 40 } = {},
): readonly [number, number] {
  const holds = { byWorld: 0, naive: 0 };
  for (let study = 0; study < studies; study++) {
    const drawn = clustered(study, worlds, 4, 0.5);
    for (const name of ["byWorld", "naive"] as const) {
      const { low, high } = of(drawn, name === "byWorld" ? drawn.units : undefined);
      if ((low as number) <= truth && (high as number) >= truth) holds[name]++;
    }
  }
  return [holds.byWorld / studies, holds.naive / studies];
}

const rangeOf = (ratio: Ratio) => (ratio.value === null ? { low: null, high: null } : ratio);

describe("an interval over replicates whose worlds repeat", () => {
  // 600 studies tell a coverage to ± 1.8 points.
  const near95 = (share: number): void => {
    expect(share).toBeGreaterThan(0.925);
    expect(share).toBeLessThan(0.98);
  };
  test("of a mean covers as often as it says, where that over replicates does not", () => {
    const [byWorld, naive] = coverage(({ values }, units) => meanInterval(values, units), 0);
    near95(byWorld);
    expect(naive).toBeLessThan(0.8);
  });
  test("of a chance does so too", () => {
    // A value has variance 1.25 and is above its deviation in 15.87 of 100.
    const [byWorld, naive] = coverage(
      ({ values }, units) =>
        chance(
          values.map((x) => x >= Math.sqrt(1.25)),
          units,
        ),
      0.158655,
    );
    near95(byWorld);
    expect(naive).toBeLessThan(0.85);
  });
  test("of a difference of chances does so too", () => {
    const [byWorld, naive] = coverage(
      ({ values, others }, units) =>
        pairedChance(
          values.map((x, r) => x + (others[r] as number) >= 0),
          values.map((x) => x >= 0),
          units,
        ),
      0,
    );
    near95(byWorld);
    expect(naive).toBeLessThan(0.85);
  });
  test("of a ratio of means does so too", () => {
    const [byWorld, naive] = coverage(
      ({ values, others }, units) =>
        rangeOf(
          ratioOfMeans(
            values.map((x) => 10 + x),
            others.map((x) => 5 + x),
            units,
          ),
        ),
      2,
    );
    near95(byWorld);
    expect(naive).toBeLessThan(0.8);
  });
  test("of a curve of waiting does so too", () => {
    const [byWorld, naive] = coverage(
      ({ values, others }, units) => {
        const observations = values.map((x, r) => {
          const [time, end] = [Math.exp(x), Math.exp(1 + (others[r] as number))];
          return { time: Math.min(time, end), reached: time <= end };
        });
        const { steps } = kaplanMeier(observations, units);
        return steps.findLast(({ time }) => time <= 1) ?? { low: null, high: null };
      },
      0.5,
      { studies: 400 },
    );
    near95(byWorld);
    expect(naive).toBeLessThan(0.8);
  });
});
