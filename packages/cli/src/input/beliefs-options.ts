import { effectLevels, effectTies, type WorldTable } from "@uptake/model";
import { collect, type Fault, oneOf } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import type { RawOptions } from "./options.ts";
import type { PlacedChange } from "./placed-change.ts";
import { readWorldsFile } from "./worlds-files.ts";

/** Holds what options say of a scenario's parameters. */
export interface ChosenBeliefs {
  readonly worlds?: WorldTable;
  readonly effects?: string;
  readonly level?: string;
}

/** Options that take the place of fields of a scenario's parameters. */
export const beliefsOptionOf: Readonly<Record<string, string>> = {
  worlds: "--worlds",
  effects: "--effects",
  level: "--level",
};

/**
 * Reads what options say of a scenario's parameters; everything wrong is added to `faults`, what was changed in an older
 * file to `changes`.
 */
export async function chooseBeliefs(
  host: Host,
  raw: RawOptions,
  faults: Fault[],
  changes: PlacedChange[],
): Promise<ChosenBeliefs> {
  const { worlds: file } = raw;
  const named = async (
    path: string,
    given: string | undefined,
    names: readonly string[],
  ): Promise<string | undefined> =>
    given === undefined ? undefined : collect(faults, undefined, () => oneOf(path, given, names));
  const effects = await named("--effects", raw.effects, effectTies);
  const level = await named("--level", raw.level, effectLevels);
  const found: Fault[] = [];
  const worlds = file === undefined ? undefined : await readWorldsFile(host, file, file, found, changes);
  for (const fault of found) faults.push(fault.code === "missing-file" ? { ...fault, path: "--worlds" } : fault);
  return {
    ...(worlds === undefined ? {} : { worlds }),
    ...(effects === undefined ? {} : { effects }),
    ...(level === undefined ? {} : { level }),
  };
}
