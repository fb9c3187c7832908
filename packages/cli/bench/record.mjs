import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { sameProgram } from "./builds.mjs";
import { rows } from "./rows.mjs";

/** File that keeps the figures which `docs/performance.md` states. */
export const recordFile = new URL("recorded.json", import.meta.url);

/** Fields of a result that figures of one table must share. */
const SAME = ["changed", "against", "processor", "cores", "system", "node"];

const sameRun = async (a, b) =>
  SAME.every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name])) &&
  (await sameProgram(a.revision, b.revision));

/** Shortens reasons to their first line, and paths in them to names of files: folders are the machine's own affair. */
const withoutFolders = (failed) =>
  Object.fromEntries(
    Object.entries(failed).map(([name, why]) => [name, why.split("\n")[0].replaceAll(/(?:\/[^\s/"]+)*\//g, "")]),
  );

/**
 * Keeps a result. Of some rows only, it joins those recorded before, if they were measured of the same program, against
 * the same commits, on the same machine.
 *
 * @throws Error where the figures recorded before are not such.
 */
export async function record(result, only) {
  const partial = only.length > 0 && existsSync(recordFile);
  const before = partial ? JSON.parse(readFileSync(recordFile, "utf8")) : { rows: {}, failed: {} };
  if (partial && !(await sameRun(before, result))) {
    throw new Error("what is recorded is of another program or machine: record all rows, without --only");
  }
  const kept = (all) => Object.fromEntries(Object.entries(all).filter(([name]) => !only.includes(name)));
  const found = { ...kept(before.rows), ...result.rows };
  const ordered = Object.fromEntries(rows.flatMap(({ name }) => (name in found ? [[name, found[name]]] : [])));
  const failed = { ...kept(before.failed), ...withoutFolders(result.failed) };
  const all = { ...result, rows: ordered, failed };
  writeFileSync(recordFile, `${JSON.stringify(all, null, 2)}\n`);
}
