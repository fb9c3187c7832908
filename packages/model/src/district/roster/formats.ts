import type { Level } from "../district.ts";

/** Names the columns of a roster; a field left out is one the roster does not have. */
export interface RosterColumns {
  /** Name of the school. */
  readonly school: string;
  /** Id of the school; without it the name is the id. */
  readonly schoolId?: string;
  /** Name of the district; without it and without an id, all rows are one district. */
  readonly district?: string;
  /** Id of the district; without it the name is the id. */
  readonly districtId?: string;
  /** Level of the school; without it every school is `other`. */
  readonly level?: string;
  /** Students, whole number. */
  readonly enrolment: string;
  /** Low-income students: a count, a share (0 … 1) or a percentage (0 … 100); the first that is present is read. */
  readonly lowIncomeCount?: string;
  readonly lowIncomeShare?: string;
  readonly lowIncomePercent?: string;
  /** English learners, in the same three ways. */
  readonly englishLearnerCount?: string;
  readonly englishLearnerShare?: string;
  readonly englishLearnerPercent?: string;
  /** Teachers, full-time equivalents. */
  readonly teachers: string;
}

/** Describes a kind of roster as data: its columns, its words for levels, and how its gaps are filled. */
export interface RosterFormat {
  readonly columns: RosterColumns;
  /** Columns that may be absent from the header. */
  readonly optional: readonly (keyof RosterColumns)[];
  /** Maps the roster's words for a level, in lower case, to levels. */
  readonly levels: Readonly<Record<string, Level>>;
  /** Says whether a word for a level not listed counts as `other` (true) or is refused (false). */
  readonly otherLevels: boolean;
  /** Says whether the teacher column is itself an estimate, so that a gap may be filled by another (true) or is refused (false). */
  readonly teachersEstimated: boolean;
  /** Says what the roster is, for the district's `source`. */
  readonly source: string;
}

/** Names a roster format that is built in. */
export type RosterFormatName = "tx" | "ca" | "ma" | "generic";

const plainLevels: Readonly<Record<string, Level>> = { elementary: "elementary", middle: "middle", high: "high" };

/** Maps the name of each built-in format to its description. */
export const rosterFormats: Readonly<Record<RosterFormatName, RosterFormat>> = {
  /** Texas Education Agency campuses; teachers are the district's, shared out by enrolment. */
  tx: {
    columns: {
      school: "campus_name",
      schoolId: "campus_id",
      district: "district_name",
      districtId: "district_id",
      level: "level",
      enrolment: "enrolment",
      lowIncomeCount: "econ_disadv",
      englishLearnerCount: "english_learners",
      teachers: "teachers_fte_est",
    },
    optional: [],
    levels: plainLevels,
    otherLevels: true,
    teachersEstimated: true,
    source: "Texas Education Agency campus figures (TAPR); teachers shared out by enrolment",
  },
  /** California Department of Education schools; low income is eligibility for free or reduced-price meals. */
  ca: {
    columns: {
      school: "school",
      schoolId: "cds",
      district: "district",
      districtId: "district_cd",
      level: "level",
      enrolment: "enrolment_k12",
      lowIncomeCount: "frpm_k12",
      teachers: "teachers_fte_est",
    },
    optional: [],
    levels: plainLevels,
    otherLevels: true,
    teachersEstimated: true,
    source:
      "California Department of Education free or reduced-price meals file; teachers from the district's 2023-24 ratio",
  },
  /** Massachusetts schools; low income is economic disadvantage, in per cent. */
  ma: {
    columns: {
      school: "school",
      schoolId: "school_code",
      district: "district",
      districtId: "district_code",
      level: "level",
      enrolment: "enrolment",
      lowIncomePercent: "pct_econ_disadv",
      englishLearnerPercent: "pct_english_learner",
      teachers: "teachers_fte_est",
    },
    optional: [],
    levels: plainLevels,
    otherLevels: true,
    teachersEstimated: true,
    source:
      "Massachusetts Department of Elementary and Secondary Education school figures; teachers shared out by enrolment",
  },
  /** A researcher's own table. Teachers are counts: a school without any is refused. */
  generic: {
    columns: {
      school: "school",
      schoolId: "school_id",
      district: "district",
      districtId: "district_id",
      level: "level",
      enrolment: "enrolment",
      lowIncomeCount: "low_income",
      lowIncomeShare: "low_income_share",
      englishLearnerCount: "english_learners",
      englishLearnerShare: "english_learner_share",
      teachers: "teachers",
    },
    optional: ["schoolId", "district", "districtId", "englishLearnerCount", "englishLearnerShare"],
    levels: {
      ...plainLevels,
      primary: "elementary",
      "junior high": "middle",
      secondary: "high",
      other: "other",
      k12: "other",
      "k-12": "other",
    },
    otherLevels: false,
    teachersEstimated: false,
    source: "Roster supplied by the researcher",
  },
};
