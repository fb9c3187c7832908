import type { Level } from "../src/district/district.ts";
import { LAPSED, OWNING, UNAWARE, USING } from "../src/district/stage.ts";
import { constantsOf } from "../src/engine/constants.ts";
import type { Start } from "../src/engine/month-program.ts";
import type { SchoolsMonth } from "../src/engine/schools-month.ts";
import { DEPTH_SHIFT, LAPSED_BIT } from "../src/engine/signal.ts";
import { buildTables, mixTables, type Tables } from "../src/engine/tables.ts";
import type { TeacherConstants } from "../src/engine/teacher-constants.ts";
import { drawWorld } from "../src/evidence/world.ts";
import { setClimateMonth } from "../src/mechanisms/climate-month.ts";
import { emptyCounts } from "../src/mechanisms/start.ts";
import { setSupportMonth } from "../src/mechanisms/support.ts";
import { log } from "../src/numerics/math.ts";
import { hashText, type Key, rootKey } from "../src/numerics/random.ts";
import type { Switches } from "../src/scenario/scenario.ts";
import { easeOf } from "../src/scenario/transition.ts";
import { season } from "../src/state/calendar.ts";
import type { Climate, DistrictState, SchoolsState } from "../src/state/district-state.ts";
import type { Month } from "../src/state/month.ts";
import { drawFrom } from "./draw-from.ts";
import { month, startState } from "./fixtures.ts";

/** Says what kind of district to make. */
export interface PassOptions {
  readonly schools: number;
  /** Most teachers of a school, and most ties of a teacher. */
  readonly size: number;
  readonly degree: number;
  readonly network: Switches["network"];
  readonly contagion: Switches["contagion"];
}

/** Holds what a month of schools and teachers reads and writes, made at random: far more than what a run comes upon. */
export interface RandomPass {
  readonly state: DistrictState;
  readonly start: Start;
  readonly tables: Tables;
  /**
   * Puts another month's climate and schools, and on a complete graph its exposure, into the state and the tables; `common`
   * is what schools then have in common, by which their climate can be moved instead.
   */
  turn(t: number): { readonly constants: TeacherConstants; readonly at: Month; readonly common: SchoolsMonth };
  /** Returns odds at which teachers leave in July, and who is taken besides. */
  leaving(): { readonly key: Key; readonly odds: Float64Array; readonly taken: Uint8Array };
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
    district: { schools: Array.from({ length: below(schools + 1) }) },
    schools: Array.from({ length: schools }, () => ({
      level: levels[below(levels.length)],
      enrolment: 1 + below(900),
    })),
    school: {
      open,
      teachers: Int32Array.from({ length: schools }, (_, s) => schoolStart[s + 1]! - schoolStart[s]!),
      ...Object.fromEntries(Object.keys(ofSchools).map((name) => [name, new Float64Array(schools)])),
      ...Object.fromEntries(marks.map((name) => [name, new Uint8Array(schools)])),
    },
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
      experience: bytes(60),
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
  const given = (names: readonly string[]): Record<string, number> =>
    Object.fromEntries(names.map((name) => [name, often(1)]));
  const { office } = startState();
  const enrolled = (): Float64Array => Float64Array.from({ length: schools }, () => often(900));
  const start: Start = {
    grouping: {
      tiers: Uint8Array.from({ length: schools }, () => below(3)),
      bands: Uint8Array.from({ length: schools }, () => below(3)),
      comparable: below(2) === 1,
    },
    enrolment: {
      students: enrolled(),
      lowIncomeShare: Float64Array.from({ length: schools }, () => Math.min(1, often(1.2))),
      teachers: Int32Array.from({ length: schools }, () => 1 + below(6)),
      groups: groupNames.slice(below(5)).map((name, g) => ({ name, students: enrolled(), behind: g % 2 === 0 })),
      sorting: often(1),
    },
    constants: constantsOf({ ...world, "support.rho": 1 - below(4), "support.steepness": 1 + below(3) }),
  };
  return {
    state,
    start,
    tables,
    leaving() {
      const odds = new Float64Array(8 * schools).map(() => often(1));
      const july = { a: drawFrom(key, slot++) | 0, b: drawFrom(key, slot++) | 0 };
      return { key: july, odds, taken: bytes(9).map((mark) => (mark === 0 ? 1 : 0)) };
    },
    turn(t) {
      for (const [name, most] of Object.entries(reals) as [keyof typeof reals, number][])
        for (let s = 0; s < schools; s++) state.climate[name][s] = often(most);
      for (let s = 0; s < schools; s++) {
        state.climate.visibility[s] = below(4);
        state.climate.complies[s] = below(2);
        // In some schools no more than one thing stirs, and hardly, if any does.
        if (below(3) > 0) continue;
        const [one, keep] = [below(stirring.length + 1), state.climate.keep[s]!];
        for (const name of stirring) state.climate[name][s]! *= name === stirring[one] ? 2 ** -below(24) : 0;
        state.climate.keep[s] = one === stirring.length ? keep : 1;
      }
      for (const [name, most] of Object.entries(ofSchools) as [keyof typeof ofSchools, number][])
        for (let s = 0; s < schools; s++) state.school[name][s] = often(most);
      for (const name of marks)
        for (let s = 0; s < schools; s++) state.school[name][s] = below(name === "invited" ? 3 : 2);
      const at = {
        ...month({ t, season: season(t) }),
        ...given(["equityPriority", "decided", "designTime", "designTeams"]),
      };
      const common = {} as SchoolsMonth;
      setSupportMonth(common, office, start.constants.support, at, 0);
      setClimateMonth(common, office, start.constants.climate, at, 0, 0, 0, true, easeOf({}));
      Object.assign(common, given(Object.keys(common)), { easeLapse: 0.2 + real(3) });
      Object.assign(common, { others: 0.1 + real(3.9), members: 0.1 + real(3.9) });
      Object.assign(common, { logOthers: log(common.others), logMembers: log(common.members) });
      if (network === "complete") mixTables(tables, real(1), real(1), world, switches);
      return {
        constants: {
          forgetting: real(0.2),
          compliantLoss: often(1),
          mixedDepth: network === "complete" ? often(65535) : -1,
          hear: 0.2 + real(3),
          use: 0.2 + real(3),
        },
        at,
        common,
      };
    },
  };
}

const levels: readonly Level[] = ["elementary", "middle", "high", "other"];

/** Groups that a roster may tell apart: two of one name count as one, whatever the name. */
const groupNames = ["English learners", "Black", "all students", "English learners"];

/** Marks of schools, and their real numbers, with how large these are made at most. */
const marks = ["member", "mandated", "invited", "joined", "dropped"] as const;
const ofSchools = {
  mandate: 1,
  legitimacy: 1,
  norm: 2,
  risk: 1,
  hours: 4,
  pressure: 1,
  principal: 1,
  capacity: 1,
  memberMonths: 40,
  designTime: 1,
  designTeams: 1,
  contact: 1,
  reliance: 1,
  support: 1,
  mandateNow: 1,
  untaught: 1,
  taughtThisYear: 1,
} satisfies Partial<Record<keyof SchoolsState, number>>;

/** What of the climate moves teachers, beside what is heard. */
const stirring = [
  "tryOdds",
  "complianceOdds",
  "practiceGrowth",
  "supportGrowth",
  "peerGrowth",
  "ownRate",
  "lapseOdds",
] as const;

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
