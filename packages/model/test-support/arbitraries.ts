import { fc } from "@fast-check/vitest";
import type { District, Level, School } from "../src/district/district.ts";
import type { OwnFigures } from "../src/district/own-figures.ts";
import { defaultWorld } from "../src/evidence/world.ts";
import type { Lever, LeverUse } from "../src/scenario/lever.ts";
import { levers } from "../src/scenario/levers/index.ts";
import type { ScenarioInput } from "../src/scenario/scenario.ts";
import type { Shock } from "../src/scenario/shock.ts";
import { shockKinds } from "../src/scenario/shock-kinds.ts";
import type { Ease } from "../src/scenario/transition.ts";
import { transitions } from "../src/scenario/transition-kinds.ts";

/** Draws a small district called `id`, of one school with one teacher or more. */
export function arbitraryDistrict(id: string): fc.Arbitrary<District> {
  const school = fc.record({
    teachers: fc.integer({ min: 1, max: 14 }),
    level: fc.constantFrom<Level>("elementary", "middle", "high", "other"),
    poor: fc.integer({ min: 0, max: 20 }),
  });
  return fc.array(school, { minLength: 1, maxLength: 7 }).map((drawn) => ({
    id,
    name: id,
    source: "Drawn for a test",
    schools: drawn.map(
      ({ teachers, level, poor }, i): School => ({
        id: `school-${i}`,
        name: `School ${i}`,
        level,
        enrolment: teachers * 15,
        teachers,
        lowIncomeShare: poor / 20,
      }),
    ),
  }));
}

