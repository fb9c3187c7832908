import {
  levers as catalogue,
  type LeverUse,
  type Scenario,
  type ScenarioInput,
  type Strategy,
  strategies,
} from "@uptake/model";
import { type Control, type ControlName, controls } from "./controls.js";

/** Holds what the page is set to: a district, a strategy on offer, and the controls that were moved away from it. */
export interface PageState {
  /** Name of an embedded district. */
  readonly district: string;
  /** Name of a strategy on offer. */
  readonly strategy: string;
  /** Controls that differ from the strategy. */
  readonly values: Readonly<Partial<Record<ControlName, number>>>;
}

/** Lists the strategies on offer: those of reference, which the controls can show. */
export const offered: readonly Strategy[] = strategies.filter(({ kind }) => kind === "reference");

/** Holds the state that the page opens with. */
export const start: PageState = { district: "colorado-springs-d11", strategy: "all-six-lessons", values: {} };

/** Names business as usual, against which every plan is compared. */
export const asToday = "business-as-usual";

const leversOf = (strategy: string): Readonly<Record<string, LeverUse>> =>
  offered.find(({ name }) => name === strategy)?.levers ?? {};

/** Reads every control as a strategy has it. */
export function valuesOf(strategy: string): Record<ControlName, number> {
  const used = leversOf(strategy);
  const own = ({ lever, statusQuo, read }: Control): number => {
    const use = used[lever];
    return use ? read(use) : statusQuo;
  };
  return Object.fromEntries(controls.map((control) => [control.name, own(control)])) as Record<ControlName, number>;
}

/** Returns the first month in which a strategy uses a control's lever. */
export function startOf(strategy: string, control: ControlName): number {
  const lever = controls.find(({ name }) => name === control)?.lever ?? "";
  const start = leversOf(strategy)[lever]?.start;
  return typeof start === "number" ? start : 0;
}

/** Returns a state with one control moved; a control moved back to where the strategy has it is forgotten. */
export function moved(state: PageState, control: ControlName, value: number): PageState {
  const { [control]: _, ...others } = state.values;
  const own = valuesOf(state.strategy)[control];
  return { ...state, values: value === own ? others : { ...others, [control]: value } };
}

/** Settings of a lever under which nothing of it is in force; the rest is then given by controls. */
function quiet(lever: string): Record<string, number> {
  const settings = catalogue.find(({ name }) => name === lever)?.settings ?? [];
  const pairs = settings
    .filter(({ statusQuo }) => Number.isFinite(statusQuo))
    .map((setting) => [setting.name, setting.fraction ? setting.default : setting.statusQuo]);
  return Object.fromEntries(pairs);
}

/** Tells whether a lever as used does nothing: then it is switched off, since a lever in use is one more initiative. */
function idle(lever: string, use: LeverUse): boolean {
  const settings = catalogue.find(({ name }) => name === lever)?.settings ?? [];
  return settings.every(
    ({ name, fraction, statusQuo, default: usual }) => fraction || (use[name] ?? usual) === statusQuo,
  );
}

/** Turns the page's state into a scenario. Only what was moved stands in `levers`; the rest is the strategy's own. */
export function scenarioOf({ district, strategy, values }: PageState): ScenarioInput {
  const used = leversOf(strategy);
  const changed: Record<string, Record<string, number>> = {};
  for (const { name, lever, write } of controls) {
    const value = values[name];
    if (value === undefined) continue;
    changed[lever] = {
      ...(used[lever] || changed[lever] ? {} : quiet(lever)),
      ...changed[lever],
      ...write(value),
    };
  }
  for (const [lever, settings] of Object.entries(changed)) {
    if (idle(lever, { ...used[lever], ...settings })) settings.intensity = 0;
  }
  return { district, strategy, ...(Object.keys(changed).length > 0 ? { levers: changed } : {}) };
}

/** Tells whether a completed scenario has a way for schools to join. */
export function hasWayIn({ levers: { entry } }: Scenario): boolean {
  if (!entry || entry.intensity === 0) return false;
  return ["volunteers", "cohorts", "mandate", "newSchools"].some((way) => Number(entry[way] ?? 0) > 0);
}
