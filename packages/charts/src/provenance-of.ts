import type { AnyEnsemble } from "@uptake/study/ensemble";
import type { Provenance } from "./figure.ts";

/** Says where the numbers of an ensemble come from. */
export function provenanceOf({ replicates, worlds, parameters, seed, version }: AnyEnsemble): Provenance {
  return { replicates, worlds: worlds.count, parameters, seed, version };
}
