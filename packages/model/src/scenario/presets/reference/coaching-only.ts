import type { Strategy } from "../strategy.ts";
import { head, invitation, plainest } from "./plainest.ts";

/** Describes the strategy “Coaching only”. */
export const coachingOnly: Strategy = {
  ...head,
  name: "coaching-only",
  title: "Coaching only",
  doc: "Every school is invited; a coach for every 20 teachers, nothing else",
  levers: { entry: invitation, coaching: { teachersPerCoach: 20 } },
  readings: [plainest("entry", "coaching")],
};
