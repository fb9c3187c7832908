import { type Bottlenecks, gainedName, transitionWords } from "@uptake/study/funnel";
import { wordsOfSeries } from "@uptake/study/target";
import type { Provenance } from "./figure.ts";
import type { Interval } from "./quantity.ts";

/** Holds what {@link bottleneckBars} draws. Plain: survives JSON. */
export interface BottleneckData extends Provenance {
  /** What is gained, as in `adoption in May of year 3`. */
  readonly of: string;
  /** Unit of the gains. */
  readonly unit: string;
  /** What is gained if each step were half as hard; null where nobody takes it, so that nothing can be told. */
  readonly steps: readonly { readonly label: string; readonly gain: Interval | null }[];
  /** Whether the largest gain is told from each other one. */
  readonly clear: boolean;
}

/** Collects what a plan gains by each step made easier. */
export function bottleneckData(found: Bottlenecks): BottleneckData {
  const { replicates, worlds, parameters, seed, version, clear } = found;
  return {
    of: gainedName(found),
    unit: wordsOfSeries(found.series)?.unit ?? "share",
    steps: found.transitions.map(({ transition, gain: { estimate, low, high } }) => ({
      label: transitionWords[transition].label,
      gain: estimate === null ? null : { value: estimate, low, high },
    })),
    clear,
    replicates,
    worlds,
    parameters,
    seed,
    version,
  };
}
