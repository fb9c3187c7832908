import * as codes from "../district/stage.ts";
import type { DistrictState } from "../state/district-state.ts";
import * as signals from "./signal.ts";

// Copies of the module's own, which compile to constants: see teachers.ts.
const { LAPSED, OWNING, USE_DEPTH, USING } = codes;
const { DEPTH_SHIFT, LAPSED_BIT } = signals;

/** Counts every open school's teachers anew, and what their colleagues see, as after July or at the start. */
export function recount(state: DistrictState): void {
  const { open } = state.school;
  const { schoolStart } = state.population;
  const { stage, depth, months, compliant, signal } = state.teacher;
  const { stages, deep } = state.counts;
  stages.fill(0);
  for (let s = 0; s < open.length; s++) {
    let depthSum = 0;
    let deep30 = 0;
    let deep50 = 0;
    let deep70 = 0;
    let complying = 0;
    let failed = 0;
    const end = open[s] === 1 ? schoolStart[s + 1]! : 0;
    for (let i = schoolStart[s]!; i < end; i++) {
      const code = stage[i]!;
      stages[s * 6 + code] = stages[s * 6 + code]! + 1;
      complying += compliant[i]!;
      if (code === USING || code === OWNING) {
        const d = depth[i]!;
        signal[i] = 1 | (d << DEPTH_SHIFT);
        depthSum += d;
        if (d >= USE_DEPTH) deep30++;
        if (d >= 32768) deep50++;
        if (d >= 45875) deep70++;
      } else if (code === LAPSED && months[i]! < 12) {
        signal[i] = LAPSED_BIT;
        failed++;
      } else signal[i] = 0;
    }
    state.counts.depthSum[s] = depthSum;
    deep[s * 3] = deep30;
    deep[s * 3 + 1] = deep50;
    deep[s * 3 + 2] = deep70;
    state.counts.compliant[s] = complying;
    state.counts.recentlyLapsed[s] = failed;
  }
}
