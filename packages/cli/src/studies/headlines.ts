import { seriesOf, summarise, summariseAt, targetProbability } from "@uptake/study";
import { decisiveParameter, mostBelievedRuns, underBeliefs } from "@uptake/study/beliefs";
import { type AnyEnsemble, type AnySeries, column, keptOf } from "@uptake/study/ensemble";
import { inTurns } from "@uptake/study/evaluate";
import { targetSeries } from "@uptake/study/target";
import type { PlanHeadline } from "./strategy-headlines.ts";
import type { StudyContext } from "./study-kind.ts";

/** Holds headlines of ensembles under each belief, and the runs made for them. */
export interface Headlines {
  /** One an ensemble, its beliefs without the scenario as set. */
  readonly headlines: readonly PlanHeadline[];
  /** How many of these runs failed, and the checksums of all. */
  readonly failed: number;
  readonly checksums: readonly string[];
}

/** Returns what the target is of (adoption, for teachers) at the month of the headline, one number per replicate that is kept. */
function headlineValues(ensemble: AnyEnsemble): number[] {
  const { series, horizon, scenario } = keptOf(ensemble);
  const { target } = scenario;
  return column(seriesOf<AnySeries>({ series }, targetSeries(target.of)), Math.min(target.month, horizon));
}

/**
 * Runs the scenarios of ensembles under each belief, in as many of their replicates as there are, at most
 * {@link mostBelievedRuns}; `numbers` are those of the replicates. What decides is told of the ensembles themselves, and
 * where they are `paired` of the difference from the first too. That and the summaries of the ensembles are made while
 * other threads run.
 */
export async function headlinesOf(
  ensembles: readonly AnyEnsemble[],
  numbers: readonly number[],
  { evaluate, progress, signal, seed }: StudyContext,
  paired = false,
): Promise<Headlines> {
  const base = headlineValues(ensembles[0] as AnyEnsemble);
  const runs = { seed, numbers };
  const decided = ensembles.map((ensemble, e) => () => {
    const values = headlineValues(ensemble);
    const decides = decisiveParameter(ensemble.scenario, values, runs);
    if (!paired || e === 0) return { decides };
    const less = values.map((share, r) => share - (base[r] as number));
    return { decides, decidesDifference: decisiveParameter(ensemble.scenario, less, runs) };
  });
  // Answers summarise every series; each remembers its summary.
  const summaries = ensembles.flatMap((ensemble) =>
    [...ensemble.series.keys()].map((name) => () => summarise(ensemble, name)),
  );
  const [{ headlines, failures, checksums }, decisions] = await Promise.all([
    underBeliefs(
      ensembles.map(({ scenario }) => scenario),
      {
        evaluate,
        signal,
        seed,
        numbers,
        replicates: Math.min(mostBelievedRuns, numbers.length),
        onProgress: (done, total) => progress("Simulating under other beliefs", done, total),
      },
    ),
    inTurns(decided),
    inTurns(summaries),
  ]);
  const told = decisions.map((each, e): PlanHeadline => ({ ...(headlines[e] as (typeof headlines)[number]), ...each }));
  return { headlines: told, failed: failures.length, checksums };
}

/** Adds to a headline what the ensemble itself comes to, as set, before the beliefs. */
export function withAsSet(headline: PlanHeadline, ensemble: AnyEnsemble, name: string): PlanHeadline {
  const reached = summariseAt(ensemble, targetSeries(headline.of), headline.month);
  const asSet = { belief: "as set" as const, reached, chance: targetProbability(ensemble) };
  return { ...headline, name, beliefs: [asSet, ...headline.beliefs] };
}
