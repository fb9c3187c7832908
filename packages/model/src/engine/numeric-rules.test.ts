import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { arbitraryDistrict, arbitraryScenario } from "../../test-support/arbitraries.ts";
import { five, printOf, type Snapshot, watch } from "../../test-support/fixtures.ts";
import type { District } from "../district/district.ts";
import { type Population, populate } from "../district/population.ts";
import { defaultWorld } from "../evidence/world.ts";
import { levers } from "../scenario/levers/index.ts";
import type { Plan } from "../scenario/plan.ts";
import { prepare } from "../scenario/prepare.ts";
import { type ScenarioInput, scenario } from "../scenario/scenario.ts";
import { districtKey } from "./district-key.ts";
import type { Mechanism, Observer } from "./extension.ts";
import { simulate } from "./simulate.ts";

const seeds = fc.string({ minLength: 1, maxLength: 8 });
const some = { numRuns: 25 };
const minute = 60_000;

const planOf = (input: ScenarioInput): Promise<Plan> => prepare(scenario(input));
const trace = async (input: ScenarioInput, seed: string, replicate = 0): Promise<Snapshot[][]> =>
  watch(await planOf(input), { seed, replicate }).trace;

/** Prints what happens in one district, index by index. */
const prints = (all: readonly Snapshot[][], d = 0): string[] => all.map((districts) => printOf(districts[d]));

/** Ends a scenario after `horizon` months, without the shocks of later ones. */
const cut = (input: ScenarioInput, horizon: number): ScenarioInput => ({
  ...input,
  horizon,
  shocks: input.shocks?.filter(({ month }) => month < horizon) ?? [],
});

/** Leaves districts nothing to share but shocks. */
const apart = (input: ScenarioInput): ScenarioInput => ({
  ...input,
  levers: { ...input.levers, learning: { ...input.levers?.learning, interDistrict: 0 } },
});
const districtsOf = (input: ScenarioInput): District[] => [...(input.district as readonly District[])];

const zeros: Mechanism = { name: "zeros", climate: () => ({ trying: 0, lapsing: 0, growth: 0, message: 0 }) };
const nothing: Mechanism = { name: "nothing", climate: (_, __, ___, random) => void random(0) };
const watcher: Observer = { name: "watcher", observe: ({ counts }) => counts.stages[0] };

property.prop([arbitraryScenario, seeds, fc.constantFrom(...levers)], some)(
  "a lever of zero intensity, added or in place of another, changes no bit",
  async (input, seed, { name }) => {
    const { [name]: used, ...others } = input.levers ?? {};
    const without = watch(await planOf({ ...input, levers: others }), { seed });
    const off = watch(await planOf({ ...input, levers: { ...others, [name]: { ...used, intensity: 0 } } }), { seed });
    expect(off.run.checksum).toBe(without.run.checksum);
    expect(printOf(off.run.measures)).toBe(printOf(without.run.measures));
    expect(off.trace.map((one) => printOf(one))).toEqual(without.trace.map((one) => printOf(one)));
  },
  minute,
);

property.prop([arbitraryScenario, seeds], some)(
  "mechanisms that add nothing, and observers, change no bit",
  async (input, seed) => {
    const plan = await planOf(input);
    const bare = simulate(plan, { seed, replicate: 1 });
    const more = simulate(plan, { seed, replicate: 1, mechanisms: [zeros, nothing], observers: [watcher] });
    expect(printOf({ ...more, observed: {} })).toBe(printOf(bare));
  },
  minute,
);

property.prop([arbitraryScenario, arbitraryDistrict("added"), arbitraryDistrict("district-1"), seeds], some)(
  "a district or a school added elsewhere changes no bit of a district",
  async (input, added, changed, seed) => {
    const alone = apart({ ...input, district: districtsOf(input).slice(0, 1) });
    const expected = prints(await trace(alone, seed));
    const [first] = districtsOf(input);
    expect(prints(await trace({ ...alone, district: [first, added] }, seed))).toEqual(expected);
    expect(prints(await trace({ ...alone, district: [changed, first] }, seed), 1)).toEqual(expected);
  },
  minute,
);

