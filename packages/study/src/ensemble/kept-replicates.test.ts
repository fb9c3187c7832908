import {
  type Plan,
  prepare,
  profile,
  Replicate,
  type Run,
  type ScenarioInput,
  scenario,
  simulate,
} from "@uptake/model";
import { afterEach, expect, test, vi } from "vitest";
import { KeptReplicates } from "./kept-replicates.ts";

const small = profile("small-rural");
const planOf = (input: ScenarioInput = {}): Promise<Plan> =>
  prepare(scenario({ district: small, horizon: 12, target: { month: 10 }, ...input }));

/** Returns all of a run but the names of what made it. */
const printOf = ({ measures, checksum, world, districts }: Run) => ({ measures, checksum, world, districts });

/** Runs copies of plans one after another, as a worker is sent them, in all of `replicates`. */
function expectAsAlone(
  kept: KeptReplicates,
  plans: readonly Plan[],
  replicates: readonly number[],
  most: number,
): void {
  for (const plan of plans) {
    const run = kept.runs(structuredClone(plan), "a");
    for (const replicate of replicates) {
      expect(printOf(run(replicate))).toEqual(printOf(simulate(plan, { seed: "a", replicate })));
      expect(kept.bytes).toBeLessThanOrEqual(most);
    }
  }
}

afterEach(() => void vi.restoreAllMocks());

const inputs: readonly ScenarioInput[] = [
  {},
  { strategy: "coaching-only" },
  { strategy: "all-six-lessons", horizon: 24 },
  { parameters: { values: { "start.adoption": 0.4 } } },
  { switches: { contagion: "complex" } },
  { levers: { entry: { newSchools: 2, newSchoolMonth: 6 } } },
  { levers: { entry: { newSchools: { between: [0, 3] }, cohorts: { between: [0, 1] } } } },
  { own: { turnover: 0.3 } },
  { district: { ...small, schools: small.schools.slice(0, 2) } },
  { district: [small, { ...small, id: "other" }] },
  {},
];

test("runs have the bits that they have alone, whatever was kept before them", async () => {
  const plans = await Promise.all(inputs.map(planOf));
  for (const most of [0, 150_000, 12_000_000]) {
    expectAsAlone(new KeptReplicates(most), plans, [0, 1, 17, 2, 0], most);
  }
});

test("a plan finds what another with the same districts has drawn, until the seed or a district changes", async () => {
  const started = vi.spyOn(Replicate.prototype, "start");
  const kept = new KeptReplicates();
  const startsOf = (plan: Plan, seed = "a"): readonly unknown[] => {
    started.mockClear();
    const run = kept.runs(structuredClone(plan), seed);
    for (const replicate of [0, 1, 2]) run(replicate);
    return started.mock.results.map(({ value }) => value);
  };
  const usual = await planOf();
  const first = startsOf(usual);
  const second = startsOf(await planOf({ strategy: "coaching-only" }));
  expect(second).toHaveLength(3);
  for (const [k, start] of second.entries()) expect(start).toBe(first[k]);
  const bytes = kept.bytes;
  const elsewhere = startsOf(usual, "b");
  for (const [k, start] of elsewhere.entries()) expect(start).not.toBe(first[k]);
  expect(kept.bytes / bytes).toBeCloseTo(1, 2);
  startsOf(await planOf({ district: { ...small, schools: small.schools.slice(0, 2) } }), "b");
  expect(kept.bytes).toBeLessThan(bytes);
  for (const [k, start] of startsOf(usual, "b").entries()) expect(start).not.toBe(elsewhere[k]);
});

test("the first replicates that fit stay", async () => {
  const plan = await planOf();
  const whole = new KeptReplicates();
  whole.runs(plan, "a")(0);
  const most = Math.floor(3.5 * whole.bytes);
  const kept = new KeptReplicates(most);
  const started = vi.spyOn(Replicate.prototype, "start");
  const pass = (): readonly unknown[] => {
    started.mockClear();
    const run = kept.runs(plan, "a");
    for (let replicate = 0; replicate < 8; replicate++) run(replicate);
    return started.mock.results.map(({ value }) => value);
  };
  const first = pass();
  expect(pass().map((start, r) => start === first[r])).toEqual([true, true, true, false, false, false, false, false]);
  expect(kept.bytes / whole.bytes).toBeCloseTo(3, 1);
});
