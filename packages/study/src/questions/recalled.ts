import type { Evaluate, Outcome } from "../evaluate/evaluation.ts";
import { fingerprint } from "../evaluate/fingerprint.ts";
import { makeMissing } from "../evaluate/make-missing.ts";

/** Most runs recalled, some 200 bytes each; the oldest are forgotten first. */
const most = 60_000;

const known = new Map<string, Outcome>();

/**
 * Recalls runs made before in this thread, by this question or one before it, and has `evaluate` make the others: a search
 * that was stopped goes on where it was when it is asked for again. Runs read whole are not kept.
 */
export function recalled(evaluate: Evaluate): Evaluate {
  return async (job, options = {}) => {
    if (job.whole) return evaluate(job, options);
    const plans = job.plans.map(({ scenario }) => fingerprint(JSON.stringify(scenario)));
    const read = fingerprint(JSON.stringify([job.seed, job.statistics]));
    const keys = job.evaluations.map(({ plan, replicate, values }) => {
      const own = values ? fingerprint(JSON.stringify(values)) : "";
      return `${plans[plan]} ${read} ${replicate} ${own}`;
    });
    const results = await makeMissing(evaluate, job, options, {
      known: (i) => known.get(keys[i]!),
      onMade: (i, outcome) => {
        if ("values" in outcome) known.set(keys[i]!, outcome);
      },
    });
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
    return results;
  };
}
