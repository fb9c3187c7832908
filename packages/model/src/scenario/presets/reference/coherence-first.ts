import { documents } from "../documents.ts";
import type { Strategy } from "../strategy.ts";
import { head, invitation, plainest } from "./plainest.ts";
import { allDepartments } from "./six-lessons.ts";

const { lessons } = documents;

/** Describes the strategy “Coherence first”. */
export const coherenceFirst: Strategy = {
  ...head,
  name: "coherence-first",
  title: "Coherence first",
  doc: "All departments are aligned and the practice embedded from the start; coaching comes in the second year",
  levers: {
    entry: invitation,
    departments: { ...allDepartments, embed: 1 },
    vision: { clarity: 1, equityPriority: 0, protection: 0.5 },
    investment: { office: 0.7, time: 0, principals: 0, coaches: 0 },
    coaching: { teachersPerCoach: 30, start: 12 },
  },
  readings: [
    plainest("entry", "coaching"),
    {
      settings: ["departments", "vision", "investment"],
      file: lessons,
      passage:
        "What runs through all six lessons: messages agree from top to bottom and from department to department, and reassure teachers that the practice is wanted.",
    },
  ],
};
