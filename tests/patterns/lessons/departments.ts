import { allDepartments, moreCoaches, programme } from "./programme.ts";
import type { LessonTrials } from "./trial.ts";

const halfDone = {
  departments: {
    curriculum: 1,
    materials: 0,
    assessment: 0,
    evaluation: 0,
    coaching: 1,
    leadership: 0,
    pace: 0.5,
    embed: 0,
  },
};

export const departments: LessonTrials = {
  lever: "departments",
  trials: [
    {
      shows: "ordinary",
      words: "worlds as drawn, all six departments and embedding; the other plan spends the money on more coaches",
      using: { ...programme, ...allDepartments },
      instead: moreCoaches,
      spentOn: ["coaching"],
    },
    {
      shows: "win",
      words:
        "departments move fast, pressure is high and fear of being judged weighs, the superintendent leaves in the third year, and what is counted is what lasts two years after funding; the other plan spends the money on more coaches",
      using: { ...programme, ...allDepartments },
      instead: moreCoaches,
      spentOn: ["coaching"],
      where: { shocks: [{ kind: "superintendent-exit", month: 30 }] },
      world: {
        "risk.pressure": 0.7,
        "trying.risk": 2,
        "risk.conflict": 1,
        "direction.pace": 0.24,
        "embedding.pace": 0.08,
      },
      measure: ["adoption", 58],
    },
    {
      shows: "loss",
      words:
        "half done: two of six departments at half pace, conflict weighing in full; the other plan spends the money on more coaches",
      using: { ...programme, ...halfDone },
      instead: moreCoaches,
      spentOn: ["coaching"],
      world: { "risk.conflict": 1, "trying.risk": 2 },
    },
    {
      shows: "loss",
      words:
        "worlds as drawn, judged by depth in May of year 3, when compromise has cost scope; the other plan spends the money on more coaches",
      using: { ...programme, ...allDepartments },
      instead: moreCoaches,
      spentOn: ["coaching"],
      measure: ["depth50", 34],
    },
  ],
};
