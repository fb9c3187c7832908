import { InputError, type Plan, prepare, type Scenario } from "@uptake/model";
import { type Ensemble, ensembles } from "@uptake/study";
import { mismatches } from "@uptake/study/ensemble";
import type { Host } from "../host/host.ts";
import { Progress } from "../host/progress.ts";
import type { HowOften } from "../input/options.ts";

/**
 * Runs scenarios in the same worlds and luck, replicate by replicate, showing progress. Replicates begin at `first`; the
 * ensembles have their funnels where `funnel` asks for them.
 *
 * @throws InputError when they differ in horizon, districts or the way of drawing worlds.
 */
export async function runEnsembles(
  host: Host,
  scenarios: readonly Scenario[],
  {
    replicates,
    seed,
    first = 0,
    funnel = false,
  }: Pick<HowOften, "replicates" | "seed"> & { readonly first?: number; readonly funnel?: boolean },
): Promise<Ensemble[]> {
  const plans = await Promise.all(scenarios.map((scenario) => prepare(scenario)));
  const issues = plans.flatMap((plan) => mismatches(plans[0] as Plan, plan, plan.scenario.name));
  if (issues.length > 0) throw new InputError(issues);
  const progress = new Progress(host, "Simulating");
  const onProgress = (done: number, total: number): Promise<void> => progress.update(done, total);
  try {
    return await ensembles(plans, { replicates, seed, first, funnel, onProgress });
  } finally {
    progress.end();
  }
}
