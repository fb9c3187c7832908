import type { Strategy } from "../strategy.ts";
import { accountability, equityCase, policy } from "./equity-case.ts";

/** Describes the strategy “Accountability and policy”. */
export const accountabilityAndPolicy: Strategy = equityCase(
  "accountability-and-policy",
  "Accountability and policy",
  "The same call, with both remedies: aligned accountability, and the practice written into policy",
  [...accountability, ...policy],
);
