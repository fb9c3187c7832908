import type { Observer } from "@uptake/model";

const AWARE = 1;
const TRYING = 2;
const LAPSED = 5;

/** Months for which those who begin are followed. */
export const followed = 24;

/** Counts, by months since they began, who was still trying, who gave up, and who came to use the practice. */
export interface Trials {
  readonly trying: Float64Array;
  readonly gaveUp: Float64Array;
  readonly used: Float64Array;
}

/** Returns counts of nobody. */
export const noTrials = (): Trials => ({
  trying: new Float64Array(followed),
  gaveUp: new Float64Array(followed),
  used: new Float64Array(followed),
});

/**
 * Returns an observer of one run that adds to `trials` every teacher of a district who begins to try the practice for the
 * first time, followed in post until they give up, use it or leave, 24 months at most.
 */
export function watchTrials({ trying, gaveUp, used }: Trials): Observer {
  let before: Uint8Array;
  let person: Int32Array;
  /** Months since a teacher began, −1 for those not followed. */
  let months: Int16Array;
  const follow = (stage: number, at: number): number => {
    trying[at]!++;
    if (stage === LAPSED) gaveUp[at]!++;
    else if (stage !== TRYING) used[at]!++;
    return stage === TRYING && at + 1 < followed ? at + 1 : -1;
  };
  return {
    name: "trials",
    observe({ teacher }, index) {
      if (index === 0) months = new Int16Array(teacher.stage.length).fill(-1);
      else
        for (let i = 0; i < months.length; i++) {
          const stage = teacher.stage[i]!;
          if (teacher.person[i] !== person[i]) months[i] = -1;
          else if (months[i]! >= 0) months[i] = follow(stage, months[i]!);
          else if (stage === TRYING && before[i]! <= AWARE) months[i] = 0;
        }
      before = teacher.stage.slice();
      person = teacher.person.slice();
      return 0;
    },
  };
}

/**
 * Returns the share of those who begin that give up before they ever use the practice, within 24 months: the cumulative
 * incidence with use as the competing end, leavers and those still trying at the end of a run censored.
 */
export function shareGivingUp({ trying, gaveUp, used }: Trials): number {
  let still = 1;
  let share = 0;
  for (let month = 0; month < followed; month++) {
    const atRisk = trying[month]!;
    if (atRisk === 0) break;
    share += (still * gaveUp[month]!) / atRisk;
    still *= 1 - (gaveUp[month]! + used[month]!) / atRisk;
  }
  return share;
}
