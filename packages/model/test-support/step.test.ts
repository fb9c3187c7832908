import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { rootKey } from "../src/numerics/random.ts";
import { decide, happens, happensAtOddsIn, happensIn } from "./decisions.ts";
import { halfMonths, wholeMonth } from "./step.ts";

const key = decide({ key: rootKey("steps") }, "trying", 3);
const share = fc.double({ min: 0, max: 1, noNaN: true });

property.prop([share, fc.nat(10_000)])("a whole month is the month", (chance, slot) => {
  expect(happensIn(wholeMonth, key, chance, slot)).toBe(happens(key, chance, slot));
  for (const same of [wholeMonth.part(chance), wholeMonth.kept(chance), wholeMonth.added(chance, 0.5)]) {
    expect(same).toBe(chance);
  }
});

property.prop([share])("two halves bring a share, and what is kept, as far as a month does", (monthly) => {
  const [{ part, kept, added }] = halfMonths();
  expect((1 - part(monthly)) * (1 - part(monthly))).toBeCloseTo(1 - monthly, 12);
  expect(kept(monthly) * kept(monthly)).toBeCloseTo(monthly, 12);
  expect(added(0.3, monthly) * kept(monthly) + added(0.3, monthly)).toBeCloseTo(0.3, 12);
});

test("an event of an unchanged chance comes in one half or the other when it comes in the month", () => {
  for (const chance of [0, 0.01, 0.3, 0.97, 1]) {
    let both = 0;
    for (let slot = 0; slot < 5000; slot++) {
      const [first, second] = halfMonths();
      const early = happensIn(first, key, chance, slot);
      const late = happensIn(second, key, chance, slot);
      if (!early) expect(late).toBe(happens(key, chance, slot));
      else expect(happens(key, chance, slot)).toBe(true);
      if (early && late) both++;
    }
    // What is left of the draw after an event is luck of its own: half by half, the chance is 1 − (1 − p)^½.
    const p = 1 - Math.sqrt(1 - chance);
    expect(Math.abs(both / 5000 - p * p)).toBeLessThan(4 * Math.sqrt((p * p * (1 - p * p)) / 5000) + 1e-9);
  }
});

test("odds are turned into halves by their probability", () => {
  for (let slot = 0; slot < 2000; slot++) {
    const [first, second] = halfMonths();
    const either = happensAtOddsIn(first, key, 0.25, slot) || happensAtOddsIn(second, key, 0.25, slot);
    expect(either).toBe(happens(key, 0.2, slot));
  }
});
