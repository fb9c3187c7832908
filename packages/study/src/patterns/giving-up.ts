import type { WorldPattern } from "./pattern.ts";
import { supportedDistrict } from "./supported-district.ts";
import { shareGivingUp } from "./trials.ts";

/** P18: a third of those who try by themselves give up before they ever use the practice; few do with a coach. */
export const givingUp: WorldPattern = {
  id: "P18",
  doc: "Of those who begin to try, a third give up before they ever use the practice without support, and few with a coach",
  source:
    "Henderson and Dancy 2009, Henderson and others 2012: 722 college physics teachers, self-report; with a coach a choice, since no figure was found",
  statistics: {
    alone: {
      doc: "Share giving up within 24 months in a reform without coaching",
      unit: "share of those who begin",
      bounds: [0.22, 0.45],
    },
    coached: {
      doc: "Share giving up within 24 months with a coach for 20 teachers",
      unit: "share of those who begin",
      bounds: [0, 0.15],
    },
  },
  async measure(world, seed) {
    const { trialsAlone, coachedTrials } = await supportedDistrict(world, seed);
    return { alone: shareGivingUp(trialsAlone), coached: shareGivingUp(coachedTrials) };
  },
};
