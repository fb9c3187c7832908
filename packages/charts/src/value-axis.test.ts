import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { document } from "../test-support/document.ts";
import { levelRows } from "./level-rows.ts";
import { domainOf, ticks } from "./value-axis.ts";

/** Draws a row from −20 to 0, and returns how the number at its left end is written and anchored. */
function leftEnd(width: number, unit: string): { readonly anchor: string | null; readonly text: string } {
  const rows = [{ label: "a", result: { value: -15, low: -20, high: -5 } }];
  const from = { replicates: 2, seed: "s", version: "0.1.0", parameters: "sampled" } as const;
  const { element } = levelRows({ of: "x", unit, by: "name", rows, ...from }, { document, width });
  const text = [...element.querySelectorAll("text")].find((one) => /^−20/.test(one.textContent ?? ""))!;
  return { anchor: text.closest("[text-anchor]")?.getAttribute("text-anchor") ?? null, text: text.textContent ?? "" };
}

describe("a value axis", () => {
  test("begins a number at the left end where the chart does, where the margin is too narrow for half of it", () => {
    expect(leftEnd(354, "points")).toEqual({ anchor: "start", text: "−20" });
    expect(leftEnd(720, "points")).toEqual({ anchor: "middle", text: "−20" });
  });
  test("has round ticks", () => {
    expect(ticks(0, 1, 4)).toEqual([0, 0.5, 1]);
    expect(ticks(-0.05, 0.15, 4)).toEqual([-0.05, 0, 0.05, 0.1, 0.15]);
    expect(ticks(3, 3, 4)).toEqual([3]);
  });
  test("has some width even where all values are alike, or none is known", () => {
    for (const values of [[], [null, Number.NaN], [0, 0], [7], [-3, -3], [-5e-324, 0]]) {
      const [low, high] = domainOf(values);
      expect(high).toBeGreaterThan(low);
    }
  });
  property.prop([fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 8 })])(
    "holds every value",
    (values) => {
      const [low, high] = domainOf(values);
      const slack = 1e-6 * (high - low);
      for (const value of values) {
        expect(value).toBeGreaterThanOrEqual(low - slack);
        expect(value).toBeLessThanOrEqual(high + slack);
      }
    },
  );
});
