import { expect, test } from "vitest";
import { binomialTail } from "../stress/binomial-tail.ts";
import { binomialDraw } from "./binomial-draw.ts";

test.for([
  [10, 0.3],
  [50, 0.02],
  [50, 0.9],
] as const)("of %i trials of chance %f, as many succeed as the binomial says", ([trials, p]) => {
  const draws = 20_000;
  const counts = new Array<number>(trials + 1).fill(0);
  for (let i = 0; i < draws; i++) counts[binomialDraw(trials, p, (i + 0.5) / draws)]! += 1;
  let above = draws;
  counts.forEach((count, successes) => {
    expect(above / draws).toBeCloseTo(binomialTail(successes, trials, p), 3);
    above -= count;
  });
});

test("many trials keep mean and spread, and ends are certain", () => {
  const draws = Array.from({ length: 5000 }, (_, i) => binomialDraw(1000, 0.2, (i + 0.5) / 5000));
  const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
  const variance = draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws.length;
  expect(mean).toBeCloseTo(200, 0);
  expect(variance / 160).toBeCloseTo(1, 1);
  expect([binomialDraw(0, 0.5, 0.5), binomialDraw(9, 0, 0.5), binomialDraw(9, 1, 0.5)]).toEqual([0, 0, 9]);
});
