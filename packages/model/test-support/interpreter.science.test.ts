import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { levers } from "../src/scenario/levers/index.ts";
import { prepare } from "../src/scenario/prepare.ts";
import { type ScenarioInput, scenario } from "../src/scenario/scenario.ts";
import { shockKinds } from "../src/scenario/shock-kinds.ts";
import { arbitraryDistrict, arbitraryScenario } from "./arbitraries.ts";
import { interpret } from "./interpreter.ts";
import { allFaults } from "./invariants.ts";

const seeds = fc.string({ minLength: 1, maxLength: 8 });

property.prop([arbitraryScenario, seeds, fc.nat(20)], { numRuns: 10 })(
  "keeps its invariants, and runs the same twice",
  async (input, seed, replicate) => {
    const plan = await prepare(scenario(input));
    const trace = interpret(plan, { seed, replicate });
    expect(trace).toHaveLength(plan.scenario.horizon + 1);
    expect(allFaults(plan, trace)).toEqual([]);
    expect(interpret(plan, { seed, replicate })).toEqual(trace);
  },
);

property.prop([arbitraryScenario, seeds, fc.nat(20)], { numRuns: 15 })(
  "keeps its invariants in half-months, and begins where whole months begin",
  async (input, seed, replicate) => {
    const plan = await prepare(scenario(input));
    const trace = interpret(plan, { seed, replicate, stepsPerMonth: 2 });
    expect(trace[0]!.map(({ teachers }) => teachers)).toEqual(
      interpret(plan, { seed, replicate })[0]!.map(({ teachers }) => teachers),
    );
    for (const { schools, teachers } of trace.flat()) {
      for (const school of schools) expect(Number.isInteger(2 * school.memberMonths)).toBe(true);
      for (const teacher of teachers) {
        expect(Number.isInteger(2 * teacher.months)).toBe(true);
        teacher.months = Math.floor(teacher.months);
      }
    }
    expect(allFaults(plan, trace)).toEqual([]);
  },
);

property.prop([arbitraryScenario, seeds], { numRuns: 20 })(
  "does not see levers of zero intensity, nor months to come",
  async (input, seed) => {
    const none: ScenarioInput = { ...input, horizon: 60, levers: {}, shocks: [] };
    const zero = { ...none, levers: Object.fromEntries(levers.map(({ name }) => [name, { intensity: 0 }])) };
    const run = async (one: ScenarioInput) => interpret(await prepare(scenario(one)), { seed, replicate: 0 });
    const whole = await run(none);
    expect(await run(zero)).toEqual(whole);
    expect(await run({ ...none, horizon: 20 })).toEqual(whole.slice(0, 21));
  },
);

