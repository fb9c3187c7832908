import type { Ensemble } from "./ensemble.ts";
import { row } from "./series.ts";
import { seriesOf } from "./summarise.ts";
import { firstTime } from "./target.ts";

/** Years that the best subsidised educational diffusion on record took from 15% to 80%. */
export const recordYears = 4.2;

/**
 * Tells whether an ensemble usually (in more than half of its replicates) goes to 80% of teachers within three years:
 * faster than the record, so a reason to suspect the model. A flag, never a target.
 */
export function suspect(ensemble: Ensemble): { readonly suspect: boolean; readonly share: number } {
  const adoption = seriesOf(ensemble, "adoption");
  let fast = 0;
  for (let r = 0; r < ensemble.replicates; r++) if (firstTime(row(adoption, r), 0.8, "momentary") <= 36) fast++;
  const share = fast / ensemble.replicates;
  return { suspect: share > 0.5, share };
}
