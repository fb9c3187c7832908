import type { Levers } from "./trial.ts";

export { tenSchools } from "../../../notebooks/src/pages/lessons/ten-schools.ts";

/** Every school is invited each year: the plainest way in. */
export const invitation: Levers = { entry: { cohorts: 1, every: 12, order: "random" } };

/** Schools answer an open call. */
export const openCall: Levers = { entry: { volunteers: 1 } };

/** A coach for every so many teachers of member schools. */
export const coaches = (teachersPerCoach: number): Levers => ({ coaching: { teachersPerCoach } });

/** The plain programme that most levers are added to: all are invited, a coach for 20 teachers. */
export const programme: Levers = { ...invitation, ...coaches(20) };

/** As many coaches as a budget may ever buy; what a plan spends on is scaled down from it. */
export const coachesToScale: Levers = coaches(4);

/** The plain programme with all the money in coaches. */
export const moreCoaches: Levers = { ...invitation, ...coachesToScale };

/** All six departments, all the way, and the practice embedded in plan and policy. */
export const allDepartments: Levers = { departments: { embed: 1 } };
