import type { BeliefsInput } from "./beliefs.ts";
import { loadedKeptWorlds } from "./load-kept-worlds.ts";
import type { World } from "./parameter.ts";
import { nameValues } from "./world-code.ts";
import { placeOf } from "./world-number.ts";

/**
 * Draws the world of `replicate` under `seed` from a table of worlds, by default the kept ones, with the bits of `drawWorld`
 * where nothing more is believed than values of single parameters.
 *
 * @throws Error when the kept worlds are needed and have not been loaded.
 */
export function sampledWorld(seed: string, replicate: number, { worlds, values = {} }: BeliefsInput): World {
  const { rows } = worlds ?? loadedKeptWorlds();
  return nameValues(rows[placeOf(seed, replicate, rows.length)]!, values);
}
