import { moreCoaches, programme } from "./programme.ts";
import type { LessonTrials } from "./trial.ts";

const part = { practice: { scope: 0.5 } };

export const practice: LessonTrials = {
  lever: "practice",
  trials: [
    {
      shows: "ordinary",
      words: "worlds as drawn, half of the practice; the other plan takes the whole at the same cost",
      using: { ...programme, ...part },
      instead: moreCoaches,
      spentOn: ["coaching"],
    },
    {
      shows: "win",
      words:
        "a practice so hard that complexity drives teachers and schools away, half of it, judged by who tries or uses it; the other plan takes the whole at the same cost",
      using: { ...programme, ...part },
      instead: moreCoaches,
      spentOn: ["coaching"],
      world: { "practice.complexity": 0.9, "lapsing.complexity": 2 },
      measure: ["label", 34],
    },
    {
      shows: "loss",
      words: "worlds as drawn, half of the practice, judged by depth; the other plan takes the whole at the same cost",
      using: { ...programme, ...part },
      instead: moreCoaches,
      spentOn: ["coaching"],
      measure: ["depth50", 34],
    },
  ],
};
