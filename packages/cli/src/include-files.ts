import { dirname, isAbsolute, join } from "node:path";
import { collect, type Fault } from "./fault.ts";
import type { Host } from "./host.ts";
import { readText, tableLimit } from "./read-text.ts";
import type { ReadYaml } from "./read-yaml.ts";
import type { StudyKind } from "./studies/study-kind.ts";

/** Holds what is wrong with the files that a study names, and the fields that could not be read. */
export interface IncludedFiles {
  readonly faults: readonly Fault[];
  readonly unread: ReadonlySet<string>;
}

/**
 * Puts what the files named in a study hold in the place of their names, for the fields that the kind says may name one;
 * names are relative to the study file. A field that cannot be read is taken out.
 */
export async function includeFiles(
  host: Host,
  file: string,
  read: ReadYaml,
  kind: StudyKind | undefined,
  value: Record<string, unknown>,
): Promise<IncludedFiles> {
  const faults: Fault[] = [];
  const unread = new Set<string>();
  for (const [field, parse] of Object.entries(kind?.files ?? {})) {
    const name = value[field];
    if (typeof name !== "string") continue;
    const other = isAbsolute(name) ? name : join(dirname(file), name);
    const found: Fault[] = [];
    const parsed = await collect(found, other, async () => parse(await readText(host, other, tableLimit)));
    if (found.length === 0) value[field] = parsed;
    else {
      const missing = { path: field, file, ...read.place(field), message: `there is no file ${name}`, value: name };
      faults.push(...found.map((fault) => (fault.code === "missing-file" ? { ...fault, ...missing } : fault)));
      unread.add(field);
      delete value[field];
    }
  }
  return { faults, unread };
}
