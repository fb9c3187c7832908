import type { RosterReport } from "./read-roster.ts";

/** Names in words the figures of schools that a roster's reader estimates. */
export const estimatedFigure: Readonly<Record<RosterReport["estimates"][number]["field"], string>> = {
  teachers: "teachers",
  lowIncomeShare: "the low-income share",
};
