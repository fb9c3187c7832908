import type { Level } from "../src/district/district.ts";
import type { Key } from "../src/numerics/random.ts";
import type { DistrictPlan, Plan } from "../src/scenario/plan.ts";
import type { Transition } from "../src/scenario/transition.ts";
import type { Step } from "./step.ts";

/** Stages of a teacher, by code. */
export const UNAWARE = 0;
export const AWARE = 1;
export const TRYING = 2;
export const USING = 3;
export const OWNING = 4;
export const LAPSED = 5;

/** Holds what goes with a person who changes posts. Depth is a whole number, 0 … 65535. */
export interface Teacher {
  stage: number;
  depth: number;
  months: number;
  compliant: boolean;
  experience: number;
  /** Byte sum, 0 … 1020. */
  disposition: number;
  /** Class, 0 … 7. */
  threshold: number;
  person: number;
}

/** Holds a teaching post: ties belong to it, whoever holds it. */
export interface Post {
  /** Position in the district. */
  readonly index: number;
  /** Position in the school, which is the slot of every draw. */
  readonly slot: number;
  readonly school: School;
  /** Positions, in the district, of the colleagues asked for advice. */
  readonly advice: readonly number[];
  /** Position of the colleague a visit would tie to, −1 for none. */
  readonly visit: number;
  readonly visitRank: number;
  teacher: Teacher;
}

/** Holds what a school's teachers meet in a month (steps 2b to 2d). */
export interface Conditions {
  keep: number;
  tryOdds: number;
  compliance: number;
  lapseOdds: number;
  compliantLapse: number;
  tryingLapse: number;
  g0: number;
  g1: number;
  g2: number;
  novice: number;
  spread: number;
  capUnits: number;
  ownAt: number;
  ownRate: number;
  visibility: number;
  visits: number;
}

/** Lists what teachers, and then schools, are counted for in a month. */
export const flows = [
  "heard",
  "tried",
  "gaveUp",
  "used",
  "owned",
  "stopped",
  "left",
  "leftUsing",
  "invited",
  "joined",
  "dropped",
] as const;

/** Names what teachers or schools are counted for in a month. */
export type Flow = (typeof flows)[number];

/** Returns a month's counts before anything has happened. */
export function noFlows(): Record<Flow, number> {
  return Object.fromEntries(flows.map((name) => [name, 0])) as Record<Flow, number>;
}

/** Holds a school. */
export interface School {
  readonly id: string;
  readonly level: Level;
  readonly enrolment: number;
  readonly poverty: number;
  /** Number of teachers. */
  readonly n: number;
  readonly founded: boolean;
  /** Third of poverty, 0 low to 2 high, for observation. */
  readonly third: number;
  readonly posts: Post[];
  open: boolean;

  readonly climate: number;
  readonly pressureBase: number;
  readonly dipNew: number;
  readonly norm: number;
  readonly opennessBase: number;
  readonly opennessError: number;

  member: boolean;
  /** Months in the programme, this one included. */
  memberMonths: number;
  mandated: boolean;
  principalSupport: number;
  knowledge: number;
  dip: number;
  tenure: number;
  results: number;
  distrust: number;
  capacity: number;
  reported: number;

  /** Leadership as felt (2a). */
  principal: number;
  pressure: number;
  risk: number;
  openness: number;
  estimate: number;

  /** Entry (2b). */
  volunteers: number;
  mandate: number;
  legitimacy: number;
  willingness: number;
  /** Says whether the school left the programme this month. */
  dropped: boolean;
  /** Says whether the school was ever asked to join. */
  asked: boolean;

  /** Coach hours a teacher (2c). */
  hours: number;
  /** Coaching as it reaches teachers: dose times quality (2d). */
  contact: number;
  /** Contact, smoothed (2d). */
  reliance: number;
  support: number;
  conditions: Conditions;

  /** Share of students who had no teacher that uses the practice in the years before this one. */
  untaught: number;
  /** Largest share of students reached in a month of this year. */
  taughtThisYear: number;
  /** What happened in the month. */
  flows: Record<Flow, number>;
}

/** Holds the central office. Signals are in the order curriculum, materials, assessment, evaluation, coaching, leadership. */
export interface Office {
  signals: number[];
  readonly signalStart: readonly number[];
  commitment: number;
  readonly commitmentStart: number;
  vision: number;
  readonly visionStart: number;
  community: number;
  readonly communityStart: number;
  authority: number;
  embedding: number;
  information: number;
  qualityGain: number;
  coaches: number;
  /** Quality of the coaching this month. */
  quality: number;
  load: number;
  readonly loadReference: number;
  attention: number;
  readonly exitLevel: number;
  exitStanding: number;
  readonly diagnosisError: number;
  meanResults: number;
  meanReported: number;
}

/** Holds the values that make the meters read their reference. */
export interface References {
  readonly principal: number;
  readonly time: number;
  readonly office: number;
  readonly risk: number;
  readonly vision: number;
}

/** Holds one district and all that does not change in it. */
export interface District {
  readonly plan: Plan;
  readonly part: DistrictPlan;
  readonly key: Key;
  /** Reads a parameter of the world. */
  readonly parameter: (name: string) => number;
  /** Reads by how much a transition is made easier. */
  readonly ease: (name: Transition) => number;
  readonly references: References;
  readonly meanPoverty: number;
  readonly office: Office;
  readonly schools: readonly School[];
  readonly posts: readonly Post[];
  /** Teachers of the ordinary schools as they were at index 0. */
  readonly initial: readonly Teacher[];
  nextPerson: number;
  /** Schools that joined in this year of the programme. */
  placesTaken: number;
}

/** Holds what is known of a month before it begins. */
export interface Month {
  readonly t: number;
  /** Index the month leads to, t + 1. */
  readonly m: number;
  /** The part of the month taken at once. */
  readonly step: Step;
  readonly june: boolean;
  readonly july: boolean;
  readonly summer: boolean;
  /** Reads a lever's effective value. */
  readonly at: (setting: string) => number;
  readonly shock: (name: keyof DistrictPlan["shocks"]) => number;
  /** Adoption in all other districts of the system at the last index. */
  readonly elsewhere: number;
  /** Share of the practice taken up, after compromise. */
  readonly scope: number;
  readonly complexity: number;
}

/** Lists the schools that are open, in order. */
export function openSchools(district: District): School[] {
  return district.schools.filter((school) => school.open);
}

/** Lists the posts of the schools that are open, in order. */
export function openPosts(district: District): Post[] {
  return district.posts.filter((post) => post.school.open);
}

/** Counts the posts whose teacher is in one of `stages`. */
export function count(posts: readonly Post[], ...stages: number[]): number {
  return posts.filter((post) => stages.includes(post.teacher.stage)).length;
}

/** Counts the posts whose teacher lapsed with fewer than 12 months in that stage. */
export function countFailed(posts: readonly Post[]): number {
  return posts.filter((post) => post.teacher.stage === LAPSED && post.teacher.months < 12).length;
}
