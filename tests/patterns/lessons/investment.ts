import { coaches, invitation, moreCoaches, programme } from "./programme.ts";
import type { LessonTrials } from "./trial.ts";

const levels = (share: number) => ({ investment: { time: share, principals: share, office: share, coaches: share } });

export const investment: LessonTrials = {
  lever: "investment",
  trials: [
    {
      shows: "ordinary",
      words: "worlds as drawn, all levels at half strength; the other plan spends the money on more coaches",
      using: { ...programme, ...levels(0.5) },
      instead: moreCoaches,
      spentOn: ["coaching"],
    },
    {
      shows: "win",
      words:
        "enough coaches already, and worlds where support weighs on whether teachers try; the other plan spends the money on more coaches still",
      using: { ...programme, ...levels(0.5) },
      instead: moreCoaches,
      spentOn: ["coaching"],
      world: { "trying.support": 5 },
    },
    {
      shows: "loss",
      words:
        "a small rural district and a small sum, a tenth of full strength at each level beside a coach for 60 teachers; the other plan spends the money on more coaches",
      using: { ...invitation, ...coaches(60), ...levels(0.1) },
      instead: moreCoaches,
      spentOn: ["coaching"],
      where: { district: "small-rural" },
    },
  ],
};
