import { type Lever, type LeverUse, levers, type ScenarioInput, shockKinds, transitions } from "@uptake/model";
import fc from "fast-check";

const real = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true });
const whole = (min: number, max: number) => fc.integer({ min, max });

/** Makes a record of some of the fields, in any order. */
function someOf<T>(fields: Readonly<Record<string, fc.Arbitrary<T>>>, most: number): fc.Arbitrary<Record<string, T>> {
  const names = Object.keys(fields);
  return fc
    .shuffledSubarray(names, { maxLength: Math.min(most, names.length) })
    .chain((chosen) => fc.tuple(...chosen.map((name) => fields[name]!.map((value) => [name, value] as const))))
    .map((entries) => Object.fromEntries(entries));
}

/** Makes a small district. */
const district = fc
  .array(fc.record({ teachers: whole(3, 10), enrolment: whole(40, 300), lowIncomeShare: real(0, 1) }), {
    minLength: 3,
    maxLength: 5,
  })
  .map((schools) => ({
    id: "hill",
    name: "Hill",
    source: "Made up",
    schools: schools.map((one, s) => ({ id: `s${s}`, name: `School ${s}`, level: "elementary" as const, ...one })),
  }));

/** Makes a schedule within a range: a number, steps, or a formula with a power in a power. */
function schedule([low, high]: readonly [number, number]): fc.Arbitrary<
  number | string | { from: number; value: number }[]
> {
  const value = real(low, high);
  return fc.oneof(
    value,
    fc.tuple(value, value).map(([a, b]) => [
      { from: 0, value: a },
      { from: 5, value: b },
    ]),
    fc.tuple(value, real(0.5, 0.99)).map(([a, by]) => `min(${high}, max(${low}, ${a} * ${by} ^ (t ^ 0.7) ^ 1.1))`),
  );
}

function use(lever: Lever): fc.Arbitrary<LeverUse> {
  const between = ([low, high]: readonly [number, number]) =>
    fc
      .tuple(real(low, high), real(low, high))
      .map(([a, b]) => ({ between: [Math.min(a, b), Math.max(a, b)] as const }));
  const settings = lever.settings.map(({ name, range }) => [name, fc.oneof(schedule(range), between(range))] as const);
  const choices = (lever.choices ?? []).map(({ name, options }) => [name, fc.constantFrom(...options)] as const);
  const counts = (lever.counts ?? []).map(
    ({ name, range }) => [name, whole(range[0], Math.min(range[1], range[0] + 3))] as const,
  );
  const times = { intensity: schedule([0, 1]), start: whole(0, 6), ramp: whole(0, 4), delay: whole(0, 3) };
  return someOf({ ...Object.fromEntries([...settings, ...choices, ...counts]), ...times } as never, 4);
}

/** Makes a scenario of a few schools and little more than a year, with fields and levers in any order. */
export const smallScenario: fc.Arbitrary<ScenarioInput> = fc
  .tuple(
    district,
    fc.constantFrom("business-as-usual", "coaching-only", "all-six-lessons", "mandate"),
    someOf(
      {
        levers: someOf(Object.fromEntries(levers.map((lever) => [lever.name, use(lever)])), 5),
        name: fc.constantFrom("A plan", "“Ünïcode” & <b>more</b>", "-1,2;3"),
        funded: whole(4, 20),
        shocks: fc.array(
          fc.record({ kind: fc.constantFrom(...shockKinds.map(({ kind }) => kind)), month: whole(0, 10) }),
          { maxLength: 2 },
        ),
        switches: someOf<unknown>(
          {
            contagion: fc.constantFrom("simple", "complex", "none"),
            network: fc.constantFrom("advice", "complete"),
            everyoneAware: fc.boolean(),
            levels: fc.constantFrom("drawn", "sum", "product", "weakest"),
            prescriptionCosts: fc.boolean(),
          },
          3,
        ),
        survey: fc.boolean(),
        ease: someOf(Object.fromEntries(transitions.map(({ name }) => [name, real(0.25, 4)])), 2),
        own: someOf<unknown>({ turnover: real(0.05, 0.4), principalYears: real(1, 10), coaches: whole(0, 3) }, 3),
        parameters: someOf<unknown>(
          {
            draw: fc.constantFrom("sampled", "priors"),
            effects: fc.constantFrom("independent", "common"),
            values: someOf({ "trying.intercept": real(-6, -4), "peers.strength": real(0, 1) }, 2),
            priors: someOf<unknown>(
              { "trying.support": fc.constant([0.2, 1]), "start.adoption": fc.constant({ bell: [0.2, 0.02] }) },
              2,
            ),
          },
          3,
        ),
      } as Readonly<Record<string, fc.Arbitrary<unknown>>>,
      6,
    ),
    fc.record({
      share: real(0.05, 0.5),
      month: whole(3, 14),
      of: fc.constantFrom("teachers", "students", "deep", "schools"),
    }),
    fc.boolean(),
  )
  .map(([place, base, fields, target, first]) => {
    const own = { district: place, strategy: base, horizon: 14, target };
    return (first ? { ...own, ...fields } : { ...fields, ...own }) as ScenarioInput;
  });

