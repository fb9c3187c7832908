import type { Strategy } from "../strategy.ts";
import { equityCase, policy } from "./equity-case.ts";

/** Describes the strategy “Practice in policy”. */
export const practiceInPolicy: Strategy = equityCase(
  "practice-in-policy",
  "Practice in policy",
  "The same call, with the practice written into strategic plan and graduate portrait",
  policy,
);
