import type { RosterNote } from "./roster-note.ts";

/** Holds a doubt about figures of a roster that are well formed: they are used as they stand, and may be wrong. */
export interface RosterWarning extends RosterNote {
  /** Column of the roster that holds the figures. */
  readonly path: string;
  /** Holds the figure in doubt, where there is one. */
  readonly value?: number;
  /** Says which figures would be believed. */
  readonly allowed?: string;
}

/** Holds what a row says of a school, as far as its figures can be held against each other. */
export interface SchoolFigures {
  /** Line of the row, from 1. */
  readonly line: number;
  readonly name: string;
  /** Students, at least 1. */
  readonly enrolment: number;
  /** Teachers in full-time equivalents, before rounding; `undefined` where the row does not say. */
  readonly teachers: number | undefined;
  /** Share of students from low-income families, 0 … 1; `undefined` where the row does not say. */
  readonly lowIncomeShare: number | undefined;
}

/** Holds the rows of one district. */
export interface DistrictFigures {
  readonly name: string;
  readonly schools: readonly SchoolFigures[];
}

/** Names columns as the roster's header does. */
export interface FigureColumns {
  readonly enrolment: string;
  readonly teachers: string;
  readonly lowIncome: string;
  /** How low-income students are told: their number, a share or a percentage. */
  readonly lowIncomeAs: "count" | "share" | "percent";
}
