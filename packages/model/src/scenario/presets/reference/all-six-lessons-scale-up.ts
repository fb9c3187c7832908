import { documents } from "../documents.ts";
import type { Strategy } from "../strategy.ts";
import { head } from "./plainest.ts";
import { sixLessons, sixReadings } from "./six-lessons.ts";

const { brief } = documents;

/** Describes the strategy “All six lessons, at scale-up cost”. */
export const allSixLessonsScaleUp: Strategy = {
  ...head,
  name: "all-six-lessons-scale-up",
  title: "All six lessons, at scale-up cost",
  doc: "As all six lessons, with a coach for 15 teachers, more time, and leaders grown from within",
  levers: {
    ...sixLessons,
    investment: { time: 1, principals: 1, office: 1, coaches: 1 },
    coaching: { teachersPerCoach: 15, release: 0.5 },
    learning: { institutes: 5, visits: 0.5, repository: 1 },
    leadership: { preparation: 1, pipeline: 0.5 },
  },
  readings: [
    ...sixReadings,
    {
      settings: ["leadership"],
      file: brief,
      passage: "Networks prepare their principals and raise new leaders among those who know the practice.",
    },
  ],
};
