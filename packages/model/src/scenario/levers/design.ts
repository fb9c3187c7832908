import type { LeverNumbers, LeverWords } from "../lever.ts";
import { share } from "./setting.ts";

/** Describes whole-school design. */
export const design: LeverNumbers = {
  name: "design",
  delay: 12,
  settings: [share("time"), share("teams")],
  charges: (use) => [
    { price: "cost.planning", per: "memberTeacher", quantity: (0.5 * (use("time") + use("teams"))) / 12 },
  ],
};

/** Says what design is. */
export const designWords: LeverWords = {
  doc: "Whole-school design: advisory and looping, teams that share students, flexible time",
  lesson: "Schools designed as a whole (all three networks)",
  actsThrough: "time, growth from peers, the depth a teacher can reach",
  losesWhen: "waivers are refused",
  says: {
    time: "Redesign of the schedule",
    teams: "Redesign of staff into teams that share students",
  },
};
