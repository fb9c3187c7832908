import type { LeverNumbers, LeverWords } from "../lever.ts";
import { share } from "./setting.ts";

/** Describes experiential professional learning beside coaching. */
export const learning: LeverNumbers = {
  name: "learning",
  delay: 0,
  settings: [
    {
      name: "institutes",
      range: [0, 10],
      statusQuo: 0,
      default: 3,
    },
    share("visits", { default: 0 }),
    share("repository", { default: 0 }),
    share("interDistrict", {
      default: 0,
      fraction: true,
    }),
  ],
  charges: (use, t) => [
    { price: "cost.instituteDay", per: "memberTeacher", quantity: t % 12 === 10 ? use("institutes") : 0 },
    { price: "cost.visit", per: "memberTeacher", quantity: (2 * use("visits")) / 12 },
    { price: "cost.repository", per: "district", quantity: use("repository") / 12 },
  ],
};

/** Says what learning is. */
export const learningWords: LeverWords = {
  doc: "Institutes each June, visits to other schools, a repository of curriculum and assessments",
  lesson: "Learning by doing for teachers and leaders (all three networks)",
  actsThrough: "awareness, depth, ties between schools",
  losesWhen: "it stands alone, without coaching or time",
  says: {
    institutes: "Institute days each June for the teachers of member schools",
    visits: "Programme of visits between schools; full is two visits a teacher and year",
    repository: "Completeness and use of the repository",
    interDistrict: "Share of the visits that go to other districts of the system",
  },
  units: {
    institutes: "days per year",
  },
};
