import { describe, expect, test } from "vitest";
import { five, type Snapshot, watchOf } from "../../test-support/fixtures.ts";
import { DEPTH_ONE, OWNING } from "../district/stage.ts";
import type { World } from "../evidence/parameter.ts";
import type { ScenarioInput } from "../scenario/scenario.ts";

const watched = (input: ScenarioInput, values: World = {}): Promise<Snapshot[]> =>
  watchOf({ horizon: 26, ...input, parameters: { draw: "fixed", values } });

test("a school's capacity follows the share of its owners, a tenth of the way a month", async () => {
  const trace = await watched({});
  for (let m = 1; m <= 26; m++) {
    for (const s of five.schools.keys()) {
      const before = trace[m - 1].school.capacity[s];
      const owners = trace[m].counts.stages[6 * s + OWNING] / 12;
      expect(trace[m].school.capacity[s]).toBeCloseTo(before + 0.1 * (owners - before), 12);
    }
  }
});

describe("compromise dilutes the practice", () => {
  const scope = async (levers: ScenarioInput["levers"], values: World = {}): Promise<number> => {
    const [, at] = await watched({ horizon: 1, levers: levers ?? {}, switches: { designPrerequisite: false } }, values);
    return (2 * at.climate.capUnits[0]) / DEPTH_ONE - 1;
  };
  const half = { curriculum: 1, materials: 1, assessment: 1, evaluation: 0, coaching: 0, leadership: 0 };
  test("with departments engaged, as far as they are", async () => {
    expect(await scope({ departments: {} })).toBeCloseTo(0.95, 4);
    expect(await scope({ departments: half })).toBeCloseTo(0.975, 4);
    expect(await scope({ departments: {} }, { "departments.dilution": 0 })).toBeCloseTo(1, 4);
  });
  test("with partners in design", async () => {
    expect(await scope({ partnership: { delay: 0 } })).toBeCloseTo(0.95, 4);
    expect(await scope({ partnership: { delay: 0, coDesign: 0 } })).toBeCloseTo(1, 4);
    expect(await scope({ partnership: { delay: 0 } }, { "partnership.dilution": 0 })).toBeCloseTo(1, 4);
  });
  test("and lightens it", async () => {
    const lapse = async (dilution: number) =>
      (await watched({ horizon: 1, levers: { departments: {} } }, { "departments.dilution": dilution }))[1].climate
        .lapseOdds[0];
    expect(await lapse(0.5)).toBeLessThan(await lapse(0));
  });
});

describe("what an assessment found", () => {
  const found = async (values: World): Promise<number[]> =>
    (await watched({ levers: { assessment: { months: 4 } } }, values)).map(({ office }) => office.information);
  const staying = { "exit.novice": 0, "exit.early": 0, "exit.middle": 0, "exit.senior": 0 };
  test("goes stale each July, and with the teachers who leave", async () => {
    const values = { "openness.stale": 0.25 };
    const [all, kept] = [await found(values), await found({ ...values, ...staying })];
    expect(kept[11]).toBeCloseTo(1 - 0.7 ** 4, 12);
    expect(kept[12]).toBeCloseTo(0.75 * kept[11], 12);
    expect(kept[24]).toBeCloseTo(0.75 * 0.75 * kept[11], 12);
    expect(all[12]).toBeLessThan(kept[12] - 0.02);
    const left = await watched({ levers: { assessment: { months: 4 } } }, { "openness.stale": 0, "exit.within": 0 });
    const exits = (left[12].nextPerson - left[11].nextPerson) / 60;
    expect(left[12].office.information).toBeCloseTo((1 - exits) * left[11].office.information, 12);
  });
  test("stays where nothing goes stale and nobody leaves", async () => {
    const kept = await found({ ...staying, "openness.stale": 0, "principal.exit": 0.0001 });
    expect(kept[26]).toBe(kept[5]);
  });
});

test("a superintendent leaves in July by the hazard, and never at one of nothing", async () => {
  const levers = { vision: {}, departments: {} };
  const lost = async (exit: number): Promise<number[]> => {
    const trace = await watched({ levers, horizon: 36 }, { "superintendent.exit": exit, "superintendent.redraw": 0 });
    return trace.flatMap(({ office }, m) => (m > 0 && office.vision < trace[m - 1].office.vision ? [m] : []));
  };
  expect(await lost(0.999)).toEqual([12, 24, 36]);
  expect(await lost(0.0001)).toEqual([]);
});

test("leaving the programme ends its support, and not practice", async () => {
  const values = { "membership.drop": 10, "lapsing.intercept": -40, "entry.legitimacy": 20 };
  const trace = await watched({ horizon: 30, levers: { entry: { cohorts: 1, every: 2 }, coaching: {} } }, values);
  let left = 0;
  for (let m = 1; m <= 30; m++) {
    const [before, after] = [trace[m - 1], trace[m]];
    for (const s of five.schools.keys()) {
      if (before.school.member[s] === 0 || after.school.member[s] === 1) continue;
      left++;
      expect(before.school.hours[s]).toBeGreaterThan(0);
      expect(after.school.hours[s]).toBe(0);
      const users = ({ counts }: Snapshot) => counts.stages[6 * s + 3] + counts.stages[6 * s + 4];
      // In July teachers change posts; otherwise nobody stops for it.
      if (m % 12 !== 0) expect(users(after)).toBeGreaterThanOrEqual(users(before));
    }
  }
  expect(left).toBeGreaterThan(2);
});
