import type { AnswerTable } from "./table.ts";

/** Matches names in kebab-case, which are safe as names of files and of elements. */
export const kebabCase: RegExp = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Refuses a table that could not be written or read back. @throws Error for a kind of study that is at fault. */
export function checkTable({ name, columns, rows }: AnswerTable): void {
  const refuse = (why: string): never => {
    throw new Error(`table “${name}”: ${why}`);
  };
  if (!kebabCase.test(name)) refuse("its name is not in kebab-case");
  if (columns.length === 0) refuse("has no columns");
  const names = columns.map((column) => column.name);
  const twice = names.find((one, c) => names.indexOf(one) < c);
  if (twice !== undefined) refuse(`has two columns ${twice}`);
  const wrong = rows.findIndex((row) => row.length !== columns.length);
  if (wrong >= 0) refuse(`row ${wrong + 1} has ${rows[wrong]?.length} values for ${columns.length} columns`);
}
