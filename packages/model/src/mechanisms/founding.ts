import { AWARE, PREPARED_DEPTH, TRYING, UNAWARE } from "../district/stage.ts";
import { absorbWords, DRAWS, decisionKey, draw, hashText, type Key } from "../numerics/random.ts";
import type { DistrictState } from "../state/district-state.ts";
import { enter } from "./staffing.ts";

const founding = hashText("founding");

/** Opens the founded schools: staff chosen by disposition, prepared for a year where there is a lead year. */
export function openFounded(state: DistrictState, t: number, leadYear: boolean): void {
  const { school, population, teacher } = state;
  const month = decisionKey(state.key, founding, t);
  const key: Key = { a: 0, b: 0 };
  for (let s = state.district.schools.length; s < school.open.length; s++) {
    const words = state.words[s]!;
    absorbWords(month, words.w0, words.w1, key);
    const first = population.schoolStart[s]!;
    for (let i = first; i < population.schoolStart[s + 1]!; i++) {
      let best = 0;
      for (let k = 0; k < 3; k++) {
        const j = Math.floor((draw(key.a, key.b, 3 * (i - first) + k) / DRAWS) * state.startTeachers);
        if (k === 0 || population.disposition[j]! > population.disposition[best]!) best = j;
      }
      enter(state, i, best);
      teacher.experience[i] = population.experience[best]!;
      if (teacher.stage[i] === UNAWARE) teacher.stage[i] = AWARE;
      if (leadYear && teacher.stage[i]! < TRYING) {
        teacher.stage[i] = TRYING;
        teacher.depth[i] = PREPARED_DEPTH;
      }
    }
    school.open[s] = 1;
    school.member[s] = 1;
    school.joined[s] = 1;
    school.invited[s] = 1;
    school.memberMonths[s] = 12;
    school.capacity[s] = 0;
    school.reported[s] = 0;
    state.openedSchools++;
    if (!leadYear) continue;
    school.principalSupport[s] = 0.9;
    school.knowledge[s] = 0.9;
    school.dip[s] = 0;
  }
}
