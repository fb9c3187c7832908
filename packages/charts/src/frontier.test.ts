import { expect, test } from "vitest";
import { document } from "../test-support/document.ts";
import * as samples from "../test-support/samples.ts";
import { frontier } from "./frontier.ts";

/** Draws points at some budgets and values, and returns where circles of a radius lie. */
function circles(points: readonly (readonly [budget: number, value: number])[], radius: string, width: number) {
  const drawn = points.map(([budget, value], i) => ({
    budget,
    value: { value, low: value, high: value },
    label: `plan ${i}`,
    tied: false,
  }));
  const { element } = frontier({ ...samples.budgets, points: drawn }, { document, width });
  return [...element.querySelectorAll(`circle[r="${radius}"], [r="${radius}"] circle`)].map((circle) => ({
    x: Number(circle.getAttribute("cx")),
    y: Number(circle.getAttribute("cy")),
  }));
}

test.for([354, 720])("no number covers another on %d pixels, and each stands as high as its point", (width) => {
  const near = [
    [2.97e6, 0.4],
    [2.98e6, 0.41],
    [2.99e6, 0.42],
    [3e6, 0.42],
  ] as const;
  const discs = circles(near, "9", width);
  expect(discs).toHaveLength(4);
  for (const [i, one] of discs.entries())
    for (const other of discs.slice(i + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(19.9);
  const places = circles(near, "3.5", width);
  expect(places).toHaveLength(3);
  expect(places.map(({ y }) => y)).toEqual(discs.slice(1).map(({ y }) => y));
});

test("points that have room bear their numbers themselves", () => {
  const apart = [
    [1e6, 0.1],
    [5e6, 0.8],
  ] as const;
  expect(circles(apart, "3.5", 720)).toEqual([]);
});

test.for([5e6, 1e7, 2e7])(
  "a point at the end of an axis of %d dollars stays there, whatever rounding makes of it",
  (most) => {
    const points = [
      [1e6, 0.1],
      [most, 0.8],
    ] as const;
    expect(circles(points, "3.5", 410)).toEqual([]);
  },
);
