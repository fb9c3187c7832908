import { expect, test } from "vitest";
import { planOf } from "../../test-support/fixtures.ts";
import { levers } from "../scenario/levers/index.ts";
import { monthName, season, teachingMonths } from "./calendar.ts";
import { monthsOf } from "./month.ts";

test("a year runs from August to July: ten months teach, in June are institutes, in July people change posts", () => {
  const year = Array.from({ length: 12 }, (_, t) => season(t));
  expect(year.filter((one) => one === "teaching")).toHaveLength(teachingMonths);
  expect(year.slice(9)).toEqual(["teaching", "june", "july"]);
  for (let t = 0; t < 600; t++) expect(season(t)).toBe(year[t % 12]);
});

test("an index is named by the month it ends", () => {
  expect([0, 1, 5, 10, 11, 12, 13, 34, 58].map(monthName)).toEqual([
    "start of year 1",
    "August of year 1",
    "December of year 1",
    "May of year 1",
    "June of year 1",
    "July of year 1",
    "August of year 2",
    "May of year 3",
    "May of year 5",
  ]);
});

test("a month holds every setting of every lever, and every shock, of a plan", async () => {
  const all = Object.fromEntries(levers.map(({ name }) => [name, { delay: 0 }]));
  const shocks = ["turnover-wave", "coaching-pause", "policy-churn", "hostile-accountability", "survey-gap"];
  const plan = await planOf({
    horizon: 12,
    levers: { ...all, entry: { volunteers: 0.1, cohorts: 0.2, mandate: 0.3, tailored: 0.4 } },
    shocks: [...shocks, "superintendent-exit", "principal-exit"].map((kind) => ({ kind, month: 5 })),
  });
  const [{ effects }] = plan.districts;
  const months = monthsOf(plan.districts[0], 12);
  for (const [t, at] of months.entries()) {
    expect(Object.values(at).filter((value) => typeof value === "number" && !Number.isFinite(value))).toEqual([]);
    const { volunteers, cohorts, mandate, tailored, density, scope, load, launched } = at;
    expect([volunteers, cohorts, mandate, tailored, density, scope, load]).toEqual([0.1, 0.2, 0.3, 0.4, 0.05, 1, 13]);
    expect(launched).toBe(effects["launch"][t] > 0);
    const { exitShock, coachingShock, pressureShock, initiatives, superintendentShock, principalShock, surveyShock } =
      at;
    const shocked = [
      exitShock,
      coachingShock,
      pressureShock,
      initiatives,
      superintendentShock,
      principalShock,
      surveyShock,
    ];
    if (t === 5) expect(shocked).toEqual([0.5, 1, 0.3, 0.5, 1, 1, 1]);
    if (t < 5) expect(shocked).toEqual([0, 0, 0, 0, 0, 0, 0]);
  }
  expect(monthsOf(plan.districts[0], 12)).toBe(months);
});

test("a department's engagement is its setting times the pace", async () => {
  const levers = { departments: { curriculum: 0.5, materials: 0, assessment: 1, pace: 0.5, intensity: 0.8 } };
  const plan = await planOf({ horizon: 1, levers });
  const [{ departments }] = monthsOf(plan.districts[0], 1);
  expect([...departments].slice(0, 3)).toEqual([0.2, 0, 0.4]);
});
