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

/** Returns the strategy and levers that complete to those of a scenario: by name where they are shipped, or what was changed. */
function planOf({ strategy, levers }: Scenario): Pick<ScenarioInput, "strategy" | "levers"> {
  const name = strategy.endsWith(changed) ? strategy.slice(0, -changed.length) : strategy;
  const shipped = strategies.find((one) => one.name === name);
  if (shipped === undefined) return { strategy: { name: strategy, levers } };
  const own: Uses = shipped.levers;
  const uses = Object.entries(levers).flatMap(([lever, use]) => {
    const set = others(use, own[lever] ?? {});
    return set === undefined && own[lever] !== undefined ? [] : [[lever, set ?? {}] as const];
  });
  return { strategy: name, ...(uses.length === 0 ? {} : { levers: Object.fromEntries(uses) as Uses }) };
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
