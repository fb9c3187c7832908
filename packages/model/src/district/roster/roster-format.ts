import type { Level } from "../district.ts";
import type { RosterField } from "./roster-field.ts";

/** Names columns whose fields, each filled up with zeros to a width, make one id together. */
export type JoinedHeader = readonly { readonly header: string; readonly width: number }[];

/** Says which rows of a file are no schools: by the value of a column, in lower case. */
export interface LeftOut {
  /** Headers of the column, the first that is present. */
  readonly headers: readonly string[];
  /** Values that only schools have; rows with others are left out. */
  readonly only?: readonly string[];
  /** Values that rows to leave out have. */
  readonly not?: readonly string[];
  /** Says what those rows are, as in `the district's own row`. */
  readonly what: string;
}

/** Describes a kind of roster as data: its columns, its words for levels, and how its gaps are filled. */
export interface RosterFormat {
  /** Says which files it reads. */
  readonly files: string;
  /**
   * Headers of each field, in the order of preference; upper and lower case, line ends and blanks do not count, `##`
   * stands for two digits of a year, and what follows in square brackets is not heeded.
   */
  readonly columns: Readonly<Partial<Record<RosterField, readonly (string | JoinedHeader)[]>>>;
  /** Headers of the counts of students by grade, from prekindergarten (–1) to 12; they tell the level where no column does. */
  readonly gradeCounts?: readonly (readonly string[])[];
  /** Fields that the file must have, besides low-income students in one of three ways. */
  readonly required: readonly RosterField[];
  /** Maps the roster's words for a level, in lower case, to levels. */
  readonly levels: Readonly<Record<string, Level>>;
  /** Says whether a word for a level not listed counts as `other` and is told (true) or is refused (false). */
  readonly otherLevels: boolean;
  /** Says what the column of teachers holds: people, full-time equivalents as reported, or an estimate of them. */
  readonly teachers: "people" | "reported" | "estimated";
  /** Students per teacher where the roster says nothing of teachers, and whose ratio it is. */
  readonly studentsPerTeacher: { readonly value: number; readonly of: string };
  /** Column of the year: of several years in one file, the latest is read. */
  readonly year?: readonly string[];
  /** Rows that are no schools; rows named as totals are left out of every roster. */
  readonly leftOut: readonly LeftOut[];
  /** Name of the project's prepared copy, whose header is understood too. */
  readonly prepared?: string;
  /** Says what the roster is, for the district's `source`. */
  readonly source: string;
}
