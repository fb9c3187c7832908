import { moreCoaches, programme } from "./programme.ts";
import type { LessonTrials } from "./trial.ts";

const balanced = { guidance: { prescription: 0.3, choice: 0.8 } };
const strict = { guidance: { prescription: 0.9, choice: 0.1 } };

export const guidance: LessonTrials = {
  lever: "guidance",
  trials: [
    {
      shows: "ordinary",
      words: "worlds as drawn; the other plan prescribes closely",
      using: { ...programme, ...balanced },
      instead: { ...moreCoaches, ...strict },
      spentOn: ["coaching"],
    },
    {
      shows: "win",
      words:
        "prescription speeds nobody, drives some away and leaves few owners, and what is counted is what lasts two years after funding; the other plan prescribes closely",
      using: { ...programme, ...balanced },
      instead: { ...moreCoaches, ...strict },
      spentOn: ["coaching"],
      world: { "depth.prescription": 0, "lapsing.prescription": 1, "owning.prescription": 1, "owning.choice": 2 },
      measure: ["adoption", 58],
    },
    {
      shows: "loss",
      words:
        "prescription speeds novices and drives nobody away, judged by use in May of year 2; the other plan prescribes closely",
      using: { ...programme, ...balanced },
      instead: { ...moreCoaches, ...strict },
      spentOn: ["coaching"],
      world: { "depth.prescription": 1, "lapsing.prescription": 0, "depth.support": 0.2, "trying.support": 5 },
      measure: ["adoption", 22],
    },
    {
      shows: "loss",
      words:
        "a balance of guidance and choice against none of either, worlds as drawn, judged by sign-ups in May of year 2; the other plan leaves guidance as it was and spends the money on more coaches",
      using: { ...programme, ...balanced },
      instead: moreCoaches,
      spentOn: ["coaching"],
      measure: ["label", 22],
    },
  ],
};
