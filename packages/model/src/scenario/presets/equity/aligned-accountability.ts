import type { Strategy } from "../strategy.ts";
import { accountability, equityCase } from "./equity-case.ts";

/** Describes the strategy “Aligned accountability”. */
export const alignedAccountability: Strategy = equityCase(
  "aligned-accountability",
  "Aligned accountability",
  "The same call, with measures, accountability and evaluation brought in line with the practice",
  accountability,
);
