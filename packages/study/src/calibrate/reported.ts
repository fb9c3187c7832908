import { derive, hashText, type Key, rootKey, uniform } from "@uptake/model";
import type { Statistic } from "../evaluate/evaluation.ts";
import { normalDraw } from "../statistics/normal-draw.ts";
import { groupSeries } from "./adoption-series.ts";

/** Lists what is read of a run for {@link reportedShare}, in its order. */
export function reportedStatistics(group: string, month: number): Statistic[] {
  return [groupSeries(group), "stage.trying", "stage.lapsed"].map((series) => ({ series, month }));
}

/**
 * Computes the share of teachers who would say they use the practice: users, and `inflation` of those who try or have
 * lapsed. The model counts the latter for all teachers only, so a group is taken to have as many of them as all have.
 */
export function reportedShare([adoption, trying, lapsed]: readonly number[], inflation: number): number {
  return Math.min(1, (adoption as number) + inflation * ((trying as number) + (lapsed as number)));
}

const answering = hashText("calibration survey");

/** Returns the key of a simulated survey's draws: of a seed, a run and a point. */
export function surveyKey(seed: string, run: number, point: number): Key {
  return derive(derive(derive(rootKey(seed), answering), run), point);
}

/** Answers that are drawn one by one; more are drawn from the normal curve the binomial is then close to. */
const ONE_BY_ONE = 200;

/** Draws the share of `respondents` who say yes, each with chance `share`. */
export function answers(share: number, respondents: number, key: Key): number {
  if (Number.isNaN(share)) return Number.NaN;
  if (respondents > ONE_BY_ONE) {
    const noisy = share + Math.sqrt((share * (1 - share)) / respondents) * normalDraw(key, 0);
    return Math.round(Math.min(1, Math.max(0, noisy)) * respondents) / respondents;
  }
  let yes = 0;
  for (let i = 0; i < respondents; i++) if (uniform(key, i) < share) yes++;
  return yes / respondents;
}