property.prop([arbitraryDistrict("one"), seeds, fc.nat(50)], some)(
  "a school added to a district changes nobody in its other schools",
  (district, seed, replicate) => {
    const world = defaultWorld();
    const key = districtKey(seed, replicate, district.id);
    const added = { ...district.schools[0], id: "added", name: "Added", teachers: 9 };
    const before = populate(district, world, key, { everyoneAware: false });
    const larger = { ...district, schools: [...district.schools, added] };
    const after = populate(larger, world, key, { everyoneAware: false });
    for (const field of ["disposition", "threshold", "experience", "team"] as const) {
      expect(after[field].subarray(0, before.teachers)).toEqual(before[field]);
    }
    const within = ({ ties, tieStart, schoolStart }: Population) =>
      district.schools.flatMap((_, s) =>
        Array.from({ length: schoolStart[s + 1] - schoolStart[s] }, (_, k) => schoolStart[s] + k).map((i) =>
          [...ties.subarray(tieStart[i], tieStart[i + 1])].filter((j) => j >= schoolStart[s] && j < schoolStart[s + 1]),
        ),
      );
    // Whoever had too few to ask outside the school may find them now.
    const outside = Math.min(...district.schools.map(({ teachers }) => before.teachers - teachers));
    if (outside > 12) expect(within(after)).toEqual(within(before));
    // Who uses the practice is set over the whole district; depth follows from that.
    for (let i = 0; i < before.teachers; i++) {
      if (after.stage[i] === before.stage[i]) expect(after.depth[i]).toBe(before.depth[i]);
    }
  },
);

property.prop([arbitraryScenario, arbitraryScenario, seeds], some)(
  "the order of runs does not matter",
  async (one, other, seed) => {
    const plans = [await planOf(one), await planOf(other)];
    const runs = plans.flatMap((plan) =>
      [0, 1, 2].map((replicate) => () => printOf(simulate(plan, { seed, replicate }))),
    );
    const forward = runs.map((run) => run());
    const backward = runs.toReversed().map((run) => run());
    expect(backward.toReversed()).toEqual(forward);
  },
  minute,
);

property.prop([arbitraryScenario, seeds], some)(
  "stages partition the teachers, shares stay within 0–1, the ledger adds up, and nobody is lost or doubled",
  async (input, seed) => {
    const plan = await planOf({ ...input, survey: true });
    const { run, trace: all } = watch(plan, { seed });
    for (const [m, districts] of all.entries()) {
      for (const { school, counts, teacher, climate } of districts) {
        const persons: number[] = [];
        let slot = 0;
        for (const [s, n] of school.teachers.entries()) {
          const stages = [...counts.stages.subarray(6 * s, 6 * s + 6)];
          const own = Array.from({ length: n }, (_, i) => slot + i);
          slot += n;
          if (school.open[s] === 0) {
            expect(stages).toEqual([0, 0, 0, 0, 0, 0]);
            continue;
          }
          expect(stages).toEqual(stages.map((_, v) => own.filter((i) => teacher.stage[i] === v).length));
          expect(stages.reduce((sum, x) => sum + x, 0)).toBe(n);
          persons.push(...own.map((i) => teacher.person[i]));
        }
        expect(new Set(persons).size).toBe(persons.length);
        expect(Math.min(...persons)).toBeGreaterThanOrEqual(0);
        for (const share of [school.principal, school.openness, school.capacity, school.legitimacy, climate.keep]) {
          if (m > 0) expect(share.every((x) => x >= 0 && x <= 1)).toBe(true);
        }
      }
    }

    const { measures } = run;
    const { stages, adoption, label, depth30, depth50, depth70, cost, survey } = measures;
    const all6 = Object.values(stages);
    for (let m = 0; m <= plan.scenario.horizon; m++) {
      expect(all6.reduce((sum, series) => sum + series[m], 0)).toBeCloseTo(1, 12);
      expect(adoption[m]).toBeCloseTo(stages.using[m] + stages.owning[m], 12);
      expect(label[m]).toBeCloseTo(adoption[m] + stages.trying[m], 12);
      expect(adoption[m] + 1e-12).toBeGreaterThanOrEqual(depth30[m]);
      expect(depth30[m]).toBeGreaterThanOrEqual(depth50[m]);
      expect(depth50[m]).toBeGreaterThanOrEqual(depth70[m]);
    }
    const { members, adoptionMembers, schoolsAdopting, schoolsAbove80, students, compliant, meanDepth } = measures;
    for (const share of [
      ...all6,
      adoption,
      label,
      members,
      adoptionMembers.filter((_, m) => members[m] > 0),
      schoolsAdopting,
      schoolsAbove80,
      students,
      compliant,
      meanDepth,
      survey!.response,
    ]) {
      expect(share.every((x) => x >= 0 && x <= 1)).toBe(true);
    }
    for (const { deep, reached, studentYears } of measures.studentGroups) {
      expect(deep).toBeLessThanOrEqual(reached * (1 + 1e-12));
      expect(reached).toBeLessThanOrEqual(studentYears * (1 + 1e-12));
    }

    const sum = (values: Iterable<number>) => [...values].reduce((total, x) => total + x, 0);
    const near = cost.total * 1e-9;
    expect(Math.abs(sum(Object.values(cost.byCategory)) - cost.total)).toBeLessThanOrEqual(near);
    expect(Math.abs(sum(Object.values(cost.byTier)) - cost.total)).toBeLessThanOrEqual(near);
    expect(Math.abs(sum(cost.monthly) - cost.total)).toBeLessThanOrEqual(near);
    expect(Math.abs(sum(all.flat().map(({ spent }) => spent)) - cost.total)).toBeLessThanOrEqual(near);
  },
  minute,
);

