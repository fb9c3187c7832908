import { accountabilityAndPolicy } from "./equity/accountability-and-policy.ts";
import { alignedAccountability } from "./equity/aligned-accountability.ts";
import { practiceInPolicy } from "./equity/practice-in-policy.ts";
import { strongSchoolsVolunteer } from "./equity/strong-schools-volunteer.ts";
import type { Strategy } from "./strategy.ts";

/** Lists the case in which only strong schools volunteer, and its remedies, each as a preset. */
export const equity: readonly Strategy[] = [
  strongSchoolsVolunteer,
  alignedAccountability,
  practiceInPolicy,
  accountabilityAndPolicy,
];
