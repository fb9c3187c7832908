import { expect, test } from "vitest";
import type { Box } from "./box.ts";
import { outcomeTable, type PrimInput } from "./outcome-table.ts";
import { paste } from "./paste.ts";
import { peel } from "./peel.ts";
import { prune, quasiPValues } from "./quasi-p.ts";
import { screen } from "./screen.ts";

const numbers = (name: string, values: readonly number[]): PrimInput => ({ name, kind: "number", values });
const names = (name: string, values: string): PrimInput => ({ name, kind: "category", values: [...values] });
/** Makes a table of inputs and an outcome written as digits, one a row. */
const tableOf = (outcome: string, ...inputs: PrimInput[]) => outcomeTable(inputs, [...outcome].map(Number));
const all = (outcome: string): Uint8Array => new Uint8Array(outcome.length).fill(1);
/** Returns the rows and the last restriction of each step of a peeling. */
const stepsOf = (outcome: string, alpha: number, least: number, ...inputs: PrimInput[]) =>
  peel(tableOf(outcome, ...inputs), all(outcome), alpha, least).map(({ rows, box }) => {
    const last = box.at(-1);
    if (last === undefined) return [rows];
    return [rows, last.input, last.kind === "among" ? last.categories.join("") : `${last.kind} ${last.limit}`];
  });
