import type { World } from "../src/evidence/parameter.ts";
import { defaultWorld } from "../src/evidence/world.ts";
import { moveClimate } from "../src/mechanisms/climate.ts";
import { climateConstants } from "../src/mechanisms/climate-constants.ts";
import { type ClimateMonth, setClimateMonth } from "../src/mechanisms/climate-month.ts";
import type { ClimateTerms } from "../src/mechanisms/climate-terms.ts";
import { type Ease, easeOf } from "../src/scenario/transition.ts";
import type { Climate, DistrictState } from "../src/state/district-state.ts";
import type { Month } from "../src/state/month.ts";
import { month, startState } from "./fixtures.ts";

/** Says what a month is like in which five schools feel the climate. */
export interface Given {
  readonly at?: Partial<Month>;
  readonly values?: World;
  readonly scope?: number;
  readonly complexity?: number;
  readonly elsewhere?: number;
  readonly prerequisite?: boolean;
  readonly ease?: Partial<Ease>;
  /** How many of the last schools a lever has founded (none). */
  readonly founded?: number;
  readonly terms?: ClimateTerms;
  readonly change?: (state: DistrictState) => void;
}

/** Returns the climate of five schools alike in all but membership: the first two are in, the second by mandate. */
export function climate(given: Given = {}): Climate {
  const values = {
    "attention.arrivals": 0,
    "trying.normSd": 0,
    "office.commitmentSd": 0,
    "direction.startSd": 0,
    ...given.values,
  };
  const started = startState(values);
  const ordinary = started.schools.slice(0, 5 - (given.founded ?? 0));
  const state = { ...started, district: { ...started.district, schools: ordinary } };
  const { school } = state;
  school.member.set([1, 1, 0, 0, 0]);
  school.mandated.set([0, 1, 0, 0, 0]);
  school.mandate.fill(1);
  school.legitimacy.fill(0.75);
  school.principal.fill(0.6 * 0.65);
  school.risk.fill(climateConstants(defaultWorld(values)).riskReference);
  given.change?.(state);
  const constants = climateConstants(defaultWorld(values));
  const common = {} as ClimateMonth;
  const at = month(given.at);
  setClimateMonth(
    common,
    state.office,
    constants,
    at,
    given.scope ?? 1,
    given.complexity ?? 0.7,
    given.elsewhere ?? 0,
    given.prerequisite ?? true,
    easeOf(given.ease),
  );
  moveClimate(state, constants, at, common, given.terms && ((s) => (s === 0 ? given.terms : undefined)));
  return state.climate;
}

/** Lists, of the five schools, which have more of `field` than they would without what is given. */
export function raised(field: keyof Climate, given: Given, without: Given = {}): boolean[] {
  const before = climate(without)[field];
  return Array.from(climate(given)[field], (x, s) => x > before[s]);
}

/** Say of each of the five schools whether it is meant. */
export const nobody = [false, false, false, false, false];
export const all = [true, true, true, true, true];
export const members = [true, true, false, false, false];
