import type { Issue } from "@uptake/model";
import { type Group, groupOf } from "@uptake/model/upgrade";
import type { ReadYaml } from "@uptake/study/yaml";
import { BadInput, collect, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { beside } from "../input/beside.ts";
import { type FieldsFile, openFields } from "../input/fields-file.ts";
import { refuseOther } from "../input/other-file.ts";
import { type PlacedChange, placeChange } from "../input/placed-change.ts";
import { readTable } from "../input/read-table.ts";
import { includeFiles as includeScenarioFiles, readScenario, type ScenarioSource } from "../input/scenario-source.ts";
import { collectOf } from "../input/table-text.ts";
import { checkStudy } from "./check-study.ts";
import type { CompleteStudy } from "./complete-study.ts";
import type { Kinds } from "./kind-heads.ts";

/** Holds a study read from a file. */
export interface ReadStudy {
  readonly study: CompleteStudy;
  readonly warnings: readonly Fault[];
  /** What was changed in files of an older version. */
  readonly changes: readonly PlacedChange[];
  /** Adds file, line and column to what running the study finds wrong. */
  locate(issue: Issue): Fault;
}

/** Gives values of options that take the place of fields of the file: field → option and value. */
export type Replaced = ReadonlyMap<string, { readonly option: string; readonly value: unknown }>;

/** Reads the scenario of a study: written out in it, or in a file of its own named relative to the study. */
async function scenarioOf(host: Host, file: string, read: ReadYaml): Promise<ScenarioSource | undefined> {
  const { scenario } = read.value as Group;
  const group = groupOf(scenario);
  if (group) return includeScenarioFiles(host, file, read, group, "scenario");
  if (typeof scenario !== "string") return undefined;
  const other = beside(file, scenario);
  const found: Fault[] = [];
  const source = await collect(found, undefined, () => readScenario(host, other));
  if (source) return source;
  const missing = { path: "scenario", file, ...read.place("scenario"), message: `there is no file ${scenario}` };
  throw new BadInput(found.map((fault) => (fault.code === "missing-file" ? { ...fault, ...missing } : fault)));
}

/**
 * Reads the files that fields of the kind name, relative to the study, and puts what they hold in the place of their
 * names; everything wrong is added to `faults`. Returns which file each such field came from.
 */
async function includeFiles(
  host: Host,
  { file, read, value }: { readonly file: string; readonly read: ReadYaml; readonly value: Record<string, unknown> },
  kinds: Kinds,
  faults: Fault[],
): Promise<Map<string, string>> {
  const from = new Map<string, string>();
  const kind = await kinds.find((head) => head.kind === value["kind"])?.load();
  const readers = kind?.files ?? {};
  for (const [field, reader] of Object.entries(readers)) {
    const name = value[field];
    if (typeof name !== "string") continue;
    const other = beside(file, name);
    const found: Fault[] = [];
    from.set(field, other);
    const table = await collect(found, undefined, () => readTable(host, other));
    value[field] = table === undefined ? undefined : await collectOf(found, other, table, reader);
    const missing = { path: field, file, ...read.place(field), message: `there is no file ${name}` };
    faults.push(...found.map((fault) => (fault.code === "missing-file" ? { ...fault, ...missing } : fault)));
  }
  return from;
}

/**
 * Reads a study file, YAML or JSON, or takes one that was read, and checks it. Its scenario may be the name of a scenario
 * file, and a district that of a JSON file; a field of the kind may name a table. All are relative to the file that names
 * them.
 *
 * @throws BadInput with everything that is wrong, each with its file, line and column.
 */
export async function readStudy(
  host: Host,
  from: string | FieldsFile,
  kinds: Kinds,
  replaced: Replaced = new Map(),
): Promise<ReadStudy> {
  const { file, read, faults: refusedKeys } = await openFields(host, from);
  const faults: Fault[] = [...refusedKeys];
  refuseOther("study", file, read.value);
  const fields = groupOf(read.value);
  if (!fields) {
    const message = "a study is a group of fields, as in kind: compare";
    throw new BadInput([{ file, line: 1, column: 1, code: "wrong-kind", path: "", message }]);
  }
  const refused = faults.length;
  const source = await collect(faults, undefined, () => scenarioOf(host, file, read));
  faults.push(...(source?.faults ?? []));
  const value: Record<string, unknown> = { ...fields };
  const tables = await includeFiles(host, { file, read, value }, kinds, faults);
  const locate = (issue: Issue): Fault => {
    const [field = ""] = /^\w+/.exec(issue.path) ?? [];
    const option = replaced.get(field)?.option;
    if (option !== undefined && issue.code === "unknown-field")
      return { code: "conflict", path: option, message: `a study of this kind has no ${field}`, value: issue.value };
    if (option !== undefined) return { ...issue, path: option };
    if (source && field === "scenario") return source.locate({ ...issue, path: issue.path.slice("scenario.".length) });
    const other = tables.get(field);
    return other === undefined ? { ...issue, file, ...read.place(issue.path) } : { ...issue, file: other };
  };
  for (const [field, { value: other }] of replaced) value[field] = other;
  if (source) value["scenario"] = source.input;
  // Nothing more can be said of a scenario that could not be read.
  else if (faults.length > refused) delete value["scenario"];
  const check = await checkStudy(value, kinds);
  if (!("issues" in check) && faults.length === 0)
    return {
      study: check.study,
      warnings: check.warnings.map(locate),
      changes: [...(source?.changes ?? []), ...check.changes.map((change) => placeChange(change, locate))],
      locate,
    };
  /** Tells what follows only from a file that could not be read: a shock may name its district, and a field is missing. */
  const follows = ({ code, path }: Issue): boolean =>
    faults.length > refused && (code === "unknown-district" || (tables.has(path) && value[path] === undefined));
  const issues = "issues" in check ? check.issues.filter((issue) => !follows(issue)) : [];
  throw new BadInput([...faults, ...issues.map(locate)]);
}
