import { type Parameter, parameters } from "@uptake/model";
import { leverNamed } from "./lever-settings.js";

/** Names the parameters that say most of what a lever does. */
const effects: Readonly<Record<string, readonly string[]>> = {
  vision: ["trying.vision", "awareness.vision", "trying.risk"],
  assessment: ["openness.assessment", "trying.norms", "openness.distrust"],
  investment: ["support.timeGain", "principal.development", "office.commitmentGain", "support.coaches"],
  departments: ["direction.pace", "embedding.pace", "departments.dilution"],
  entry: ["entry.fit", "entry.compliance", "entry.decision", "community.mandate"],
  guidance: ["trying.autonomy", "trying.confidence", "owning.choice", "owning.prescription"],
  coaching: ["trying.coaching", "lapsing.coaching", "lapsing.withdrawal"],
  learning: ["depth.institutes", "depth.visits", "depth.repository", "awareness.institutes"],
  leadership: ["principal.preparation", "pipeline.reach"],
  design: ["support.designTime", "depth.teams", "depth.design"],
  partnership: ["community.coDesign", "embedding.coDesign", "partnership.dilution"],
  improvement: ["improvement.quality", "improvement.allocation"],
  practice: ["practice.complexity", "trying.intercept"],
};

/** Returns what the model believes of a lever: its effects, then what it is paid for, each with its source and status. */
export function evidenceOf(lever: string): readonly Parameter[] {
  const paid = leverNamed(lever)
    .charges(() => 1, 0)
    .map(({ price }) => price);
  const names = new Set([...(effects[lever] ?? []), ...paid]);
  return parameters.filter(({ name }) => names.has(name));
}

/** Lists the lever's effects by name, for the check that each is a parameter. */
export const effectNames: readonly string[] = Object.values(effects).flat();
