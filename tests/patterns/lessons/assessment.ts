import { coaches, coachesToScale, invitation, moreCoaches, programme } from "./programme.ts";
import type { LessonTrials } from "./trial.ts";

const assessing = (months: number) => ({ assessment: { effort: 1, months } });
const call = { entry: { volunteers: 1, tailored: 1 } };

export const assessment: LessonTrials = {
  lever: "assessment",
  trials: [
    {
      shows: "ordinary",
      words: "worlds as drawn; the other plan launches at once and spends the money on more coaches",
      using: { ...programme, ...assessing(3) },
      instead: moreCoaches,
      spentOn: ["coaching"],
    },
    {
      shows: "win",
      words:
        "teachers take each other to be less willing than they are and heed what is found out, candour opens schools and what was found does not go stale; the other plan launches at once and spends the money on more coaches",
      using: { ...programme, ...assessing(3) },
      instead: moreCoaches,
      spentOn: ["coaching"],
      world: {
        "trying.norms": 0.6,
        "openness.candour": 0.2,
        "openness.assessmentPace": 0.45,
        "openness.stale": 0,
        "openness.distrust": 0,
      },
    },
    {
      shows: "win",
      words:
        "a centralised office that misjudges schools and its own authority tailors the way in to what it believes, and compliance costs nothing; the other plan does so blind and spends the money on more coaches",
      using: { ...call, ...coaches(20), ...assessing(3) },
      instead: { ...call, ...coachesToScale },
      spentOn: ["coaching"],
      world: {
        "office.authority": 0.9,
        "openness.error": 0.4,
        "openness.mean": 0.4,
        "openness.disposition": 0.6,
        "openness.assessment": 1,
        "openness.assessmentPace": 0.45,
        "openness.stale": 0,
        "openness.distrust": 0,
        "entry.diagnosis": 0.5,
        "entry.mismatch": 0,
        "entry.openness": 8,
        "entry.mandateRate": 0.5,
        "entry.compliance": 0.16,
        "depth.compliant": 0,
        "lapsing.compliant": 0,
      },
    },
    {
      shows: "loss",
      words:
        "schools that are alike and all invited anyway, nobody who heeds what is found out, half a year of study while a coach for 10 teachers would have worked, support that weighs, judged in the second year; the other plan launches at once and spends the money on more coaches",
      using: { ...invitation, ...coaches(10), ...assessing(6) },
      instead: moreCoaches,
      spentOn: ["coaching"],
      world: {
        "trying.norms": 0,
        "openness.candour": 0,
        "openness.disposition": 0,
        "openness.climateSd": 0.05,
        "trying.support": 5,
      },
      measure: ["adoption", 22],
    },
    {
      shows: "tried",
      words:
        "a tenth of the schools invited each year in the order of an openness the office misjudges; the other plan invites blind and spends the money on more coaches",
      using: { entry: { cohorts: 0.1 }, ...coaches(10), ...assessing(3) },
      instead: { entry: { cohorts: 0.1 }, ...coachesToScale },
      spentOn: ["coaching"],
      world: {
        "openness.error": 0.4,
        "openness.disposition": 0.6,
        "openness.assessment": 1,
        "openness.stale": 0,
        "openness.distrust": 0,
        "entry.openness": 8,
      },
    },
  ],
};
