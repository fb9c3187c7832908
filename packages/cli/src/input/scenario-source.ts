import { type Group, groupOf } from "@uptake/model/upgrade";
import type { Place, ReadYaml } from "@uptake/study/yaml";
import { BadInput, collect, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { beside } from "./beside.ts";
import { type FieldsFile, openFields } from "./fields-file.ts";
import { isJsonName, isTableName } from "./file-name.ts";
import { refuseOther } from "./other-file.ts";
import type { PlacedChange } from "./placed-change.ts";
import { readJson } from "./read-json.ts";
import { readText, scenarioLimit, tableLimit } from "./read-text.ts";
import { readYaml } from "./read-yaml.ts";
import { readRosterBlock } from "./roster-block.ts";
import { readWorldsFile } from "./worlds-files.ts";

/** Holds the input of a scenario and the files it came from. */
export interface ScenarioSource {
  /** The input, without a district or worlds where one of their files could not be read. */
  readonly input: Group;
  /** What is wrong with those files, and keys of the scenario's own that are refused. */
  readonly faults: readonly FaultOfFile[];
  /** What was changed in those of an older version. */
  readonly changes: readonly PlacedChange[];
  /** Adds file, line and column to a fault of the input. */
  locate(fault: Fault): Fault;
}

/** Describes what is wrong with a file that a scenario names, and which of its fields names it; or with the text of its own. */
export interface FaultOfFile extends Fault {
  readonly of: "district" | "parameters.worlds" | "text";
}

/**
 * Reads a scenario file, YAML or JSON, or takes one that was read. A district given as the name of a JSON file or as a
 * roster, and worlds given as that of a table, relative to the scenario, are read in its place; what cannot be read is among
 * the faults, so that the rest of the scenario can still be checked.
 *
 * @throws BadInput when the scenario cannot be read, with every fault of its form.
 */
export async function readScenario(host: Host, from: string | FieldsFile): Promise<ScenarioSource> {
  const { file, read, faults: refused } = await openFields(host, from);
  refuseOther("scenario", file, read.value);
  const fields = groupOf(read.value);
  if (!fields) {
    const message = "a scenario is a group of fields, as in strategy: all-six-lessons";
    throw new BadInput([{ file, line: 1, column: 1, code: "wrong-kind", path: "", message }]);
  }
  const source = await includeFiles(host, file, read, fields);
  return { ...source, faults: [...refused.map((fault) => ({ ...fault, of: "text" as const })), ...source.faults] };
}

/**
 * Reads the districts that a scenario gives as names of JSON files, and the worlds that it gives as that of a table,
 * relative to `file`, in which the scenario stands at `under` (the whole of it unless given).
 */
export async function includeFiles(
  host: Host,
  file: string,
  read: ReadYaml,
  scenario: Group,
  under = "",
): Promise<ScenarioSource> {
  const input: Record<string, unknown> = { ...scenario };
  const others = new Map<string, { readonly file: string; readonly text: string }>();
  const faults: FaultOfFile[] = [];
  const changes: PlacedChange[] = [];
  const inFile = (fault: Fault): Fault => {
    const path = [under, fault.path].filter((part) => part !== "").join(".");
    return { ...fault, path, file, ...read.place(path) };
  };
  const tell = (found: readonly Fault[], of: FaultOfFile["of"], path: string, value: string): void => {
    for (const fault of found) {
      const missing = { ...fault, path, message: `there is no file ${value}`, value };
      faults.push({ ...(fault.code === "missing-file" ? inFile(missing) : fault), of });
    }
  };
  const include = async (value: unknown, path: string): Promise<unknown> => {
    if (isTableName(value)) {
      const message = `is a table: a roster is named as roster: { file: ${value}, format: NAME }, in place of district`;
      tell([inFile({ code: "wrong-kind", path, message, value })], "district", path, value);
      return undefined;
    }
    if (!isJsonName(value)) return value;
    const other = beside(file, value);
    const found: Fault[] = [];
    const district = await collect(found, undefined, async () => {
      const text = await readText(host, other, tableLimit);
      others.set(path, { file: other, text });
      return readJson(text, other);
    });
    tell(found, "district", path, value);
    return district;
  };
  const { district } = input;
  if (Array.isArray(district))
    input["district"] = await Promise.all(district.map((one, i) => include(one, `district[${i}]`)));
  else if (district !== undefined) input["district"] = await include(district, "district");
  if (input["roster"] !== undefined) {
    const found: Fault[] = [];
    if (district !== undefined)
      found.push({ code: "conflict", path: "roster", message: "takes the place of district, which is given too" });
    input["district"] = await readRosterBlock(host, input["roster"], file, found);
    for (const fault of found) faults.push({ ...(fault.file === undefined ? inFile(fault) : fault), of: "district" });
  }
  delete input["roster"];
  if (faults.length > 0) delete input["district"];
  const parameters = groupOf(input["parameters"]);
  const named = parameters?.["worlds"];
  if (typeof named === "string") {
    const found: Fault[] = [];
    const worlds = await readWorldsFile(host, beside(file, named), named, found, changes);
    tell(found, "parameters.worlds", "parameters.worlds", named);
    input["parameters"] = { ...parameters, worlds };
  }
  return {
    input,
    faults,
    changes,
    locate: (fault) => {
      for (const [path, other] of others) {
        // A file may hold a list of districts.
        const inner = fault.path.startsWith(path)
          ? /^(?:\.|(?=\[))(.*)$/.exec(fault.path.slice(path.length))?.[1]
          : undefined;
        if (inner === undefined) continue;
        const place = placeIn(other, inner);
        return { ...fault, file: other.file, ...place };
      }
      return inFile(fault);
    },
  };
}

/** Texts read again to find places in them, each once however many faults it has. */
const readAgain = new WeakMap<object, ReadYaml | "too large">();

/** Finds a place in a JSON file, at the cost of a second reading; none where that takes too long. */
function placeIn(other: { readonly file: string; readonly text: string }, path: string): Place | undefined {
  const { file, text } = other;
  if (text.length > scenarioLimit) return undefined;
  let read = readAgain.get(other);
  try {
    read ??= readYaml(text, file);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    read = "too large";
  }
  readAgain.set(other, read);
  return read === "too large" ? undefined : read.place(path);
}
