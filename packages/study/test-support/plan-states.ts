import { fc } from "@fast-check/vitest";
import {
  effectLevels,
  effectTies,
  type Lever,
  levers,
  parameters,
  profileNames,
  type ScenarioInput,
  shockKinds,
  strategies,
  targetKinds,
  transitions,
} from "@uptake/model";
import type { PlanState } from "../src/link/index.ts";

type Draws = Record<string, fc.Arbitrary<unknown>>;

/** Draws some of a record's fields. */
const any = (model: Draws): fc.Arbitrary<Record<string, unknown>> => fc.record(model, { requiredKeys: [] });

/** Draws some of a record's fields, one at least. */
const some = (model: Draws): fc.Arbitrary<Record<string, unknown>> =>
  any(model).filter((group) => Object.keys(group).length > 0);

/** Draws a number of a range: round ones, ends, and such as need every digit. */
function within([low, high]: readonly [number, number]): fc.Arbitrary<number> {
  const inside = fc.integer({ min: 0, max: 20 }).map((i) => low + ((high - low) * i) / 20);
  return fc.oneof(inside, fc.constantFrom(low, high), fc.double({ min: low, max: high, noNaN: true }));
}

const wholeWithin = ([min, max]: readonly [number, number]): fc.Arbitrary<number> => fc.integer({ min, max });

const ends = (number: fc.Arbitrary<number>): fc.Arbitrary<readonly number[]> =>
  fc.tuple(number, number).map((pair) => pair.sort((a, b) => a - b));

/** Draws a number, steps or a formula. */
function schedule(range: readonly [number, number]): fc.Arbitrary<unknown> {
  const step = fc.record({ from: fc.integer({ min: 0, max: 599 }), value: within(range) });
  const steps = fc.uniqueArray(step, { minLength: 1, maxLength: 4, selector: ({ from }) => from });
  const formula = within(range).map((value) => `min(${value}, max(${value}, t / 12)) * (t >= 0 ? 1 : 0)`);
  return fc.oneof(
    { weight: 8, arbitrary: within(range) },
    { weight: 3, arbitrary: steps },
    { weight: 1, arbitrary: formula },
  );
}

/** Draws a use of a lever over all that its settings may be. */
function use({ settings, choices = [], counts = [] }: Lever): fc.Arbitrary<unknown> {
  const month = fc.integer({ min: 0, max: 600 });
  const model: Draws = { intensity: schedule([0, 1]), ramp: month, delay: month };
  for (const { name, range } of settings)
    model[name] = fc.oneof(
      schedule(range),
      ends(within(range)).map((between) => ({ between })),
    );
  for (const { name, options } of choices)
    model[name] = fc.oneof(
      fc.constantFrom(...options),
      fc.subarray([...options], { minLength: 1 }).map((among) => ({ among })),
    );
  for (const { name, range } of counts)
    model[name] = fc.oneof(
      wholeWithin(range),
      ends(wholeWithin(range)).map((between) => ({ between })),
    );
  const times = ends(month).chain(([start, end]) => any({ start: fc.constant(start), end: fc.constant(end) }));
  return fc.tuple(any(model), times).map(([settingsDrawn, timesDrawn]) => ({ ...settingsDrawn, ...timesDrawn }));
}

/** Draws uses of some levers, seldom of many. */
const uses = fc
  .subarray([...levers], { minLength: 1, maxLength: 3 })
  .chain((chosen) => fc.record(Object.fromEntries(chosen.map((lever) => [lever.name, use(lever)]))));

const names = strategies.map(({ name }) => name);
const text = fc.oneof(
  fc.constantFrom("Mine", "20", "true", "a,b", "on", "'quoted'", "it's & that = 50%?#", "école + 日本 🙂", "0:1"),
  fc.string({ minLength: 1, maxLength: 30, unit: "grapheme" }),
);

const shock = fc.constantFrom(...shockKinds).chain(({ kind, range }) =>
  fc.record(
    {
      kind: fc.constant(kind),
      month: fc.integer({ min: 0, max: 23 }),
      months: fc.integer({ min: 1, max: 36 }),
      size: within(range),
      districts: fc.constantFrom([], ["here"]),
    },
    { requiredKeys: ["kind", "month"] },
  ),
);

