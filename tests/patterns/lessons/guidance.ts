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
        "close prescription gives confidence to begin and to go on, speeds novices and drives nobody away, a say in how brings nobody to begin; the other plan prescribes closely",
      using: { ...programme, ...balanced },
      instead: { ...moreCoaches, ...strict },
      spentOn: ["coaching"],
      world: {
        "trying.confidence": 0.8,
        "trying.autonomy": 0,
        "lapsing.confidence": 0.8,
        "lapsing.prescription": 0,
        "depth.prescription": 1,
      },
    },
    {
      shows: "loss",
      words:
        "a balance of guidance and choice against none of either, where neither confidence nor a say brings anyone to begin or keeps anyone from giving up, and prescription drives some away; the other plan leaves guidance as it was and spends the money on more coaches",
      using: { ...programme, ...balanced },
      instead: moreCoaches,
      spentOn: ["coaching"],
      world: {
        "trying.confidence": 0,
        "trying.autonomy": 0,
        "lapsing.confidence": 0,
        "lapsing.prescription": 1,
        "depth.prescription": 0,
      },
    },
    {
      shows: "ordinary",
      words:
        "worlds as drawn, a balance of guidance and choice against none of either; the other plan leaves guidance as it was and spends the money on more coaches",
      using: { ...programme, ...balanced },
      instead: moreCoaches,
      spentOn: ["coaching"],
    },
  ],
};
