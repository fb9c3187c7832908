import { InputError, type Issue } from "@uptake/model";
import { checkSize } from "./checks.ts";

/** Holds one cell of a grid: a level for each name. */
export type Cell<Level> = Readonly<Record<string, Level>>;

/**
 * Builds the full factorial of named levels, the last name changing fastest.
 *
 * @throws InputError when there are no names, a name has no level or one twice, or there are more than `most` cells
 *   (default 1,000,000).
 */
export function grid<Level extends string | number | boolean>(
  levels: Readonly<Record<string, readonly Level[]>>,
  most?: number,
): Cell<Level>[] {
  const axes = Object.entries(levels);
  const issues = axes.flatMap(([name, axis]) => wrongAxis(name, axis));
  if (axes.length === 0) issues.push({ code: "empty-design", path: "", message: "there is nothing to vary" });
  if (issues.length > 0) throw new InputError(issues);
  const count = axes.reduce((product, [, axis]) => product * axis.length, 1);
  checkSize(count, axes.length, most);
  let cells: Cell<Level>[] = [{}];
  for (const [name, axis] of axes) cells = cells.flatMap((cell) => axis.map((level) => ({ ...cell, [name]: level })));
  return cells;
}

function wrongAxis(path: string, axis: readonly unknown[]): Issue[] {
  if (axis.length === 0) return [{ code: "empty-design", path, message: "there are no levels" }];
  const value = axis.find((level, i) => axis.indexOf(level) !== i);
  return value === undefined
    ? []
    : [{ code: "repeated-level", path, message: `the level ${value} comes twice`, value }];
}
