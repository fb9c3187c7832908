import { LAPSED, OWNING, UNAWARE, USING } from "../src/district/stage.ts";
import { DEPTH_SHIFT, LAPSED_BIT } from "../src/engine/signal.ts";
import { buildTables, mixTables, type Tables } from "../src/engine/tables.ts";
import type { TeacherConstants } from "../src/engine/teacher-constants.ts";
import { drawWorld } from "../src/evidence/world.ts";
import { emptyCounts } from "../src/mechanisms/start.ts";
import { drawFrom, hashText, type Key, rootKey } from "../src/numerics/random.ts";
import type { Switches } from "../src/scenario/scenario.ts";
import { season } from "../src/state/calendar.ts";
import type { Climate, DistrictState } from "../src/state/district-state.ts";
import type { Month } from "../src/state/month.ts";

/** Says what kind of district to make. */
export interface PassOptions {
  readonly schools: number;
  /** Most teachers of a school, and most ties of a teacher. */
  readonly size: number;
  readonly degree: number;
  readonly network: Switches["network"];
  readonly contagion: Switches["contagion"];
}

/** Holds what the pass over teachers reads and writes, made at random: far more than what a run comes upon. */
export interface RandomPass {
  readonly state: DistrictState;
  readonly tables: Tables;
  /** Puts another month's climate, and on a complete graph its exposure, into the state and the tables. */
  turn(t: number): { readonly constants: TeacherConstants; readonly at: Month };
}

/** Returns what colleagues see of a teacher. */
function signalOf(stage: number, depth: number, months: number): number {
  if (stage === USING || stage === OWNING) return 1 | (depth << DEPTH_SHIFT);
  return stage === LAPSED && months < 12 ? LAPSED_BIT : 0;
}

/** Makes a pass at random; the same of the same seed. */
export function randomPass(seed: string, { schools, size, degree, network, contagion }: PassOptions): RandomPass {
  const key: Key = rootKey(seed);
  let slot = 0;
  const below = (n: number): number => drawFrom(key, slot++) % n;
  const real = (most: number): number => (drawFrom(key, slot++) / 4294967296) * most;
  const often = (most: number): number => (below(4) === 0 ? 0 : real(most));

  const open = Uint8Array.from({ length: schools }, () => (below(6) === 0 ? 0 : 1));
  const schoolStart = new Int32Array(schools + 1);
  for (let s = 0; s < schools; s++) schoolStart[s + 1] = schoolStart[s]! + 1 + below(size);
  const teachers = schoolStart[schools]!;
  const tieStart = new Int32Array(teachers + 1);
  for (let i = 0; i < teachers; i++) tieStart[i + 1] = tieStart[i]! + below(degree + 1);
  const schoolOf = (i: number): number => schoolStart.findIndex((start) => start > i) - 1;
  const isOpen = Array.from({ length: teachers }, (_, i) => open[schoolOf(i)] === 1);

  const bytes = (most: number): Uint8Array => Uint8Array.from({ length: teachers }, () => below(most + 1));
  const stage = Uint8Array.from(isOpen, (teaches) => (teaches ? below(LAPSED + 1) : UNAWARE));
  const depth = Uint16Array.from({ length: teachers }, () => below(4) * below(21846));
  const months = Uint8Array.from({ length: teachers }, () => (below(2) === 0 ? below(15) : below(256)));
  const state = {
    key,
    words: Array.from({ length: schools }, (_, s) => hashText(`school-${s}`)),
    population: {
      schools,
      teachers,
      schoolStart,
      tieStart,
      ties: Int32Array.from({ length: tieStart[teachers]! }, () => below(teachers)),
      visitTie: Int32Array.from({ length: teachers }, () => below(teachers + 1) - 1),
      visitRank: bytes(255),
    },
    school: { open },
    climate: {
      ...Object.fromEntries(Object.keys(reals).map((name) => [name, new Float64Array(schools)])),
      visibility: new Uint8Array(schools),
      complies: new Uint8Array(schools),
    },
    teacher: {
      stage,
      depth,
      months,
      compliant: bytes(1),
      disposition: Uint16Array.from({ length: teachers }, () => below(1021)),
      threshold: bytes(7),
      person: Int32Array.from({ length: teachers }, () => drawFrom(key, slot++) | 0),
      signal: Int32Array.from(stage, (code, i) => signalOf(code, depth[i]!, months[i]!)),
      nextSignal: new Int32Array(teachers),
    },
    counts: emptyCounts(schools),
  } as unknown as DistrictState;

  const switches: Switches = {
    contagion,
    network,
    everyoneAware: false,
    designPrerequisite: true,
    levels: "drawn",
    prescriptionCosts: true,
  };
  const world = drawWorld(seed, 0, { draw: "priors" });
  const tables = buildTables(world, switches);
  return {
    state,
    tables,
    turn(t) {
      for (const [name, most] of Object.entries(reals) as [keyof typeof reals, number][])
        for (let s = 0; s < schools; s++) state.climate[name][s] = often(most);
      for (let s = 0; s < schools; s++) {
        state.climate.visibility[s] = below(4);
        state.climate.complies[s] = below(2);
      }
      if (network === "complete") mixTables(tables, real(1), real(1), world, switches);
      return {
        constants: {
          forgetting: real(0.2),
          compliantLoss: often(1),
          mixedDepth: network === "complete" ? often(65535) : -1,
          hear: 0.2 + real(3),
          use: 0.2 + real(3),
        },
        at: { t, season: season(t) } as Month,
      };
    },
  };
}

/** The climate's real numbers, and how large they are made at most. */
const reals = {
  keep: 1,
  tryOdds: 2,
  complianceOdds: 0.5,
  practiceGrowth: 0.2,
  supportGrowth: 0.2,
  peerGrowth: 1,
  novice: 1,
  spread: 1.5,
  capUnits: 65535,
  ownAt: 65535,
  ownRate: 1,
  lapseOdds: 1,
  compliantLapse: 4,
  tryingLapse: 4,
  joint: 20,
  visits: 1,
} satisfies Partial<Record<keyof Climate, number>>;
