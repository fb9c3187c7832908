import { type Plan, prepare, type Scenario, strategies } from "@uptake/model";
import type { Factor } from "@uptake/study/design";
import {
  chooseFactors,
  mostInfluential,
  type SensitivityOptions,
  studyMorris,
  studySobol,
} from "@uptake/study/sensitivity";
import { usualOutcome } from "@uptake/study/target";
import { counted } from "../../words/format.ts";
import { relocated } from "../relocated.ts";
import type { StudyAnswer, StudyContext, StudyKind } from "../study-kind.ts";
import { answerMorris } from "./morris-answer.ts";
import { type SensitivityInput, sensitivitySchema } from "./sensitivity-schema.ts";
import { answerSobol } from "./sobol-answer.ts";

/** Explains how an outcome varies by what is not known of the world, and by luck. */
export const sensitivityKind: StudyKind<SensitivityInput> = {
  kind: "sensitivity",
  doc: "say what an outcome's variation comes from: parameters that are not known, and luck",
  schema: sensitivitySchema,
  adapts: (input, scenario) =>
    input.method === "morris" || factorsOf(input, scenario).length <= input.most
      ? undefined
      : "it screens parameters first and computes Sobol's indices of those that matter most. Run a study of method: morris first, then name at most as many parameters as most says",
  run: (input, scenario, context) =>
    relocated(
      (path) => fieldOf(input, path),
      () => runSensitivity(input, scenario, context),
    ),
};

/** Returns where the study file holds what an issue is about. */
function fieldOf({ parameters: names = [], ranges }: SensitivityInput, path: string): string {
  if (names.includes(path)) return `parameters[${names.indexOf(path)}]`;
  if (Object.hasOwn(ranges, path)) return `ranges[${JSON.stringify(path)}]`;
  return path === "factors" ? "parameters" : path.startsWith("outcomes[0]") ? "outcome" : path;
}

/** Returns the scenario with the levers of another strategy. */
function under(scenario: Scenario, strategy: string): Scenario {
  const { levers } = strategies.find((one) => one.name === strategy)!;
  return { ...scenario, name: strategy, strategy, levers };
}

/** Lists the parameters that are spread. */
function factorsOf(
  { parameters: names, distribution, ranges }: SensitivityInput,
  scenario: Scenario,
): readonly Factor[] {
  return chooseFactors({ ...(names ? { names } : {}), distribution, ranges, beliefs: scenario.parameters });
}

async function runSensitivity(
  input: SensitivityInput,
  scenario: Scenario,
  context: StudyContext,
): Promise<StudyAnswer> {
  const plans: Plan[] = [];
  if (input.against !== undefined) plans.push(await prepare(under(scenario, input.against)));
  plans.push(await prepare(scenario));
  const factors = factorsOf(input, scenario);
  const options = (stage: string, chosen: readonly Factor[]): SensitivityOptions => ({
    factors: chosen,
    outcome: input.outcome ?? usualOutcome(scenario),
    seed: context.seed,
    evaluate: context.evaluate,
    signal: context.signal,
    onProgress: (done, total) => context.progress(stage, done, total),
  });
  const told = (stage: string, runs: number): void => context.say(`${stage}: ${counted(runs * plans.length, "run")}.`);
  if (input.method === "morris") {
    told("Screening", input.trajectories * (factors.length + 2));
    const { trajectories, levels, halfWidth } = input;
    const found = await studyMorris(plans, { ...options("Screening", factors), trajectories, levels, halfWidth });
    return answerMorris(found, scenario, input);
  }
  const { trajectories, rows, halfWidth, most } = input;
  const count = Math.min(most, factors.length);
  if (factors.length > most) told("Screening", trajectories * (factors.length + 2));
  told("Sobol indices", rows * (count + 3));
  const screening =
    factors.length > most ? await studyMorris(plans, { ...options("Screening", factors), trajectories }) : null;
  const chosen = screening === null ? factors : mostInfluential(factors, screening, most);
  const found = await studySobol(plans, { ...options("Sobol indices", chosen), rows, halfWidth });
  return answerSobol(found, screening, scenario, input);
}
