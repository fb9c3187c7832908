import type { LeverNumbers, LeverWords } from "../lever.ts";
import { share } from "./setting.ts";

/** Describes a candid study of the district before the programme starts. */
export const assessment: LeverNumbers = {
  name: "assessment",
  delay: 0,
  settings: [share("effort")],
  counts: [
    {
      name: "months",
      range: [0, 24],
      default: 4,
    },
  ],
  charges: (use) => [
    { price: "cost.office", per: "district", quantity: use("effort") / 12 },
    { price: "cost.survey", per: "districtTeacher", quantity: use("effort") / 12 },
  ],
};

/** Says what assessment is. */
export const assessmentWords: LeverWords = {
  doc: "A candid study of how the district works before the programme, which launches when it is done",
  lesson: "Lesson 2: an honest look at norms and culture",
  actsThrough:
    "what teachers believe of each other, openness of schools; the error in what the office believes: cohort order, coach hours, entry route",
  losesWhen: "schools are alike, the clock is short, or distrust is exposed and nothing addresses it",
  says: {
    effort: "Depth of the assessment",
    months:
      "Months the assessment takes; no school joins meanwhile, and none of it works after (times the intensity, rounded)",
  },
  units: {
    months: "months",
  },
};