property.prop([arbitraryScenario, seeds], some)(
  "persons keep who they are as they move, and posts keep their number",
  async (input, seed) => {
    const all = await trace(cut(input, 48), seed);
    const traits = new Map<string, string>();
    for (const districts of all) {
      districts.forEach(({ teacher, school }, d) => {
        expect(teacher.person).toHaveLength(school.teachers.reduce((sum, n) => sum + n, 0));
        let slot = 0;
        for (const [s, n] of school.teachers.entries()) {
          for (let i = slot; i < slot + n && school.open[s] === 1; i++) {
            const name = `${d} ${teacher.person[i]}`;
            const traitsNow = `${teacher.disposition[i]} ${teacher.threshold[i]}`;
            expect(traits.get(name) ?? traitsNow).toBe(traitsNow);
            traits.set(name, traitsNow);
          }
          slot += n;
        }
      });
    }
  },
  minute,
);

/** Leaves out of a district the schools that a lever founds. */
function ordinary({ teacher, counts, school, office, spent }: Snapshot, { schools }: District): unknown {
  const n = schools.reduce((sum, one) => sum + one.teachers, 0);
  const first = (fields: object, length: number) => Object.values(fields).map((field) => field.slice(0, length));
  return [first(teacher, n), first(school, schools.length), counts.stages.slice(0, 6 * schools.length), office, spent];
}

test.for([
  // Schools that are never founded, for funding ends before they would open, or that only a longer run opens.
  { newSchools: 2, newSchoolMonth: 48, end: 30 },
  { newSchools: 2, newSchoolMonth: 48, end: 60 },
])("a horizon before new schools would open sees nothing of them: %j", async (use) => {
  const input: ScenarioInput = {
    district: five,
    levers: { entry: { cohorts: 1, every: 1, ...use }, guidance: { choice: 1, end: 60 }, coaching: {} },
  };
  const view = async (horizon: number) =>
    (await trace({ ...input, horizon }, "a")).slice(0, 31).map(([one]) => printOf(ordinary(one, five)));
  expect(await view(30)).toEqual(await view(60));
});

property.prop([arbitraryScenario, seeds, fc.integer({ min: 1, max: 60 })], some)(
  "a shorter horizon is the beginning of a longer one, whatever the target",
  async (input, seed, months) => {
    const districts = districtsOf(input);
    const view = (all: Snapshot[][]) => all.map((at) => printOf(at.map((one, d) => ordinary(one, districts[d]))));
    const long = view(await trace({ ...input, horizon: 60 }, seed));
    const short = view(await trace({ ...cut(input, months), target: { share: 0.5, month: 1 } }, seed));
    expect(short).toEqual(long.slice(0, months + 1));
  },
  minute,
);
