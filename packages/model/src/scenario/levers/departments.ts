import type { LeverNumbers, LeverWords } from "../lever.ts";
import { share } from "./setting.ts";

/** Describes engaging several departments of the central office. */
export const departments: LeverNumbers = {
  name: "departments",
  delay: 0,
  settings: [
    share("curriculum"),
    share("materials"),
    share("assessment"),
    share("evaluation"),
    share("coaching"),
    share("leadership"),
    share("pace", { fraction: true }),
    share("embed"),
  ],
  charges: (use) => {
    const engaged =
      use("curriculum") +
      use("materials") +
      use("assessment") +
      use("evaluation") +
      use("coaching") +
      use("leadership");
    return [
      { price: "cost.office", per: "district", quantity: (0.2 * engaged * use("pace") + 0.25 * use("embed")) / 12 },
    ];
  },
};

/** Says what departments is. */
export const departmentsWords: LeverWords = {
  doc: "Engagement of the office's departments, so that their signals come to point the same way",
  lesson: "Lesson 4: several departments together",
  actsThrough: "direction, conflict, perceived risk, embedding in plan, policy and graduate portrait",
  losesWhen: "it is half done, so conflict rises before direction does, or the horizon is short",
  says: {
    curriculum: "Engagement of curriculum",
    materials: "Engagement of materials",
    assessment: "Engagement of assessment and accountability",
    evaluation: "Engagement of teacher evaluation",
    coaching: "Engagement of professional learning and coaching",
    leadership: "Engagement of leadership and school supervision",
    pace: "Pace of the engaged departments",
    embed: "Work on embedding the practice in plan, policy and graduate portrait",
  },
};
