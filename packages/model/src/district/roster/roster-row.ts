import type { IssueLog } from "../../issue.ts";
import { nearest } from "../../nearest.ts";
import type { CsvRecord } from "../csv.ts";
import type { Level } from "../district.ts";
import { mostStudents, mostTeachers } from "../limits.ts";
import type { RosterColumns } from "./formats.ts";
import type { RosterTable } from "./roster-table.ts";

/** Reads the fields of one roster row by their role, and notes what is wrong with them among the issues given. */
export class RosterRow {
  readonly line: number;
  /** Says whether nothing wrong has been found in this row so far. */
  sound = true;
  readonly #table: RosterTable;
  readonly #record: CsvRecord;
  readonly #issues: IssueLog;

  constructor(table: RosterTable, record: CsvRecord, issues: IssueLog) {
    this.#table = table;
    this.#record = record;
    this.#issues = issues;
    this.line = record.line;
  }

  /** Returns the field without surrounding blanks; empty where the roster has no such column. */
  text(field: keyof RosterColumns): string {
    const position = this.#table.positions.get(field);
    return position === undefined ? "" : this.#record.fields[position]!.trim();
  }

  /** Returns a number from 0 to `most`; `undefined` where blank or at fault. */
  number(
    field: keyof RosterColumns,
    whole: boolean,
    most: number = field === "teachers" ? mostTeachers : mostStudents,
  ): number | undefined {
    const text = this.text(field);
    if (text === "") return undefined;
    const value = /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : Number.NaN;
    const allowed = `${whole ? "a whole number" : "a number"}, 0 to ${most}`;
    const refuse = (code: string, why: string): undefined =>
      this.fault(code, field, `"${text.slice(0, 40)}" ${why}`, text, allowed);
    if (Number.isNaN(value)) return refuse("not-a-number", "is not a number");
    if (value < 0) return refuse("negative", "is negative");
    if (value > most) return refuse("too-large", "is too large");
    if (whole && value !== Math.floor(value)) return refuse("not-whole", "is not a whole number");
    return value;
  }

  /** Returns a share of the students, from whichever of the count, share or percentage the roster has. */
  share(kind: "lowIncome" | "englishLearner", enrolment: number): number | undefined {
    const count = this.number(`${kind}Count`, true);
    if (count !== undefined) {
      if (count <= enrolment) return enrolment === 0 ? 0 : count / enrolment;
      return this.fault(
        "above-enrolment",
        `${kind}Count`,
        `${count} students of ${enrolment} enrolled`,
        count,
        `0 to ${enrolment}`,
      );
    }
    for (const [field, whole] of [
      [`${kind}Share`, 1],
      [`${kind}Percent`, 100],
    ] as const) {
      const value = this.number(field, false, whole);
      if (value !== undefined) return value / whole;
    }
    return undefined;
  }

  /** Returns the level, from the format's words. */
  level(): Level {
    const text = this.text("level");
    const word = text.toLowerCase();
    const { levels, otherLevels } = this.#table.format;
    if (Object.hasOwn(levels, word)) return levels[word]!;
    if (otherLevels || !this.#table.positions.has("level")) return "other";
    const words = Object.keys(levels);
    const close = this.#issues.full ? undefined : nearest(word, words);
    this.fault("unknown-level", "level", `"${text.slice(0, 40)}" is not a level`, text, words.join(", "), close);
    return "other";
  }

  /** Notes a fault in a field of this row. */
  fault(
    code: string,
    field: keyof RosterColumns,
    message: string,
    value?: unknown,
    allowed?: string,
    close?: string,
  ): undefined {
    const position = this.#table.positions.get(field);
    this.sound = false;
    this.#issues.add({
      code,
      path: this.#table.columns[field] ?? field,
      message,
      line: position === undefined ? this.line : this.#record.lines[position]!,
      ...(position === undefined ? {} : { column: this.#record.columns[position]! }),
      ...(value === undefined ? {} : { value }),
      ...(allowed === undefined ? {} : { allowed }),
      ...(close === undefined ? {} : { nearest: close }),
    });
    return undefined;
  }
}
