import type { Target } from "@uptake/model";
import { type Bands, bandsOf } from "@uptake/study";
import type { AnyEnsemble } from "@uptake/study/ensemble";
import { targetSeries } from "@uptake/study/target";
import type { Provenance } from "./figure.ts";

/** Holds what {@link adoptionFan} draws. Plain: survives JSON. */
export interface FanData extends Provenance {
  /** What the target is of, under the plan: for teachers, the share of them who use or own the practice, 0 … 1. */
  readonly plan: Bands;
  /** The same under business as usual; null where it is not known. */
  readonly today: Bands | null;
  /** Share that is asked for, when, and of what (default `teachers`). */
  readonly target: Pick<Target, "share" | "month"> & Partial<Target>;
  /** Months funded; null where nothing is. */
  readonly funded: number | null;
}

/** Collects what the target is of under `plan`, and under `baseline` (business as usual) where it is given. */
export function fanData(plan: AnyEnsemble, baseline?: AnyEnsemble): FanData {
  const { replicates, worlds, parameters, seed, version, scenario } = plan;
  const name = targetSeries(scenario.target.of);
  return {
    plan: bandsOf(plan, name),
    today: baseline ? bandsOf(baseline, name) : null,
    target: scenario.target,
    funded: Object.keys(scenario.levers).length > 0 ? scenario.funded : null,
    replicates,
    worlds: worlds.count,
    parameters,
    seed,
    version,
  };
}
