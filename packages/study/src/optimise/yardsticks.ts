import { type Scenario, scenario as scenarioOf, strategies, thousands } from "@uptake/model";
import type { PlanToJudge } from "./judge.ts";
import { scaleToSum } from "./scale-to-sum.ts";

const sumOf = (dollars: number): string => `$${thousands(dollars)}`;

/** Names a strategy that found plans are held against, in the scenario's place and time. */
export interface Yardstick {
  /** Name as shown. */
  readonly label: string;
  /** The plan. */
  readonly scenario: Scenario;
}

/** Lists the reference strategies as yardsticks. */
export function referenceYardsticks(scenario: Scenario): Yardstick[] {
  return strategies
    .filter(({ kind }) => kind === "reference")
    .map(({ name }) => ({ label: name, scenario: scenarioOf({ ...scenario, strategy: name, levers: {} }) }));
}

/**
 * Lists what found plans are held against: business as usual, the yardsticks asked for, and the scenario as it stands
 * where it is none of these.
 */
export function yardsticksOf(scenario: Scenario, asked: readonly Yardstick[]): Yardstick[] {
  const leversOf = (one: Yardstick): string => JSON.stringify(one.scenario.levers);
  const usual = "business-as-usual";
  const all = [
    { label: usual, scenario: scenarioOf({ ...scenario, strategy: usual, levers: {} }) },
    ...asked,
    { label: `${scenario.strategy}, as it stands`, scenario },
  ];
  return all.filter((one, i) => all.findIndex((other) => leversOf(other) === leversOf(one)) === i);
}

/** Brings yardsticks within a sum. `missing` says of which none can be, and why. */
export async function yardsticksWithin(
  yardsticks: readonly Yardstick[],
  budget: number,
  costOf: (scenarios: readonly Scenario[]) => Promise<readonly number[]>,
): Promise<{ readonly plans: readonly PlanToJudge[]; readonly missing: readonly string[] }> {
  const scaled = await scaleToSum(
    yardsticks.map(({ scenario }) => scenario),
    budget,
    costOf,
  );
  const plans: PlanToJudge[] = [];
  const missing: string[] = [];
  scaled.forEach((one, i) => {
    const { label } = yardsticks[i] as Yardstick;
    if ("least" in one) missing.push(`${label}, which costs ${sumOf(one.least)} however little is done`);
    else
      plans.push({
        label: one.factor === 1 ? label : `${label}, scaled to ${sumOf(budget)}`,
        found: false,
        values: null,
        ...one,
      });
  });
  return { plans, missing };
}
