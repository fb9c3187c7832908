import type { ScenarioInput, World } from "@uptake/model";
import { planIn, watch } from "./in-world.ts";
import { schoolsOf } from "./made-up-district.ts";
import type { WorldPattern } from "./pattern.ts";

const horizon = 60;
/** The nation's turnover is told by districts without a standing of their own, in a state like the nation. */
const ofNoStanding = { "exit.districtSd": 0, "exit.size": 0, "exit.state": 0 };

/** Says where a district without a programme is run, how often, and with which values in place of the world's. */
interface Place {
  readonly district: NonNullable<ScenarioInput["district"]>;
  readonly replicates: number;
  readonly values: World;
}

const small: Place = {
  district: schoolsOf(8, 30, [0.2, 0.4, 0.6, 0.8]),
  replicates: 14,
  values: ofNoStanding,
};

/** P1: without a programme adoption stays near its start, and teachers leave their posts as often as they do. */
export const reformOff: WorldPattern = {
  id: "P1",
  doc: "Without a programme adoption stays within five points of its start for five years, at the usual turnover of teachers",
  source: "A goal's own start of 15%; NCES 2021-22: 16% of teachers move or leave in a year",
  statistics: {
    lowest: { doc: "Lowest mean adoption at any of 61 months", unit: "share", bounds: [0.1, 0.2] },
    highest: { doc: "Highest mean adoption at any of 61 months", unit: "share", bounds: [0.1, 0.2] },
    exits: { doc: "Teachers who leave their post in a year", unit: "share", bounds: [0.14, 0.18] },
  },
  measure: (world, seed) => withoutProgramme(world, seed, small),
};

/** Measures mean adoption by month and exits a year where nothing is tried. */
export async function withoutProgramme(
  world: World,
  seed: string,
  { district, replicates, values }: Place,
): Promise<Record<"lowest" | "highest" | "exits", number>> {
  const plan = await planIn(world, { district, horizon, parameters: { values } });
  const adoption = new Float64Array(horizon + 1);
  let exits = 0;
  let staff = 0;
  watch(plan, seed, replicates, () => {
    let before: Int32Array | undefined;
    return ({ teacher }, index) => {
      for (const stage of teacher.stage)
        if (stage === 3 || stage === 4) adoption[index] = adoption[index]! + 1 / teacher.stage.length / replicates;
      if (index % 12 === 11) before = teacher.person.slice();
      if (index % 12 === 0 && before) {
        staff += before.length;
        for (const [i, person] of before.entries()) if (teacher.person[i] !== person) exits++;
      }
      return 0;
    };
  });
  return { lowest: Math.min(...adoption), highest: Math.max(...adoption), exits: exits / staff };
}
