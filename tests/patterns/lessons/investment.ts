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
        "a coach for 12 teachers, where few hours do half of what coaching can; the other plan spends the money on more coaches still",
      using: { ...invitation, ...coaches(12), ...levels(0.5) },
      instead: moreCoaches,
      spentOn: ["coaching"],
      world: { "support.halfHours": 0.6 },
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
