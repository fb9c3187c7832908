import { DEPTH_ONE, TRYING } from "../district/stage.ts";
import type { World } from "../evidence/parameter.ts";
import { unit } from "../numerics/math.ts";
import { decisionKey, hashText, schoolBell } from "../numerics/random.ts";
import type { DistrictState } from "../state/district-state.ts";

/** Holds the numbers of a year's consequences. */
export interface ResultsConstants {
  readonly depth: number;
  readonly disruption: number;
  readonly noise: number;
  readonly weight: number;
  readonly failure: number;
}

/** Reads the numbers of consequences from a world. */
export function resultsConstants(world: World): ResultsConstants {
  return {
    depth: world["results.depth"]!,
    disruption: world["results.disruption"]!,
    noise: world["results.noise"]!,
    weight: world["results.weight"]!,
    failure: world["community.failure"]!,
  };
}

const resultsName = hashText("results");

/** Publishes the year's results of each school, and lets the community respond to them and to visible failures. */
export function publishResults(state: DistrictState, c: ResultsConstants, t: number): void {
  const { office, school, counts } = state;
  const key = decisionKey(state.key, resultsName, t);
  let weighted = 0;
  let teachers = 0;
  let failed = 0;
  for (let s = 0; s < school.open.length; s++) {
    if (school.open[s] === 0) continue;
    const n = school.teachers[s]!;
    const before = school.results[s]!;
    const meanDepth = counts.depthSum[s]! / DEPTH_ONE / n;
    const shallow = counts.stages[s * 6 + TRYING]! / n;
    const after =
      before +
      0.2 * (c.depth * meanDepth - c.disruption * shallow - before) +
      c.noise * schoolBell(key, state.words[s]!, 0);
    school.results[s] = after;
    weighted += after * n;
    teachers += n;
    failed += counts.recentlyLapsed[s]!;
  }
  office.meanResults = weighted / teachers;
  office.community = unit(office.community + c.weight * office.meanResults - c.failure * (failed / teachers));
}
