import { profile, type World } from "@uptake/model";
import { allMembers, coached, running, wellLed } from "./all-members.ts";
import { planIn, watch } from "./in-world.ts";
import { schoolsOf } from "./made-up-district.ts";
import type { WorldPattern } from "./pattern.ts";

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
  readonly designPrerequisite?: boolean;
  readonly replicates?: number;
}

/** Holds what a coached school year adds. */
export interface CoachedGain {
  /** Mean depth of practice, 0 … 1; who does not practise has none. */
  readonly depth: number;
  /** Share of the teachers who use the practice. */
  readonly using: number;
}

const practises = (stage: number): boolean => stage >= 2 && stage <= 4;

/** Measures depth and use at the end of the first school year, before anybody changes posts. */
async function yearOf(
  world: World,
  seed: string,
  levers: typeof running,
  { scale, of = "all", values = {}, designPrerequisite = true, replicates = 1 }: Coached,
): Promise<CoachedGain> {
  const plan = await planIn(world, {
    district: scale === "district" ? large : small,
    horizon: 11,
    levers,
    switches: { designPrerequisite },
    // Trials begin with coaches in place.
    parameters: { values: { ...allMembers, "support.hiring": 1, ...values } },
  });
  let depth = 0;
  let using = 0;
  watch(plan, seed, replicates, () => {
    let those: number[] = [];
    return ({ teacher: { stage, depth: depths } }, index) => {
      if (index === 0) those = [...stage.keys()].filter((i) => of === "all" || practises(stage[i]!));
      if (index === 11)
        for (const i of those) {
          const weight = 1 / those.length / replicates;
          if (practises(stage[i]!)) depth += (depths[i]! / 65535) * weight;
          if (stage[i]! === 3 || stage[i]! === 4) using += weight;
        }
      return 0;
    };
  });
  return { depth, using };
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
  return less(await yearOf(world, seed, how.led ? wellLed : coached, how), await yearOf(world, seed, running, how));
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
    const often: Coached = { replicates: 24 };
    const without = await yearOf(world, seed, running, often);
    const gain = less(await yearOf(world, seed, coached, often), without);
    const led = less(await yearOf(world, seed, wellLed, often), without);
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
