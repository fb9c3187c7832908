import { documents } from "../documents.ts";
import { emphasis } from "../emphasis.ts";
import { type Part, part, preset } from "../preset.ts";
import type { Strategy } from "../strategy.ts";

const { lessons } = documents;
const { mark, told } = emphasis;

/** The call for volunteers that all of the cases have. */
export const call: readonly Part[] = [
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

/** What brings measures and evaluation in line with the practice. */
export const accountability: readonly Part[] = [
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

/** What writes the practice into policy. */
export const policy: readonly Part[] = [
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

/** Puts a case together from the call and what is added to it. */
export const equityCase = (name: string, title: string, doc: string, parts: readonly Part[]): Strategy =>
  preset({ name, title, doc, kind: "equity" }, [...call, ...parts]);
