import type { LeverNumbers, LeverWords } from "../lever.ts";
import { share } from "./setting.ts";

/** Describes growing leaders who know the practice. */
export const leadership: LeverNumbers = {
  name: "leadership",
  delay: 0,
  settings: [share("preparation"), share("pipeline")],
  charges: (use) => [
    { price: "cost.principal", per: "memberSchool", quantity: use("preparation") / 12 },
    { price: "cost.preparedHire", per: "preparedHire", quantity: 1 },
    { price: "cost.office", per: "district", quantity: (0.5 * use("pipeline")) / 12 },
  ],
};

/** Says what leadership is. */
export const leadershipWords: LeverWords = {
  doc: "Preparation of principals, and a pipeline of leaders and teachers grown from those who own the practice",
  lesson: "Leaders grown from within, who know the practice (all three networks)",
  actsThrough: "principals' knowledge, successors, hires",
  losesWhen: "nobody leaves, or there are no owners yet to take",
  says: {
    preparation: "Preparation of the principals of member schools",
    pipeline: "Share of vacancies meant to be filled from the pipeline",
  },
};
