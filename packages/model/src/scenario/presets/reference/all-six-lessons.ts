import type { Strategy } from "../strategy.ts";
import { head } from "./plainest.ts";
import { sixLessons, sixReadings } from "./six-lessons.ts";

/** Describes the strategy “All six lessons”. */
export const allSixLessons: Strategy = {
  ...head,
  name: "all-six-lessons",
  title: "All six lessons",
  doc: "Each of the six lessons at once, at a moderate strength, with coaching and experiential learning",
  levers: sixLessons,
  readings: sixReadings,
};
