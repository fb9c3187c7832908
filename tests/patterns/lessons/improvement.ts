import { coaches, invitation, moreCoaches, programme } from "./programme.ts";
import type { LessonTrials } from "./trial.ts";

const cycle = { improvement: { cycle: 1 } };

export const improvement: LessonTrials = {
  lever: "improvement",
  trials: [
    {
      shows: "ordinary",
      words: "worlds as drawn; the other plan spends the money on more coaches",
      using: { ...programme, ...cycle },
      instead: moreCoaches,
      spentOn: ["coaching"],
    },
    {
      shows: "win",
      words:
        "six funded years, a coach for 10 teachers, few hours that suffice but coaching that starts poor and loses most at scale, gains that stay; the other plan spends the money on more coaches still",
      using: { ...invitation, ...coaches(10), ...cycle },
      instead: moreCoaches,
      spentOn: ["coaching"],
      where: { funded: 72, horizon: 84 },
      world: {
        "improvement.quality": 0.04,
        "improvement.fade": 0,
        "improvement.allocation": 2,
        "attention.ownLoad": 0,
        "support.halfHours": 0.6,
        "support.quality": 0.6,
        "support.scale": 0.3,
        "trying.support": 5,
      },
      measure: ["adoption", 58],
    },
    {
      shows: "loss",
      words:
        "three funded years and survey answers that are lost for two of them; the other plan spends the money on more coaches",
      using: { ...programme, ...cycle },
      instead: moreCoaches,
      spentOn: ["coaching"],
      where: { shocks: [{ kind: "survey-gap", month: 6, months: 24, size: 1 }] },
    },
  ],
};
