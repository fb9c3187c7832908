import type { DiffusionSet } from "./diffusion-set.ts";

/** Holds every person's periods at risk as runs of equal exposure, for the likelihood. */
export interface Histories {
  readonly periods: number;
  /** Number of sites, and the site of each person. */
  readonly sites: number;
  readonly site: readonly number[];
  /** 1 for those who adopted in their last period at risk. */
  readonly adopts: Uint8Array;
  /** First run of each person, and where the last person's end. */
  readonly first: readonly number[];
  /** Exposure of each run in sixteenths of the people named, and the periods (from 0) it begins with and ends before. */
  readonly exposure: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Counts a person's exposure before period `period` (from 1), in sixteenths: nobody has adopted before the first. */
export function exposureOf({ adopted, ties }: DiffusionSet, person: number, period: number): number {
  const alters = ties[person]!;
  if (alters.length === 0) return 0;
  let using = 0;
  for (const alter of alters) if (adopted[alter]! < period) using++;
  return Math.floor((16 * using) / alters.length + 0.5);
}

/** Writes the histories of a set up to and including period `until`. */
export function historiesOf(set: DiffusionSet, until = set.periods): Histories {
  const exposure: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const first = [0];
  set.adopted.forEach((when, person) => {
    const end = Math.min(when, until);
    for (let t = 0; t < end; t++) {
      const now = exposureOf(set, person, t + 1);
      if (t > 0 && exposure.at(-1) === now) to[to.length - 1] = t + 1;
      else {
        exposure.push(now);
        from.push(t);
        to.push(t + 1);
      }
    }
    first.push(exposure.length);
  });
  return {
    periods: set.periods,
    sites: set.sites.length,
    site: set.site,
    adopts: Uint8Array.from(set.adopted, (when) => Number(when <= until)),
    first,
    exposure,
    from,
    to,
  };
}
