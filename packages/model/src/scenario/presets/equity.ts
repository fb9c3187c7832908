import { documents } from "./documents.ts";
import { emphasis } from "./emphasis.ts";
import { type Part, part, preset } from "./preset.ts";
import type { Strategy } from "./strategy.ts";

const { lessons } = documents;
const { mark, told } = emphasis;

const call: readonly Part[] = [
  part(
    { entry: { volunteers: mark } },
    lessons,
    "A partnership saw that a bare call for volunteers would bring it the stronger schools only: the weaker ones answer to harsher accountability and feel unfree to try. No school is shut out here: who answers follows from the pressure on it.",
  ),
  part(
    { coaching: { teachersPerCoach: 20 } },
    undefined,
    "No document says what the volunteers were given; the plainest form, as in the strategy volunteers-only.",
  ),
];

const accountability: readonly Part[] = [
  part(
    { departments: { assessment: mark } },
    lessons,
    "Several partnerships worked to bring what is measured, and what schools are held to, in line with deeper learning.",
  ),
  part(
    { departments: { evaluation: told } },
    lessons,
    "Teachers had to be told that such teaching is what their principals, and the way they are evaluated, look for.",
  ),
];

const policy: readonly Part[] = [
  part(
    { departments: { embed: mark } },
    lessons,
    "One district wrote the competencies into its strategic plan and into its picture of what a graduate is.",
  ),
  part(
    { vision: { clarity: told } },
    lessons,
    "A picture of the graduate tells everybody where the district wants to go, which is read as a clear vision.",
  ),
];

const equityCase = (name: string, title: string, doc: string, parts: readonly Part[]): Strategy =>
  preset({ name, title, doc, kind: "equity" }, [...call, ...parts]);

/** Lists the case in which only strong schools volunteer, and its remedies, each as a preset. */
export const equity: readonly Strategy[] = [
  equityCase(
    "strong-schools-volunteer",
    "Strong schools volunteer",
    "A call for volunteers that leaves the norms for weaker schools as they are; runs as volunteers-only does",
    [],
  ),
  equityCase(
    "aligned-accountability",
    "Aligned accountability",
    "The same call, with measures, accountability and evaluation brought in line with the practice",
    accountability,
  ),
  equityCase(
    "practice-in-policy",
    "Practice in policy",
    "The same call, with the practice written into strategic plan and graduate portrait",
    policy,
  ),
  equityCase(
    "accountability-and-policy",
    "Accountability and policy",
    "The same call, with both remedies: aligned accountability, and the practice written into policy",
    [...accountability, ...policy],
  ),
];
