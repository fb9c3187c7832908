import { fc, test as property } from "@fast-check/vitest";
import { expect } from "vitest";
import { arbitraryScenario } from "../../test-support/arbitraries.ts";
import { planOf, printOf } from "../../test-support/fixtures.ts";
import type { District } from "../district/district.ts";
import { drawWorld } from "../evidence/world.ts";
import type { Extensions } from "./extension.ts";
import { Replicate } from "./replicate.ts";
import { simulateAlone } from "./simulate-alone.ts";
import { simulateTogether } from "./simulate-together.ts";

/** Makes the schools of a district as many times larger, and the first so large that there are `least` teachers. */
function enlarged(district: District, times: number, least: number): District {
  const schools = district.schools.map((school) => ({
    ...school,
    teachers: school.teachers * times,
    enrolment: school.enrolment * times,
  }));
  const [first, ...others] = schools as [(typeof schools)[number], ...typeof schools];
  const short = least - schools.reduce((sum, { teachers }) => sum + teachers, 0);
  return { ...district, schools: [{ ...first, teachers: first.teachers + Math.max(0, short) }, ...others] };
}

const added: Readonly<Record<string, Extensions>> = {
  nothing: {},
  observer: {
    observers: [
      {
        name: "seen",
        observe: ({ climate, counts, school, teacher }, index) =>
          index +
          climate.tryOdds[0]! +
          counts.stages[3]! +
          school.capacity[0]! +
          school.untaught[0]! +
          teacher.signal[0]!,
      },
    ],
  },
  mechanism: {
    mechanisms: [
      {
        name: "own",
        climate: (_, __, ___, random) =>
          random(0) < 0.3 ? undefined : { trying: random(1) - 0.5, message: 0.1 * random(2) },
      },
    ],
  },
};

// Months are compiled from a hundred teachers on: districts are on both sides of it, and far above.
property.prop(
  [
    arbitraryScenario,
    fc.constantFrom(1, 2, 6, 20),
    fc.integer({ min: 97, max: 103 }),
    fc.constantFrom(...Object.keys(added)),
    fc.string({ minLength: 1 }),
    fc.nat(400),
  ],
  { numRuns: 40 },
)(
  "a run alone has the bits of runs together, whose months are compiled, with a shock and without",
  async (input, times, least, adds, seed, replicate) => {
    const district = (input.district as readonly District[]).map((one) => enlarged(one, times, least));
    const shock = { kind: "turnover-wave", month: Math.floor(input.horizon! / 2) };
    const inputs = [{}, { shocks: [...(input.shocks ?? []), shock] }].map((change) => ({
      ...input,
      district,
      ...change,
    }));
    const plans = await Promise.all(inputs.map(planOf));
    const extensions = added[adds]!;
    for (const [place, run] of simulateTogether(new Replicate(seed, replicate), plans, extensions)) {
      const alone = simulateAlone(plans[place]!, { seed, replicate, drawWorld, ...extensions });
      expect(printOf(run)).toBe(printOf(alone));
    }
  },
  120_000,
);
