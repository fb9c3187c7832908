import { InputError, type Plan, prepare, type Scenario } from "@uptake/model";
import { type Ensemble, ensemble, mismatches } from "@uptake/study";
import type { Host } from "./host.ts";
import type { HowOften } from "./options.ts";
import { Progress } from "./progress.ts";

/**
 * Runs scenarios one after the other in the same worlds and luck, showing progress.
 *
 * @throws InputError when they differ in horizon, districts or the way of drawing worlds.
 */
export async function runEnsembles(
  host: Host,
  scenarios: readonly Scenario[],
  { replicates, seed }: Pick<HowOften, "replicates" | "seed">,
): Promise<Ensemble[]> {
  const plans = await Promise.all(scenarios.map((scenario) => prepare(scenario)));
  const issues = plans.flatMap((plan) => mismatches(plans[0] as Plan, plan, plan.scenario.name));
  if (issues.length > 0) throw new InputError(issues);
  const progress = new Progress(host, "Simulating");
  const all: Ensemble[] = [];
  try {
    for (const [i, plan] of plans.entries()) {
      const onProgress = (done: number, total: number): Promise<void> =>
        progress.update(i * total + done, plans.length * total);
      all.push(await ensemble(plan, { replicates, seed, onProgress }));
    }
  } finally {
    progress.end();
  }
  return all;
}
