import type { Lever } from "../lever.ts";
import { share } from "./setting.ts";

/** Describes engaging several departments of the central office. */
export const departments: Lever = {
  name: "departments",
  doc: "Engagement of the office's departments, so that their signals come to point the same way",
  lesson: "Lesson 4: several departments together",
  actsThrough: "direction, conflict, perceived risk, embedding in plan, policy and graduate portrait",
  losesWhen: "it is half done, so conflict rises before direction does, or the horizon is short",
  delay: 0,
  settings: [
    share("curriculum", "Engagement of curriculum"),
    share("materials", "Engagement of materials"),
    share("assessment", "Engagement of assessment and accountability"),
    share("evaluation", "Engagement of teacher evaluation"),
    share("coaching", "Engagement of professional learning and coaching"),
    share("leadership", "Engagement of leadership and school supervision"),
    share("pace", "Pace of the engaged departments", { fraction: true }),
    share("embed", "Work on embedding the practice in plan, policy and graduate portrait"),
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
