import { derive, hashText, type Key, rootKey } from "../numerics/random.ts";

/** Returns the key of a district in one replicate of a seed. */
export function districtKey(seed: string, replicate: number, districtId: string): Key {
  return derive(derive(rootKey(seed), replicate), hashText(districtId));
}