const ten = numbers("x", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

test("peeling takes slabs of a share of the box's rows, until all are hits or too few would be left", () => {
  const fromBelow = [[10], [8, "x", "above 2.5"], [7, "x", "above 3.5"], [6, "x", "above 4.5"], [5, "x", "above 5.5"]];
  expect(stepsOf("0000000111", 0.2, 3, ten)).toEqual([...fromBelow, [4, "x", "above 6.5"], [3, "x", "above 7.5"]]);
  expect(stepsOf("0000000111", 0.2, 1, ten).at(-1)).toEqual([3, "x", "above 7.5"]);
  expect(stepsOf("0000000111", 0.2, 5, ten)).toEqual(fromBelow);
  expect(stepsOf("1110000000", 0.2, 3, ten).at(-1)).toEqual([3, "x", "below 3.5"]);
  // Equal values are not parted, so a slab may be larger.
  expect(stepsOf("000011", 0.2, 1, numbers("x", [1, 1, 1, 2, 3, 3]))).toEqual([
    [6],
    [3, "x", "above 1.5"],
    [2, "x", "above 2.5"],
  ]);
  // Between two neighbouring numbers there is no other, so the limit is the one left out: all values are above it.
  const [odd, even] = [1 + Number.EPSILON, 1 + 2 * Number.EPSILON];
  expect(stepsOf("01", 0.5, 1, numbers("x", [odd, even]))).toEqual([[2], [1, "x", `above ${odd}`]]);
});

test("peeling goes by the gain in density for each row lost, equal ones to the earlier input and its low end", () => {
  const five = [1, 2, 3, 4, 5];
  expect(stepsOf("00100", 0.2, 1, numbers("b", five), numbers("a", five))[1]).toEqual([4, "b", "above 1.5"]);
  // Without p 3 of 6 are hits in place of 4 of 10: 0.1 for 4 rows; without the first row 4 of 9: 0.044 for one.
  expect(stepsOf("0100100011", 0.1, 1, names("kind", "ppppqqqqrr"), ten)[1]).toEqual([9, "x", "above 1.5"]);
  // Without p 4 of 6 are: 0.267 for 4 rows, 0.067 for each; then without q 2 of 2: 0.083 for each.
  expect(stepsOf("0000110011", 0.1, 1, names("kind", "ppppqqqqrr"), ten)).toEqual([
    [10],
    [6, "kind", "qr"],
    [2, "kind", "r"],
  ]);
});

test("a quasi-p-value is the binomial chance among the rows that miss no other restriction", () => {
  // In the box 3 of 3 are hits; 3 rows without one miss a alone, a hit misses b alone; 5 miss both. The last row, which is
  // in the box and no hit, is not among those asked for.
  const [inBox, missesA, missesB, missesBoth] = [3, 3, 1, 5];
  const of = (first: number, second: number, third: number, fourth: number): number[] => [
    ...Array<number>(inBox).fill(first),
    ...Array<number>(missesA).fill(second),
    ...Array<number>(missesB).fill(third),
    ...Array<number>(missesBoth).fill(fourth),
    first,
  ];
  const table = tableOf("1110001000000", numbers("a", of(1, 0, 1, 0)), numbers("b", of(0, 0, 1, 1)));
  const among = all("1110001000000");
  among[12] = 0;
  const above = { input: "a", kind: "above", limit: 0.5 } as const;
  const box: Box = [above, { input: "b", kind: "below", limit: 0.5 }];
  // Without a 3 of 6 are hits, and 3 of 3 come by a chance of ½³; without b all are.
  const [ofA, ofB] = quasiPValues(table, box, among) as [number, number];
  expect(ofA).toBeCloseTo(1 / 8, 12);
  expect(ofB).toBe(1);
  // Of 3 rows and hits, 2 to a case, there are 2 cases and hits.
  expect(quasiPValues(table, box, among, 2)[0]).toBeCloseTo(1 / 4, 12);
  // Without b, a alone holds 4 of 4 hits, of 4 in 12 rows: ⅓⁴.
  expect(prune(table, box, among, 1)).toEqual(box);
  expect(prune(table, box, among, 1 / 80)).toEqual([above]);
  expect(prune(table, box, among, 1 / 82)).toEqual([]);
  expect(prune(table, box, among, 1 / 10, 2)).toEqual([]);
});

test("pasting takes back a share of the box's rows while density does not fall, and drops what restricts nothing", () => {
  const above = (limit: number): Box => [{ input: "x", kind: "above", limit }];
  const below = (limit: number): Box => [{ input: "x", kind: "below", limit }];
  const pasted = (outcome: string, box: Box, alpha: number, ...inputs: PrimInput[]): Box =>
    paste(tableOf(outcome, ...inputs), box, all(outcome), alpha);
  expect(pasted("0000011111", above(7.5), 0.05, ten)).toEqual(above(5.5));
  expect(pasted("1111100000", below(2.5), 0.05, ten)).toEqual(below(5.5));
  // Of 5 rows two are taken back at a time, of which one is no hit.
  expect(pasted("0000111111", above(5.5), 0.4, ten)).toEqual(above(5.5));
  expect(pasted("0001111111", above(5.5), 0.4, ten)).toEqual(above(3.5));
  expect(pasted("1111111111", above(7.5), 0.05, ten)).toEqual([]);
  // Equal values come back together: a hit and none would leave 3 of 4.
  expect(pasted("0111", above(1.5), 0.05, numbers("x", [1, 1, 2, 3]))).toEqual(above(1.5));
  const r: Box = [{ input: "kind", kind: "among", categories: ["r"] }];
  expect(pasted("001111", r, 0.05, names("kind", "ppqqrr"))).toEqual([
    { input: "kind", kind: "among", categories: ["q", "r"] },
  ]);
  expect(pasted("111111", r, 0.05, names("kind", "ppqqrr"))).toEqual([]);
  // Density may rise: the restriction whose relaxation leaves the most hits goes first, and the other then costs too much.
  const both: Box = [...above(1.5), { input: "y", kind: "below", limit: 1.5 }];
  const half = [numbers("x", [1, 2, 2, 2]), numbers("y", [1, 1, 1, 2])];
  expect(pasted("0101", both, 0.05, ...half)).toEqual(above(1.5));
  // Of two that leave as many hits, the first restriction goes, and the other then costs too much.
  const even = [numbers("x", [2, 1, 2, 1]), numbers("y", [1, 1, 2, 2])];
  expect(pasted("1110", both, 0.05, ...even)).toEqual(both.slice(1));
  // What takes no row back is no relaxation: here either restriction leaves out the same row.
  expect(pasted("10", both, 0.05, numbers("x", [2, 1]), numbers("y", [1, 2]))).toEqual(both);
});

test("inputs are screened by the strength of their ranks' correlation, of either sign, and stay in order", () => {
  const outcome = [1, 2, 3, 4, 5];
  const inputs = [
    { name: "constant", values: [7, 7, 7, 7, 7] },
    { name: "weak", values: [2, 1, 5, 4, 3] },
    { name: "falling", values: [50, 40, 30, 20, 1] },
    { name: "some", values: [1, 2, 3, 5, 4] },
  ];
  const kept = (most: number): string[] => screen(inputs, outcome, most).map(({ name }) => name);
  expect([1, 2, 3].map(kept)).toEqual([["falling"], ["falling", "some"], ["weak", "falling", "some"]]);
  expect(screen(inputs, outcome, 4)).toBe(inputs);
});
