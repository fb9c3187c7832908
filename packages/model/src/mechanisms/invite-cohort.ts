import { eased } from "../numerics/math.ts";
import { decisionKey, hashText, schoolUniform } from "../numerics/random.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import { admitSchools, askSchool, type Comer, type Way } from "./admit-schools.ts";

const cohortOrder = hashText("cohort-order");
const invitation = hashText("invitation");

/** Invites a cohort of schools in the months of a wave: first come those the office believes most open, or the neediest. */
export function inviteCohort(state: DistrictState, at: Month, by: "openness" | "need" | "random", way: Way): void {
  const { school } = state;
  if (!at.wave) return;
  const lot = decisionKey(state.key, cohortOrder, at.t);
  const q = at.equityPriority;
  const candidates: { s: number; score: number }[] = [];
  let open = 0;
  for (let s = 0; s < school.open.length; s++) {
    if (school.open[s] === 0 || way.eligible[s] === 0) continue;
    open++;
    if (school.member[s] === 1 || school.dropped[s] === 1) continue;
    const poverty = school.poverty[s]!;
    const order =
      by === "openness" ? school.estimate[s]! : by === "need" ? poverty : schoolUniform(lot, state.words[s]!, 0);
    candidates.push({ s, score: (1 - q) * order + q * poverty });
  }
  candidates.sort((a, b) => b.score - a.score || a.s - b.s);
  const quota = Math.max(1, Math.floor(at.cohorts * open + 0.5));
  const key = decisionKey(state.key, invitation, at.t);
  const come: Comer[] = [];
  for (const { s } of candidates.slice(0, quota)) {
    askSchool(state, s);
    if (schoolUniform(key, state.words[s]!, 0) < eased(school.willingness[s]!, way.ease.join))
      come.push({ s, mandated: 0 });
  }
  admitSchools(state, way, at.t, come);
}
