import { scenarioVersion } from "@uptake/model/upgrade";
import { studyVersion } from "@uptake/study/files";
import type { BreaksInput } from "@uptake/study/questions";
import { completedOf } from "../../plan/lever-settings.js";
import { yamlOf } from "../../plan/yaml.js";

/** Writes what was asked as a study file of the command line, which repeats the numbers. */
export function studyText({ plans, shocks, worlds, seed }: BreaksInput): string {
  const [first] = plans;
  const { levers: _, strategy: __, name: ___, ...place } = first?.scenario ?? {};
  const strategies = plans.map(({ name, scenario }) => {
    const { strategy = "business-as-usual", levers = {} } = scenario;
    if (typeof strategy === "string") return { base: strategy, name, levers };
    return { base: "business-as-usual", name, levers: completedOf(scenario).levers };
  });
  return `# pnpm uptake study stress.yaml\n${yamlOf({ version: studyVersion, kind: "stress", seed, scenario: { version: scenarioVersion, ...place }, strategies, shocks, draws: worlds })}`;
}
