import type { Scenario, Target } from "@uptake/model";
import { type Bands, bandsOf } from "@uptake/study";
import type { AnyEnsemble } from "@uptake/study/ensemble";
import { targetSeries } from "@uptake/study/target";
import type { Provenance } from "./figure.ts";
import { fundedOf } from "./funded-of.ts";
import { provenanceOf } from "./provenance-of.ts";

/** Holds what {@link adoptionFan} draws. Plain: survives JSON. */
export interface FanData extends Provenance {
  /** What the target is of, under the plan: for teachers, the share of them who use or own the practice, 0 … 1. */
  readonly plan: Bands;
  /** The same under business as usual, or what else the plan is held against; null where it is not known. */
  readonly today: Bands | null;
  /** Names what the plan is held against (default `as today`). */
  readonly against?: string;
  /** Share that is asked for, when, and of what (default `teachers`). */
  readonly target: Pick<Target, "share" | "month"> & Partial<Target>;
  /** Months funded; null where nothing is. */
  readonly funded: number | null;
  /** Whether runs are still missing, so that the median alone is drawn and no number is told (default false). */
  readonly sketch?: boolean;
}

/** Holds the median of the runs of a plan that are there. */
export interface SketchedPlan {
  /** What the target is of, 0 … 1, at each index 0 … horizon. */
  readonly median: readonly number[];
  /** Runs that are there. */
  readonly done: number;
  /** The plan. */
  readonly scenario: Scenario;
  /** Text that the draws follow from. */
  readonly seed: string;
  /** Version of the package that makes the runs. */
  readonly version: string;
}

/** Collects what the target is of under `plan`, and under `baseline` (business as usual) where it is given. */
export function fanData(plan: AnyEnsemble, baseline?: AnyEnsemble): FanData {
  const { scenario } = plan;
  const name = targetSeries(scenario.target.of);
  return {
    plan: bandsOf(plan, name),
    today: baseline ? bandsOf(baseline, name) : null,
    target: scenario.target,
    funded: fundedOf(scenario),
    ...provenanceOf(plan),
  };
}

/** Collects what can be drawn of a plan some of whose runs are missing, beside the bands of business as usual if known. */
export function fanSketch({ median, done, scenario, seed, version }: SketchedPlan, today: Bands | null): FanData {
  const p50 = [...median];
  const months = p50.map((_, month) => month);
  return {
    plan: { months, p5: p50, p25: p50, p50, p75: p50, p95: p50, replicates: done },
    today,
    target: scenario.target,
    funded: fundedOf(scenario),
    replicates: done,
    worlds: done,
    parameters: scenario.parameters.draw,
    seed,
    version,
    sketch: true,
  };
}
