import type { LeverNumbers } from "../lever.ts";
import { assessment } from "./assessment.ts";
import { coaching } from "./coaching.ts";
import { departments } from "./departments.ts";
import { design } from "./design.ts";
import { entry } from "./entry.ts";
import { guidance } from "./guidance.ts";
import { improvement } from "./improvement.ts";
import { investment } from "./investment.ts";
import { leadership } from "./leadership.ts";
import { learning } from "./learning.ts";
import { partnership } from "./partnership.ts";
import { practice } from "./practice.ts";
import { vision } from "./vision.ts";

/** Lists every lever without what is said of it, the six lessons first: what runs need. */
export const leverNumbers: readonly LeverNumbers[] = [
  vision,
  assessment,
  investment,
  departments,
  entry,
  guidance,
  coaching,
  learning,
  leadership,
  design,
  partnership,
  improvement,
  practice,
];