/** Draws some of what a district may know of itself; a start by school, where drawn, is of `schools`. */
function arbitraryOwn(schools: readonly School[]): fc.Arbitrary<OwnFigures> {
  const shares = Object.fromEntries(schools.map(({ id }) => [id, arbitraryWithin(0, 1)]));
  return fc.record(
    {
      turnover: arbitraryWithin(0.001, 0.6),
      principalYears: arbitraryWithin(0.5, 15),
      coaches: arbitraryWithin(0, 5),
      adoption: fc.record(shares),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<OwnFigures>;
}

/** Draws a district that often knows something of itself. */
export function arbitraryDistrictWithOwn(id: string): fc.Arbitrary<District> {
  return arbitraryDistrict(id).chain((district) =>
    fc.option(arbitraryOwn(district.schools), { nil: undefined, freq: 2 }).map((own) => {
      return own === undefined ? district : { ...district, own };
    }),
  );
}

/** Draws factors of ease, of all transitions or of some, from a hundredth to a hundred. */
function arbitraryEase(): fc.Arbitrary<Partial<Ease>> {
  const factor = fc.oneof(fc.constantFrom(0.01, 0.5, 1, 2, 100), fc.double({ min: 0.01, max: 100, noNaN: true }));
  const model = Object.fromEntries(transitions.map(({ name }) => [name, factor]));
  return fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<Partial<Ease>>;
}

/** Draws a share that is often an end of its range. */
export function arbitraryWithin(low: number, high: number): fc.Arbitrary<number> {
  const inside = fc.integer({ min: 0, max: 1000 }).map((i) => low + ((high - low) * i) / 1000);
  return fc.oneof(inside, fc.constant(low), fc.constant(high));
}

/** Holds how much of what is counted matters in small districts. */
const mostOf: Readonly<Record<string, number>> = { places: 4, newSchools: 3, newSchoolSize: 12, newSchoolMonth: 48 };

/** Keeps a use from ending before it starts. */
function inOrder(use: LeverUse): LeverUse {
  const { start = 0, end } = use;
  return end === undefined || end >= start ? use : { ...use, start: end, end: start };
}

/** Draws a use of `lever` within `horizon` months. */
export function arbitraryUse(lever: Lever, horizon: number): fc.Arbitrary<LeverUse> {
  const month = fc.integer({ min: 0, max: horizon });
  const model: Record<string, fc.Arbitrary<unknown>> = {
    intensity: arbitraryWithin(0, 1),
    start: month,
    end: month,
    ramp: fc.integer({ min: 0, max: 24 }),
    delay: fc.integer({ min: 0, max: 12 }),
  };
  for (const { name, range } of lever.settings) model[name] = arbitraryWithin(range[0], range[1]);
  for (const { name, options } of lever.choices ?? []) model[name] = fc.constantFrom(...options);
  for (const { name, range } of lever.counts ?? []) {
    model[name] = fc.integer({ min: range[0], max: mostOf[name] ?? range[1] });
  }
  return (fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<LeverUse>).map(inOrder);
}

function arbitraryShock(horizon: number, ids: readonly string[]): fc.Arbitrary<Shock> {
  return fc.constantFrom(...shockKinds).chain(
    ({ kind, range }) =>
      fc.record(
        {
          kind: fc.constant(kind),
          month: fc.integer({ min: 0, max: horizon - 1 }),
          months: fc.integer({ min: 1, max: 36 }),
          size: arbitraryWithin(range[0], range[1]),
          districts: fc.subarray([...ids]),
        },
        { requiredKeys: ["kind", "month"] },
      ) as fc.Arbitrary<Shock>,
  );
}

/**
 * Draws uses of entry and coaching, on from the first month, under which most schools join and are coached; in about half
 * of them coaching ends in the first half of the `horizon`.
 */
function arbitraryProgramme(horizon: number): fc.Arbitrary<Record<string, LeverUse>> {
  const programme = {
    entry: fc.record(
      {
        volunteers: arbitraryWithin(0.5, 1),
        mandate: arbitraryWithin(0, 1),
        cohorts: arbitraryWithin(0, 1),
        tailored: arbitraryWithin(0, 1),
        decided: arbitraryWithin(0, 1),
        levels: fc.constantFrom("all", "all", "all", "elementary", "middle", "high", "secondary"),
        places: fc.oneof(fc.constant(10_000), fc.integer({ min: 0, max: 5 })),
        newSchools: fc.integer({ min: 0, max: 2 }),
        newSchoolSize: fc.integer({ min: 1, max: 12 }),
      },
      { requiredKeys: ["volunteers", "mandate", "cohorts"] },
    ),
    guidance: fc.record({ prescription: arbitraryWithin(0, 1), choice: arbitraryWithin(0, 1) }),
    coaching: fc.record({
      teachersPerCoach: arbitraryWithin(4, 40),
      release: arbitraryWithin(0, 1),
      allocation: fc.constantFrom("equal", "need", "openness"),
      end: fc.oneof(fc.constant(horizon), fc.integer({ min: 1, max: Math.ceil(horizon / 2) })),
    }),
  };
  return fc.record(programme, { requiredKeys: ["entry", "coaching"] }) as fc.Arbitrary<Record<string, LeverUse>>;
}

/** Draws two numbers of a range, the smaller first, as ends of what is not known. */
function arbitraryBetween(number: fc.Arbitrary<number>): fc.Arbitrary<{ between: readonly [number, number] }> {
  return fc.tuple(number, number).map(([a, b]) => ({ between: [Math.min(a, b), Math.max(a, b)] as const }));
}

/** Draws uses of entry, guidance and coaching some of whose settings, choices and counts are unknown. */
export const arbitraryUnknowns: fc.Arbitrary<Record<string, LeverUse>> = fc.record({
  entry: fc.record(
    {
      volunteers: arbitraryBetween(arbitraryWithin(0, 1)),
      mandate: arbitraryBetween(arbitraryWithin(0, 1)),
      cohorts: arbitraryWithin(0, 1),
      decided: arbitraryBetween(arbitraryWithin(0, 1)),
      levels: fc.record({ among: fc.subarray(["all", "elementary", "middle", "high", "secondary"], { minLength: 2 }) }),
      places: arbitraryBetween(fc.integer({ min: 0, max: 6 })),
      newSchools: arbitraryBetween(fc.integer({ min: 0, max: 3 })),
      newSchoolSize: fc.integer({ min: 1, max: 12 }),
    },
    { requiredKeys: ["volunteers"] },
  ),
  guidance: fc.record({ prescription: arbitraryBetween(arbitraryWithin(0, 1)), choice: arbitraryWithin(0, 1) }),
  coaching: fc.record({
    teachersPerCoach: arbitraryBetween(arbitraryWithin(4, 40)),
    allocation: fc.record({ among: fc.constant(["equal", "need", "openness"]) }),
  }),
}) as fc.Arbitrary<Record<string, LeverUse>>;

/** Holds ranges of the parameters that are often set by hand, wide enough that what they rule shows in small districts. */
const setByHand: Readonly<Record<string, readonly [number, number]>> = {
  "trying.coaching": [0, 100],
  "lapsing.trying": [-5, 5],
  "lapsing.coaching": [0, 100],
  "lapsing.withdrawal": [0, 100],
  "membership.firstYear": [-2, 4],
  "membership.drop": [-4, 0],
  "support.received": [0, 1],
  "support.releaseAfter": [0, 36],
  "practice.appeal": [0, 1],
  "openness.candour": [0, 1],
  "trying.norms": [0, 3],
  "trying.confidence": [0, 3],
  "trying.autonomy": [0, 3],
  "lapsing.confidence": [0, 5],
  "membership.fit": [0, 10],
  "entry.fit": [0, 1],
  "entry.decision": [0, 1],
  "entry.founded": [0, 1],
  "students.teachers": [1, 10],
};

/** Draws values of some of the parameters of `setByHand`, zero and the ends of their ranges often among them. */
function arbitraryValues(): fc.Arbitrary<Record<string, number>> {
  const model: Record<string, fc.Arbitrary<number>> = {};
  for (const [name, [low, high]] of Object.entries(setByHand)) {
    model[name] = low < 0 ? fc.oneof(arbitraryWithin(low, high), fc.constant(0)) : arbitraryWithin(low, high);
  }
  return fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<Record<string, number>>;
}

/**
 * Draws a scenario: one to three small districts that may know something of themselves, any levers, shocks and switches,
 * any factors of ease in about half of them, 1 to 60 months. Drawn freely, levers seldom bring coaches to schools that are
 * in the programme, so half the scenarios have a programme beside them. Worlds come from the priors, or are the defaults
 * of the records, so that nothing here depends on which worlds are kept.
 */
export const arbitraryScenario: fc.Arbitrary<ScenarioInput> = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom(1, 1, 2, 3))
  .chain(([horizon, count]) => {
    const ids = Array.from({ length: count }, (_, i) => `district-${i}`);
    const uses = levers.map((lever) => fc.option(arbitraryUse(lever, horizon), { nil: undefined }));
    const drawn = fc.record({
      district: fc.tuple(...ids.map(arbitraryDistrictWithOwn)),
      horizon: fc.constant(horizon),
      funded: fc.integer({ min: 0, max: horizon }),
      levers: fc
        .tuple(...uses)
        .map((drawn) =>
          Object.fromEntries(
            drawn.flatMap((use, i) => (use === undefined ? [] : [[levers[i]!.name, use] as [string, LeverUse]])),
          ),
        ),
      shocks: fc.array(arbitraryShock(horizon, ids), { maxLength: 6 }),
      switches: fc.record({
        contagion: fc.constantFrom("complex" as const, "simple" as const, "none" as const),
        network: fc.constantFrom("advice" as const, "complete" as const),
        everyoneAware: fc.boolean(),
        designPrerequisite: fc.boolean(),
        levels: fc.constantFrom(
          "drawn" as const,
          "drawn" as const,
          "sum" as const,
          "product" as const,
          "weakest" as const,
        ),
        prescriptionCosts: fc.boolean(),
      }),
      ease: fc.oneof(fc.constant({}), arbitraryEase()),
      parameters: fc.record({
        draw: fc.constant("priors" as const),
        values: fc.oneof(arbitraryValues(), arbitraryValues().map(defaultWorld)),
      }),
    });
    return fc
      .tuple(drawn, fc.option(arbitraryProgramme(horizon), { nil: undefined, freq: 2 }))
      .map(([input, programme]) =>
        programme === undefined ? input : { ...input, funded: horizon, levers: { ...input.levers, ...programme } },
      );
  });
