import { type BeliefsInput, needKeptWorlds } from "./beliefs.ts";
import { parameterNumbers } from "./parameter-numbers.ts";
import { readValues } from "./world-code.ts";
import type { WorldTable } from "./world-table.ts";

let loading: Promise<WorldTable> | undefined;
let loaded: WorldTable | undefined;

/** Loads the kept worlds, once: they are no part of what a page loads first. */
export function loadKeptWorlds(): Promise<WorldTable> {
  loading ??= read().catch((error: unknown) => {
    // A network may be back at the next call.
    loading = undefined;
    throw error;
  });
  return loading;
}

async function read(): Promise<WorldTable> {
  const { rows } = await import("./kept-worlds-table.ts");
  loaded = { source: "kept worlds", parameters: parameterNumbers.map(({ name }) => name), rows: rows.map(readValues) };
  return loaded;
}

/** Returns the kept worlds. @throws Error when they have not been loaded. */
export function loadedKeptWorlds(): WorldTable {
  if (loaded === undefined)
    throw new Error("the kept worlds are not loaded: await prepare(scenario) or loadKeptWorlds() first");
  return loaded;
}

/** Loads the kept worlds where worlds drawn so depend on them. A thread that runs a plan prepared elsewhere calls it first. */
export async function readyWorlds(beliefs: BeliefsInput): Promise<void> {
  if (needKeptWorlds(beliefs)) await loadKeptWorlds();
}
