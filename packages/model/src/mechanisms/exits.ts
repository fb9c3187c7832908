import type { District } from "../district/district.ts";
import type { Population } from "../district/population.ts";
import { OWNING, USING } from "../district/stage.ts";
import { odds } from "../numerics/math.ts";
import { absorbWords, bell, DRAWS, decisionKey, draw, hashText, type Key } from "../numerics/random.ts";
import { whereFalling } from "../numerics/where-falling.ts";
import type { DistrictState, SchoolsState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import type { Mover, Openings, StaffingConstants } from "./staffing.ts";

/** Stage of a career by years of experience, 0 … 60: at most 3, 4–9, 10–14, 15 or more. Within one, odds of leaving are alike. */
const career = new Uint8Array(61).fill(3).fill(2, 0, 15).fill(1, 0, 10).fill(0, 0, 4);
const CAREERS = 4;

const exit = hashText("exit");
const exitYear = hashText("exit-year");
const move = hashText("move");

/**
 * Returns the district's log-odds of exits at which the share `turnover` of its teachers leave it in a year, at the start:
 * with the dips of its principals, and with support and risk at their reference. Where there is one school, nobody can
 * move within the district, and all exits lead out of it.
 */
export function exitLevelOf(
  { schools }: District,
  school: Pick<SchoolsState, "poverty" | "dip">,
  { schoolStart, experience }: Population,
  c: StaffingConstants,
  turnover: number,
): number {
  const outward = schools.length > 1 ? 1 - c.within : 1;
  const leaving = (level: number): number => {
    let sum = 0;
    for (let s = 0; s < schools.length; s++) {
      const factor = odds(c.poverty * (school.poverty[s]! - 0.5) + level + c.newPrincipal * school.dip[s]!);
      for (let i = schoolStart[s]!; i < schoolStart[s + 1]!; i++) {
        const o = c.exitOdds[career[experience[i]!]!]! * factor;
        sum += o / (1 + o);
      }
    }
    return (sum / schoolStart[schools.length]!) * outward;
  };
  return whereFalling((level) => -leaving(level), -turnover, -6, 6);
}

/**
 * Lets teachers leave their posts in July, and the owners `taken` as principals with them; draws who of those who leave
 * moves within the district. Everyone else gains a year of experience. `ease` divides the odds of leaving.
 */
export function leavePosts(
  state: DistrictState,
  c: StaffingConstants,
  at: Month,
  riskReference: number,
  ease: number,
  taken: Uint8Array,
): Openings {
  const { office, school, teacher } = state;
  const { schoolStart } = state.population;
  const { experience, compliant, stage } = teacher;
  const { flows } = state.counts;
  // Of those who do not comply by career, then of those who do: one more than their odds of leaving, and these in draws.
  const whole = new Float64Array(2 * CAREERS);
  const leaving = new Float64Array(2 * CAREERS);
  const exitMonth = decisionKey(state.key, exit, at.t);
  const moveMonth = decisionKey(state.key, move, at.t);
  office.exitStanding =
    c.persistence * office.exitStanding + c.innovation * bell(decisionKey(state.key, exitYear, at.t), 0);
  const exitKey: Key = { a: 0, b: 0 };
  const moveKey: Key = { a: 0, b: 0 };
  const vacancies: number[] = [];
  const schoolOf: number[] = [];
  const movers: Mover[] = [];
  for (let s = 0; s < school.open.length; s++) {
    if (school.open[s] === 0) continue;
    const words = state.words[s]!;
    absorbWords(exitMonth, words.w0, words.w1, exitKey);
    absorbWords(moveMonth, words.w0, words.w1, moveKey);
    const factor = odds(
      c.poverty * (school.poverty[s]! - 0.5) +
        office.exitLevel +
        office.exitStanding +
        at.exitShock -
        c.support * (school.support[s]! - c.supportBase) +
        c.risk * (school.risk[s]! - riskReference) +
        c.newPrincipal * school.dip[s]!,
    );
    for (let k = 0; k < CAREERS; k++) {
      const o = (c.exitOdds[k]! * factor) / ease;
      whole[k] = 1 + o;
      leaving[k] = o * DRAWS;
      whole[CAREERS + k] = 1 + o * c.compliant;
      leaving[CAREERS + k] = o * c.compliant * DRAWS;
    }
    const { a, b } = exitKey;
    const first = schoolStart[s]!;
    const end = schoolStart[s + 1]!;
    let left = 0;
    let leftUsing = 0;
    for (let i = first; i < end; i++) {
      const years = experience[i]!;
      const k = career[years]! + CAREERS * compliant[i]!;
      const leaves = draw(a, b, i - first) * whole[k]! < leaving[k]!;
      if (!leaves && taken[i] === 0) {
        if (years < 60) experience[i] = years + 1;
        continue;
      }
      if (taken[i] === 0 && draw(moveKey.a, moveKey.b, i - first) / DRAWS < c.within)
        movers.push(moverFrom(state, s, i));
      vacancies.push(i);
      schoolOf.push(s);
      left++;
      if (stage[i] === USING || stage[i] === OWNING) leftUsing++;
    }
    flows[s * 8 + 6] = flows[s * 8 + 6]! + left;
    flows[s * 8 + 7] = flows[s * 8 + 7]! + leftUsing;
  }
  return { vacancies, schoolOf, movers };
}

/** Returns the person in slot `i` of school `s` as one on the move, a year older. */
function moverFrom({ teacher, population }: DistrictState, s: number, i: number): Mover {
  return {
    slot: i - population.schoolStart[s]!,
    school: s,
    disposition: teacher.disposition[i]!,
    threshold: teacher.threshold[i]!,
    experience: Math.min(60, teacher.experience[i]! + 1),
    stage: teacher.stage[i]!,
    depth: teacher.depth[i]!,
    months: teacher.months[i]!,
    person: teacher.person[i]!,
  };
}
