import { coaches, coachesToScale, invitation, moreCoaches } from "./programme.ts";
import type { LessonTrials } from "./trial.ts";

const institutes = { ...invitation, learning: { institutes: 10 } };
const leaders = { ...invitation, leadership: { preparation: 1, pipeline: 1 } };

export const coaching: LessonTrials = {
  lever: "coaching",
  trials: [
    {
      shows: "ordinary",
      words: "worlds as drawn, $800,000; the other plan spends it on institutes each June",
      using: { ...invitation, ...coachesToScale },
      instead: institutes,
      spentOn: ["learning"],
      sum: { dollars: 800_000, scaled: ["coaching"] },
    },
    {
      shows: "win",
      words: "support weighs on whether teachers try, $800,000; the other plan spends it on institutes each June",
      using: { ...invitation, ...coachesToScale },
      instead: institutes,
      spentOn: ["learning"],
      sum: { dollars: 800_000, scaled: ["coaching"] },
      world: { "trying.support": 5 },
    },
    {
      shows: "loss",
      words:
        "a wave of turnover for two years and $350,000, so that coaches are spread thin, where coaching brings few to try; the other plan spends it on preparing leaders and a pipeline that works",
      using: { ...invitation, ...coachesToScale },
      instead: leaders,
      spentOn: ["leadership"],
      sum: { dollars: 350_000, scaled: ["coaching"] },
      where: { shocks: [{ kind: "turnover-wave", month: 10, months: 24, size: 1 }] },
      world: { "pipeline.reach": 1, "trying.coaching": 5 },
    },
    {
      shows: "tried",
      words:
        "the same wave and $350,000, what coaching does to trying as drawn; the other plan spends it on preparing leaders and a pipeline that works",
      using: { ...invitation, ...coachesToScale },
      instead: leaders,
      spentOn: ["leadership"],
      sum: { dollars: 350_000, scaled: ["coaching"] },
      where: { shocks: [{ kind: "turnover-wave", month: 10, months: 24, size: 1 }] },
      world: { "pipeline.reach": 1 },
    },
    {
      shows: "tried",
      words:
        "$250,000, a steep dose and many hours for half of it, so that few coaches do nearly nothing; the other plan spends it on institutes that teach as much as the priors allow",
      using: { ...invitation, ...coachesToScale },
      instead: institutes,
      spentOn: ["learning"],
      sum: { dollars: 250_000, scaled: ["coaching"] },
      world: {
        "support.steepness": 3,
        "support.halfHours": 2.4,
        "depth.institutes": 0.02,
        "awareness.institutes": 0.1,
      },
    },
    {
      shows: "tried",
      words:
        "full release of coaching as owners grow, where owners are many and help much; the other plan releases nothing",
      using: { ...invitation, coaching: { teachersPerCoach: 30, release: 1 } },
      instead: moreCoaches,
      spentOn: ["coaching"],
      world: {
        "start.owning": 0.55,
        "owning.rate": 0.12,
        "start.icc": 0.15,
        "support.capacity": 0.6,
        "trying.support": 5,
        "depth.support": 0.4,
      },
    },
    {
      shows: "tried",
      words: "full release of coaching from the first owner on, worlds as drawn; the other plan releases nothing",
      using: { ...invitation, coaching: { teachersPerCoach: 20, release: 1 } },
      instead: { ...invitation, ...coaches(4) },
      spentOn: ["coaching"],
    },
  ],
};
