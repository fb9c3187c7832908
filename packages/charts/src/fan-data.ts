import { type Bands, bandsOf, type Ensemble } from "@uptake/study";
import type { Provenance } from "./figure.ts";

/** Holds what {@link adoptionFan} draws. Plain: survives JSON. */
export interface FanData extends Provenance {
  /** Adoption under the plan: share of teachers who use or own the practice, 0 … 1. */
  readonly plan: Bands;
  /** Adoption under business as usual; null where it is not known. */
  readonly today: Bands | null;
  readonly target: { readonly share: number; readonly month: number };
  /** Months funded; null where nothing is. */
  readonly funded: number | null;
}

/** Collects adoption of `plan`, and of `baseline` (business as usual) where it is given. */
export function fanData(plan: Ensemble, baseline?: Ensemble): FanData {
  const { replicates, worlds, parameters, seed, version, scenario } = plan;
  return {
    plan: bandsOf(plan, "adoption"),
    today: baseline ? bandsOf(baseline, "adoption") : null,
    target: scenario.target,
    funded: Object.keys(scenario.levers).length > 0 ? scenario.funded : null,
    replicates,
    worlds: worlds.count,
    parameters,
    seed,
    version,
  };
}
