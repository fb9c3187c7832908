import type { World } from "../evidence/parameter.ts";
import { unit } from "../numerics/math.ts";
import { decisionKey, hashText, schoolBell, type Words } from "../numerics/random.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import { LAPSED, OWNING, TRYING, USING } from "../district/stage.ts";

/** Holds the numbers of the improvement cycle. */
export interface ImprovementConstants {
  readonly quality: number;
  readonly inflation: number;
  readonly nonResponse: number;
}

/** Reads the improvement cycle's numbers from a world. */
export function improvementConstants(world: World): ImprovementConstants {
  return {
    quality: world["improvement.quality"] as number,
    inflation: world["survey.inflation"] as number,
    nonResponse: world["survey.nonResponse"] as number,
  };
}

const survey = hashText("improvement-survey");

/** Runs the half-yearly cycle: coaching improves, and schools report adoption as a noisy, flattering survey sees it. */
export function improve(state: DistrictState, c: ImprovementConstants, at: Month): void {
  const { office, school, counts } = state;
  if ((at.t + 1) % 6 !== 0 || !(at.cycle > 0)) return;
  office.qualityGain += c.quality * at.cycle * (1 - office.qualityGain);
  if (at.surveyShock >= 1) return;
  const key = decisionKey(state.key, survey, at.t);
  let reported = 0;
  let teachers = 0;
  for (let s = 0; s < school.open.length; s++) {
    if (school.open[s] === 0) continue;
    const n = school.teachers[s] as number;
    const stage = (code: number): number => counts.stages[s * 6 + code] as number;
    const share = Math.min(
      1,
      (stage(USING) + stage(OWNING) + c.inflation * (stage(TRYING) + stage(LAPSED))) / n,
    );
    const answers = n * (1 - c.nonResponse) * (1 - at.surveyShock);
    const noise = Math.sqrt((share * (1 - share)) / answers) * schoolBell(key, state.words[s] as Words, 0);
    school.reported[s] = unit(share + noise);
    reported += (school.reported[s] as number) * n;
    teachers += n;
  }
  office.meanReported = reported / teachers;
}
