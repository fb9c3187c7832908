import { documents } from "../documents.ts";
import type { Strategy } from "../strategy.ts";
import { head, invitation, plainest } from "./plainest.ts";

const { brief } = documents;

/** Describes the strategy “Leadership first”. */
export const leadershipFirst: Strategy = {
  ...head,
  name: "leadership-first",
  title: "Leadership first",
  doc: "Principals are prepared from the start and a pipeline grown; coaching comes in the second year",
  levers: {
    entry: invitation,
    leadership: { preparation: 1, pipeline: 0.5 },
    investment: { principals: 1, time: 0, office: 0, coaches: 0 },
    coaching: { teachersPerCoach: 30, start: 12 },
  },
  readings: [
    plainest("entry", "coaching"),
    {
      settings: ["leadership", "investment"],
      file: brief,
      passage:
        "Principals need deep knowledge of learning, and success with the new model, before they can redesign a school; districts may raise them from their expert teachers.",
    },
  ],
};
