import { moreCoaches, programme } from "./programme.ts";
import type { LessonTrials } from "./trial.ts";

const whole = { design: { time: 1, teams: 1 } };

export const design: LessonTrials = {
  lever: "design",
  trials: [
    {
      shows: "ordinary",
      words: "worlds as drawn; the other plan spends the money on more coaches",
      using: { ...programme, ...whole },
      instead: moreCoaches,
      spentOn: ["coaching"],
    },
    {
      shows: "win",
      words:
        "most of the redesign needs no waiver and unlocks as much depth as the prior allows, judged by depth; the other plan spends the money on more coaches",
      using: { ...programme, ...whole },
      instead: moreCoaches,
      spentOn: ["coaching"],
      world: { "design.waiver": 0.6, "depth.design": 0.4 },
      measure: ["depth50", 34],
    },
    {
      shows: "loss",
      words: "every part needs a waiver and none is sought; the other plan spends the money on more coaches",
      using: { ...programme, ...whole },
      instead: moreCoaches,
      spentOn: ["coaching"],
      world: { "design.waiver": 0 },
    },
  ],
};
