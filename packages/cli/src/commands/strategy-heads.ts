import type { Strategy } from "@uptake/model";

/** Heads the strategies of a kind. */
export const strategyHeads: Readonly<Record<Strategy["kind"], string>> = {
  reference: "to compare with",
  network: "networks of schools",
  district: "districts and a school",
  equity: "who volunteers, and remedies",
  grant: "what a grant may buy",
};
