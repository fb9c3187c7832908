import { drawWorld } from "../src/evidence/world.ts";
import type { Plan } from "../src/scenario/plan.ts";
import { begin } from "./begin.ts";
import { stepCoaching } from "./coaching.ts";
import { stepJuly } from "./july.ts";
import { stepLeadership } from "./leadership.ts";
import { bookMonth, countUnits } from "./ledger.ts";
import { addMeasures, beginMeasures, type SystemMeasures } from "./measures.ts";
import { stepMembership } from "./membership.ts";
import { beginMonth } from "./month.ts";
import { stepOffice } from "./office.ts";
import { count, type District, noFlows, OWNING, openPosts, openSchools, USING } from "./state.ts";
import { halfMonths, type Step, wholeMonth } from "./step.ts";
import { stepStudents } from "./students.ts";
import { stepSupport } from "./support.ts";
import { stepTeachers } from "./teachers.ts";
import { type DistrictTrace, record } from "./trace.ts";

export type { SystemMeasures } from "./measures.ts";
export type { DistrictTrace } from "./trace.ts";

/** Sets which run is interpreted. */
export interface InterpretOptions {
  readonly seed: string;
  readonly replicate: number;
  /** Steps taken in each month (default 1, the model itself; 2 shows how much the length of a step matters). */
  readonly stepsPerMonth?: 1 | 2;
}

/** Holds every district at every index, `[index 0 … H][district]`, and what is measured of all of them. */
export interface InterpretedRun {
  readonly traces: DistrictTrace[][];
  readonly measures: SystemMeasures;
}

/** Interprets a plan, and returns every district at every index, `[index 0 … H][district]`. */
export function interpret(plan: Plan, options: InterpretOptions): DistrictTrace[][] {
  return interpretRun(plan, options).traces;
}

/** Runs a plan slowly, by the rules of `docs/model.md` and nothing else: one object for each teacher, school and office. */
export function interpretRun(plan: Plan, options: InterpretOptions): InterpretedRun {
  const { seed, replicate, stepsPerMonth = 1 } = options;
  const world = drawWorld(seed, replicate, believed(plan));
  const districts = plan.districts.map((part) => begin(plan, part, world, options));
  const traces = [districts.map((district) => record(district, 0))];
  const measures = beginMeasures();
  addMeasures(measures, districts);
  for (let t = 0; t < plan.scenario.horizon; t++) {
    const spent = districts.map(() => 0);
    for (const step of stepsPerMonth === 1 ? [wholeMonth] : halfMonths()) {
      const elsewhere = districts.map((district) => adoptionElsewhere(districts, district));
      districts.forEach((district, d) => {
        spent[d]! += takeStep(district, t, step, elsewhere[d]!);
      });
    }
    traces.push(districts.map((district, d) => record(district, spent[d]!)));
    addMeasures(measures, districts);
  }
  return { traces, measures };
}

/** Returns how worlds are drawn: as the scenario says, but for the parameters that a switch holds. */
function believed({ scenario }: Plan): Plan["scenario"]["parameters"] {
  const values: Record<string, number> = { ...scenario.parameters.values };
  const { levels, prescriptionCosts } = scenario.switches;
  if (levels === "sum") values["support.rho"] = 1;
  if (levels === "product") values["support.rho"] = 0;
  if (levels === "weakest") values["support.rho"] = -2;
  if (!prescriptionCosts) {
    values["lapsing.prescription"] = 0;
    values["owning.prescription"] = 0;
  }
  return { ...scenario.parameters, values };
}

/** Takes a district from index `t` to the next, or half of the way, and returns the dollars booked. */
function takeStep(district: District, t: number, step: Step, elsewhere: number): number {
  const month = beginMonth(district, t, step, elsewhere);
  if (step.first) for (const school of district.schools) school.flows = noFlows();
  stepOffice(district, month);
  stepLeadership(district, month);
  stepMembership(district, month);
  stepCoaching(district, month);
  const units = countUnits(district);
  stepSupport(district, month);
  stepTeachers(district, month);
  const arrivals = stepJuly(district, month);
  stepStudents(district, month);
  for (const school of openSchools(district)) {
    school.capacity += step.part(0.1) * (count(school.posts, OWNING) / school.n - school.capacity);
  }
  return bookMonth(district, month, units, arrivals);
}

/** Returns the share of teachers using or owning in all districts but one, taken together; 0 when there are none. */
function adoptionElsewhere(districts: readonly District[], self: District): number {
  let adopters = 0;
  let teachers = 0;
  for (const other of districts) {
    if (other === self) continue;
    const posts = openPosts(other);
    adopters += count(posts, USING, OWNING);
    teachers += posts.length;
  }
  return teachers > 0 ? adopters / teachers : 0;
}
