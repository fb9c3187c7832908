import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { spread } from "./end-labels.ts";

const label = (share: number) => ({ text: String(share), fill: "black", share });

describe("labels at the ends of lines", () => {
  test("stay where they are when there is room", () => {
    expect(spread([label(0.8), label(0.2), label(0.5)], 0.1).map(({ share }) => share)).toEqual([0.2, 0.5, 0.8]);
  });
  test("part around their middle", () => {
    const [low, high] = spread([label(0.5), label(0.52)], 0.1);
    expect([low?.text, high?.text]).toEqual(["0.5", "0.52"]);
    expect(low?.share).toBeCloseTo(0.46);
    expect(high?.share).toBeCloseTo(0.56);
  });
  test("leave room for a label of two lines", () => {
    const two = { ...label(0.5), text: "All six lessons,\nat scale-up cost" };
    const [low, middle, high] = spread([label(0.48), two, label(0.52)], 0.1);
    expect(middle!.share - low!.share).toBeCloseTo(0.15);
    expect(high!.share - middle!.share).toBeCloseTo(0.15);
    expect(middle!.share).toBeCloseTo(0.5);
  });
  property.prop([fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 })])(
    "never overlap, keep their order and stay in the frame",
    (shares) => {
      const placed = spread(shares.map(label), 0.08);
      expect(placed.map(({ text }) => Number(text))).toEqual([...shares].sort((a, b) => a - b));
      placed.forEach(({ share }, i) => {
        expect(share).toBeGreaterThanOrEqual(-1e-9);
        expect(share).toBeLessThanOrEqual(1 + 1e-9);
        if (i > 0) expect(share - (placed[i - 1]?.share ?? 0)).toBeGreaterThanOrEqual(0.08 - 1e-9);
      });
    },
  );
});
