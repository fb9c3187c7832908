import { pow } from "@uptake/model";
import { normalQuantile } from "../statistics/normal-quantile.ts";

/** Expected successes above which the binomial is drawn from the normal curve that it is then close to. */
const LARGE = 40;

/** Returns the number of successes in `trials` of chance `p` that has the share `u` (0 … 1) of chance below it. */
export function binomialDraw(trials: number, p: number, u: number): number {
  if (trials <= 0 || p <= 0) return 0;
  if (p >= 1) return trials;
  if (p > 0.5) return trials - binomialDraw(trials, 1 - p, 1 - u);
  const mean = trials * p;
  if (mean > LARGE) {
    const value = Math.round(
      mean + Math.sqrt(mean * (1 - p)) * normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, u))),
    );
    return Math.min(trials, Math.max(0, value));
  }
  const odds = p / (1 - p);
  let chance = pow(1 - p, trials);
  let below = chance;
  let successes = 0;
  while (below < u && successes < trials) {
    chance *= ((trials - successes) / (successes + 1)) * odds;
    below += chance;
    successes++;
    if (chance < 1e-15 && successes > mean) break;
  }
  return successes;
}
