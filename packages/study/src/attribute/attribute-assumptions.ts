import { type Issue, nearest, type Plan, prepare, type Scenario, type Switches } from "@uptake/model";
import { namedFactors, namesOf } from "../design/level.ts";
import { type Attribution, type AttributionOptions, attribution, settleOptions, until } from "./attribution.ts";
import { bits, type Term } from "./game.ts";

const prefix = "switches.";
const switchNames = namedFactors.flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));

/** Finds what is wrong with rival assumptions. */
function issuesOf(own: Switches, rival: Partial<Switches>): Issue[] {
  const issues = Object.entries(rival).flatMap(([name, value]): Issue[] => {
    const path = `assumptions.${name}`;
    const known: readonly unknown[] | undefined = namesOf(`${prefix}${name}`);
    if (!known) {
      const near = nearest(name, switchNames);
      const message = `no switch is called “${name}”`;
      const allowed = switchNames.join(", ");
      return [{ code: "unknown-switch", path, message, value, allowed, ...(near ? { nearest: near } : {}) }];
    }
    if (!known.includes(value)) {
      return [{ code: "unknown-setting", path, message: `${value} is no setting`, value, allowed: known.join(", ") }];
    }
    if (own[name as keyof Switches] !== value) return [];
    return [{ code: "no-change", path, message: `the scenario has ${name} at ${value} already`, value }];
  });
  if (Object.keys(rival).length > 0) return issues;
  return [{ code: "empty", path: "assumptions", message: "no assumption is changed", allowed: switchNames.join(", ") }];
}

/**
 * Shares out how the answer changes under rival assumptions between the switches that are set otherwise. The answer is
 * what the strategy adds to business as usual, both under the same assumptions. Levers are no players here: what a policy
 * does and what we assume are never mixed.
 *
 * @throws InputError when no switch is changed, one is unknown or as the scenario has it, the strategy has no lever, the
 * series is unknown, or an option is out of its range.
 */
export async function attributeAssumptions(
  scenario: Scenario,
  assumptions: Partial<Switches>,
  options: AttributionOptions = {},
): Promise<Attribution> {
  const issues = issuesOf(scenario.switches, assumptions);
  if (Object.keys(scenario.levers).length === 0) {
    const message = "the strategy has no lever, so there is no answer to change";
    issues.push({
      code: "no-levers",
      path: "levers",
      message,
      value: scenario.strategy,
      allowed: "at least one lever",
    });
  }
  const settled = settleOptions(await prepare(scenario), options, issues);
  const whole = until(settled.statistic, scenario);
  const players = Object.keys(assumptions) as (keyof Switches)[];
  const all = (1 << players.length) - 1;
  const plans = {
    strategy: await prepare(whole),
    usual: await prepare({ ...whole, strategy: "business-as-usual", levers: {} }),
  };
  const under = (plan: Plan, coalition: number): Plan => {
    const rival = Object.fromEntries(
      players.flatMap((name, i) => (coalition & (1 << i) ? [[name, assumptions[name]]] : [])),
    );
    return { ...plan, scenario: { ...plan.scenario, switches: { ...plan.scenario.switches, ...rival } } };
  };
  const term = (name: keyof typeof plans, coalition: number, sign: 1 | -1): Term => ({
    key: `${name} ${bits(coalition, players.length)}`,
    plan: async () => under(plans[name], coalition),
    sign,
  });
  const answer = (coalition: number): Term[] => [term("strategy", coalition, 1), term("usual", coalition, -1)];
  const before = answer(0);
  const taken = before.map((one): Term => ({ ...one, sign: one.sign === 1 ? -1 : 1 }));
  return attribution(
    { players, worth: (coalition) => [...answer(coalition), ...taken], from: before, to: answer(all) },
    plans.strategy,
    settled,
  );
}
