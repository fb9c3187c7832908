import { documents } from "./documents.ts";
import type { Reading, Strategy } from "./strategy.ts";

const { brief, lessons } = documents;

/** Says what the numbers of the reference strategies are. */
const note =
  "Its numbers are readings of what such a strategy would do, chosen before any result was seen and tuned to none; they are not records of what anyone did.";

const head = { kind: "reference", note } as const;

/** Says that nothing but plainness chose these settings. */
const plainest = (...settings: string[]): Reading => ({ settings, passage: "No document; the plainest form." });

/** Every school is invited at once, and again each year: the plainest way in. */
const invitation = { cohorts: 1, every: 12, order: "random" } as const;

/** All six departments, all the way. */
const allDepartments = {
  curriculum: 1,
  materials: 1,
  assessment: 1,
  evaluation: 1,
  coaching: 1,
  leadership: 1,
  pace: 1,
} as const;

const sixLessons: Strategy["levers"] = {
  vision: { clarity: 1, equityPriority: 0.5, protection: 0.7 },
  assessment: { effort: 1, months: 3 },
  investment: { time: 0.5, principals: 0.5, office: 0.7, coaches: 0.5 },
  departments: { ...allDepartments, embed: 0.7 },
  entry: { volunteers: 0.3, cohorts: 0.5, every: 6, tailored: 0.7, order: "openness" },
  guidance: { prescription: 0.4, choice: 0.7 },
  coaching: { teachersPerCoach: 25, release: 0.5 },
  learning: { institutes: 3, visits: 0.3, repository: 0.5 },
};

const sixReadings: readonly Reading[] = [
  {
    settings: ["vision"],
    file: lessons,
    passage:
      "Lesson 1: a clear vision for equity opens the work and goes first at every stage. Strengths are our choice, here as below.",
  },
  {
    settings: ["assessment"],
    file: lessons,
    passage: "Lesson 2: the district looks candidly at its own norms and culture; for three months.",
  },
  {
    settings: ["investment"],
    file: lessons,
    passage: "Lesson 3: no level of the system is left without investment.",
  },
  {
    settings: ["departments"],
    file: lessons,
    passage:
      "Lesson 4: several departments at once, so that the pieces cohere and last; one district also put the practice into its core policies.",
  },
  {
    settings: ["entry"],
    file: lessons,
    passage: "Lesson 5: the way of scaling is fitted to where power lies in the district.",
  },
  {
    settings: ["guidance"],
    file: lessons,
    passage: "Lesson 6: guidance is weighed against the judgement of professionals.",
  },
  {
    settings: ["coaching", "learning"],
    file: brief,
    passage:
      "Deeper learning asks for more than workshops after school: gatherings, visits, shared curricula, and coaching that recedes.",
  },
];

/**
 * Lists the reference strategies. Their settings are readings of what such a strategy would do, chosen before any
 * result was seen and tuned to none.
 */
export const reference: readonly Strategy[] = [
  {
    ...head,
    name: "business-as-usual",
    title: "Business as usual",
    doc: "No lever is used",
    levers: {},
    readings: [],
  },
  {
    ...head,
    name: "coaching-only",
    title: "Coaching only",
    doc: "Every school is invited; a coach for every 20 teachers, nothing else",
    levers: { entry: invitation, coaching: { teachersPerCoach: 20 } },
    readings: [plainest("entry", "coaching")],
  },
  {
    ...head,
    name: "institutes-only",
    title: "Institutes only",
    doc: "Every school is invited; five institute days each June, nothing else",
    levers: { entry: invitation, learning: { institutes: 5 } },
    readings: [plainest("entry", "learning")],
  },
  {
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
  },
  {
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
  },
  {
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
  },
  {
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
  },
  {
    ...head,
    name: "all-six-lessons",
    title: "All six lessons",
    doc: "Each of the six lessons at once, at a moderate strength, with coaching and experiential learning",
    levers: sixLessons,
    readings: sixReadings,
  },
  {
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
  },
];
