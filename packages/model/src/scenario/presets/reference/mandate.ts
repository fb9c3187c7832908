import type { Strategy } from "../strategy.ts";
import { head, plainest } from "./plainest.ts";

/** Describes the strategy “Mandate”. */
export const mandate: Strategy = {
  ...head,
  name: "mandate",
  title: "Mandate",
  doc: "Schools are enrolled by order, practice is prescribed, coaches are few",
  levers: {
    entry: { mandate: 1 },
    guidance: { prescription: 0.9, choice: 0.1 },
    coaching: { teachersPerCoach: 60 },
  },
  readings: [plainest("entry", "guidance", "coaching")],
};
