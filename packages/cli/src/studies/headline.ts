import { type Ensemble, seriesOf } from "@uptake/study";
import { decisiveParameter, underBeliefs } from "@uptake/study/beliefs";
import { column } from "@uptake/study/ensemble";
import { targetSeries } from "@uptake/study/target";
import type { Host } from "../host/host.ts";
import { Progress } from "../host/progress.ts";
import type { Headline } from "../words/headline.ts";

/** Most runs of a strategy under each belief. */
export const mostBelievedRuns = 64;

/** Returns what the target is of (adoption, for teachers) at the month of the headline, one number per replicate. */
export function headlineValues({ scenario: { target }, horizon, series }: Ensemble): number[] {
  return column(seriesOf({ series }, targetSeries(target.of)), Math.min(target.month, horizon));
}

/**
 * Runs the scenarios of ensembles under each belief, showing progress: in as many worlds as the ensembles, at most
 * {@link mostBelievedRuns}. The checksums are those of these runs.
 */
export async function headlinesOf(
  host: Host,
  ensembles: readonly Ensemble[],
): Promise<{ readonly headlines: readonly Headline[]; readonly checksums: readonly string[] }> {
  const [one] = ensembles;
  if (!one) return { headlines: [], checksums: [] };
  const { seed, first } = one;
  const progress = new Progress(host, "Simulating under other beliefs");
  try {
    const { headlines, checksums } = await underBeliefs(
      ensembles.map(({ scenario }) => scenario),
      {
        seed,
        first,
        replicates: Math.min(mostBelievedRuns, one.replicates),
        onProgress: (done, total) => void progress.update(done, total),
      },
    );
    const decided = headlines.map((headline, i): Headline => {
      const ensemble = ensembles[i] as Ensemble;
      return {
        ...headline,
        decides: decisiveParameter(ensemble.scenario, headlineValues(ensemble), { seed, first }),
      };
    });
    return { headlines: decided, checksums };
  } finally {
    progress.end();
  }
}
