import type { WorldPattern } from "./pattern.ts";
import { mays, supportedDistrict } from "./supported-district.ts";

/** P17: training alone, of as many hours as coaching, moves use little; coaching exceeds it. */
export const trainingOnly: WorldPattern = {
  id: "P17",
  doc: "Institutes of as many hours as coaching move use by −2 to 10 points in three years, and coaching exceeds them after a year in nine of ten pairs",
  source:
    "U29 and U30 (proven curricula without help in school: one to two points a year) and U2 (Wineburg 1995: 8 of 12 coached against 0 of 10)",
  statistics: {
    rise: { doc: "Rise of use in three years", unit: "share of teachers", bounds: [-0.02, 0.1] },
    exceeded: {
      doc: "Paired replicates in which coaching has more use in May of year 1",
      unit: "share of pairs",
      bounds: [0.9, 1],
    },
    signUps: { doc: "Rise of the share trying or using in three years", unit: "share of teachers" },
  },
  async measure(world, seed) {
    const { coached, trained } = await supportedDistrict(world, seed);
    const [may, , third] = mays;
    const long = trained.filter(({ measures }) => third < measures.adoption.length);
    const rise = (of: "adoption" | "label"): number =>
      long.reduce((sum, { measures }) => sum + (measures[of][third]! - measures[of][0]!) / long.length, 0);
    const ahead = coached.filter(({ measures }, r) => measures.adoption[may]! > trained[r]!.measures.adoption[may]!);
    return { rise: rise("adoption"), exceeded: ahead.length / coached.length, signUps: rise("label") };
  },
};
