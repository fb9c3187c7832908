import { logistic, logit, odds } from "../src/numerics/math.ts";
import { exitParameter, oddsOf } from "./july.ts";
import type { District, Office, School } from "./state.ts";

/** Halves the way from `from` to `to` 40 times, each time keeping the upper half where the middle is `tooLow`. */
function halve(from: number, to: number, tooLow: (middle: number) => boolean): number {
  let low = from;
  let high = to;
  for (let times = 0; times < 40; times++) {
    const middle = (low + high) / 2;
    if (tooLow(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Returns the share of principals in their first year, where they leave at `exit`, and at less in that year. */
export function newcomersAt(exit: number, settling: number): number {
  return exit / (exit + (1 - logistic(logit(exit) - settling)));
}

/** Returns the chance of leaving at which principals have been in post for `years` completed years in the mean. */
export function exitOfPrincipals(years: number, settling: number): number {
  return halve(0.01, 0.8, (exit) => (1 - newcomersAt(exit, settling)) / exit > years);
}

/** Returns the level of exits at which `turnover` of the teachers leave the district in its first year. */
export function exitLevelOf(
  { parameter: p }: Pick<District, "parameter">,
  schools: readonly School[],
  turnover: number,
): number {
  const ordinary = schools.filter((school) => !school.founded);
  const teachers = ordinary.reduce((sum, school) => sum + school.n, 0);
  const leaving = (level: number): number => {
    let exits = 0;
    for (const school of ordinary) {
      const factor = odds(p("exit.poverty") * (school.poverty - 0.5) + level + p("exit.newPrincipal") * school.dip);
      for (const { teacher } of school.posts) {
        const o = oddsOf(p(exitParameter(teacher.experience))) * factor;
        exits += o / (1 + o);
      }
    }
    return ordinary.length === 1 ? exits / teachers : (exits / teachers) * (1 - p("exit.within"));
  };
  return halve(-6, 6, (level) => leaving(level) < turnover);
}

/** Lays a district's own turnover over what its office would draw. */
export function ownExits(
  district: Pick<District, "parameter">,
  schools: readonly School[],
  office: Office,
  turnover: number | undefined,
): Office {
  if (turnover === undefined) return office;
  return { ...office, exitLevel: exitLevelOf(district, schools, turnover), exitStanding: 0 };
}
