import { readFileSync } from "node:fs";
import {
  type District,
  type DistrictState,
  defaultWorld,
  importAllDistricts,
  type Observer,
  type World,
} from "@uptake/model";
import { quantile, type Row, readTable } from "./observed.ts";
import { mean, planOf, runs } from "./support.ts";

/** Values of the world that make it Texas's: level of exits, hires and leaders' exits. Used in this validation only. */
export const texas: World = {
  "exit.state": 0.27,
  "hire.novice": 0.46,
  "principal.exit": 0.217,
  "superintendent.exit": 0.17,
};
/** The same of its charters, which lose more teachers than other districts of their size and poverty. */
export const charters: World = { ...texas, "exit.state": 0.77 };

/** Holds one district in one year: its teachers, and how many were no longer in the district a year later. */
export interface DistrictYear {
  readonly district: string;
  /** Year of the panel, 1 … 7; the last is 2018-19. */
  readonly year: number;
  readonly charter: boolean;
  readonly teachers: number;
  readonly left: number;
  /** Posts that another person holds a year later; known of runs only. */
  readonly vacated?: number;
  /** Low-income share of its students. */
  readonly poverty: number;
  /** Teachers with 0, 1–5, 6–10, 11–20 and over 20 years of teaching, at the end of the year. */
  readonly experience: readonly number[];
}

/** Reads the panel of Texas's districts, 2012-13 to 2018-19, without the district-years that lack a rate. */
export function readPanel(folder: string): DistrictYear[] {
  const known = (row: Row): boolean =>
    row.turnover_num !== "" && row.turnover_pct !== "" && Number(row.turnover_den) > 0;
  return readTable(`${folder}/tx_district_staffing_2012_13_to_2018_19.csv`)
    .filter(known)
    .map((row) => ({
      district: row.district_id!,
      year: Number(row.school_year!.slice(0, 4)) - 2011,
      charter: row.charter !== "N",
      teachers: Number(row.turnover_den),
      left: Number(row.turnover_num),
      poverty: Number(row.econ_disadv_pct) / 100,
      experience: ["beginning_fte", "exp1_5_fte", "exp6_10_fte", "exp11_20_fte", "exp_over20_fte"].map((name) =>
        Number(row[name]),
      ),
    }));
}

/** Reads every district of the roster of 2018-19. */
export function readDistricts(folder: string): readonly District[] {
  return importAllDistricts(readFileSync(`${folder}/tx_campuses_2018_19.csv`, "utf8"), { format: "tx" }).districts;
}

/** Holds one leader in one year. */
export interface LeaderYear {
  /** Low-income share of the school's students. */
  readonly poverty: number;
  readonly level: string;
  readonly left: boolean;
  /** Whether the one before had left a year ago; undefined where not known. */
  readonly justCame?: boolean;
}

/** Holds what a run of Texas's districts showed. */
export interface Watched {
  readonly panel: DistrictYear[];
  readonly principals: LeaderYear[];
  /** Districts-years, and those whose superintendent left. */
  superintendents: number;
  superintendentsLeft: number;
  /** Teachers at risk, and those who left the district, by completed years of teaching 0 … 60. */
  readonly atRisk: Int32Array;
  readonly gone: Int32Array;
}

