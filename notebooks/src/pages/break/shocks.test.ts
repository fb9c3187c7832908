import { shockKinds } from "@uptake/model";
import { namedShocks } from "@uptake/study/stress";
import { expect, test } from "vitest";
import { breakWords } from "../../words/break.js";
import { rowsOf, setOf, setsWithin, wholeShock, withShocks } from "./shocks.js";

test("shocks are laid into a scenario, and none leave no trace", () => {
  const shocks = [{ kind: "budget-cut", month: 3 }];
  expect(withShocks({ district: "small-rural" }, shocks)).toEqual({ district: "small-rural", shocks });
  expect(withShocks({ district: "small-rural", shocks }, [])).toEqual({ district: "small-rural" });
});

test("a set is known by its shocks, whatever is written out of them and in which order", () => {
  const sets = setsWithin(60);
  const pandemic = sets.find(({ name }) => name === "pandemic-year")!;
  expect(sets).toEqual(namedShocks);
  expect(setOf(pandemic.shocks.toReversed().map(wholeShock), sets)).toBe("pandemic-year");
  expect(setOf([], sets)).toBe("none");
  expect(setOf([{ kind: "superintendent-exit", month: 17 }], sets)).toBe("superintendent-leaves");
  expect(setOf([{ kind: "superintendent-exit", month: 18 }], sets)).toBeUndefined();
});

test("sets that begin after a horizon are left out", () =>
  expect(setsWithin(12).map(({ name }) => name)).toEqual(["none"]));

test("a timeline has a row for every kind, and one for each shock of a kind", () => {
  const rows = rowsOf([
    { kind: "policy-churn", month: 1 },
    { kind: "policy-churn", month: 20 },
  ]);
  expect(rows).toHaveLength(shockKinds.length + 1);
  expect(rows.filter(({ kind }) => kind === "policy-churn").map(({ place }) => place)).toEqual([0, 1]);
});

test("every kind and every set of shocks has words", () => {
  for (const { kind, unit } of shockKinds) {
    expect(breakWords.kinds[kind], kind).toBeDefined();
    expect(breakWords.sizes[kind]?.scale, kind).toBe(/^(share|probability)/.test(unit) ? 100 : 1);
  }
  for (const { name } of namedShocks) expect(breakWords.sets[name], name).toBeDefined();
});

test("a shock's first month is told by its name", () =>
  expect([0, 12, 17, 33].map(breakWords.timeline.month)).toEqual([
    "August of year 1",
    "August of year 2",
    "January of year 2",
    "May of year 3",
  ]));
