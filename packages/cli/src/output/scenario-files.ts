import { type District, type Scenario, version } from "@uptake/model";
import { writeWorlds } from "@uptake/model/validate";
import { stringify } from "yaml";
import { scenarioInput } from "../input/scenario-input.ts";
import type { WrittenScenario } from "../studies/study-kind.ts";
import { namedCommand } from "../words/shell-quoted.ts";

/** Says how to run a scenario again, in a line that a comment can hold: a seed that would end it is left to the receipt. */
function noteOf({ prefix, replicates }: WrittenScenario, seed: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that no comment may hold.
  const plain = !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(seed);
  const argv = [
    "run",
    `${prefix}scenario.yaml`,
    "--replicates",
    String(replicates),
    ...(plain ? ["--seed", seed] : []),
  ];
  return `Run with: ${namedCommand(...argv)} (uptake ${version}${plain ? "" : "; the seed is in receipt.json"})`;
}

/** Writes the districts that are not embedded ones as a file, and names it; the embedded ones stay as they are. */
function placeOf({ district }: Scenario, name: string): { readonly place: unknown; readonly file: string | undefined } {
  const all = (Array.isArray(district) ? district : [district]) as readonly (string | District)[];
  if (all.every((one) => typeof one === "string")) return { place: district, file: undefined };
  const file = Array.isArray(district)
    ? // A line a district keeps a state's within what is read again.
      `[\n${all.map((one) => JSON.stringify(one)).join(",\n")}\n]\n`
    : `${JSON.stringify(district, undefined, 2)}\n`;
  return { place: name, file };
}

/**
 * Writes a scenario so that reading it gives the same again: scenario.yaml, beside it the districts that are not embedded
 * ones in one JSON file, and worlds of its own as a CSV file. Names begin with the scenario's prefix.
 */
export function scenarioFiles(written: WrittenScenario, seed: string): Map<string, string> {
  const { scenario, prefix } = written;
  const { parameters } = scenario;
  const { worlds } = parameters;
  const { place, file } = placeOf(scenario, `${prefix}district.json`);
  const content = {
    ...scenarioInput(scenario),
    district: place,
    parameters: { ...parameters, worlds: worlds === null ? null : `${prefix}worlds.csv` },
  };
  return new Map([
    [`${prefix}scenario.yaml`, `# ${noteOf(written, seed)}\n${stringify(content, { aliasDuplicateObjects: false })}`],
    ...(file === undefined ? [] : [[`${prefix}district.json`, file] as const]),
    ...(worlds === null ? [] : [[`${prefix}worlds.csv`, writeWorlds(worlds.rows)] as const]),
  ]);
}
