import { defaultWorld } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { dropHazard, membershipYears } from "./membership-years.ts";
import { complexReform, lightProgramme } from "./survival-of-membership.ts";

test("the drop hazard is drops over school-years at risk", () => {
  expect(dropHazard([100, 80, 60])).toBeCloseTo(40 / 180, 12);
  expect(dropHazard([100, 80, 60], 1, 2)).toBeCloseTo(20 / 80, 12);
});

describe("members", () => {
  test("come in during the first year, and none after it", async () => {
    const members = await membershipYears(defaultWorld(), complexReform, "members", 3);
    expect(members).toHaveLength(4);
    expect(members[0]).toBeGreaterThan(120);
    for (let year = 0; year < 3; year++) expect(members[year + 1]).toBeLessThan(members[year]!);
    for (const count of members) expect(count).toBeCloseTo(Math.round(count), 9);
  });
  test("all stay where nobody drops out", async () => {
    const members = await membershipYears({ ...defaultWorld(), "membership.drop": -40 }, complexReform, "members", 2);
    expect(members[2]).toBe(members[0]);
  });
  test("stay more where the practice is light and supported, by default", async () => {
    const world = defaultWorld();
    const [complex, light] = [
      await membershipYears(world, complexReform, "members"),
      await membershipYears(world, lightProgramme, "members"),
    ];
    expect(dropHazard(light)).toBeLessThan(dropHazard(complex) / 3);
  });
});
