import type { LeverUse } from "../../lever.ts";
import { documents } from "../documents.ts";
import type { Reading, Strategy } from "../strategy.ts";

const { brief, lessons } = documents;

/** All six departments, all the way. */
export const allDepartments: LeverUse = {
  curriculum: 1,
  materials: 1,
  assessment: 1,
  evaluation: 1,
  coaching: 1,
  leadership: 1,
  pace: 1,
};

/** What the six lessons set, at a moderate strength. */
export const sixLessons: Strategy["levers"] = {
  vision: { clarity: 1, equityPriority: 0.5, protection: 0.7 },
  assessment: { effort: 1, months: 3 },
  investment: { time: 0.5, principals: 0.5, office: 0.7, coaches: 0.5 },
  departments: { ...allDepartments, embed: 0.7 },
  entry: { volunteers: 0.3, cohorts: 0.5, every: 6, tailored: 0.7, order: "openness" },
  guidance: { prescription: 0.4, choice: 0.7 },
  coaching: { teachersPerCoach: 25, release: 0.5 },
  learning: { institutes: 3, visits: 0.3, repository: 0.5 },
};

/** What that rests on. */
export const sixReadings: readonly Reading[] = [
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
