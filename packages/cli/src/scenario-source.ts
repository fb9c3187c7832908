import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { strategies } from "@uptake/model";
import { BadInput, collect, type Fault } from "./fault.ts";
import type { Host } from "./host.ts";
import { readText, scenarioLimit, tableLimit } from "./read-text.ts";
import { type ReadYaml, readYaml } from "./read-yaml.ts";

/** Holds the input of a scenario and the files it came from. */
export interface ScenarioSource {
  /** The input, without a district where one of its files could not be read. */
  readonly input: Readonly<Record<string, unknown>>;
  /** What is wrong with those files. */
  readonly faults: readonly Fault[];
  /** Adds file, line and column to a fault of the input. */
  locate(fault: Fault): Fault;
}

/** Tells whether an argument means a file, rather than a strategy. */
export function meansFile(host: Host, argument: string): boolean {
  if (strategies.some(({ name }) => name === argument)) return false;
  return /[./\\]/.test(argument) || existsSync(resolve(host.cwd, argument));
}

/** A district written as the name of a JSON file. */
const isFile = (value: unknown): value is string => typeof value === "string" && /\.json$/i.test(value);

/**
 * Reads a scenario file, YAML or JSON. A district given as the name of a JSON file, relative to the scenario, is read
 * in its place; one that cannot be read is among the faults, so that the rest of the scenario can still be checked.
 *
 * @throws BadInput when the scenario cannot be read, with every fault of its form.
 */
export async function readScenario(host: Host, file: string): Promise<ScenarioSource> {
  const read = readYaml(await readText(host, file, scenarioLimit), file);
  if (typeof read.value !== "object" || read.value === null || Array.isArray(read.value)) {
    throw new BadInput([
      {
        file,
        line: 1,
        column: 1,
        code: "wrong-kind",
        path: "",
        message: "a scenario is a group of fields, as in strategy: all-six-lessons",
      },
    ]);
  }
  return includeDistricts(host, file, read, read.value as Readonly<Record<string, unknown>>);
}

/**
 * Reads the districts that a scenario gives as names of JSON files, relative to `file`, in which the scenario stands at
 * `under` (the whole of it unless given).
 */
export async function includeDistricts(
  host: Host,
  file: string,
  read: ReadYaml,
  scenario: Readonly<Record<string, unknown>>,
  under = "",
): Promise<ScenarioSource> {
  const input: Record<string, unknown> = { ...scenario };
  const others = new Map<string, { readonly file: string; readonly text: string }>();
  const faults: Fault[] = [];
  const inFile = (fault: Fault): Fault => {
    const path = [under, fault.path].filter((part) => part !== "").join(".");
    return { ...fault, path, file, ...read.place(path) };
  };
  const include = async (value: unknown, path: string): Promise<unknown> => {
    if (!isFile(value)) return value;
    const other = isAbsolute(value) ? value : join(dirname(file), value);
    const found: Fault[] = [];
    const district = await collect(found, undefined, async () => {
      const text = await readText(host, other, tableLimit);
      others.set(path, { file: other, text });
      return readJson(text, other);
    });
    for (const fault of found) {
      const missing = { ...fault, path, message: `there is no file ${value}`, value };
      faults.push(fault.code === "missing-file" ? inFile(missing) : fault);
    }
    return district;
  };
  const { district } = input;
  if (Array.isArray(district))
    input["district"] = await Promise.all(district.map((one, i) => include(one, `district[${i}]`)));
  else if (isFile(district)) input["district"] = await include(district, "district");
  if (faults.length > 0) delete input["district"];
  return {
    input,
    faults,
    locate: (fault) => {
      for (const [path, other] of others) {
        if (!fault.path.startsWith(`${path}.`)) continue;
        // A position costs a second reading, which only a fault needs.
        const place =
          other.text.length > scenarioLimit
            ? undefined
            : readYaml(other.text, other.file).place(fault.path.slice(path.length + 1));
        return { ...fault, file: other.file, ...place };
      }
      return inFile(fault);
    },
  };
}

function readJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadInput([
      { file, code: "not-json", path: "", message: `is not JSON: ${(error as Error).message.slice(0, 120)}` },
    ]);
  }
}
