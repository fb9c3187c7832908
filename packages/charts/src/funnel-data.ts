import type { FunnelSeries } from "@uptake/model";
import { type FunnelAt, type FunnelEstimate, funnelPart, funnelWords } from "@uptake/study/funnel";
import type { Provenance } from "./figure.ts";
import type { Interval } from "./quantity.ts";

/** Holds what {@link funnelBars} draws. Plain: survives JSON. */
export interface FunnelData extends Provenance {
  /** Index up to which steps are counted. */
  readonly month: number;
  /** Times that teachers of member schools, and of others, took a step, toward the practice or away from it. */
  readonly steps: readonly {
    readonly label: string;
    readonly gain: boolean;
    readonly member: Interval | null;
    readonly other: Interval | null;
  }[];
  /** Schools in all: asked to join, joined, left, and in the programme at the index. */
  readonly schools: readonly { readonly label: string; readonly count: Interval | null }[];
}

const gains: readonly FunnelSeries[] = ["heard", "tried", "used", "owned"];
const losses: readonly FunnelSeries[] = ["gaveUp", "stopped", "left"];

const interval = ({ mean, low, high }: FunnelEstimate): Interval | null =>
  mean === null ? null : { value: mean, low, high };

/** Collects who came how far; `from` says where the numbers come from. */
export function funnelData(funnel: FunnelAt, from: Pick<Provenance, "parameters" | "seed" | "version">): FunnelData {
  const [member, other, all] = (["member", "other", "all"] as const).map(
    (membership) => funnelPart(funnel, membership).counts,
  ) as [Counts, Counts, Counts];
  const { parameters, seed, version } = from;
  return {
    month: funnel.month,
    steps: [...gains, ...losses].map((series) => ({
      label: funnelWords[series].label,
      gain: gains.includes(series),
      member: interval(member[series]),
      other: interval(other[series]),
    })),
    schools: [
      ...(["invited", "joined", "dropped"] as const).map((series) => ({
        label: funnelWords[series].label,
        count: interval(all[series]),
      })),
      { label: "in the programme then", count: interval(member.schools) },
    ],
    replicates: funnel.replicates,
    worlds: funnel.worlds,
    parameters,
    seed,
    version,
  };
}

type Counts = FunnelAt["parts"][number]["counts"];
