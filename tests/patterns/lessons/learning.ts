import { coaches, invitation, moreCoaches } from "./programme.ts";
import type { LessonTrials } from "./trial.ts";

const full = { learning: { institutes: 3, visits: 0.3, repository: 0.5 } };

export const learning: LessonTrials = {
  lever: "learning",
  trials: [
    {
      shows: "ordinary",
      words: "worlds as drawn, beside a coach for 20 teachers; the other plan spends the money on more coaches",
      using: { ...invitation, ...coaches(20), ...full },
      instead: moreCoaches,
      spentOn: ["coaching"],
    },
    {
      shows: "win",
      words:
        "beside a coach for 10 teachers, where many have not heard of the practice and institutes, visits and repository teach as much as the priors allow; the other plan spends the money on more coaches still",
      using: { ...invitation, ...coaches(10), ...full },
      instead: moreCoaches,
      spentOn: ["coaching"],
      world: {
        "start.aware": 0.5,
        "attention.ownLoad": 0,
        "awareness.repository": 0.1,
        "depth.institutes": 0.02,
        "depth.repository": 0.01,
        "depth.visits": 0.02,
        "peers.visits": 1,
      },
    },
    {
      shows: "loss",
      words:
        "alone, without a coach, where support weighs on whether teachers try; the other plan spends the money on coaches",
      using: { ...invitation, ...full },
      instead: moreCoaches,
      spentOn: ["coaching"],
      world: { "trying.support": 5 },
    },
  ],
};
