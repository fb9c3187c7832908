import type { World } from "../evidence/parameter.ts";
import type { Ease } from "../scenario/transition.ts";

/** Holds the numbers of the teacher pass that are the same for every school. */
export interface TeacherConstants {
  readonly forgetting: number;
  readonly compliantLoss: number;
  /** Mean depth of the district's users at the last index on a complete graph, or −1 with a network of advice. */
  readonly mixedDepth: number;
  /** Factors of the odds of hearing, and of a month's growth while trying. */
  readonly hear: number;
  readonly use: number;
}

/** Reads the numbers of the teacher pass from a world and the factors of transitions, for a network of advice. */
export function teacherConstants(world: World, ease: Ease): TeacherConstants {
  return {
    forgetting: world["depth.forgetting"]!,
    compliantLoss: world["depth.compliant"]!,
    mixedDepth: -1,
    hear: ease.hear,
    use: ease.use,
  };
}
