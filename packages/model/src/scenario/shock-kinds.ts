import { type ShockKind, shockCourses } from "./shock.ts";

const words: Readonly<Record<string, Omit<ShockKind, "kind" | "default">>> = {
  "turnover-wave": {
    doc: "More teachers and principals leave in the Julys it covers",
    unit: "log-odds",
    range: [-3, 3],
  },
  "coaching-pause": { doc: "Coach hours are lost", unit: "share of hours", range: [0, 1] },
  "budget-cut": {
    doc: "Every lever runs at a reduced intensity, and costs as much less",
    unit: "share of intensity",
    range: [0, 1],
  },
  "superintendent-exit": { doc: "The superintendent leaves in its first month", unit: "probability", range: [0, 1] },
  "principal-exit": { doc: "Principals leave in its first month", unit: "probability", range: [0, 1] },
  "policy-churn": { doc: "More competing initiatives arrive", unit: "initiatives per month", range: [0, 2] },
  "hostile-accountability": { doc: "Accountability pressure rises on every school", unit: "share", range: [-1, 1] },
  "survey-gap": { doc: "Survey answers are lost", unit: "share of answers", range: [0, 1] },
};

/** Lists the kinds of shock. */
export const shockKinds: readonly ShockKind[] = shockCourses.map(({ kind, default: usual }) => ({
  kind,
  ...words[kind]!,
  default: usual,
}));
