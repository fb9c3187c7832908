import { exp, log, log1p } from "@uptake/model";
import { logFactorial } from "../statistics/log-factorial.ts";

/** Sums the chances of `from`, `from` ± 1, … successes until they no longer count. */
function sumFrom(from: number, trials: number, p: number, step: 1 | -1): number {
  const logChoices = logFactorial(trials) - logFactorial(from) - logFactorial(trials - from);
  let term = exp(logChoices + from * log(p) + (trials - from) * log1p(-p));
  let sum = term;
  const odds = p / (1 - p);
  for (let k = from; step > 0 ? k < trials : k > 0; k += step) {
    term *= step > 0 ? ((trials - k) / (k + 1)) * odds : k / (trials - k + 1) / odds;
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return sum;
}

/**
 * Computes the chance of at least `successes` in `trials` (whole numbers, 0 or more) when each has chance `p` (0 … 1).
 * Within 1 part in 10⁹ of the exact binomial sum.
 */
export function binomialTail(successes: number, trials: number, p: number): number {
  if (successes <= 0) return 1;
  if (successes > trials || p <= 0) return 0;
  if (p >= 1) return 1;
  // Either tail is summed from where its terms fall, so that neither is lost to rounding.
  if (successes > trials * p) return Math.min(1, sumFrom(successes, trials, p, 1));
  return Math.max(0, 1 - sumFrom(successes - 1, trials, p, -1));
}
