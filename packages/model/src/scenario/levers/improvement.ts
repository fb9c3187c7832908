import type { LeverNumbers, LeverWords } from "../lever.ts";
import { share } from "./setting.ts";

/** Describes a learning organisation that adjusts itself from its own data. */
export const improvement: LeverNumbers = {
  name: "improvement",
  delay: 0,
  settings: [share("cycle")],
  charges: (use) => [
    { price: "cost.office", per: "district", quantity: (0.5 * use("cycle")) / 12 },
    { price: "cost.survey", per: "districtTeacher", quantity: (2 * use("cycle")) / 12 },
  ],
};

/** Says what improvement is. */
export const improvementWords: LeverWords = {
  doc: "A half-yearly cycle of survey, reallocation of coach hours, and adjustment",
  lesson: "Organisations that learn from their own evidence (all three networks)",
  actsThrough: "coach hours to schools that lag, quality of coaching",
  losesWhen: "the data are noisy or late",
  says: {
    cycle: "Strength of the improvement cycle",
  },
};
