/** Returns the chance of at most `successes` of `trials` at probability `p`. */
function atMost(successes: number, trials: number, p: number): number {
  // By logarithms, as (1 − p) to the power of many trials is 0 in double precision.
  let logTerm = trials * Math.log1p(-p);
  let sum = Math.exp(logTerm);
  for (let k = 1; k <= successes; k++) {
    logTerm += Math.log((trials - k + 1) / k) + Math.log(p) - Math.log1p(-p);
    sum += Math.exp(logTerm);
  }
  return sum;
}

/** Returns where a rising test of a probability turns false. */
function turn(holds: (p: number) => boolean): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Returns the exact 95% interval (Clopper and Pearson) of a share of cases; `successes` from 1 to `trials` − 1. */
export function exactInterval(successes: number, trials: number): [number, number] {
  return [turn((p) => 1 - atMost(successes - 1, trials, p) < 0.025), turn((p) => atMost(successes, trials, p) > 0.025)];
}
