import { type Plan, prepare, scenario } from "@uptake/model";
import type { Evaluate } from "@uptake/study/evaluate";
import { pinnedDraws, pinnedScenarios, pinnedSeeds } from "../pinned-runs.ts";

/** Makes the pinned runs of scenarios, and returns the checksum of each by the name of its pin. */
export async function runChecksums(names: readonly string[], evaluate: Evaluate): Promise<Record<string, string>> {
  const plans: { readonly name: string; readonly plan: Plan }[] = [];
  for (const name of names)
    for (const draw of pinnedDraws)
      plans.push({
        name: `${name}: ${draw}`,
        plan: await prepare(scenario({ ...pinnedScenarios[name], parameters: { draw } })),
      });
  const found: Record<string, string> = {};
  for (const seed of pinnedSeeds) {
    const { checksums, failures } = await evaluate({
      plans: plans.map(({ plan }) => plan),
      seed,
      statistics: [],
      evaluations: plans.map((_, plan) => ({ plan, replicate: 1 })),
    });
    if (failures.length > 0) throw new Error(JSON.stringify(failures));
    plans.forEach(({ name }, p) => {
      found[`${name}, seed ${seed}`] = checksums[p] as string;
    });
  }
  return found;
}
