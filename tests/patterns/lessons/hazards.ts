import { allDepartments, coaches, invitation, moreCoaches, programme } from "./programme.ts";
import type { LessonTrials } from "./trial.ts";

/** Successors and embedding, bought before they are needed. */
const insured = { ...allDepartments, leadership: { preparation: 0.5, pipeline: 1 } };

export const hazards: LessonTrials = {
  lever: "hazards",
  trials: [
    {
      shows: "ordinary",
      words:
        "worlds as drawn and no shock, successors and embedding bought in advance; the other plan spends the money on more coaches",
      using: { ...programme, ...insured },
      instead: moreCoaches,
      spentOn: ["coaching"],
    },
    {
      shows: "win",
      words:
        "the superintendent leaves and teachers leave in waves, pressure is high, pipeline and embedding work; the other plan spends the money on more coaches",
      using: { ...programme, ...insured },
      instead: moreCoaches,
      spentOn: ["coaching"],
      where: {
        shocks: [
          { kind: "superintendent-exit", month: 20 },
          { kind: "turnover-wave", month: 10, months: 24, size: 1 },
        ],
      },
      world: { "trying.risk": 2, "risk.pressure": 0.7, "embedding.pace": 0.08, "pipeline.reach": 1 },
    },
    {
      shows: "loss",
      words:
        "no shock, a coach for 60 teachers, where support weighs and the pipeline fills little; the other plan spends the money on more coaches",
      using: { ...invitation, ...coaches(60), ...insured },
      instead: moreCoaches,
      spentOn: ["coaching"],
      world: {
        "pipeline.reach": 0.2,
        "trying.risk": 0.3,
        "trying.support": 5,
        "depth.support": 0.4,
        "support.steepness": 1,
      },
    },
  ],
};
