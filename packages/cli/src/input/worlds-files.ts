import { type Parameter, parameters, type WorldTable, worldsVersion } from "@uptake/model";
import { type ReadWorlds, readOldWorlds } from "@uptake/model/validate";
import { collect, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { integer, text } from "../tables/columns.ts";
import type { AnswerTable } from "../tables/table.ts";
import type { PlacedChange } from "./placed-change.ts";
import { readTable } from "./read-table.ts";
import { collectOf } from "./table-text.ts";

/**
 * Reads a table of worlds from a file, CSV or Parquet; `source` is what results call it. Everything wrong is added to `faults`, what
 * was changed in a table of an older version to `changes`; undefined where it could not be read.
 */
export async function readWorldsFile(
  host: Host,
  file: string,
  source: string,
  faults: Fault[],
  changes: PlacedChange[],
): Promise<WorldTable | undefined> {
  const table = await collect(faults, file, () => readTable(host, file));
  if (table === undefined) return undefined;
  const read = await collectOf(faults, file, table, (text): ReadWorlds => readOldWorlds(text, source));
  for (const change of read?.changes ?? []) changes.push({ ...change, file });
  return read?.worlds;
}

const columnOf = ({ name, unit, doc }: Parameter): AnswerTable["columns"][number] => ({
  name,
  type: "number",
  unit,
  doc,
});

/** Returns worlds as a table that can be read back: one row a world, its values in the order of the record. */
export function worldsTable(name: string, doc: string, rows: WorldTable["rows"]): AnswerTable {
  const version = worldsVersion();
  return {
    name,
    doc,
    columns: [
      text("version", "Version of the package, and fingerprint of the priors"),
      integer("world", "–", "Number of the world"),
      ...parameters.map(columnOf),
    ],
    rows: rows.map((row, world) => [version, world, ...row]),
  };
}
