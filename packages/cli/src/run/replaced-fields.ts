import type { Fault } from "../host/fault.ts";
import { howOften, type RawOptions } from "../input/options.ts";
import type { Replaced } from "../studies/study-file.ts";

/** Lists the options, those at fault left out, that take the place of fields of a study file. */
export function replacedBy(raw: RawOptions, faults: Fault[]): Replaced {
  const found: Fault[] = [];
  const { seed, replicates } = howOften(raw, found);
  faults.push(...found);
  const given = [
    { field: "seed", option: "--seed", asked: raw.seed, value: seed },
    { field: "replicates", option: "--replicates", asked: raw.replicates, value: replicates },
    { field: "worlds", option: "--priors", asked: raw.priors, value: "priors" },
  ].filter(({ option, asked }) => asked !== undefined && !found.some(({ path }) => path === option));
  return new Map(given.map(({ field, option, value }) => [field, { option, value }]));
}
