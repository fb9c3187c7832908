import { LAPSED, OWNING, USE_DEPTH, USING } from "../district/stage.ts";
import type { DistrictState } from "../state/district-state.ts";
import { signalOf } from "./teachers.ts";

/** Counts every open school's teachers anew, and what their colleagues see, as after July or at the start. */
export function recount(state: DistrictState): void {
  const { school, teacher, counts, population } = state;
  counts.stages.fill(0);
  counts.deep.fill(0);
  for (let s = 0; s < school.open.length; s++) {
    let depthSum = 0;
    let complying = 0;
    let failed = 0;
    for (let i = population.schoolStart[s]!; school.open[s] === 1 && i < population.schoolStart[s + 1]!; i++) {
      const stage = teacher.stage[i]!;
      const depth = teacher.depth[i]!;
      teacher.signal[i] = signalOf(stage, depth, teacher.months[i]!);
      counts.stages[s * 6 + stage] = counts.stages[s * 6 + stage]! + 1;
      complying += teacher.compliant[i]!;
      if (stage === LAPSED && teacher.months[i]! < 12) failed++;
      if (stage !== USING && stage !== OWNING) continue;
      depthSum += depth;
      if (depth >= USE_DEPTH) counts.deep[s * 3] = counts.deep[s * 3]! + 1;
      if (depth >= 32768) counts.deep[s * 3 + 1] = counts.deep[s * 3 + 1]! + 1;
      if (depth >= 45875) counts.deep[s * 3 + 2] = counts.deep[s * 3 + 2]! + 1;
    }
    counts.depthSum[s] = depthSum;
    counts.compliant[s] = complying;
    counts.recentlyLapsed[s] = failed;
  }
}
