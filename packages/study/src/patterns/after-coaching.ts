import { type DistrictState, type Observer, profile, Replicate, simulateIn, square, type World } from "@uptake/model";
import { coached, planOfMembers, running } from "./all-members.ts";
import type { WorldPattern } from "./pattern.ts";
import { HALF_DEPTH, practises, uses } from "./practice.ts";

const district = profile();
const replicates = 2;
/** Months of support, and the indices at which the years after it end. */
const supported = 36;
const yearLater = supported + 12;
const twoLater = supported + 24;

/** Holds who practised how deeply at one index. */
interface Snapshot {
  readonly person: Int32Array;
  readonly stage: Uint8Array;
  readonly depth: Uint16Array;
}

const usesAt = ({ stage }: Snapshot, i: number): boolean => uses(stage[i]!);
const practice = ({ stage, depth }: Snapshot, i: number): number => (practises(stage[i]!) ? depth[i]! / 65535 : 0);

/** Holds one run's snapshots at the indices asked for. */
type Snapshots = Map<number, Snapshot>;

function watchAt(indices: readonly number[], snapshots: Snapshots): Observer {
  return {
    name: "snapshots",
    observe({ teacher: { person, stage, depth } }: DistrictState, index) {
      if (indices.includes(index))
        snapshots.set(index, { person: person.slice(), stage: stage.slice(), depth: depth.slice() });
      return 0;
    },
  };
}

function meanOf(slots: readonly number[], value: (i: number) => number): number {
  return slots.reduce((sum, i) => sum + value(i), 0) / slots.length;
}

/** Returns the share of the variance of practised depth that lies between schools. */
function betweenSchools(snapshot: Snapshot): number {
  const { schools } = district;
  let first = 0;
  const all = Array.from(snapshot.stage.keys());
  const grand = meanOf(all, (i) => practice(snapshot, i));
  let between = 0;
  for (const { teachers } of schools) {
    const those = all.slice(first, first + teachers);
    between += teachers * square(meanOf(those, (i) => practice(snapshot, i)) - grand);
    first += teachers;
  }
  return between / all.reduce((sum, i) => sum + square(practice(snapshot, i) - grand), 0);
}

/** Holds what is followed: runs with support for four years, with support for three, and without. */
interface Followed {
  readonly throughout: Snapshots;
  readonly ended: Snapshots;
  readonly without: Snapshots;
}

async function follow(world: World, seed: string): Promise<Followed[]> {
  const plans = [
    await planOfMembers(world, { district, levers: coached, funded: 48, horizon: 48 }),
    await planOfMembers(world, { district, levers: coached, funded: supported, horizon: twoLater }),
    await planOfMembers(world, { district, levers: running, funded: supported, horizon: twoLater }),
  ] as const;
  return Array.from({ length: replicates }, (_, r) => {
    const replicate = new Replicate(seed, r);
    const [throughout, ended, without] = plans.map((plan) => {
      const snapshots: Snapshots = new Map();
      const indices = [0, 11, 23, 35, supported, 47, yearLater, twoLater];
      simulateIn(replicate, plan, { observers: [watchAt(indices, snapshots)] });
      return snapshots;
    }) as [Snapshots, Snapshots, Snapshots];
    return { throughout, ended, without };
  });
}

/** Lists the slots whose person has stayed from one index to another. */
function stayers(snapshots: Snapshots, from: number, to: number): number[] {
  const before = snapshots.get(from)!.person;
  const after = snapshots.get(to)!.person;
  return Array.from(before.keys()).filter((i) => before[i] === after[i]);
}

/** Returns by how much use with support exceeds use without, among `those` of each, at an index. */
function gainAt({ ended, without }: Followed, index: number, those?: readonly [readonly number[], readonly number[]]) {
  const [a, b] = [ended.get(index)!, without.get(index)!];
  const everyone = Array.from(a.stage.keys());
  return (
    meanOf(those?.[0] ?? everyone, (i) => Number(usesAt(a, i))) -
    meanOf(those?.[1] ?? everyone, (i) => Number(usesAt(b, i)))
  );
}

/**
 * P19: the shape of a supported reform and what is left of it. Depth comes late, gains shrink, and when outside support
 * ends those who stay lose a part of what was gained, while deep practice lasts. Reported, no filter.
 */
export const afterCoaching: WorldPattern = {
  id: "P19",
  doc: "Under half of three years' depth comes in the first; gains shrink to year 4; when outside support ends, those who stay lose 5–25% of the gain in use in a year, and deep practice lasts",
  source:
    "U13 (Daniel and others 2020), U17 (RAND MR-1413, no index values), U26 (Franke and others 2001: 22 self-selected teachers)",
  statistics: {
    first: { doc: "Depth gained in year 1 over that gained in three", unit: "share", bounds: [-1, 0.5] },
    fourth: {
      doc: "Depth gained in year 4 over the mean yearly gain of years 2 and 3",
      unit: "ratio",
      bounds: [-9, 1],
    },
    lost: {
      doc: "Gain in use lost in the year after support, among teachers who stay",
      unit: "share",
      bounds: [0.05, 0.25],
    },
    deepKept: {
      doc: "Users of depth .5 or more at the end of support, and still in post, who use the practice 24 months later",
      unit: "share",
      bounds: [0.8, 1],
    },
    between: {
      doc: "Share of the variance of depth that lies between schools, change from the end of year 1 to that of year 3",
      unit: "share",
      bounds: [-1, 0],
    },
    lostInAll: { doc: "Gain in use lost in the year after support, turnover included", unit: "share" },
  },
  async measure(world, seed) {
    const runs = await follow(world, seed);
    const average = (value: (run: Followed) => number): number =>
      runs.reduce((sum, run) => sum + value(run) / replicates, 0);
    const depthGain = (index: number): number =>
      average(({ throughout, without }) => {
        const [a, b] = [throughout.get(index)!, without.get(index)!];
        const everyone = Array.from(a.stage.keys());
        return meanOf(everyone, (i) => practice(a, i)) - meanOf(everyone, (i) => practice(b, i));
      });
    const [one, three, four] = [depthGain(11), depthGain(35), depthGain(47)];
    const those = (run: Followed): [number[], number[]] => [
      stayers(run.ended, supported, yearLater),
      stayers(run.without, supported, yearLater),
    ];
    const gained = average((run) => gainAt(run, supported, those(run)));
    const left = average((run) => gainAt(run, yearLater, those(run)));
    return {
      first: one / three,
      fourth: (four - three) / ((three - one) / 2),
      lost: 1 - left / gained,
      deepKept: average(({ ended }) => {
        const [end, later] = [ended.get(supported)!, ended.get(twoLater)!];
        const deep = stayers(ended, supported, twoLater).filter((i) => usesAt(end, i) && end.depth[i]! >= HALF_DEPTH);
        return meanOf(deep, (i) => Number(usesAt(later, i)));
      }),
      between: average(({ throughout }) => betweenSchools(throughout.get(35)!) - betweenSchools(throughout.get(11)!)),
      lostInAll: 1 - average((run) => gainAt(run, yearLater)) / average((run) => gainAt(run, supported)),
    };
  },
};
