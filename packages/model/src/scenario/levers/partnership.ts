import type { LeverNumbers, LeverWords } from "../lever.ts";
import { share } from "./setting.ts";

/** Describes partnership with district and community. */
export const partnership: LeverNumbers = {
  name: "partnership",
  delay: 6,
  settings: [share("coDesign"), share("waivers")],
  charges: (use) => [
    { price: "cost.office", per: "district", quantity: (0.75 * use("coDesign") + 0.25 * use("waivers")) / 12 },
  ],
};

/** Says what partnership is. */
export const partnershipWords: LeverWords = {
  doc: "Co-design with district and community, and waivers from rules in the way",
  lesson: "Partnership with district and community (all three networks)",
  actsThrough: "community backing, legitimacy, embedding, waivers",
  losesWhen: "compromise dilutes the practice",
  says: {
    coDesign: "How far plans are made together",
    waivers: "How far waivers are sought",
  },
};
