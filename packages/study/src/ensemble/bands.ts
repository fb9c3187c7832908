import type { AnySeries } from "./series.ts";
import type { Bands } from "./spread.ts";
import { spreadOf } from "./spread-of.ts";
import type { AnyEnsemble } from "./streamed-ensemble.ts";
import { seriesOf } from "./summarise.ts";

/**
 * Computes the median, half and nine tenths of an ensemble's replicates at each index of a series.
 *
 * @throws InputError naming the nearest series when there is none of that name.
 */
export function bandsOf(ensemble: AnyEnsemble, name: string): Bands {
  return spreadOf(seriesOf<AnySeries>(ensemble, name), ensemble.worlds).bands;
}
