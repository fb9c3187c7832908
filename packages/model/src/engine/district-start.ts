import { ownWorld } from "../district/own-figures.ts";
import type { Population } from "../district/population.ts";
import type { World } from "../evidence/parameter.ts";
import { type Enrolment, enrolmentOf } from "../measures/enrolment.ts";
import { type Grouping, groupSchools } from "../measures/groups.ts";
import { exitLevelOf } from "../mechanisms/exits.ts";
import { drawSchools } from "../mechanisms/start.ts";
import type { Key } from "../numerics/random.ts";
import type { DistrictPlan } from "../scenario/plan.ts";
import type { SchoolsState } from "../state/district-state.ts";
import { type Constants, constantsOf } from "./constants.ts";

/** Holds what the runs of a district in one world and one replicate start from. No run changes any of it. */
export interface DistrictStart {
  readonly world: World;
  /** The same with what the district knows of itself: what its run goes by. */
  readonly rules: World;
  readonly key: Key;
  readonly population: Population;
  readonly schools: SchoolsState;
  readonly grouping: Grouping;
  readonly enrolment: Enrolment;
  readonly constants: Constants;
  /** What the district's own turnover implies to add to the log-odds of exits, −6 … 6; undefined where it is not given. */
  readonly exitLevel: number | undefined;
}

/** Remembers into which groups the schools of plans belong: replicates share them. */
const groupings = new WeakMap<DistrictPlan, Grouping>();

/** Returns the groups of the schools of a plan, founded ones too. */
function groupingOf(plan: DistrictPlan): Grouping {
  const { district, founded } = plan;
  const grouping = groupings.get(plan) ?? groupSchools({ district, schools: [...district.schools, ...founded] });
  groupings.set(plan, grouping);
  return grouping;
}

/** Draws what a district starts from, given its teachers. */
export function drawStart(plan: DistrictPlan, world: World, key: Key, population: Population): DistrictStart {
  const { district, founded } = plan;
  const { own } = district;
  const rules = ownWorld(world, own);
  const schools = drawSchools(district, founded, population, rules, key);
  const constants = constantsOf(rules);
  return {
    world,
    rules,
    key,
    population,
    schools,
    grouping: groupingOf(plan),
    enrolment: enrolmentOf([...district.schools, ...founded], rules),
    constants,
    exitLevel:
      own?.turnover === undefined
        ? undefined
        : exitLevelOf(district, schools, population, constants.staffing, own.turnover),
  };
}
