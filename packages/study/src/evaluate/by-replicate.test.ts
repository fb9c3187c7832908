import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { byReplicate } from "./by-replicate.ts";

property.prop([fc.array(fc.record({ plan: fc.nat(3), replicate: fc.nat(5) }))])(
  "every place comes once, replicate by replicate, as it came within each",
  (evaluations) => {
    const order = byReplicate(evaluations);
    expect([...order].sort((a, b) => a - b)).toEqual(evaluations.map((_, place) => place));
    for (let i = 1; i < order.length; i++) {
      const [before, here] = [order[i - 1]!, order[i]!];
      const rise = evaluations[here]!.replicate - evaluations[before]!.replicate;
      expect(rise > 0 || (rise === 0 && here > before)).toBe(true);
    }
  },
);

test("equal values come one after another in each replicate, though each has a record of its own", () => {
  const points = [1, 2, 1, undefined, 2, 1];
  const evaluations = points.flatMap((value) =>
    [0, 1].map((replicate) => ({ plan: 0, replicate, ...(value ? { values: { "trying.support": value } } : {}) })),
  );
  const order = byReplicate(evaluations).map((place) => evaluations[place]!);
  expect(order.map(({ replicate }) => replicate)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]);
  const values = [1, 1, 1, 2, 2, undefined];
  expect(order.map((one) => one.values?.["trying.support"])).toEqual([...values, ...values]);
});
