import type { Lever, LeverNumbers, LeverWords } from "../lever.ts";
import { assessmentWords } from "./assessment.ts";
import { coachingWords } from "./coaching.ts";
import { departmentsWords } from "./departments.ts";
import { designWords } from "./design.ts";
import { entryWords } from "./entry.ts";
import { guidanceWords } from "./guidance.ts";
import { improvementWords } from "./improvement.ts";
import { investmentWords } from "./investment.ts";
import { leadershipWords } from "./leadership.ts";
import { learningWords } from "./learning.ts";
import { leverNumbers } from "./lever-numbers.ts";
import { partnershipWords } from "./partnership.ts";
import { practiceWords } from "./practice.ts";
import { visionWords } from "./vision.ts";

const words: Readonly<Record<string, LeverWords>> = {
  vision: visionWords,
  assessment: assessmentWords,
  investment: investmentWords,
  departments: departmentsWords,
  entry: entryWords,
  guidance: guidanceWords,
  coaching: coachingWords,
  learning: learningWords,
  leadership: leadershipWords,
  design: designWords,
  partnership: partnershipWords,
  improvement: improvementWords,
  practice: practiceWords,
};

/** Puts what a lever does and what is said of it together. */
function withWords({ name, delay, settings, choices, counts, charges }: LeverNumbers): Lever {
  const { says, units = {}, ...about } = words[name]!;
  const doc = (of: string): { doc: string } => ({ doc: says[of]! });
  const docAndUnit = (of: string): { doc: string; unit: string } => ({ ...doc(of), unit: units[of] ?? "share" });
  return {
    name,
    ...about,
    delay,
    settings: settings.map(({ name: own, ...rest }) => ({ name: own, ...docAndUnit(own), ...rest })),
    ...(choices && { choices: choices.map(({ name: own, ...rest }) => ({ name: own, ...doc(own), ...rest })) }),
    ...(counts && { counts: counts.map(({ name: own, ...rest }) => ({ name: own, ...docAndUnit(own), ...rest })) }),
    charges,
  };
}

/** Lists every lever, the six lessons first. */
export const levers: readonly Lever[] = leverNumbers.map(withWords);
