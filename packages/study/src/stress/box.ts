import type { OutcomeTable, PrimInput } from "./outcome-table.ts";

/** Limits one input: strictly above or below a limit, or one of some categories. */
export type Restriction =
  | { readonly input: string; readonly kind: "above" | "below"; readonly limit: number }
  | { readonly input: string; readonly kind: "among"; readonly categories: readonly string[] };

/** Holds the restrictions that a row must meet, all of them; an empty box holds every row. */
export type Box = readonly Restriction[];

/** Counts rows, and the rows among them in which the outcome is yes. */
export interface Tally {
  /** Rows of the table that are in it. */
  readonly rows: number;
  /** Rows among them in which the outcome is yes. */
  readonly hits: number;
}

/** Says whether an input's value in `row` meets a restriction on that input. */
export function meets(restriction: Restriction, input: PrimInput, row: number): boolean {
  const value = input.values[row];
  if (restriction.kind === "among") return restriction.categories.includes(value as string);
  return restriction.kind === "above" ? (value as number) > restriction.limit : (value as number) < restriction.limit;
}

/** Finds the input of a restriction. */
export function inputOf(table: OutcomeTable, restriction: Restriction): PrimInput {
  return table.inputs.find(({ name }) => name === restriction.input) as PrimInput;
}

/** Marks the rows within a box, 1 or 0, among those marked in `among`. */
export function within(table: OutcomeTable, box: Box, among: Uint8Array): Uint8Array {
  const marks = among.slice();
  for (const restriction of box) {
    const input = inputOf(table, restriction);
    for (let row = 0; row < table.rows; row++) if (marks[row] === 1 && !meets(restriction, input, row)) marks[row] = 0;
  }
  return marks;
}

/** Counts the rows marked 1. */
export function tally(table: OutcomeTable, marks: Uint8Array): Tally {
  let rows = 0;
  let hits = 0;
  for (let row = 0; row < table.rows; row++) {
    if (marks[row] !== 1) continue;
    rows++;
    hits += table.outcome[row] as number;
  }
  return { rows, hits };
}

/** Returns `box` with `restriction` in place of one of its kind on the same input. */
export function restrict(box: Box, restriction: Restriction): Box {
  return [...without(box, restriction), restriction];
}

/** Returns `box` without its restriction of the same kind on the same input as `restriction`. */
export function without(box: Box, restriction: Restriction): Box {
  return box.filter(({ input, kind }) => input !== restriction.input || kind !== restriction.kind);
}

/** Returns a limit between two different values that keeps `inner` in the box and `outer` out of it. */
export function limitBetween(outer: number, inner: number): number {
  const middle = outer + (inner - outer) / 2;
  return middle === inner ? outer : middle;
}
