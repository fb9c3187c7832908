import type { LeverNumbers, LeverWords } from "../lever.ts";
import { share } from "./setting.ts";

/** Describes letting a district take a part of the practice. */
export const practice: LeverNumbers = {
  name: "practice",
  delay: 0,
  settings: [share("scope", { statusQuo: 1, default: 1 })],
  charges: () => [],
};

/** Says what practice is. */
export const practiceWords: LeverWords = {
  doc: "Adaptation: taking a subset of the practice's distinguishing features",
  lesson: "Taking a part of the approach rather than the whole (Big Picture)",
  actsThrough: "complexity, and the depth a teacher can reach",
  losesWhen: "depth is the goal",
  says: {
    scope: "Share of the practice taken up",
  },
};
