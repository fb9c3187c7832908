import type { Lever } from "../lever.ts";
import { share } from "./setting.ts";

/** Describes coaching with gradual release. */
export const coaching: Lever = {
  name: "coaching",
  doc: "Coaches for the teachers of member schools, released as the school's own capacity grows",
  lesson: "Coaching that recedes as a school's own capacity grows (New Tech)",
  actsThrough: "dose, and through it support",
  losesWhen: "it is spread too thin, grows too large for its quality, or is released too soon",
  delay: 0,
  settings: [
    {
      name: "teachersPerCoach",
      doc: "Teachers of member schools for each coach; the number of coaches scales with intensity",
      unit: "teachers per coach",
      range: [4, 400],
      statusQuo: Number.POSITIVE_INFINITY,
      default: 20,
    },
    share("release", "How far hours leave schools that have their own experts", { default: 0, fraction: true }),
  ],
  choices: [
    {
      name: "allocation",
      doc: "How coach hours are shared out over member schools",
      options: ["equal", "need", "openness"],
      default: "equal",
    },
  ],
  charges: () => [{ price: "cost.coach", per: "coach", quantity: 1 / 12 }],
};
