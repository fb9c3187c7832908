import type { OwnFigures } from "./own-figures.ts";
import type { Stage } from "./stage.ts";

/** Names the level of a school; students of elementary schools have one teacher a year, others several. */
export type Level = "elementary" | "middle" | "high" | "other";

/** Describes one school as the roster has it. */
export interface School {
  /** Identifies the school within its district; keys its random draws. */
  readonly id: string;
  /** Name as shown; need not be unique. */
  readonly name: string;
  /** Level, which says how many teachers a student has. */
  readonly level: Level;
  /** Students, whole number, at least 1. */
  readonly enrolment: number;
  /** Teachers, whole number, at least 1. */
  readonly teachers: number;
  /** Share of students from low-income families, 0 … 1. */
  readonly lowIncomeShare: number;
  /** Share of students who are English learners, 0 … 1, where the roster has it. */
  readonly englishLearnerShare?: number;
  /** Shares of students by race or ethnicity, 0 … 1 each, where the roster has them. */
  readonly raceShares?: Readonly<Record<string, number>>;
}

/** Describes one district: its schools, and where the figures come from. */
export interface District {
  /** Identifies the district; keys its random draws. */
  readonly id: string;
  /** Name as shown. */
  readonly name: string;
  /** Schools, at least one, with ids of their own. */
  readonly schools: readonly School[];
  /** Says where the figures come from, in a sentence. */
  readonly source: string;
  /** What the district knows of itself, in place of what the model would draw. */
  readonly own?: OwnFigures;
  /** Replaces the drawn population, when the researcher supplies one. */
  readonly population?: PopulationTable;
}

/** Holds one teacher of a supplied population. */
export interface TeacherRow {
  /** Whole number, 0 … N−1, in the order of the rows. */
  readonly teacher: number;
  /** What the researcher calls the teacher, where that is not the number. */
  readonly id?: string;
  /** Id of the teacher's school. */
  readonly school: string;
  /** Grade team or department within the school, whole number from 0. */
  readonly team: number;
  /** Completed years of teaching, 0 … 60. */
  readonly experience: number;
  /** Disposition toward the practice in standard deviations, −3.46 … 3.46. */
  readonly disposition: number;
  /** Share of advice ties using the practice at which peer influence is half its full strength, 0 … 1. */
  readonly threshold: number;
  /** Stage at the start. */
  readonly stage: Stage;
}

/** Holds one advice tie of a supplied population: teacher `from` asks teacher `to`. */
export interface TieRow {
  /** Number of the teacher who asks. */
  readonly from: number;
  /** Number of the teacher who is asked, of the same district and not the same one. */
  readonly to: number;
}

/** Holds a population as rows, as `uptake population` writes it. */
export interface PopulationTable {
  /** One row a teacher, school by school or in any order. */
  readonly teachers: readonly TeacherRow[];
  /** One row an advice tie. */
  readonly ties: readonly TieRow[];
}