test("is asked for all that the programme does, and for what bounds it", async () => {
  const reached = {
    firstYearDrop: 0,
    laterDrop: 0,
    heldBack: 0,
    released: 0,
    coachedTrying: 0,
    withdrawn: 0,
    withdrawnInVain: 0,
    placesGone: 0,
    levelsLeftOut: 0,
    begunByDecision: 0,
    founderBegun: 0,
    ownTurnover: 0,
    ownPrincipals: 0,
    ownCoachesKept: 0,
    ownStart: 0,
    eased: 0,
  };
  for (const input of fc.sample(arbitraryScenario, { seed: 9, numRuns: 200 })) {
    const plan = await prepare(scenario(input));
    const after = input.parameters?.values?.["support.releaseAfter"];
    const withdrawal = input.parameters?.values?.["lapsing.withdrawal"];
    const releases = (input.levers?.coaching?.["release"] ?? 0) !== 0;
    const trace = interpret(plan, { seed: "reach", replicate: 0 });
    if (Object.values(plan.scenario.ease).some((factor) => factor !== 1)) reached.eased++;
    for (const { district } of plan.districts) {
      if (district.own?.turnover !== undefined) reached.ownTurnover++;
      if (district.own?.principalYears !== undefined) reached.ownPrincipals++;
      if (district.own?.adoption !== undefined) reached.ownStart++;
    }
    for (const [index, districts] of trace.entries()) {
      for (const [d, { schools, teachers, office, placesTaken }] of districts.entries()) {
        const { district, founded, effects } = plan.districts[d]!;
        const all = [...district.schools, ...founded];
        const members = schools.filter(({ member }) => member === 1).length;
        if (placesTaken > 0 && placesTaken === plan.places && members < district.schools.length) reached.placesGone++;
        if (plan.levels !== "all" && members > 0 && members < district.schools.length) reached.levelsLeftOut++;
        if ((district.own?.coaches ?? 0) > 0 && index > 0 && office.coaches > 0) reached.ownCoachesKept++;
        let first = 0;
        for (const [s, { teachers: n }] of all.entries()) {
          const begun = teachers.slice(first, first + n).filter(({ stage, months }) => stage === 2 && months === 0);
          first += n;
          if (schools[s]!.member === 0 || begun.length === 0) continue;
          if (s >= district.schools.length) reached.founderBegun++;
          else if (schools[s]!.mandated === 0 && begun.some(({ compliant }) => compliant === 1)) {
            expect(effects["entry.decided"]![index - 1]).toBeGreaterThan(0);
            reached.begunByDecision++;
          }
        }
        if (schools.some(({ contact }) => contact > 0) && teachers.some(({ stage }) => stage === 2)) {
          reached.coachedTrying++;
        }
        const mayLapse =
          index % 12 !== 11 && index % 12 !== 0 && teachers.some(({ stage }) => stage >= 2 && stage <= 4);
        for (const [s, { member, contact, reliance }] of schools.entries()) {
          if (mayLapse && withdrawal !== undefined && member === 1 && contact === 0 && reliance > 0.01) {
            reached[withdrawal > 0 ? "withdrawn" : "withdrawnInVain"]++;
          }
          const last = trace[index - 1]?.[d]?.schools[s];
          if (last === undefined) continue;
          if (last.member === 1 && member === 0) reached[last.memberMonths < 12 ? "firstYearDrop" : "laterDrop"]++;
          if (releases && after !== undefined && contact > 0 && last.capacity > 0)
            reached[last.memberMonths < after ? "heldBack" : "released"]++;
        }
      }
    }
  }
  expect(Object.entries(reached).filter(([, times]) => times <= 20)).toEqual([]);
}, 120_000);

property.prop([fc.tuple(arbitraryDistrict("one"), arbitraryDistrict("two")), seeds], { numRuns: 10 })(
  "couples districts by visits between them only",
  async ([one, two], seed) => {
    const run = async (input: ScenarioInput) =>
      interpret(await prepare(scenario({ strategy: "all-six-lessons", horizon: 40, ...input })), {
        seed,
        replicate: 3,
      });
    const apart = { learning: { visits: 1, interDistrict: 0 } };
    const alone = await run({ district: one, levers: apart });
    const together = await run({ district: [one, two], levers: apart });
    expect(together.map(([first]) => first)).toEqual(alone.map(([first]) => first));
  },
);

test("runs every lever and every kind of shock at once, founded schools too, in a school of one teacher", async () => {
  const single = {
    id: "single",
    name: "Single",
    source: "A test",
    schools: [{ id: "only", name: "Only", level: "other" as const, enrolment: 10, teachers: 1, lowIncomeShare: 0.5 }],
  };
  const all = Object.fromEntries(levers.map(({ name }) => [name, {}]));
  const plan = await prepare(
    scenario({
      district: [single, { ...single, id: "other" }],
      levers: {
        ...all,
        entry: {
          volunteers: 1,
          mandate: 1,
          cohorts: 1,
          tailored: 0.5,
          newSchools: 2,
          newSchoolSize: 3,
          newSchoolMonth: 24,
        },
      },
      funded: 60,
      shocks: shockKinds.map(({ kind }, i) => ({ kind, month: 3 * i })),
    }),
  );
  expect(plan.opens).toBe(24);
  const trace = interpret(plan, { seed: "all", replicate: 0 });
  expect(allFaults(plan, trace)).toEqual([]);
  expect(trace[23]![0]!.schools[1]!.member).toBe(0);
  expect(trace[24]![0]!.schools[1]!.member).toBe(1);
  expect(trace[24]![0]!.teachers[1]!.person).toBeGreaterThanOrEqual(1);
});
