import { allSixLessons } from "./reference/all-six-lessons.ts";
import { allSixLessonsScaleUp } from "./reference/all-six-lessons-scale-up.ts";
import { businessAsUsual } from "./reference/business-as-usual.ts";
import { coachingOnly } from "./reference/coaching-only.ts";
import { coherenceFirst } from "./reference/coherence-first.ts";
import { institutesOnly } from "./reference/institutes-only.ts";
import { leadershipFirst } from "./reference/leadership-first.ts";
import { mandate } from "./reference/mandate.ts";
import { volunteersOnly } from "./reference/volunteers-only.ts";
import type { Strategy } from "./strategy.ts";

/**
 * Lists the reference strategies. Their settings are readings of what such a strategy would do, chosen before any
 * result was seen and tuned to none.
 */
export const reference: readonly Strategy[] = [
  businessAsUsual,
  coachingOnly,
  institutesOnly,
  mandate,
  volunteersOnly,
  leadershipFirst,
  coherenceFirst,
  allSixLessons,
  allSixLessonsScaleUp,
];
