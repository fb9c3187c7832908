import { moreCoaches, programme } from "./programme.ts";
import type { LessonTrials } from "./trial.ts";

const together = { partnership: { coDesign: 1, waivers: 1 } };
const whole = { design: { time: 1, teams: 1 } };

export const partnership: LessonTrials = {
  lever: "partnership",
  trials: [
    {
      shows: "ordinary",
      words: "worlds as drawn; the other plan spends the money on more coaches",
      using: { ...programme, ...together },
      instead: moreCoaches,
      spentOn: ["coaching"],
    },
    {
      shows: "win",
      words:
        "a whole-school redesign that needs waivers throughout, compromise that costs no scope, judged by depth; the other plan redesigns too, without partners, and spends the money on more coaches",
      using: { ...programme, ...whole, ...together },
      instead: { ...moreCoaches, ...whole },
      spentOn: ["coaching"],
      world: {
        "design.waiver": 0,
        "depth.design": 0.4,
        "partnership.dilution": 0,
        "support.designTime": 0.5,
        "community.coDesign": 0.06,
      },
      measure: ["depth50", 34],
    },
    {
      shows: "loss",
      words:
        "nothing needs a waiver and compromise costs a tenth of the scope; the other plan spends the money on more coaches",
      using: { ...programme, ...together },
      instead: moreCoaches,
      spentOn: ["coaching"],
      world: { "partnership.dilution": 0.1 },
      measure: ["depth50", 34],
    },
  ],
};
