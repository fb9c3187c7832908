import { LAPSED as LAPSED_, OWNING as OWNING_, USE_DEPTH as USE_DEPTH_, USING as USING_ } from "../district/stage.ts";
import type { Openings } from "../mechanisms/staffing.ts";
import type { DistrictState } from "../state/district-state.ts";
import { DEPTH_SHIFT as DEPTH_SHIFT_, LAPSED_BIT as LAPSED_BIT_ } from "./signal.ts";

// Copies of the module's own, which compile to constants: see teachers.ts.
const LAPSED = LAPSED_;
const OWNING = OWNING_;
const USE_DEPTH = USE_DEPTH_;
const USING = USING_;
const DEPTH_SHIFT = DEPTH_SHIFT_;
const LAPSED_BIT = LAPSED_BIT_;

/** Counts every open school's teachers anew, and what their colleagues see, as at the start. */
export function recount(state: DistrictState): void {
  const { open } = state.school;
  const { schoolStart } = state.population;
  const { stages, depthSum, deep, compliant, recentlyLapsed } = state.counts;
  for (const counts of [stages, depthSum, deep, compliant, recentlyLapsed]) counts.fill(0);
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    for (let i = schoolStart[s]!; i < schoolStart[s + 1]!; i++) countTeacher(state, s, i, 1);
  }
}

/** Takes who is in a post out of the counts (`by` −1), before another comes, or puts the one who came into them (1). */
export function countPosts(state: DistrictState, { vacancies, schoolOf }: Openings, by: 1 | -1): void {
  for (let v = 0; v < vacancies.length; v++) countTeacher(state, schoolOf[v]!, vacancies[v]!, by);
}

/** Adds teacher `i` of school `s` to its counts, or takes the teacher away, and sets what colleagues see. */
function countTeacher({ teacher, counts }: DistrictState, s: number, i: number, by: 1 | -1): void {
  const { stage, depth, months, compliant, signal } = teacher;
  const { stages, deep, depthSum, recentlyLapsed } = counts;
  const code = stage[i]!;
  stages[s * 6 + code] = stages[s * 6 + code]! + by;
  counts.compliant[s] = counts.compliant[s]! + by * compliant[i]!;
  if (code === USING || code === OWNING) {
    const d = depth[i]!;
    signal[i] = 1 | (d << DEPTH_SHIFT);
    depthSum[s] = depthSum[s]! + by * d;
    if (d >= USE_DEPTH) deep[s * 3] = deep[s * 3]! + by;
    if (d >= 32768) deep[s * 3 + 1] = deep[s * 3 + 1]! + by;
    if (d >= 45875) deep[s * 3 + 2] = deep[s * 3 + 2]! + by;
  } else if (code === LAPSED && months[i]! < 12) {
    signal[i] = LAPSED_BIT;
    recentlyLapsed[s] = recentlyLapsed[s]! + by;
  } else signal[i] = 0;
}
