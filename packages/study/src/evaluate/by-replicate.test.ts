import { fc, test as property } from "@fast-check/vitest";
import { expect } from "vitest";
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
