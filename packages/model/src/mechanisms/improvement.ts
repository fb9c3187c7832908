import { LAPSED, OWNING, TRYING, USING } from "../district/stage.ts";
import type { World } from "../evidence/parameter.ts";
import { unit } from "../numerics/math.ts";
import { decisionKey, hashText, schoolBell } from "../numerics/random.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";

/** Holds the numbers of the improvement cycle. */
export interface ImprovementConstants {
  readonly quality: number;
  readonly fade: number;
  readonly inflation: number;
  readonly nonResponse: number;
}

/** Reads the improvement cycle's numbers from a world. */
export function improvementConstants(world: World): ImprovementConstants {
  return {
    quality: world["improvement.quality"]!,
    fade: world["improvement.fade"]!,
    inflation: world["survey.inflation"]!,
    nonResponse: world["survey.nonResponse"]!,
  };
}

const survey = hashText("improvement-survey");

/** Lets every open school report adoption as a noisy, flattering survey sees it. */
function report(state: DistrictState, c: ImprovementConstants, at: Month): void {
  const { school, counts } = state;
  const key = decisionKey(state.key, survey, at.t);
  for (let s = 0; s < school.open.length; s++) {
    if (school.open[s] === 0) continue;
    const n = school.teachers[s]!;
    const stage = (code: number): number => counts.stages[s * 6 + code]!;
    const share = Math.min(1, (stage(USING) + stage(OWNING) + c.inflation * (stage(TRYING) + stage(LAPSED))) / n);
    const answers = n * (1 - c.nonResponse) * (1 - at.surveyShock);
    const noise = Math.sqrt((share * (1 - share)) / answers) * schoolBell(key, state.words[s]!, 0);
    school.reported[s] = unit(share + noise);
  }
}

/** Runs the improvement cycle: half-yearly, coaching improves and schools report; the office compares what they reported. */
export function improve(state: DistrictState, c: ImprovementConstants, at: Month): void {
  const { office, school } = state;
  office.qualityGain -= c.fade * office.qualityGain;
  if (!(at.cycle > 0)) return;
  if ((at.t + 1) % 6 === 0) {
    office.qualityGain += c.quality * at.cycle * (1 - office.qualityGain);
    if (at.surveyShock < 1) report(state, c, at);
  }
  let reported = 0;
  let teachers = 0;
  for (let s = 0; s < school.open.length; s++) {
    if (school.open[s] === 0) continue;
    reported += school.reported[s]! * school.teachers[s]!;
    teachers += school.teachers[s]!;
  }
  office.meanReported = reported / teachers;
}
