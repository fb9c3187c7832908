import { moreCoaches, programme } from "./programme.ts";
import type { LessonTrials } from "./trial.ts";

const grown = { leadership: { preparation: 1, pipeline: 1 } };

export const leadership: LessonTrials = {
  lever: "leadership",
  trials: [
    {
      shows: "ordinary",
      words: "worlds as drawn; the other plan spends the money on more coaches",
      using: { ...programme, ...grown },
      instead: moreCoaches,
      spentOn: ["coaching"],
    },
    {
      shows: "win",
      words:
        "a wave of turnover for two years, many owners to grow leaders from, and a pipeline that fills posts; the other plan spends the money on more coaches",
      using: { ...programme, ...grown },
      instead: moreCoaches,
      spentOn: ["coaching"],
      where: { shocks: [{ kind: "turnover-wave", month: 10, months: 24, size: 1 }] },
      world: { "pipeline.reach": 1, "principal.preparation": 0.12, "start.owning": 0.55 },
    },
    {
      shows: "loss",
      words:
        "few owners and slow to come, so that the deepest leave their classrooms, judged by depth; the other plan spends the money on more coaches",
      using: { ...programme, ...grown },
      instead: moreCoaches,
      spentOn: ["coaching"],
      world: { "start.owning": 0.25, "owning.rate": 0.03, "pipeline.reach": 1 },
      measure: ["depth50", 34],
    },
    {
      shows: "tried",
      words:
        "preparation of principals without a pipeline, every principal leaving in the second year; the other plan spends the money on more coaches",
      using: { ...programme, leadership: { preparation: 1, pipeline: 0 } },
      instead: moreCoaches,
      spentOn: ["coaching"],
      where: { shocks: [{ kind: "principal-exit", month: 18 }] },
      world: { "principal.preparation": 0.12, "principal.knowledge": 0.15 },
    },
  ],
};
