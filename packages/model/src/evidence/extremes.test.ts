import { expect, test } from "vitest";
import { simulate } from "../engine/simulate.ts";
import { levers } from "../scenario/levers/index.ts";
import { prepare } from "../scenario/prepare.ts";
import { scenario } from "../scenario/scenario.ts";
import { parameters } from "./parameters.ts";

/** Every lever at its default at once, with a school founded and every route in. */
const everything = {
  ...Object.fromEntries(levers.map(({ name }) => [name, {}])),
  entry: { volunteers: 0.5, cohorts: 0.5, mandate: 0.5, every: 6, newSchools: 1, newSchoolSize: 6 },
  learning: { institutes: 3, visits: 1, repository: 1 },
};

const cases = parameters.flatMap(({ name, range }) => range.map((value) => [name, value] as const));

test.each(cases)("%s at %d gives finite, bounded results", async (name, value) => {
  const plan = await prepare(
    scenario({
      district: "small-rural",
      levers: everything,
      horizon: 26,
      survey: true,
      parameters: { draw: "fixed", values: { [name]: value } },
    }),
  );
  const schools: number[] = [];
  const { measures } = simulate(plan, {
    seed: "extremes",
    replicate: 0,
    observers: [
      {
        name: "schools",
        observe({ school, office }) {
          schools.push(...school.support, ...school.risk, ...school.hours, ...school.openness, office.commitment);
          return 0;
        },
      },
    ],
  });
  expect(schools.every(Number.isFinite)).toBe(true);
  for (const series of [measures.adoption, measures.label, measures.depth50, measures.members, measures.students]) {
    expect(Math.min(...series)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...series)).toBeLessThanOrEqual(1);
  }
  expect(Number.isFinite(measures.cost.total)).toBe(true);
});
