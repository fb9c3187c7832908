import { assumedParameters, type Parameter, type Plan, parameters, type Scenario } from "@uptake/model";
import type { Statistic } from "@uptake/study/evaluate";
import type { Column } from "../tables/table.ts";
import { type PlanSetting, planSettings } from "./plan-settings.ts";
import type { RecordedRuns } from "./record-runs.ts";

/** Lists what a plan comes to: one scenario, or one a reading where it leaves settings unknown. */
function readingsOf({ scenario, readings }: Plan): readonly Scenario[] {
  return readings?.map((one) => ({ ...scenario, levers: one.scenario.levers })) ?? [scenario];
}

/** Holds a scenario that runs were made of, with its settings by the name of their column. */
export interface Tried {
  readonly scenario: Scenario;
  readonly settings: ReadonlyMap<string, PlanSetting>;
}

/** Returns the scenarios of every plan, replicate r in number r mod their count. */
export function triedIn({ batches }: RecordedRuns): ReadonlyMap<Plan, readonly Tried[]> {
  const plans = new Set(batches.flatMap((batch) => batch.plans));
  const tried = (scenario: Scenario): Tried => ({
    scenario,
    settings: new Map(planSettings(scenario).map((one) => [one.column.name, one])),
  });
  return new Map([...plans].map((plan) => [plan, readingsOf(plan).map(tried)]));
}

/** Lists the columns of the settings in which plans, or the readings of one, differ. */
export function differingSettings(tried: readonly Tried[]): Column[] {
  const columns = new Map(
    tried.flatMap(({ settings }) => [...settings].map(([name, one]) => [name, one.column] as const)),
  );
  const differs = (name: string): boolean =>
    new Set(tried.map(({ settings }) => JSON.stringify(settings.get(name)?.value ?? null))).size > 1;
  return [...columns].filter(([name]) => differs(name)).map(([, column]) => column);
}

/** Lists the parameters that may differ between the runs of a study by how their worlds are drawn. */
export function drawnParameters({ batches }: RecordedRuns): readonly Parameter[] {
  const drawn = new Set<string>();
  const held = new Map<string, Set<number>>();
  for (const { plans, evaluations } of batches) {
    for (const { draw, priors, values } of plans.map(({ scenario }) => assumedParameters(scenario))) {
      for (const { name } of parameters)
        if (name in values) held.set(name, (held.get(name) ?? new Set()).add(values[name] as number));
        else if (draw !== "fixed" || name in priors) drawn.add(name);
    }
    for (const { values = {} } of evaluations) for (const name of Object.keys(values)) drawn.add(name);
  }
  return parameters.filter(({ name }) => drawn.has(name) || (held.get(name)?.size ?? 0) > 1);
}

/** Lists the outcomes of a study's runs: series as they first come, each by month. */
export function outcomesOf({ batches }: RecordedRuns): readonly Statistic[] {
  const months = new Map<string, Set<number>>();
  for (const { series, month } of batches.flatMap(({ outcomes }) => outcomes))
    months.set(series, (months.get(series) ?? new Set()).add(month));
  return [...months].flatMap(([series, all]) => [...all].sort((a, b) => a - b).map((month) => ({ series, month })));
}