/** Watches each district over the Julys of a run: who is gone, as the agency counts, and which leaders changed. */
function watch(into: Watched, charter: boolean): Observer {
  let before: { person: Int32Array; experience: Uint8Array } | undefined;
  let authority = 0;
  let came: boolean[] = [];
  return {
    name: "texas",
    observe({ district, school, teacher, office }: DistrictState, index: number): number {
      if (index === 0) {
        before = undefined;
        came = [];
      }
      if (index % 12 === 0 && before !== undefined) {
        const here = new Set(teacher.person);
        const experience = [0, 0, 0, 0, 0];
        let left = 0;
        let vacated = 0;
        before.person.forEach((person, i) => {
          const years = before!.experience[i]!;
          into.atRisk[years]!++;
          if (teacher.person[i] !== person) vacated++;
          if (here.has(person)) return;
          left++;
          into.gone[years]!++;
        });
        for (const years of teacher.experience)
          experience[years < 1 ? 0 : years <= 5 ? 1 : years <= 10 ? 2 : years <= 20 ? 3 : 4]!++;
        let poor = 0;
        let students = 0;
        district.schools.forEach(({ level, lowIncomeShare: poverty, enrolment }, s) => {
          poor += poverty * enrolment;
          students += enrolment;
          const gone = school.tenure[s] === 0;
          const justCame = came[s];
          into.principals.push({ poverty, level, left: gone, ...(justCame === undefined ? {} : { justCame }) });
          came[s] = gone;
        });
        const [year, teachers] = [index / 12, before.person.length];
        into.panel.push({
          district: district.id,
          year,
          charter,
          teachers,
          left,
          vacated,
          poverty: poor / students,
          experience,
        });
        into.superintendents++;
        if (office.authority !== authority) into.superintendentsLeft++;
      }
      if (index % 12 === 11) before = { person: teacher.person.slice(), experience: teacher.experience.slice() };
      authority = office.authority;
      return 0;
    },
  };
}

/** Runs all districts of the roster for seven years without a programme, once a seed. */
export async function runTexas(
  all: readonly District[],
  isCharter: ReadonlySet<string>,
  seeds: readonly string[],
  values: { readonly ordinary: World; readonly charters: World } = { ordinary: texas, charters },
): Promise<Watched[]> {
  // Every new superintendent redraws authority, which makes exits visible and changes nothing else without a programme.
  const plans = await Promise.all(
    [false, true].map((charter) =>
      planOf({
        district: all.filter(({ id }) => isCharter.has(id) === charter),
        horizon: 84,
        parameters: {
          draw: "fixed",
          // What was calibrated is the records' defaults; Texas's own level comes on top.
          values: defaultWorld({ ...(charter ? values.charters : values.ordinary), "superintendent.redraw": 1 }),
        },
      }),
    ),
  );
  return seeds.map((seed) => {
    const found: Watched = {
      panel: [],
      principals: [],
      superintendents: 0,
      superintendentsLeft: 0,
      atRisk: new Int32Array(61),
      gone: new Int32Array(61),
    };
    plans.forEach((plan, k) => runs(plan, 1, seed, () => [watch(found, k === 1)]));
    return found;
  });
}

/** Returns the share of teachers who left their district, all districts together. */
export function pooled(rows: readonly DistrictYear[]): number {
  return rows.reduce((sum, { left }) => sum + left, 0) / rows.reduce((sum, { teachers }) => sum + teachers, 0);
}

/** Returns a quantile of the yearly rates over district-years. */
export const rateAt = (rows: readonly DistrictYear[], p: number): number =>
  quantile(
    rows.map(({ left, teachers }) => left / teachers),
    p,
  );

/** Returns the mean rate of district-years. */
export const meanRate = (rows: readonly DistrictYear[]): number =>
  mean(rows.map(({ left, teachers }) => left / teachers));

/** Keeps districts with 30 or more teachers, whose rates are not mostly noise. */
export const sizeable = (rows: readonly DistrictYear[]): DistrictYear[] =>
  rows.filter(({ teachers }) => teachers >= 30);

/** Lists pairs of a district's rates `years` apart. */
export function pairsOf(rows: readonly DistrictYear[], years: number): readonly [number[], number[]] {
  const rates = new Map(rows.map(({ district, year, left, teachers }) => [`${district} ${year}`, left / teachers]));
  const first: number[] = [];
  const second: number[] = [];
  for (const { district, year, left, teachers } of rows) {
    const later = rates.get(`${district} ${year + years}`);
    if (later === undefined) continue;
    first.push(left / teachers);
    second.push(later);
  }
  return [first, second];
}
