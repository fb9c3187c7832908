import { InputError, type Issue, type ScenarioInput } from "@uptake/model";
import { type Change, scenarioVersion, upgradeScenario } from "@uptake/model/upgrade";
import type { PlanState } from "./plan-store.js";
import { usual } from "./usual.js";
import { commandOf, yamlOf } from "./yaml.js";

/** Largest file read, in bytes (1 MB), as of the command line. */
const mostBytes = 1024 * 1024;

/** Holds what a file was read as. */
export interface ReadPlan {
  /** Undefined where anything is wrong. */
  readonly scenario: ScenarioInput | undefined;
  /** What is wrong, by the path of what it is wrong with. */
  readonly issues: readonly Issue[];
  /** What was changed in a file of an older version. */
  readonly changes: readonly Change[];
}

/** Writes the plan as a scenario file of the command line, with the command that repeats its numbers in a comment. */
export function planFileText({ scenario, seed = usual.seed, replicates = usual.replicates }: PlanState): string {
  const command = commandOf({ seed, replicates }).replaceAll(/[\r\n]/g, " "); // a comment is one line
  return `# ${command}\n${yamlOf({ version: scenarioVersion, ...scenario })}`;
}

const refused = (code: string, message: string): ReadPlan => ({
  scenario: undefined,
  issues: [{ code, path: "", message }],
  changes: [],
});

/** Reads a scenario file, of at most 1 MB. Never throws: what is wrong is told, all at once. */
export async function readPlanFile(file: Blob): Promise<ReadPlan> {
  if (file.size > mostBytes)
    return refused("too-large", "the file has more than 1 MB, and is too large for a scenario");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return refused("not-text", "the file is no text, and so no scenario");
  }
  return readPlanText(text);
}

/** Says on which line of the text something is wrong. */
const placed = ({ line = 1, message }: Issue): string => `line ${line}: ${message.split("\n")[0]}`;

/** Reads the text of a scenario file, in YAML or JSON. Never throws. */
export async function readPlanText(text: string): Promise<ReadPlan> {
  if (text.includes("\0")) return refused("not-text", "the file is no text, and so no scenario");
  let value: unknown;
  const keys: Issue[] = [];
  try {
    const { readYaml } = await import("@uptake/study/yaml");
    ({ value } = readYaml(text, keys));
  } catch (error) {
    const [issue] = error instanceof InputError ? error.issues : [];
    if (issue?.code === "empty") return refused("not-a-scenario", "the file holds no scenario");
    const why = issue ? placed(issue) : (error as Error).message;
    return refused("not-yaml", `the file cannot be read as YAML: ${why}`);
  }
  const wrong = keys.map((issue): Issue => ({ ...issue, message: placed(issue) }));
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return refused("not-a-scenario", "the file holds no scenario");
  const { validateScenario } = await import("@uptake/model/validate");
  try {
    const checked = await validateScenario(value);
    const issues = [...wrong, ...("issues" in checked ? checked.issues : [])];
    if ("issues" in checked || issues.length > 0) return { scenario: undefined, issues, changes: [] };
    const { scenario } = upgradeScenario(value as Readonly<Record<string, unknown>>);
    return { scenario: scenario as ScenarioInput, issues: [], changes: checked.changes };
  } catch (error) {
    if (error instanceof InputError) return { scenario: undefined, issues: [...wrong, ...error.issues], changes: [] };
    return refused("not-a-scenario", (error as Error).message);
  }
}
