import type { LeverNumbers, LeverWords } from "../lever.ts";
import { share } from "./setting.ts";

/** Posts that keeping a level of investment going takes, however little is invested in it. */
const fixedPosts = 0.25;
const levels = ["time", "principals", "office", "coaches"];

/** Describes investment in every level of the system. */
export const investment: LeverNumbers = {
  name: "investment",
  delay: 0,
  settings: [share("time"), share("principals"), share("office"), share("coaches")],
  charges: (use) => [
    { price: "cost.releaseHour", per: "memberTeacher", quantity: (6 * use("time") * 10) / 12 },
    { price: "cost.principal", per: "memberSchool", quantity: use("principals") / 12 },
    { price: "cost.office", per: "district", quantity: use("office") / 12 },
    { price: "cost.coachDevelopment", per: "coach", quantity: use("coaches") / 12 },
    {
      price: "cost.office",
      per: "district",
      quantity: (fixedPosts * levels.filter((level) => use(level) > 0).length) / 12,
    },
  ],
};

/** Says what investment is. */
export const investmentWords: LeverWords = {
  doc: "Investment at all levels: teachers' time, principals, the central office, the coaches themselves",
  lesson: "Lesson 3: investment at every level",
  actsThrough: "support, as a joint product of the levels",
  losesWhen: "the budget is small, so every level is under-dosed, or the district is small and stable",
  says: {
    time: "Release time for teachers in member schools; full is 6 hours a month",
    principals: "Development of the principals of member schools",
    office: "Investment of the central office in the practice",
    coaches: "Development of the coaches, which restores quality lost to scale",
  },
};
