import { InputError } from "../../issue.ts";
import type { Change } from "./change.ts";
import { type Group, groupOf, withField } from "./group.ts";
import { futureVersion, runSteps } from "./run-steps.ts";
import { scenarioSteps } from "./scenario-steps.ts";
import { scenarioVersion, versionOfScenario } from "./scenario-version.ts";
import { upgradeWorlds } from "./upgrade-worlds.ts";

/** Holds a scenario file in the form that is read now. */
export interface UpgradedScenario {
  /** The fields, not checked yet. The same object as given where nothing is other. */
  readonly scenario: Readonly<Record<string, unknown>>;
  /** Version that the file is of, 1 to 4: as it says, or as its fields tell. */
  readonly from: number;
  /** What was changed, in the order of the versions; empty where the file means the same as it did. */
  readonly changes: readonly Change[];
}

/** Upgrades a table of worlds that is written out in a scenario. */
function withWorlds(scenario: Group): { readonly scenario: Group; readonly changes: readonly Change[] } {
  const parameters = groupOf(scenario["parameters"]);
  const worlds = groupOf(parameters?.["worlds"]);
  const { parameters: names, rows } = worlds ?? {};
  if (!parameters || !worlds || !Array.isArray(names) || !Array.isArray(rows)) return { scenario, changes: [] };
  const { file, changes } = upgradeWorlds({ parameters: names, rows });
  if (changes.length === 0) return { scenario, changes };
  const table = withField(parameters, "worlds", { ...worlds, ...file });
  const inScenario = changes.map((change) => ({ ...change, path: "parameters.worlds" }));
  return { scenario: withField(scenario, "parameters", table), changes: inScenario };
}

/**
 * Brings a scenario file of any version, as plain data, to the newest, and tells what was changed. Nothing is checked:
 * `validateScenario` does both.
 *
 * @throws InputError when the file is of a version that is yet to come.
 */
export function upgradeScenario(input: Readonly<Record<string, unknown>>): UpgradedScenario {
  const future = futureVersion(input["version"], scenarioVersion, "scenario");
  if (future) throw new InputError([future]);
  const from = versionOfScenario(input);
  const steps = runSteps(input, from, scenarioSteps);
  const worlds = withWorlds(steps.file);
  const changes = [...steps.changes, ...worlds.changes];
  // A version that is none is left for the check to refuse.
  const { version } = input;
  const numbered = version === undefined || version === from || version === 1;
  const scenario =
    numbered && from < scenarioVersion ? withField(worlds.scenario, "version", scenarioVersion) : worlds.scenario;
  return { scenario, from, changes };
}
