import { type Scenario, strategies } from "@uptake/model";
import { sameData } from "@uptake/model/engine";

/** What the plan that is asked about is called among those it is held against. */
const own = "this plan";

/**
 * Gives a scenario the name that its plan has in the answer: one made from that asked about has the name of that one still,
 * and whoever opens it would be told of the wrong plan. The plan asked about keeps its own name.
 */
export function calledAs(label: string, scenario: Scenario): Scenario {
  if (label === own) return scenario;
  if (label.startsWith(`${own}, `)) return { ...scenario, name: `${scenario.name}${label.slice(own.length)}` };
  const shipped = strategies.some(({ name, levers }) => name === label && sameData(levers, scenario.levers));
  return { ...scenario, name: label, ...(shipped ? { strategy: label } : {}) };
}
