import type { LeverNumbers, LeverWords } from "../lever.ts";
import { share } from "./setting.ts";

/** Describes a clear vision for equity that comes first and stays in front. */
export const vision: LeverNumbers = {
  name: "vision",
  delay: 0,
  settings: [share("clarity"), share("equityPriority"), share("protection")],
  charges: (use) => [
    { price: "cost.office", per: "district", quantity: (0.25 * use("clarity") + 0.25 * use("protection")) / 12 },
  ],
};

/** Says what vision is. */
export const visionWords: LeverWords = {
  doc: "A clear vision for equity, with priority for the schools furthest behind and protection from accountability",
  lesson: "Lesson 1: an equity vision first",
  actsThrough: "awareness, trying, volunteering, cohort order, coach hours, student sorting, perceived risk",
  losesWhen: "nothing stands behind it, or the hardest schools come first with thin coaching and fail visibly",
  says: {
    clarity: "Clarity of the vision as teachers and principals hear it",
    equityPriority: "Weight of poverty in who is invited first and where coach hours go",
    protection: "Protection of schools that try from accountability pressure, as far as principals pass it on",
  },
};
