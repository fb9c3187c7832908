import type { Strategy } from "../strategy.ts";
import { equityCase } from "./equity-case.ts";

/** Describes the strategy “Strong schools volunteer”. */
export const strongSchoolsVolunteer: Strategy = equityCase(
  "strong-schools-volunteer",
  "Strong schools volunteer",
  "A call for volunteers that leaves the norms for weaker schools as they are; runs as volunteers-only does",
  [],
);
