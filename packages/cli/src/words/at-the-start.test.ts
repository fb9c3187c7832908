import { scenario } from "@uptake/model";
import type { Attribution } from "@uptake/study/attribute";
import { expect, test } from "vitest";
import { describeStatistic } from "./describe-attribution.ts";
import { describeOutcome } from "./describe-outcome.ts";
import { differenceSentence } from "./describe-precision.ts";

test("words say what is read at the start, and in a month", () => {
  const statistic = (month: number): Attribution => ({ statistic: { series: "adoption", month } }) as Attribution;
  const outcome = (month: number) => ({ name: "adoption", series: "adoption", month, atLeast: null });
  const difference = (month: number) => ({
    ...{ series: "adoption", month, estimate: 0.1, low: 0.05, high: 0.15, halfWidth: 0.05 },
    ...{ replicates: 8, varianceReduction: null, leastHalfWidth: null },
  });
  const about = { plan: "B", baseline: "A", parameters: "sampled", worlds: 8 } as const;
  const said = [0, 34].map((month) => [
    describeStatistic(statistic(month)),
    describeOutcome(outcome(month), scenario()),
    differenceSentence(difference(month), about),
  ]);
  for (const [m, when] of ["at the start", "in May of year 3"].entries())
    expect(said[m]).toEqual([
      `adoption ${when}`,
      `adoption ${when}`,
      `With “B”, adoption ${when} is 10.0 points higher than with “A” (95% interval 5.0 to 15.0, 8 worlds, paired).`,
    ]);
});
