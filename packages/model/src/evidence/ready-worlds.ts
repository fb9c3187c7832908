import { type BeliefsInput, needKeptWorlds } from "./beliefs.ts";
import { loadKeptWorlds } from "./load-kept-worlds.ts";

/** Loads the kept worlds where worlds drawn so depend on them. A thread that runs a plan prepared elsewhere calls it first. */
export async function readyWorlds(beliefs: BeliefsInput): Promise<void> {
  if (needKeptWorlds(beliefs)) await loadKeptWorlds();
}
