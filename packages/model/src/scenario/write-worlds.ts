import { parameters } from "../evidence/parameters.ts";
import type { WorldTable } from "../evidence/world-table.ts";
import { worldsVersion } from "../evidence/worlds-version.ts";

/** Writes worlds, their values in the order of the record, as the comma-separated values that `readWorlds` reads. */
export function writeWorlds(rows: WorldTable["rows"]): string {
  const version = worldsVersion();
  const header = ["version", "world", ...parameters.map(({ name }) => name)];
  return [header, ...rows.map((row, world) => [version, world, ...row])]
    .map((cells) => `${cells.join(",")}\n`)
    .join("");
}
