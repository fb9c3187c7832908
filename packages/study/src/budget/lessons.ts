import type { LeverUse } from "@uptake/model";

/** Says what a strategy does without one of the six lessons: the lever left out, or settings of it put back. */
export interface Lesson {
  /** Name of the lesson. */
  readonly name: string;
  /** Says in words what is left when the lesson is not heeded. */
  readonly without: string;
  /** Lever that stands for it. */
  readonly lever: string;
  /** Settings put at these values; without them the whole lever is left out. */
  readonly settings?: LeverUse;
}

/** Lists the six lessons and what leaving each out means. */
export const lessons: readonly Lesson[] = [
  { name: "vision", lever: "vision", without: "no vision, no priority for poorer schools, no protection" },
  { name: "assessment", lever: "assessment", without: "the programme opens at once, on what the office believes" },
  { name: "investment", lever: "investment", without: "coaches alone; time, principals and office stay as they were" },
  { name: "departments", lever: "departments", without: "every department keeps its own signal" },
  {
    name: "entry tailoring",
    lever: "entry",
    settings: { tailored: 0 },
    without: "the same ways in for every school, wherever power lies",
  },
  { name: "guidance", lever: "guidance", without: "the guidance and the choice that teachers had before" },
];

/** Takes a lesson out of a strategy's levers. */
export function withoutLesson(
  levers: Readonly<Record<string, LeverUse>>,
  { lever, settings }: Lesson,
): Readonly<Record<string, LeverUse>> {
  const use = levers[lever];
  if (settings && use) return { ...levers, [lever]: { ...use, ...settings } };
  return Object.fromEntries(Object.entries(levers).filter(([name]) => name !== lever));
}
