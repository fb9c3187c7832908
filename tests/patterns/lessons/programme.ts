import type { District } from "@uptake/model";
import type { Levers } from "./trial.ts";

const poverty = [0.1, 0.2, 0.3, 0.4, 0.5, 0.55, 0.65, 0.75, 0.85, 0.9];

/** A district of ten schools of 25 teachers, from 10 to 90% low-income: small enough to run often, mixed enough to differ. */
export const tenSchools: District = {
  id: "ten-schools",
  name: "Ten schools",
  source: "Made up for tests",
  schools: poverty.map((lowIncomeShare, s) => ({
    id: `school-${s}`,
    name: `School ${s}`,
    level: s < 6 ? "elementary" : s < 8 ? "middle" : "high",
    enrolment: 375,
    teachers: 25,
    lowIncomeShare,
  })),
};

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
