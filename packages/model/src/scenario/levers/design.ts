import type { Lever } from "../lever.ts";
import { share } from "./setting.ts";

/** Describes whole-school design. */
export const design: Lever = {
  name: "design",
  doc: "Whole-school design: advisory and looping, teams that share students, flexible time",
  lesson: "Schools designed as a whole (all three networks)",
  actsThrough: "time, growth from peers, the depth a teacher can reach",
  losesWhen: "waivers are refused",
  delay: 12,
  settings: [
    share("time", "Redesign of the schedule"),
    share("teams", "Redesign of staff into teams that share students"),
  ],
  charges: (use) => [
    { price: "cost.planning", per: "memberTeacher", quantity: (0.5 * (use("time") + use("teams"))) / 12 },
  ],
};
