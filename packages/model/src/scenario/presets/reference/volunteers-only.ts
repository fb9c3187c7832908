import { documents } from "../documents.ts";
import type { Strategy } from "../strategy.ts";
import { head, plainest } from "./plainest.ts";

const { lessons } = documents;

/** Describes the strategy “Volunteers only”. */
export const volunteersOnly: Strategy = {
  ...head,
  name: "volunteers-only",
  title: "Volunteers only",
  doc: "An open call; coaching for those who answer",
  levers: { entry: { volunteers: 1 }, coaching: { teachersPerCoach: 20 } },
  readings: [
    {
      settings: ["entry"],
      file: lessons,
      passage: "One partnership learnt whom a bare call for volunteers brings: the stronger schools.",
    },
    plainest("coaching"),
  ],
};
