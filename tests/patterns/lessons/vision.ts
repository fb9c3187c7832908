import { coaches, coachesToScale, moreCoaches, openCall, programme } from "./programme.ts";
import type { LessonTrials } from "./trial.ts";

const protecting = { vision: { clarity: 1, equityPriority: 0.5, protection: 1 } };
const bare = { vision: { clarity: 1, equityPriority: 1, protection: 0 } };

export const vision: LessonTrials = {
  lever: "vision",
  trials: [
    {
      shows: "ordinary",
      words: "worlds as drawn; the other plan spends the money on more coaches",
      using: { ...programme, ...protecting },
      instead: moreCoaches,
      spentOn: ["coaching"],
    },
    {
      shows: "win",
      words:
        "an open call where pressure is high and rises with poverty, principals are supportive and the office leans toward the practice; the other plan spends the money on more coaches",
      using: { ...openCall, ...coaches(20), ...protecting },
      instead: { ...openCall, ...coachesToScale },
      spentOn: ["coaching"],
      world: {
        "risk.pressure": 0.7,
        "risk.pressurePoverty": 1,
        "entry.risk": 6,
        "trying.risk": 2,
        "entry.vision": 2,
        "principal.support": 0.7,
        "principal.knowledge": 0.45,
        "direction.start": 0.1,
        "trying.vision": 1,
      },
      measure: ["worstTier", 34],
    },
    {
      shows: "loss",
      words:
        "a vision with nothing behind it, no protection and departments that point the other way; the other plan spends the money on more coaches",
      using: { ...programme, ...bare },
      instead: moreCoaches,
      spentOn: ["coaching"],
      world: { "direction.start": -0.5, "trying.vision": 1 },
    },
    {
      shows: "tried",
      words:
        "the poorest schools first, a coach for 60 teachers, failures that count in full; the other plan invites the most open first and spends the money on more coaches",
      using: { entry: { cohorts: 0.3 }, ...coaches(60), vision: { clarity: 0, equityPriority: 1, protection: 0 } },
      instead: { entry: { cohorts: 0.3 }, ...coachesToScale },
      spentOn: ["coaching"],
      world: { "peers.failure": 1, "risk.pressurePoverty": 1 },
    },
  ],
};
