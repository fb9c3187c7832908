import { type Observer, profile, Replicate, simulateIn, type World } from "@uptake/model";
import { coached, planOfMembers, running, wellLed } from "./all-members.ts";
import { schoolsOf } from "./made-up-district.ts";
import type { WorldPattern } from "./pattern.ts";
import { practises, uses } from "./practice.ts";

const small = schoolsOf(2, 20, [0.5]);
const large = profile();

/** Says who is coached, where, and how often. */
export interface Coached {
  /** A pair of schools of 20 teachers, or a district of about 1,660 (default `small`). */
  readonly scale?: "small" | "district";
  /** Whether time, principals, office and coaches are all invested in (default false). */
  readonly led?: boolean;
  /** Depth of all teachers, or of those who practised at the start (default `all`). */
  readonly of?: "all" | "practising";
  /** Values in place of the world's. */
  readonly values?: World;
  /** Whether school design limits the depth that can be reached (default true). */
  readonly designPrerequisite?: boolean;
  /** Runs that means are over (default 1). */
  readonly replicates?: number;
}

/** Holds what a coached school year adds. */
export interface CoachedGain {
  /** Mean depth of practice, 0 … 1; who does not practise has none. */
  readonly depth: number;
  /** Share of the teachers who use the practice. */
  readonly using: number;
}

/** Runs a school year under each of `all` in the same worlds and luck: depth and use at its end, before posts change. */
async function yearsOf(
  world: World,
  seed: string,
  all: readonly (typeof running)[],
  { scale, of = "all", values = {}, designPrerequisite = true, replicates = 1 }: Omit<Coached, "led">,
): Promise<CoachedGain[]> {
  const plans = await Promise.all(
    all.map((levers) =>
      planOfMembers(world, {
        district: scale === "district" ? large : small,
        horizon: 11,
        levers,
        switches: { designPrerequisite },
        // Trials begin with coaches in place.
        parameters: { values: { "support.hiring": 1, ...values } },
      }),
    ),
  );
  const years = plans.map(() => ({ depth: 0, using: 0 }));
  for (let r = 0; r < replicates; r++) {
    const replicate = new Replicate(seed, r);
    for (const [k, plan] of plans.entries())
      simulateIn(replicate, plan, { observers: [watchYear(years[k]!, of, replicates)] });
  }
  return years;
}

/** Returns an observer that adds the depth and use of one run's teachers at the end of the year to means over `runs`. */
function watchYear(year: { depth: number; using: number }, of: "all" | "practising", runs: number): Observer {
  let those: number[] = [];
  return {
    name: "year",
    observe({ teacher: { stage, depth } }, index) {
      if (index === 0) those = Array.from(stage.keys()).filter((i) => of === "all" || practises(stage[i]!));
      if (index === 11)
        for (const i of those) {
          const weight = 1 / those.length / runs;
          if (practises(stage[i]!)) year.depth += (depth[i]! / 65535) * weight;
          if (uses(stage[i]!)) year.using += weight;
        }
      return 0;
    },
  };
}

const less = (year: CoachedGain, without: CoachedGain): CoachedGain => ({
  depth: year.depth - without.depth,
  using: year.using - without.using,
});

/**
 * Returns what a coached school year at 20 teachers a coach adds in `world` to the same schools, against the same year
 * without: an ordinary start, so that those who begin that year count.
 */
export async function coachedGain(world: World, seed: string, how: Coached = {}): Promise<CoachedGain> {
  const [year, without] = await yearsOf(world, seed, [how.led ? wellLed : coached, running], how);
  return less(year!, without!);
}

/**
 * P12: over all teachers of the coached schools a coached year adds about half a standard deviation of practice in a small
 * programme, about half of that in a district, and at most twice as much where schools are well led.
 */
export const coachedYear: WorldPattern = {
  id: "P12",
  doc: "A coached year adds .49 standard deviations of practice over all coached teachers, read as .10 of depth, and about half of it at scale",
  source: "Kraft, Blazar and Hogan 2018, and their draft of 2017 for scale",
  statistics: {
    gain: { doc: "Depth added over all teachers of two schools of 20", unit: "depth", bounds: [0.06, 0.14] },
    scaled: { doc: "Depth added over all teachers of a district of about 1,660", unit: "depth", bounds: [0.02, 0.08] },
    led: { doc: "Depth added in the two schools where every level is invested in", unit: "depth", bounds: [-1, 0.2] },
    gainUsing: { doc: "Use added in the two schools", unit: "share of teachers" },
    scaledUsing: { doc: "Use added in the district", unit: "share of teachers" },
    ledUsing: { doc: "Use added in the two schools, well led", unit: "share of teachers" },
  },
  async measure(world, seed) {
    const [year, best, without] = await yearsOf(world, seed, [coached, wellLed, running], { replicates: 24 });
    const gain = less(year!, without!);
    const led = less(best!, without!);
    const scaled = await coachedGain(world, seed, { scale: "district", replicates: 2 });
    return {
      gain: gain.depth,
      scaled: scaled.depth,
      led: led.depth,
      gainUsing: gain.using,
      scaledUsing: scaled.using,
      ledUsing: led.using,
    };
  },
};
