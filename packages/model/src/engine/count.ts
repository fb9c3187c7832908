import * as codes from "../district/stage.ts";
import type { DistrictState } from "../state/district-state.ts";
import { signalOf } from "./signal.ts";

// Copies of the module's own, which compile to constants: see teachers.ts.
const { LAPSED, OWNING, USE_DEPTH, USING } = codes;

/** Counts every open school's teachers anew, and what their colleagues see, as after July or at the start. */
export function recount(state: DistrictState): void {
  const { school, counts } = state;
  const { schoolStart } = state.population;
  const { stage, depth, months, compliant, signal } = state.teacher;
  const { stages, deep } = counts;
  stages.fill(0);
  deep.fill(0);
  for (let s = 0; s < school.open.length; s++) {
    let depthSum = 0;
    let complying = 0;
    let failed = 0;
    const end = school.open[s] === 1 ? schoolStart[s + 1]! : 0;
    for (let i = schoolStart[s]!; i < end; i++) {
      const code = stage[i]!;
      const d = depth[i]!;
      signal[i] = signalOf(code, d, months[i]!);
      stages[s * 6 + code] = stages[s * 6 + code]! + 1;
      complying += compliant[i]!;
      if (code === LAPSED && months[i]! < 12) failed++;
      if (code !== USING && code !== OWNING) continue;
      depthSum += d;
      if (d >= USE_DEPTH) deep[s * 3] = deep[s * 3]! + 1;
      if (d >= 32768) deep[s * 3 + 1] = deep[s * 3 + 1]! + 1;
      if (d >= 45875) deep[s * 3 + 2] = deep[s * 3 + 2]! + 1;
    }
    counts.depthSum[s] = depthSum;
    counts.compliant[s] = complying;
    counts.recentlyLapsed[s] = failed;
  }
}