/** Holds the fields of one small study of each kind, beside its scenario. */
export const smallStudies: Readonly<Record<string, fc.Arbitrary<Readonly<Record<string, unknown>>>>> = {
  start: fc.record({ strategies: fc.constant(["business-as-usual", "coaching-only"]), replicates: whole(2, 3) }),
  run: fc.record({ replicates: whole(1, 4), bottleneck: fc.boolean() }),
  explain: fc.record({
    teacher: fc.constantFrom("most changed", 0, 3),
    school: fc.constant("s1"),
    replicate: whole(0, 9),
  }),
  compare: fc.record({
    strategies: fc.shuffledSubarray(["coaching-only", "mandate"], { minLength: 1 }),
    cap: whole(2, 4),
    bottleneck: fc.boolean(),
  }),
  sweep: fc.record({
    design: fc.constant("latin-hypercube"),
    factors: fc.constantFrom(
      { "levers.coaching.teachersPerCoach": [8, 40], "peers.strength": "prior" },
      { "peers.strength": [0.1, 0.4], "levers.leadership.intensity": [0, 1] },
    ),
    points: whole(2, 4),
    replicates: whole(1, 3),
    outcomes: fc.shuffledSubarray(["adoption", "target", "cost", "gap"], { minLength: 1 }),
  }),
  sensitivity: fc.oneof(
    fc.record({
      method: fc.constant("morris"),
      parameters: fc.constant(["support", "trying"]),
      trajectories: whole(2, 3),
    }),
    fc.record({
      method: fc.constant("sobol"),
      parameters: fc.constant(["trying.support", "trying.intercept"]),
      rows: fc.constantFrom(4, 16),
    }),
  ),
  stress: fc.record({
    strategies: fc.constant(["coaching-only", "mandate"]),
    shocks: fc.constant(["none", { name: "pause", shocks: [{ kind: "coaching-pause", month: 3 }] }]),
    draws: whole(8, 12),
  }),
  optimise: fc.record({
    budgets: fc.constant([400_000, 900_000]),
    decisions: fc.constant({ "levers.coaching.teachersPerCoach": [10, 120], "levers.investment.time": [0, 1] }),
    objective: fc.constantFrom({ of: "target" }, { of: "adoption" }),
    population: fc.constant(4),
    generations: whole(1, 3),
    replicates: fc.constant(2),
    planning: fc.constant(2),
    finalists: whole(1, 2),
    finalReplicates: whole(2, 4),
  }),
  calibrate: fc.record({
    series: fc.constant([
      { month: 2, share: 0.25, respondents: 30 },
      { month: 9, share: 0.35, respondents: 25 },
      { month: 13, share: 0.4, respondents: 20 },
    ]),
    parameters: fc.constant([{ name: "start.adoption", range: [0.05, 0.4] }, "trying.intercept"]),
    particles: fc.constant(20),
    simulations: whole(40, 60),
    predictive: fc.constant(20),
  }),
  attribute: fc.record({ replicates: whole(2, 3), assumptions: fc.constant({ contagion: "complex" }) }),
  rivals: fc.record({
    strategies: fc.shuffledSubarray(["coaching-only", "institutes-only", "mandate"], { minLength: 2 }),
    replicates: whole(2, 4),
    rivals: fc.shuffledSubarray(["complex-contagion", "complete-network", "everyone-aware"], { minLength: 1 }),
  }),
};
