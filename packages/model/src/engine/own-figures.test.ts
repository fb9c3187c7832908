import { describe, expect, test } from "vitest";
import { districtOf, five, mean, planOf, runOf, watch, watchOf } from "../../test-support/fixtures.ts";
import type { District } from "../district/district.ts";
import type { OwnFigures } from "../district/own-figures.ts";
import { populate } from "../district/population.ts";
import { OWNING, USING } from "../district/stage.ts";
import { defaultWorld } from "../evidence/world.ts";
import { districtKey } from "./district-key.ts";
import type { Observer } from "./extension.ts";
import { simulate } from "./simulate.ts";

/** Returns the mean of some numbers, and the standard error of it. */
function estimate(values: readonly number[]): { mean: number; error: number } {
  const m = mean(values);
  const variance = values.reduce((sum, x) => sum + (x - m) ** 2, 0) / (values.length - 1);
  return { mean: m, error: Math.sqrt(variance / values.length) };
}

const seeds = Array.from({ length: 150 }, (_, k) => `${k}`);

describe("a district's own turnover", () => {
  /** Returns the share of teachers who leave the district in its first July, in each of many runs. */
  async function leaving(district: District, own: OwnFigures | null, values = {}): Promise<number[]> {
    const plan = await planOf({ district, own, horizon: 12, parameters: { draw: "fixed", values } });
    return seeds.map((seed) => {
      const persons: Int32Array[] = [];
      const watch: Observer = {
        name: "persons",
        observe: ({ teacher }, index) => (index < 11 ? 0 : persons.push(teacher.person.slice())),
      };
      simulate(plan, { seed, replicate: 0, observers: [watch] });
      const [before, after] = [persons[0]!, new Set(persons[1]!)];
      return before.filter((person) => !after.has(person)).length / before.length;
    });
  }
  const even = districtOf("even", [0.1, 0.3, 0.5, 0.7, 0.9, 0.4, 0.6, 0.5], 25);

  test.each([0.06, 0.15, 0.4])(
    "of %d is what leaves it in the first year, but for chance",
    async (turnover) => {
      const { mean: share, error } = estimate(await leaving(even, { turnover }));
      expect(Math.abs(share - turnover)).toBeLessThan(3 * error);
      expect(error).toBeLessThan(0.02 * Math.sqrt(turnover));
    },
    60_000,
  );
  test("is met whatever state and size would make of it, and in a district of one school", async () => {
    const high = { "exit.state": 1, "exit.districtSd": 0 };
    for (const [district, values] of [
      [even, high],
      [districtOf("one", [0.5], 60), {}],
    ] as const) {
      const { mean: share, error } = estimate(await leaving(district, { turnover: 0.15 }, values));
      expect(Math.abs(share - 0.15)).toBeLessThan(3 * error);
    }
    expect(mean(await leaving(even, null, high))).toBeGreaterThan(0.2);
  }, 60_000);
});

describe("the years that a district's principals have been in post", () => {
  const many = districtOf(
    "many",
    Array.from({ length: 300 }, () => 0.5),
    1,
  );
  /** Returns the completed years of principals at the start. */
  const yearsOf = async (own: OwnFigures | null): Promise<number[]> => {
    const plan = await planOf({ district: many, own, horizon: 1 });
    return seeds.slice(0, 10).flatMap((seed) => {
      const { school } = watch(plan, { seed }).trace[0]![0]!;
      return Array.from(school.tenure, (months) => months / 12);
    });
  };
  test.each([1, 2.5, 5])("are %d in the mean at the start", async (principalYears) => {
    const { mean: years, error } = estimate(await yearsOf({ principalYears }));
    expect(Math.abs(years - principalYears)).toBeLessThan(3 * error + 0.01 * principalYears);
    expect(error).toBeLessThan(0.15);
  });
  test("are held at twenty where principals stay long", async () => {
    const years = await yearsOf({ principalYears: 15 });
    expect(Math.max(...years)).toBe(20);
    expect(mean(years)).toBeGreaterThan(9);
  });
  test("say how often they leave", async () => {
    const exits = async (own: OwnFigures | null) => {
      const trace = await watchOf({ district: many, own, horizon: 36 });
      return [12, 24, 36].reduce((sum, m) => sum + trace[m]!.school.tenure.filter((months) => months === 0).length, 0);
    };
    const [often, drawn, seldom] = [
      await exits({ principalYears: 1 }),
      await exits(null),
      await exits({ principalYears: 9 }),
    ];
    expect(often).toBeGreaterThan(1.5 * drawn);
    expect(seldom).toBeLessThan(0.8 * drawn);
  });
});

