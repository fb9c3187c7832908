import {
  type District,
  type Mechanism,
  type Observer,
  prepare,
  scenario,
  simulate,
  type TeacherRow,
} from "@uptake/model";
import { isTeaching, noExits, still } from "../support.ts";
import type { DiffusionSet } from "./diffusion-set.ts";
import { calendarTime, dispositions, type Hazard, thresholdSd, thresholds } from "./likelihood.ts";

/** Holds one run of the engine on the people and ties of a set. */
export interface EngineRun {
  /** Period in which each person adopted; periods + 1 for never. */
  readonly adopted: readonly number[];
  /** Disposition and threshold of each person. */
  readonly disposition: readonly number[];
  readonly threshold: readonly number[];
}

/** Index of the state at the end of each period: a period is a teaching month, as nobody begins anything in summer. */
export function teachingIndices(periods: number): number[] {
  const indices = [0];
  for (let m = 1; indices.length <= periods; m++) if (isTeaching(m)) indices.push(m);
  return indices;
}

/**
 * Runs the engine on a set from a start at which nobody uses: sites as schools, nominations as ties, everyone aware,
 * use at once on trying and for good, so that adoption is the equation of trying alone. Dispositions and thresholds are
 * dealt anew for each of `deals` populations, the eight of each in equal numbers; each population is run `replicates` times.
 */
export async function engineRuns(
  set: DiffusionSet,
  hazard: Hazard,
  seed: string,
  deals: number,
  replicates: number,
): Promise<EngineRun[]> {
  const people = set.site.length;
  const indices = teachingIndices(set.periods);
  const random = generator(seed);
  const calendar: Mechanism = {
    name: "calendar",
    climate: (_school, _state, t) => {
      const period = indices.indexOf(t + 1);
      return period > 0 ? { trying: hazard.calendar * calendarTime(period, set.periods) } : undefined;
    },
  };
  const found: EngineRun[] = [];
  for (let deal = 0; deal < deals; deal++) {
    const disposition = shuffled(people, random).map((rank) => dispositions[rank % 8]!);
    const threshold = shuffled(people, random).map((rank) => thresholds(hazard.thresholdMean)[rank % 8]!);
    const teachers = set.site.map(
      (site, teacher): TeacherRow => ({
        teacher,
        school: `site-${site}`,
        team: 0,
        experience: 5,
        disposition: disposition[teacher]!,
        threshold: threshold[teacher]!,
        stage: "aware",
      }),
    );
    const ties = set.ties.flatMap((alters, from) => alters.map((to) => ({ from, to })));
    const plan = await prepare(
      scenario({
        district: { ...districtOf(set), population: { teachers, ties } },
        horizon: indices.at(-1)!,
        switches: { contagion: hazard.contagion },
        parameters: { draw: "fixed", values: worldOf(hazard) },
      }),
    );
    for (let replicate = 0; replicate < replicates; replicate++) {
      const adopted = new Array<number>(people).fill(set.periods + 1);
      const watch: Observer = {
        name: "adopters",
        observe: ({ teacher }, index) => {
          const period = indices.indexOf(index);
          for (let i = 0; period > 0 && i < people; i++)
            if ((teacher.stage[i] === 3 || teacher.stage[i] === 4) && adopted[i]! > period) adopted[i] = period;
          return 0;
        },
      };
      simulate(plan, { seed: `${seed} ${deal}`, replicate, observers: [watch], mechanisms: [calendar] });
      found.push({ adopted, disposition, threshold });
    }
  }
  return found;
}

/** Returns the set as a run of the engine would have had it observed. */
export const asObserved = (set: DiffusionSet, { adopted }: EngineRun): DiffusionSet => ({ ...set, adopted });

function districtOf({ name, sites, site }: DiffusionSet): District {
  return {
    id: name,
    name,
    source: "Diffusion of something else than teaching",
    schools: sites.map((each, s) => {
      const teachers = site.filter((at) => at === s).length;
      return { id: `site-${s}`, name: each, level: "other", enrolment: 10 * teachers, teachers, lowIncomeShare: 0.5 };
    }),
  };
}

/** Lets nothing matter but the level, dispositions, the sites' own levels and colleagues. */
const worldOf = (hazard: Hazard) => ({
  ...still,
  ...noExits,
  "trying.intercept": hazard.level,
  "trying.dispositionSd": hazard.dispositionSd,
  "trying.normSd": hazard.siteSd,
  "trying.support": 0,
  "trying.vision": 0,
  "trying.risk": 0,
  "peers.strength": hazard.strength,
  "peers.width": hazard.width,
  "peers.thresholdMean": hazard.thresholdMean,
  "peers.thresholdSd": thresholdSd,
  "peers.visibilityFloor": 1,
  "depth.practice": 1,
  "lapsing.intercept": -40,
});

/** Returns the numbers 0 … n−1 in random order. */
export function shuffled(n: number, random: () => number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** Returns a generator of numbers in [0, 1) that depend on `seed` only: a Weyl sequence, mixed. */
export function generator(seed: string): () => number {
  let state = [...seed].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7) | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let x = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
    return ((x ^ (x >>> 15)) >>> 0) / 4294967296;
  };
}
