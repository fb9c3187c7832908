import { LAPSED, OWNING, TRYING, USING } from "../district/stage.ts";
import type { World } from "../evidence/parameter.ts";
import { unit } from "../numerics/math.ts";
import { bell, decisionKey, hashText } from "../numerics/random.ts";
import type { DistrictState } from "../state/district-state.ts";
import { plus, type Tally } from "./tally.ts";

const surveyName = hashText("survey");

/** Adds what a survey of a district's teachers shows at index `m`, `lost` of the answers being lost to a shock. */
export function tallySurvey(tally: Tally, state: DistrictState, world: World, m: number, lost: number): void {
  const { counts, school } = state;
  let claimed = 0;
  let teachers = 0;
  for (let s = 0; s < school.open.length; s++) {
    if (school.open[s] === 0) continue;
    const stage = (v: number): number => counts.stages[s * 6 + v]!;
    claimed += stage(USING) + stage(OWNING) + world["survey.inflation"]! * (stage(TRYING) + stage(LAPSED));
    teachers += school.teachers[s]!;
  }
  const answers = teachers * (1 - world["survey.nonResponse"]!) * (1 - lost);
  if (answers <= 0) return;
  const share = unit(claimed / teachers);
  const noise = Math.sqrt((share * (1 - share)) / answers) * bell(decisionKey(state.key, surveyName, m), 0);
  plus(tally.answers, m, answers);
  plus(tally.reported, m, answers * unit(share + noise));
}
