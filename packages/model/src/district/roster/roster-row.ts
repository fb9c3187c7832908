import type { IssueLog } from "../../issue.ts";
import { nearest } from "../../nearest.ts";
import type { CsvRecord } from "../csv.ts";
import type { Level } from "../district.ts";
import { mostStudents, mostTeachers } from "../limits.ts";
import { cellText } from "./cell-text.ts";
import { gradeOf, gradesOf, levelOfGrades } from "./level-of-grades.ts";
import { levelOfName } from "./level-of-name.ts";
import { boundOf, meaningOfMark } from "./marks.ts";
import { type RosterField, rosterFields } from "./roster-field.ts";
import type { RosterNote } from "./roster-note.ts";
import type { RosterTable } from "./roster-table.ts";

/** Holds a share of students, and whether it is only a bound, as in `<10`. */
export interface ReadShare {
  readonly value: number;
  readonly bound: boolean;
}

/** Reads the fields of one roster row by their role, and notes what is wrong with them among the issues given. */
export class RosterRow {
  readonly line: number;
  /** Says whether nothing wrong has been found in this row so far. */
  sound = true;
  /** What is to be told of this row. */
  readonly notes: RosterNote[] = [];
  readonly #table: RosterTable;
  readonly #record: CsvRecord;
  readonly #issues: IssueLog;

  constructor(table: RosterTable, record: CsvRecord, issues: IssueLog) {
    this.#table = table;
    this.#record = record;
    this.#issues = issues;
    this.line = record.line;
  }

