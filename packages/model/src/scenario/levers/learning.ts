import type { Lever } from "../lever.ts";
import { share } from "./setting.ts";

/** Describes experiential professional learning beside coaching. */
export const learning: Lever = {
  name: "learning",
  doc: "Institutes each June, visits to other schools, a repository of curriculum and assessments",
  lesson: "Learning by doing for teachers and leaders (all three networks)",
  actsThrough: "awareness, depth, ties between schools",
  losesWhen: "it stands alone, without coaching or time",
  delay: 0,
  settings: [
    {
      name: "institutes",
      doc: "Institute days each June for the teachers of member schools",
      unit: "days per year",
      range: [0, 10],
      statusQuo: 0,
      default: 3,
    },
    share("visits", "Programme of visits between schools; full is two visits a teacher and year", { default: 0 }),
    share("repository", "Completeness and use of the repository", { default: 0 }),
    share("interDistrict", "Share of the visits that go to other districts of the system", {
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
