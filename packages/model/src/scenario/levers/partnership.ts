import type { Lever } from "../lever.ts";
import { share } from "./setting.ts";

/** Describes partnership with district and community. */
export const partnership: Lever = {
  name: "partnership",
  doc: "Co-design with district and community, and waivers from rules in the way",
  lesson: "Partnership with district and community (all three networks)",
  actsThrough: "community backing, legitimacy, embedding, waivers",
  losesWhen: "compromise dilutes the practice",
  delay: 6,
  settings: [share("coDesign", "How far plans are made together"), share("waivers", "How far waivers are sought")],
  charges: (use) => [
    { price: "cost.office", per: "district", quantity: (0.75 * use("coDesign") + 0.25 * use("waivers")) / 12 },
  ],
};
