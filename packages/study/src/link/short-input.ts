import { type LeverUse, type Scenario, type ScenarioInput, scenario, strategies } from "@uptake/model";
import { sameData } from "@uptake/model/engine";

type Uses = Readonly<Record<string, LeverUse>>;
type Group = Readonly<Record<string, unknown>>;

/** Suffix of the name of a strategy whose levers were changed. */
const changed = " (changed)";

/** Returns the fields of a group that are others than the usual ones; undefined where none is. */
function others(given: object, usual: object): Group | undefined {
  const found = Object.entries(given).filter(([name, value]) => !sameData(value, (usual as Group)[name]));
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** Lists what levers set beyond those of a strategy; undefined where they lack something of it, so that they do not stand on it. */
function beyond(levers: Uses, own: Uses): Uses | undefined {
  const holds = (use: LeverUse | undefined, part: LeverUse): boolean =>
    use !== undefined && Object.keys(part).every((setting) => Object.hasOwn(use, setting));
  if (!Object.entries(own).every(([lever, part]) => holds(levers[lever], part))) return undefined;
  const uses = Object.entries(levers).flatMap(([lever, use]) => {
    const set = others(use, own[lever] ?? {});
    return set === undefined && own[lever] !== undefined ? [] : [[lever, set ?? {}] as const];
  });
  return Object.fromEntries(uses) as Uses;
}

/** Returns the strategy and levers that complete to those of a scenario: by name where they are shipped, or what was changed. */
function planOf({ strategy, levers }: Scenario): Pick<ScenarioInput, "strategy" | "levers"> {
  const isChanged = strategy.endsWith(changed);
  const base = isChanged ? strategy.slice(0, -changed.length) : strategy;
  const shipped = strategies.find(({ name }) => name === base);
  const more = shipped && beyond(levers, shipped.levers);
  const isMore = more !== undefined && Object.keys(more).length > 0;
  if (more && isMore === isChanged) return { strategy: base, ...(isMore ? { levers: more } : {}) };
  // A name of one's own stands alone only where no lever was given with it.
  const same = isChanged || strategy === "custom" ? undefined : strategies.find((one) => sameData(one.levers, levers));
  return { strategy: same ? { base: same.name, name: strategy } : { name: strategy, levers } };
}

/** Returns the input that completes to a scenario: no more of it than what is not usual. */
export function shortInput(completed: Scenario): ScenarioInput {
  const {
    version: _,
    name,
    district,
    strategy,
    levers,
    horizon,
    funded,
    target,
    shocks,
    survey,
    own,
    ...groups
  } = completed;
  const usual = scenario();
  const plan = planOf(completed);
  const { switches, ease, parameters } = groups;
  const parts = {
    ...(name === strategy ? {} : { name }),
    district,
    ...plan,
    ...(shocks.length === 0 ? {} : { shocks }),
    ...others({ horizon, funded, survey, own }, usual),
    target: others(target, usual.target),
    switches: others(switches, usual.switches),
    ease: others(ease, usual.ease),
    parameters: others(parameters, usual.parameters),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as ScenarioInput;
}
