import { fc, test as property } from "@fast-check/vitest";
import { expect } from "vitest";
import { populate } from "../src/district/population.ts";
import { parameterNumbers } from "../src/evidence/parameter-numbers.ts";
import { drawWorld } from "../src/evidence/world.ts";
import { rootKey } from "../src/numerics/random.ts";
import { arbitraryDistrictWithOwn, arbitraryWithin } from "./arbitraries.ts";
import { drawPeople } from "./people.ts";

const runs = 300;

/** Draws some of the numbers by which people start, from all that is allowed. */
const arbitraryStart = fc.record(
  Object.fromEntries(
    parameterNumbers
      .filter(({ name }) => /^(population|network|start)\./.test(name))
      .map(({ name, range: [low, high] }) => [name, arbitraryWithin(low, high)]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Readonly<Record<string, number>>>;

property.prop(
  [arbitraryDistrictWithOwn("district"), arbitraryStart, fc.string({ minLength: 1 }), fc.nat(8), fc.boolean()],
  { numRuns: runs },
)(
  `a district's people are those of the rules, bit for bit, in ${runs} random districts and worlds`,
  (district, values, seed, more, everyoneAware) => {
    const like = district.schools[0]!;
    const founded = Array.from({ length: Math.floor(more / 3) }, (_, i) => ({
      ...like,
      id: `new-${i}`,
      teachers: more,
    }));
    const world = drawWorld(seed, more, { draw: "priors", values });
    const key = rootKey(`people ${seed}`);
    const drawn = populate(district, world, key, { everyoneAware, founded });
    expect(drawPeople({ district, founded }, world, key, everyoneAware)).toEqual(drawn);
  },
);
