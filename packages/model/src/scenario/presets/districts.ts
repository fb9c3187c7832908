import { mc2Stem } from "./districts/mc2-stem.ts";
import { napaOneToAll } from "./districts/napa-one-to-all.ts";
import { portervilleLinkedLearning } from "./districts/porterville-linked-learning.ts";
import type { Strategy } from "./strategy.ts";

/** Lists the stories of districts and of a single school, each as a preset. */
export const districts: readonly Strategy[] = [portervilleLinkedLearning, napaOneToAll, mc2Stem];