/** Draws beliefs: values of some parameters, priors of others. */
const beliefs = fc.subarray([...parameters], { minLength: 4, maxLength: 6 }).chain((chosen) => {
  const [ofValues, ofPriors] = [chosen.slice(0, 3), chosen.slice(3)];
  const prior = (range: readonly [number, number]): fc.Arbitrary<unknown> => {
    const wide = fc.tuple(within(range), fc.double({ min: 0.01, max: 9, noNaN: true }));
    return fc.oneof(
      fc.constant([...range]),
      wide.map((bell) => ({ bell })),
    );
  };
  return some({
    draw: fc.constantFrom("sampled", "priors", "fixed"),
    values: fc.record(Object.fromEntries(ofValues.map(({ name, range }) => [name, within(range)]))),
    priors: fc.record(Object.fromEntries(ofPriors.map(({ name, range }) => [name, prior(range)]))),
    effects: fc.constantFrom(...effectTies),
    level: fc.constantFrom(...effectLevels),
  });
});

/** Takes out what contradicts other parts: own figures of several districts, shocks elsewhere, effects tied and held. */
function agreeing({ own, shocks = [], parameters: drawn, ...rest }: ScenarioInput): ScenarioInput {
  const { district = "colorado-springs-d11" } = rest;
  const [first] = Array.isArray(district) ? district : [district];
  const { effects: _, ...held } = drawn ?? {};
  const free = drawn?.level === undefined && drawn?.draw !== "fixed";
  const here = shocks.map((one) => (one.districts?.[0] === "here" ? { ...one, districts: [first] } : one));
  return {
    ...rest,
    ...(own && !Array.isArray(district) ? { own } : {}),
    ...(shocks.length === 0 ? {} : { shocks: here }),
    ...(drawn && (free || Object.keys(held).length > 0) ? { parameters: free ? drawn : held } : {}),
  };
}

/** Draws scenarios over all of their format but what no link can hold; some contradict themselves. */
export const anyScenario: fc.Arbitrary<ScenarioInput> = any({
  name: text,
  district: fc.oneof(fc.constantFrom(...profileNames), fc.subarray([...profileNames], { minLength: 1, maxLength: 3 })),
  strategy: fc.oneof(fc.constantFrom(...names), some({ base: fc.constantFrom(...names), name: text, levers: uses })),
  levers: uses,
  horizon: fc.oneof(fc.integer({ min: 34, max: 60 }), fc.constant(600)),
  funded: fc.integer({ min: 0, max: 600 }),
  shocks: fc.array(shock, { minLength: 1, maxLength: 3 }),
  switches: some({
    contagion: fc.constantFrom("simple", "complex", "none"),
    network: fc.constantFrom("advice", "complete"),
    everyoneAware: fc.boolean(),
    designPrerequisite: fc.boolean(),
    levels: fc.constantFrom("drawn", "sum", "product", "weakest"),
    prescriptionCosts: fc.boolean(),
  }),
  survey: fc.boolean(),
  target: some({ share: within([0, 1]), month: fc.integer({ min: 0, max: 34 }), of: fc.constantFrom(...targetKinds) }),
  ease: some(Object.fromEntries(transitions.map(({ name }) => [name, within([0.01, 100])]))),
  own: some({ turnover: within([0.001, 0.6]), principalYears: within([0.5, 15]), coaches: within([0, 10_000]) }),
  parameters: beliefs,
}).map(agreeing);

/** Draws states of pages. */
export const anyState: fc.Arbitrary<PlanState> = fc
  .record(
    {
      scenario: anyScenario,
      seed: text,
      replicates: fc.integer({ min: 1, max: 100_000 }),
      pinned: fc.array(fc.record({ name: text, scenario: anyScenario }), { minLength: 1, maxLength: 4 }),
    },
    { requiredKeys: ["scenario"] },
  )
  .map((state) => structuredClone(state) as PlanState);