  /** Returns the field as its text; empty where the roster has no such column. */
  text(field: RosterField): string {
    return fieldText(this.#table, this.#record, field);
  }

  /** Returns a number from 0 to `most`; `undefined` where blank, a mark for "no figure", or at fault. */
  number(
    field: RosterField,
    whole: boolean,
    most: number = field === "teachers" ? mostTeachers : mostStudents,
  ): number | undefined {
    const text = this.text(field);
    if (text === "" || this.#isMark(field, text)) return undefined;
    return this.#figure(field, text, whole, most);
  }

  /** Returns a share of the students, from whichever of the count, share or percentage the roster has. */
  share(kind: "lowIncome" | "englishLearner", enrolment: number): ReadShare | undefined {
    for (const [field, whole, most] of [
      [`${kind}Count`, enrolment, mostStudents],
      [`${kind}Share`, 1, 1],
      [`${kind}Percent`, this.#table.fractions.has(`${kind}Percent`) ? 1 : 100, 100],
    ] as const) {
      const text = this.text(field);
      if (text === "") continue;
      const bound = boundOf(text);
      if (bound !== undefined && bound <= whole) return { value: whole === 0 ? 0 : bound / whole, bound: true };
      if (this.#isMark(field, text)) continue;
      const count = field === `${kind}Count`;
      const value = this.#figure(field, count || !text.endsWith("%") ? text : text.slice(0, -1).trimEnd(), count, most);
      if (value === undefined) return undefined;
      if (value <= whole) return { value: whole === 0 ? 0 : value / whole, bound: false };
      const message = `${value} students of ${enrolment} enrolled`;
      return this.fault("above-enrolment", field, message, value, `0 to ${enrolment}`);
    }
    return undefined;
  }

  /** Returns the level: by the format's words, else by the grades, else by the school's name. */
  level(): Level {
    const { levels, otherLevels } = this.#table.format;
    const text = this.text("level");
    const word = text.replaceAll(/\s+/g, " ").toLowerCase();
    if (Object.hasOwn(levels, word)) return levels[word]!;
    const told = text !== "" && meaningOfMark(text) === undefined;
    if (!otherLevels && this.#table.places.has("level")) return this.#unknownLevel(text, word);
    const byGrades = levelOfGrades(this.#grades());
    if (told) {
      const level = byGrades ?? "other";
      const how = byGrades === undefined ? "" : " by its grades";
      this.#note(
        "level-word",
        `"${text.slice(0, 40)}" is no known word for a level: the school counts as ${level}${how}`,
      );
      return level;
    }
    if (byGrades !== undefined) return byGrades;
    const byName = levelOfName(this.text("school"));
    const why = "no level is given, and the name tells";
    if (byName === undefined) this.#note("no-level", `${why} none: the school counts as other`);
    else this.#note("level-by-name", `${why} it: ${byName}`);
    return byName ?? "other";
  }

  /** Notes a fault in a field of this row. */
  fault(
    code: string,
    field: RosterField,
    message: string,
    value?: unknown,
    allowed?: string,
    close?: string,
  ): undefined {
    const position = this.#table.places.get(field)?.[0]?.at;
    this.sound = false;
    this.#issues.add({
      code,
      path: this.#table.columns[field] ?? rosterFields[field].name,
      message,
      line: position === undefined ? this.line : this.#record.lines[position]!,
      ...(position === undefined ? {} : { column: this.#record.columns[position]! }),
      ...(value === undefined ? {} : { value }),
      ...(allowed === undefined ? {} : { allowed }),
      ...(close === undefined ? {} : { nearest: close }),
    });
    return undefined;
  }

  #unknownLevel(text: string, word: string): Level {
    const words = Object.keys(this.#table.format.levels);
    const close = this.#issues.full ? undefined : nearest(word, words);
    this.fault("unknown-level", "level", `"${text.slice(0, 40)}" is not a level`, text, words.join(", "), close);
    return "other";
  }

  /** Lists the grades of the school, from the columns of grades or those of students by grade. */
  #grades(): number[] {
    const grades = gradesOf(this.text("grades"));
    if (grades.length > 0) return grades;
    const span = [this.text("lowestGrade"), this.text("highestGrade")].map(gradeOf);
    if (span.every((grade) => grade !== undefined)) return span;
    return this.#table.gradeCounts.flatMap((columns, i) =>
      columns.some((at) => /^[\d.,]*[1-9]/.test(cellText(this.#record.fields[at] ?? ""))) ? [i - 1] : [],
    );
  }

  /** Tells whether a text stands for "no figure", and notes what it means. */
  #isMark(field: RosterField, text: string): boolean {
    const means = meaningOfMark(text) ?? (boundOf(text) === undefined ? undefined : "a bound");
    if (means === undefined) return false;
    const column = this.#table.columns[field] ?? field;
    this.#note("no-figure", `"${text}" in the column ${column} means ${means}: read as no figure`);
    return true;
  }

  #figure(field: RosterField, text: string, whole: boolean, most: number): number | undefined {
    const thousands = this.#table.thousands && /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text);
    const digits = thousands ? text.replaceAll(",", "") : text;
    const value = /^[+-]?(?:\d{1,15}(?:\.\d{1,30})?|\.\d{1,30})$/.test(digits) ? Number(digits) : Number.NaN;
    const allowed = `${whole ? "a whole number" : "a number"}, 0 to ${most}, or blank where there is no figure`;
    const refuse = (code: string, why: string): undefined =>
      this.fault(code, field, `"${text.slice(0, 40)}" ${why}`, text, allowed);
    if (Number.isNaN(value)) return refuse("not-a-number", "is not a number");
    if (value < 0) return refuse("negative", "is negative");
    if (value > most) return refuse("too-large", "is too large");
    if (whole && value !== Math.floor(value)) return refuse("not-whole", "is not a whole number");
    return value;
  }

  #note(code: string, message: string): void {
    this.notes.push({ code, message, rows: [this.line] });
  }
}

/** Returns a field of a record as its text: parts of an id are joined, each filled up with zeros to its width. */
export function fieldText(table: RosterTable, record: CsvRecord, field: RosterField): string {
  const places = table.places.get(field);
  if (places === undefined) return "";
  const parts = places.map(({ at, width }) => cellText(record.fields[at]!).padStart(width, "0"));
  return places.length > 1 && places.every(({ at }) => cellText(record.fields[at]!) === "") ? "" : parts.join("");
}