describe("a district's own coaches", () => {
  const coached = (start: number) => ({
    horizon: 24,
    levers: { entry: { cohorts: 1, every: 1 }, coaching: { start } },
    parameters: { draw: "fixed" as const, values: { "membership.drop": -40, "entry.legitimacy": 20 } },
  });
  /** Returns the coaches at work, and those that the members' teachers call for, month by month. */
  const posts = async (coaches: number, start: number) =>
    (await watchOf({ ...coached(start), own: { coaches } })).slice(1).map(({ office, school }, t) => {
      const members = school.member.reduce((sum, member) => sum + member, 0);
      return { coaches: office.coaches, target: t < start ? 0 : (12 * members) / 20 };
    });
  test.each([0, 12])("are at work at once, where the programme calls for them from month %d", async (start) => {
    const seen = await posts(50, start);
    expect(seen[start]!.target).toBeGreaterThan(0);
    for (const { coaches, target } of seen) expect(coaches).toBeCloseTo(target, 12);
  });
  test.each([0, 1])("leave none to hire but beyond them: here %d", async (own) => {
    const { coaches, target } = (await posts(own, 12))[12]!;
    expect(target).toBeGreaterThan(1);
    expect(coaches).toBeCloseTo(own + (target - own) / defaultWorld()["support.hiring"]!, 12);
  });
  test("are none where none are given", async () => {
    const { checksum } = await runOf({ ...coached(0), own: { coaches: 0 } });
    expect(checksum).toBe((await runOf(coached(0))).checksum);
    expect((await runOf({ ...coached(0), own: { coaches: 3 } })).checksum).not.toBe(checksum);
  });
});

describe("users by school", () => {
  const key = districtKey("own", 0, "five");
  const draw = (adoption?: Readonly<Record<string, number>>) =>
    populate({ ...five, ...(adoption && { own: { adoption } }) }, defaultWorld(), key, { everyoneAware: false });
  const usersIn = (stage: Uint8Array): number[] =>
    five.schools.map((_, s) => stage.slice(12 * s, 12 * s + 12).filter((v) => v === USING || v === OWNING).length);
  const shares = (users: readonly number[]) => Object.fromEntries(users.map((n, s) => [`school-${s}`, n / 12]));

  test.each([[[0, 0, 0, 0, 0]], [[12, 12, 12, 12, 12]], [[12, 0, 3, 1, 6]], [[0, 1, 2, 4, 11]]])(
    "are as many as are given: %j of twelve",
    async (users) => {
      expect(usersIn(draw(shares(users)).stage)).toEqual(users);
      const { measures } = await runOf({ horizon: 1, own: { adoption: shares(users) } });
      expect(measures.adoption[0]).toBeCloseTo(users.reduce((a, b) => a + b) / 60, 12);
    },
  );
  test("are rounded to teachers", () => {
    const rough = { "school-0": 0.04, "school-1": 0.05, "school-2": 0.12, "school-3": 0.13, "school-4": 0.99 };
    expect(usersIn(draw(rough).stage)).toEqual([0, 1, 1, 2, 12]);
  });
  test("are those who would be likeliest anyway: the drawn numbers give the drawn start", () => {
    const drawn = draw();
    expect(draw(shares(usersIn(drawn.stage)))).toEqual(drawn);
    const uses = (users: number) =>
      draw(shares([users, users, users, users, users])).stage.map((v) => Number(v === USING || v === OWNING));
    uses(3).forEach((one, i) => expect(one).toBeLessThanOrEqual(uses(4)[i]!));
  });
});

test("what one district of several knows changes no other", async () => {
  const other = { ...five, id: "other" };
  const known = { ...five, own: { turnover: 0.4, principalYears: 1, coaches: 2, adoption: { "school-0": 0.75 } } };
  const traceOf = async (district: readonly District[]) =>
    watch(await planOf({ district, horizon: 24, levers: { entry: { cohorts: 1 }, coaching: {} } })).trace;
  const [plain, beside] = [await traceOf([five, other]), await traceOf([known, other])];
  expect(beside.map(([, two]) => two)).toEqual(plain.map(([, two]) => two));
  expect(beside[24]![0]).not.toEqual(plain[24]![0]);
});
