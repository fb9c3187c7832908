import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { receiptBeside } from "../receipt/read-receipt.ts";

/** Holds what names a study in a folder: it may have changed since otherwise. */
interface NamedStudy {
  readonly kind: string;
  readonly name: string;
}

/** Files of a result that may be somebody's own, where no result stands in the folder: an import writes district.json. */
const inputs = ["scenario.yaml", "district.json", "worlds.csv"];

/**
 * Says why a folder is no place for the result of `study`, or for files of no study where it is undefined: it holds the
 * result of another one, or a file of somebody's own that the result would take the place of. Nothing where it is free, or
 * there is none.
 */
export async function takenFolder(host: Host, folder: string | undefined, study?: NamedStudy): Promise<Fault[]> {
  if (folder === undefined) return [];
  const fault = (code: string, message: string): Fault[] => [{ code, path: "--out", message }];
  const found = (await receiptBeside(host, folder))?.study;
  if (found !== undefined) {
    if (study && found.kind === study.kind && found.name === study.name) return [];
    const of = study === undefined ? "a study" : "another study";
    const message = `“${folder}” holds the result of ${of}, ${found.kind} “${found.name}”; choose another folder, or remove it first`;
    return fault("another-study", message);
  }
  const own = inputs.find((name) => existsSync(resolve(host.cwd, folder, name)));
  if (study === undefined || own === undefined) return [];
  const message = `“${folder}” holds a file ${own} that is of no result, and a result would take its place; choose another folder`;
  return fault("own-file", message);
}
