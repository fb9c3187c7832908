import { type District, profile, type ScenarioInput, type World } from "@uptake/model";
import { planIn, watch } from "./in-world.ts";
import { schoolsOf } from "./made-up-district.ts";
import type { WorldPattern } from "./pattern.ts";

/** Teachers stay, keep practising, and their schools are in from the first month; coaches are there at once. */
const allIn: World = {
  "exit.novice": 0,
  "exit.early": 0,
  "exit.middle": 0,
  "exit.senior": 0,
  "lapsing.intercept": -40,
  "support.hiring": 1,
  "membership.drop": -40,
  "entry.rate": 1,
  "entry.risk": 0,
  "entry.openness": 0,
  "entry.mismatch": 0,
  "entry.vision": 10,
  "entry.legitimacy": 20,
};

const small = schoolsOf(2, 20, [0.5]);
const large = profile();

type Levers = NonNullable<ScenarioInput["levers"]>;

const coached: Levers = { entry: { volunteers: 1 }, coaching: { teachersPerCoach: 20 } };
const wellLed: Levers = {
  ...coached,
  investment: { time: 1, principals: 1, office: 1, coaches: 1 },
  leadership: { preparation: 1, pipeline: 0 },
};

/** Says who is coached, where, and under which assumptions. */
export interface Coached {
  /** A pair of schools of 20 teachers, or a district of about 1,660. */
  readonly scale?: "small" | "district";
  /** Whether time, principals, office and coaches are all invested in. */
  readonly led?: boolean;
  /** Everyone begins to practise that year, or those who practise at an ordinary start. */
  readonly people?: "beginning" | "practising";
  readonly designPrerequisite?: boolean;
  readonly replicates?: number;
}

/** Returns the mean depth after a year of the teachers who practised at its start. */
async function depthAfter(
  world: World,
  seed: string,
  district: District,
  levers: Levers,
  how: Coached,
): Promise<number> {
  const beginners: World = how.people === "practising" ? {} : { "start.adoption": 0, "start.trying": 1 };
  const plan = await planIn(world, {
    district,
    horizon: 12,
    levers,
    switches: { designPrerequisite: how.designPrerequisite ?? true },
    parameters: { values: { ...allIn, ...beginners } },
  });
  let depth = 0;
  const replicates = how.replicates ?? 1;
  watch(plan, seed, replicates, () => {
    let practising: number[] = [];
    return ({ teacher }, index) => {
      if (index === 0)
        practising = Array.from(teacher.stage.keys()).filter((i) => teacher.stage[i]! >= 2 && teacher.stage[i]! <= 4);
      if (index === 12) for (const i of practising) depth += teacher.depth[i]! / 65535 / practising.length / replicates;
      return 0;
    };
  });
  return depth;
}

/**
 * Returns what a coached year at 20 teachers a coach adds to the depth of the same teachers in `world`, against the same
 * year without: a gain of depth, 0 … 1.
 */
export async function coachedGain(world: World, seed: string, how: Coached = {}): Promise<number> {
  const district = how.scale === "district" ? large : small;
  const with_ = await depthAfter(world, seed, district, how.led ? wellLed : coached, how);
  return with_ - (await depthAfter(world, seed, district, {}, how));
}

/** P12: a coached year adds about half a standard deviation of depth, half as much at scale, at most twice as much well led. */
export const coachedYear: WorldPattern = {
  id: "P12",
  doc: "A coached year adds .49 standard deviations of practice, read as .10 of depth, and about half of it at scale",
  source: "Kraft, Blazar and Hogan 2018, and their draft of 2017 for scale",
  statistics: {
    gain: { doc: "Depth gained by beginners at 20 teachers a coach", unit: "depth", bounds: [0.07, 0.13] },
    scaled: { doc: "Depth gained in a district of about 1,660 teachers", unit: "depth", bounds: [0.02, 0.08] },
    led: {
      doc: "Depth gained where every level is invested in",
      unit: "depth",
      bounds: [-1, 0.2],
    },
  },
  measure: async (world, seed) => ({
    gain: await coachedGain(world, seed, { replicates: 8 }),
    scaled: await coachedGain(world, seed, { scale: "district" }),
    led: await coachedGain(world, seed, { led: true, replicates: 8 }),
  }),
};
