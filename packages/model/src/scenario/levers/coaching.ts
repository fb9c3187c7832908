import type { LeverNumbers, LeverWords } from "../lever.ts";
import { share } from "./setting.ts";

/** Describes coaching with gradual release. */
export const coaching: LeverNumbers = {
  name: "coaching",
  delay: 0,
  settings: [
    {
      name: "teachersPerCoach",
      range: [4, 400],
      statusQuo: Number.POSITIVE_INFINITY,
      default: 20,
    },
    share("release", { default: 0, fraction: true }),
  ],
  choices: [
    {
      name: "allocation",
      options: ["equal", "need", "openness"],
      default: "equal",
    },
  ],
  charges: () => [{ price: "cost.coach", per: "coach", quantity: 1 / 12 }],
};

/** Says what coaching is. */
export const coachingWords: LeverWords = {
  doc: "Coaches for the teachers of member schools, released as the school's own capacity grows",
  lesson: "Coaching that recedes as a school's own capacity grows (New Tech)",
  actsThrough: "dose, and through it support",
  losesWhen: "it is spread too thin, grows too large for its quality, or is released too soon",
  says: {
    teachersPerCoach: "Teachers of member schools for each coach; the number of coaches scales with intensity",
    release: "How far hours leave schools that have their own experts",
    allocation: "How coach hours are shared out over member schools",
  },
  units: {
    teachersPerCoach: "teachers per coach",
  },
};
