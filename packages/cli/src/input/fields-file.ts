import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { groupOf } from "@uptake/model/upgrade";
import type { ReadYaml } from "@uptake/study/yaml";
import { BadInput, collect, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { namedCommand } from "../words/shell-quoted.ts";
import { isTableName } from "./file-name.ts";
import { meansFile } from "./means-file.ts";
import { readText, scenarioLimit } from "./read-text.ts";

/** Holds a file of fields as it was read, once for all that is asked of it: a pipe gives its text no second time. */
export interface FieldsFile {
  readonly file: string;
  /** What it says; undefined where it cannot be read, and then the faults say why. */
  readonly read: ReadYaml | undefined;
  /** What is wrong with its text; keys that are refused where there is something to read. */
  readonly faults: readonly Fault[];
}

/** Files by which folders are known, and what is said of them. */
const knownFolders: readonly (readonly [file: string, says: (folder: string) => string])[] = [
  ["receipt.json", (folder) => `is the folder of a result; check it with: ${namedCommand("verify", folder)}`],
  [
    "plan.json",
    (folder) => `is the folder of a plan of shards; see how far it is with: ${namedCommand("shard", "status", folder)}`,
  ],
  [
    "district.json",
    (folder) =>
      `is the folder of an import; name its district in a scenario, as in district: ${join(folder, "district.json")}`,
  ],
];

/** Says of a folder of results which command takes it. */
function ofFolder(host: Host, fault: Fault): Fault {
  const { file: folder = "" } = fault;
  const holds = (name: string): boolean => existsSync(resolve(host.cwd, folder, name));
  const says = knownFolders.find(([name]) => holds(name))?.[1];
  if (says === undefined) return fault;
  const scenario = holds("scenario.yaml") ? `; the scenario it ran is ${join(folder, "scenario.yaml")}` : "";
  return { ...fault, message: `${says(folder)}${scenario}` };
}

const table =
  "is a table; a roster is given with --roster FILE --format NAME, or in a scenario, as roster: { file: FILE, format: NAME }";

/** Faults of a file that has no content to look at. */
const withoutContent = ["missing-file", "unreadable", "not-a-file"];

/** Reads a file of fields, YAML or JSON, of at most 1 MB; what is wrong with it is among its faults. */
export async function readFieldsFile(host: Host, file: string): Promise<FieldsFile> {
  const found: Fault[] = [];
  const refused: Fault[] = [];
  const read = await collect(found, undefined, async () => {
    const { readYaml } = await import("./read-yaml.ts");
    return readYaml(await readText(host, file, scenarioLimit), file, refused);
  });
  const unread = found.some(({ code }) => withoutContent.includes(code));
  if (isTableName(file) && !unread && groupOf(read?.value) === undefined)
    return { file, read: undefined, faults: [{ file, code: "wrong-kind", path: "", message: table }] };
  const told = found.map((fault) => (fault.code === "not-a-file" ? ofFolder(host, fault) : fault));
  return { file, read, faults: read ? refused : told };
}

/** Takes a file of fields that was read, or reads it. @throws BadInput where it cannot be read. */
export async function openFields(
  host: Host,
  from: string | FieldsFile,
): Promise<FieldsFile & { readonly read: ReadYaml }> {
  const { file, read, faults } = typeof from === "string" ? await readFieldsFile(host, from) : from;
  if (read === undefined) throw new BadInput(faults);
  return { file, read, faults };
}

/** Reads the file that an argument means; undefined where it means a strategy, or is not given. */
export async function readArgument(host: Host, argument: string | undefined): Promise<FieldsFile | undefined> {
  return argument !== undefined && meansFile(host, argument) ? readFieldsFile(host, argument) : undefined;
}
