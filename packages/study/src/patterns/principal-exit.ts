import type { World } from "@uptake/model";
import { planIn, watch } from "./in-world.ts";
import { schoolsOf } from "./made-up-district.ts";
import type { WorldPattern } from "./pattern.ts";

const schools = 40;
const teachers = 6;
const district = schoolsOf(schools, teachers, [0.2, 0.8]);
const replicates = 5;
/** July of the first year, when principals leave. */
const month = 11;
const horizon = month + 1 + 36;

/** Holds what is followed in one run: each school's support by month, and the teachers who leave in the July of the exit. */
interface Follow {
  readonly support: Float64Array;
  left: number;
}

/**
 * P7: when principals are made to leave, schools' support dips and heals, and dips deeper in high-poverty schools. The
 * same districts with and without the exit of all principals in one July, each school against itself: depth is relative,
 * since schools under pressure have less support to lose. Principals are alike, no other leaves and teachers' own expertise
 * adds nothing, so that only being new makes a difference: the luck of who succeeds would hide a dip of a few percent.
 */
export const principalExit: WorldPattern = {
  id: "P7",
  doc: "A change of principal is a dip that heals in one to three years, deeper in high-poverty schools, with more exits of teachers",
  source: "Bartanen (Missouri and Tennessee) and Béteille, Kalogrides and Loeb 2012, for the directions",
  statistics: {
    dip: {
      doc: "Change of support in the first year after, against no exit",
      unit: "share",
      bounds: [-1, -0.005],
    },
    healed: {
      doc: "Part of the first month's dip gone three years after",
      unit: "share",
      bounds: [0.5, 2],
    },
    poverty: {
      doc: "First-year dip of high-poverty schools over low-poverty ones",
      unit: "ratio",
      bounds: [1, 10],
    },
    exits: { doc: "Teachers leaving in the July of the exit beyond those who would", unit: "share" },
  },
  async measure(world, seed) {
    const forced = await follow(world, seed, 1);
    const usual = await follow(world, seed, 0);
    /** Compares support over the months `from` … `to` after the exit, in all schools or those of one kind. */
    const change = (from: number, to: number, kind?: number): number => {
      let with_ = 0;
      let without = 0;
      for (let m = month + from; m <= month + to; m++)
        for (let s = 0; s < schools; s++) {
          if (kind !== undefined && s % 2 !== kind) continue;
          with_ += forced.support[m * schools + s]!;
          without += usual.support[m * schools + s]!;
        }
      return with_ / without - 1;
    };
    return {
      dip: change(1, 12),
      healed: 1 - change(36, 36) / change(1, 1),
      poverty: change(1, 12, 1) / change(1, 12, 0),
      exits: (forced.left - usual.left) / (schools * teachers * replicates),
    };
  },
};

/** Follows the schools when a share `size` of principals leaves, summed over replicates. */
async function follow(world: World, seed: string, size: number): Promise<Follow> {
  const plan = await planIn(world, {
    district,
    horizon,
    shocks: [{ kind: "principal-exit", month, size }],
    parameters: {
      values: { "principal.supportSd": 0, "principal.knowledgeSd": 0, "principal.exit": 0, "support.capacity": 0 },
    },
  });
  const all: Follow = { support: new Float64Array(schools * (horizon + 1)), left: 0 };
  watch(plan, seed, replicates, () => {
    let before: Int32Array;
    return ({ school, teacher }, index) => {
      for (let s = 0; s < schools; s++) all.support[index * schools + s]! += school.support[s]!;
      if (index === month) before = teacher.person.slice();
      if (index === month + 1) for (const [i, person] of before.entries()) if (teacher.person[i] !== person) all.left++;
      return 0;
    };
  });
  return all;
}
