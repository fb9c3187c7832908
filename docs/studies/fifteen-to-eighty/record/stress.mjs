import { interval } from "./interval.mjs";

/** Records a stress test: what each plan comes to under each set of shocks, and what the shock changes. */
export function recordStress({ underShocks, worlds, threshold, vulnerabilities }) {
  return {
    worlds: worlds.count,
    threshold,
    shocks: underShocks.map(({ shock, doc, strategies }) => ({
      shock,
      doc,
      plans: Object.fromEntries(
        strategies.map(({ strategy, outcome, change, robustness }) => [
          strategy,
          { adoption: interval(outcome), change: interval(change), success: interval(robustness) },
        ]),
      ),
    })),
    failures: vulnerabilities.map(({ strategy, sentence }) => ({ strategy, sentence })),
  };
}
