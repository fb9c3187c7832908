import { coaches, coachesToScale, invitation, moreCoaches, openCall } from "./programme.ts";
import type { LessonTrials, Trial } from "./trial.ts";

const tailoredCall = { entry: { volunteers: 1, tailored: 1 } };
const mandate = { entry: { mandate: 1 } };
const tailoredMandate = { entry: { mandate: 1, tailored: 1 } };
const both: Pick<Trial, "spentOn" | "sum"> = { spentOn: ["coaching"], sum: { dollars: 600_000, scaled: ["coaching"] } };

/** Two small schools with chosen staff beside the plain programme. */
const newSchools = (leadYear: number) => ({
  entry: { ...invitation.entry, newSchools: 2, newSchoolSize: 10, leadYear },
  ...coaches(20),
});

export const entry: LessonTrials = {
  lever: "entry",
  trials: [
    {
      shows: "ordinary",
      words: "worlds as drawn, an open call fitted to where power is believed to lie; the other plan calls openly only",
      using: { ...tailoredCall, ...coachesToScale },
      instead: { ...openCall, ...coachesToScale },
      ...both,
    },
    {
      shows: "win",
      words: "a centralised district, an open call fitted to where power lies; the other plan calls openly only",
      using: { ...tailoredCall, ...coachesToScale },
      instead: { ...openCall, ...coachesToScale },
      ...both,
      world: { "office.authority": 0.9 },
    },
    {
      shows: "loss",
      words:
        "a centralised district that could simply require it, a mandate softened where schools seem willing; the other plan mandates throughout",
      using: { ...tailoredMandate, ...coachesToScale },
      instead: { ...mandate, ...coachesToScale },
      ...both,
      world: { "office.authority": 0.9 },
    },
    {
      shows: "loss",
      words:
        "a site-based district whose office misjudges where power lies, and a fit that neither reassures nor keeps anybody, judged by who is in the programme; the other plan calls openly only",
      using: { ...tailoredCall, ...coachesToScale },
      instead: { ...openCall, ...coachesToScale },
      ...both,
      world: {
        "office.authority": 0.1,
        "entry.diagnosis": 0.5,
        "entry.fit": 0,
        "membership.fit": 0,
        "openness.error": 0.4,
      },
      measure: ["members", 34],
    },
    {
      shows: "win",
      words: "a mandate in a centralised district; the other plan calls openly",
      using: { ...mandate, ...coachesToScale },
      instead: { ...openCall, ...coachesToScale },
      ...both,
      world: { "office.authority": 0.9 },
    },
    {
      shows: "loss",
      words: "a mandate in a site-based district, judged by who is in the programme; the other plan calls openly",
      using: { ...mandate, ...coachesToScale },
      instead: { ...openCall, ...coachesToScale },
      ...both,
      world: { "office.authority": 0.1 },
      measure: ["members", 34],
    },
    {
      shows: "win",
      words:
        "two new schools of ten chosen teachers with a lead year, where teachers differ much, those disposed to it use the practice and coaching brings few to try; the other plan spends the money on more coaches",
      using: newSchools(1),
      instead: moreCoaches,
      spentOn: ["coaching"],
      world: { "trying.dispositionSd": 1.2, "start.disposition": 0.8, "trying.coaching": 5 },
    },
    {
      shows: "tried",
      words:
        "two new schools of ten chosen teachers with a lead year, worlds as drawn; the other plan spends the money on more coaches",
      using: newSchools(1),
      instead: moreCoaches,
      spentOn: ["coaching"],
    },
    {
      shows: "loss",
      words:
        "two new schools of ten without a lead year, where teachers differ little and support weighs; the other plan spends the money on more coaches",
      using: newSchools(0),
      instead: moreCoaches,
      spentOn: ["coaching"],
      world: {
        "trying.dispositionSd": 0.4,
        "start.disposition": 0.2,
        "trying.support": 5,
        "depth.support": 0.4,
      },
    },
  ],
};
