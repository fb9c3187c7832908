import type { LeverUse } from "../../lever.ts";
import type { Strategy } from "../strategy.ts";

/** Says what the numbers of these strategies are. */
const note =
  "Its numbers are a reading of what a grant of that size may buy in a district of 29,284 students, chosen by what they cost and by no other result; they are not data about any partnership.";

/** Puts together what a grant buys: how many schools may join a year, what they get, and from how many coaches. */
export function grant(
  name: string,
  sum: string,
  does: { places: number; coach: number; principals: number },
): Strategy {
  const levers: Readonly<Record<string, LeverUse>> = {
    entry: { volunteers: 1, places: does.places },
    partnership: { coDesign: 0.25, waivers: 0 },
    learning: { institutes: 2 },
    coaching: { teachersPerCoach: does.coach },
    leadership: { preparation: does.principals, pipeline: 0 },
  };
  return {
    name,
    title: `A grant of ${sum}`,
    doc: `${sum} over three years in a district of 29,000 students: workshops, thin coaching, leaders, and co-design, for schools that volunteer`,
    kind: "grant",
    note,
    place: "partnership-district",
    levers,
    readings: [
      {
        settings: Object.keys(levers),
        passage: `No document says what the grants of partnerships were spent on; the plainest form of one of ${sum}: ${does.places} schools that volunteer may join each year, plans are made with them, their teachers have two days of workshops in June and a coach for ${does.coach}, their principals some preparation.`,
      },
    ],
  };
}
