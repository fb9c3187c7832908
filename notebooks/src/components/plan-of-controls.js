import { levers as catalogue, strategies } from "@uptake/model";
import { controls } from "./controls.js";

/**
 * Holds what the page is set to: a district, a strategy on offer, and the controls that were moved away from it.
 *
 * @typedef {object} PageState
 * @property {string} district Name of an embedded district.
 * @property {string} strategy Name of a strategy on offer.
 * @property {Readonly<Record<string, number>>} values Controls that differ from the strategy, by name.
 */

/** Lists the strategies on offer: those of reference, which the controls can show. */
export const offered = strategies.filter(({ kind }) => kind === "reference");

/** @type {PageState} */
export const start = { district: "colorado-springs-d11", strategy: "all-six-lessons", values: {} };

/** Names business as usual, against which every plan is compared. */
export const asToday = "business-as-usual";

const leversOf = (strategy) => offered.find(({ name }) => name === strategy)?.levers ?? {};

/**
 * Reads every control as a strategy has it.
 * @param {string} strategy
 * @returns {Record<string, number>}
 */
export function valuesOf(strategy) {
  const used = leversOf(strategy);
  return Object.fromEntries(
    controls.map(({ name, lever, statusQuo, read }) => [name, used[lever] ? read(used[lever]) : statusQuo]),
  );
}

/**
 * Returns the first month in which a strategy uses a control's lever.
 * @returns {number}
 */
export function startOf(strategy, control) {
  const lever = controls.find(({ name }) => name === control)?.lever ?? "";
  const start = leversOf(strategy)[lever]?.start;
  return typeof start === "number" ? start : 0;
}

/**
 * Returns a state with one control moved; a control moved back to where the strategy has it is forgotten.
 * @param {PageState} state
 * @returns {PageState}
 */
export function moved(state, control, value) {
  const { [control]: _, ...others } = state.values;
  const own = valuesOf(state.strategy)[control];
  return { ...state, values: value === own ? others : { ...others, [control]: value } };
}

/** Settings of a lever under which nothing of it is in force; the rest is then given by controls. */
function quiet(lever) {
  const settings = catalogue.find(({ name }) => name === lever)?.settings ?? [];
  const pairs = settings
    .filter(({ statusQuo }) => Number.isFinite(statusQuo))
    .map((setting) => [setting.name, setting.fraction ? setting.default : setting.statusQuo]);
  return Object.fromEntries(pairs);
}

/** Tells whether a lever as used does nothing: then it is switched off, since a lever in use is one more initiative. */
function idle(lever, use) {
  const settings = catalogue.find(({ name }) => name === lever)?.settings ?? [];
  return settings.every(
    ({ name, fraction, statusQuo, default: usual }) => fraction || (use[name] ?? usual) === statusQuo,
  );
}

/**
 * Turns the page's state into a scenario. Only what was moved stands in `levers`; the rest is the strategy's own.
 *
 * @param {PageState} state
 * @returns {import("@uptake/model").ScenarioInput}
 */
export function scenarioOf({ district, strategy, values }) {
  const used = leversOf(strategy);
  /** @type {Record<string, Record<string, number>>} */
  const changed = {};
  for (const { name, lever, write } of controls) {
    if (!(name in values)) continue;
    changed[lever] = {
      ...(used[lever] || changed[lever] ? {} : quiet(lever)),
      ...changed[lever],
      ...write(values[name]),
    };
  }
  for (const [lever, settings] of Object.entries(changed)) {
    if (idle(lever, { ...used[lever], ...settings })) settings.intensity = 0;
  }
  return { district, strategy, ...(Object.keys(changed).length > 0 ? { levers: changed } : {}) };
}

/**
 * Tells whether a completed scenario has a way for schools to join.
 * @param {import("@uptake/model").Scenario} scenario
 */
export function hasWayIn({ levers: { entry } }) {
  if (!entry || entry.intensity === 0) return false;
  return ["volunteers", "cohorts", "mandate", "newSchools"].some((way) => Number(entry[way] ?? 0) > 0);
}
