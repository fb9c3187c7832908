import { describe, expect, test } from "vitest";
import type { Issue } from "../issue.ts";
import { exp } from "../numerics/math.ts";
import type { Schedule } from "./lever.ts";
import { isFormula, tabulate } from "./schedule.ts";

async function table(schedule: Schedule, months = 6, before = 0, range: [number, number] = [0, 1]) {
  const issues: Issue[] = [];
  const values = [...(await tabulate(schedule, months, before, range, "levers.vision.clarity", issues))];
  return { values, issues };
}

describe("a schedule holds", () => {
  test("a constant in every month", async () => {
    expect(await table(0.4)).toEqual({ values: Array(6).fill(0.4), issues: [] });
  });
  test("steps until the next, and the status quo before the first", async () => {
    const steps = [
      { from: 4, value: 1 },
      { from: 1, value: 0.2 },
    ];
    expect((await table(steps, 6, 0.5)).values).toEqual([0.5, 0.2, 0.2, 0.2, 1, 1]);
    expect((await table([], 3, 0.5)).values).toEqual([0.5, 0.5, 0.5]);
  });
  test("a formula's values, which are those of the steps that spell them", async () => {
    const spelt = Array.from({ length: 36 }, (_, t) => ({ from: t, value: 0.5 * exp(-t / 12) }));
    expect(await table("0.5 * exp(-t / 12)", 36)).toEqual(await table(spelt, 36));
  });
});

describe("a schedule is refused", () => {
  test("out of range, with the first value and the range", async () => {
    const over = await table("t / 4");
    expect(over.issues).toEqual([
      {
        code: "out-of-range",
        path: "levers.vision.clarity",
        value: 1.25,
        allowed: "0 to 1",
        message: "the formula leaves its range in month 5: 1.25",
      },
    ]);
    expect((await table(-0.1)).issues[0]).toMatchObject({ value: -0.1, message: "-0.1 is out of range" });
    expect((await table(Number.NaN)).issues).toHaveLength(1);
  });
  test("with a formula that fails, and the nearest name", async () => {
    expect((await table("exq(t)")).issues[0]).toMatchObject({
      code: "formula",
      value: "exq(t)",
      column: 1,
      nearest: "exp",
    });
    expect((await table("t +")).issues[0]).not.toHaveProperty("nearest");
  });
});

test("text alone is a formula", () => {
  expect(["t", 1, []].map(isFormula)).toEqual([true, false, false]);
});
