import { profile, scenario, strategies } from "@uptake/model";
import { expect, test } from "vitest";
import { plannedCost } from "../budget/planned-cost.ts";

const teachers = profile("partnership-district").schools.reduce((sum, school) => sum + school.teachers, 0);

test.each([
  ["grant-1m", 1e6, 0.15],
  ["grant-2m", 2e6, 0.3],
])(
  "%s costs what it is called after, within 5%, in the district of its size",
  { timeout: 120_000 },
  async (name, sum, each) => {
    const { place } = strategies.find((one) => one.name === name)!;
    const planned = await plannedCost(scenario({ district: place!, strategy: name }));
    expect(Math.abs(planned / sum - 1)).toBeLessThan(0.05);
    // Thousands of dollars a teacher and year, as its doc says.
    expect(planned / 3 / teachers / 1000).toBeCloseTo(each, 1);
  },
);
