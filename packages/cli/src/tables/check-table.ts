import { type AnswerTable, type ColumnType, eachRow, type Value } from "./table.ts";
import { writtenValue } from "./written-value.ts";

/** Matches names in kebab-case, which are safe as names of files and of elements. */
const kebabCase: RegExp = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

const wholeNumber = (value: Value): boolean => typeof value === "number" && (value | 0) === value;

/** Tells whether a value that is there is of a type. */
const fits: Readonly<Record<ColumnType, (value: Value) => boolean>> = {
  text: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  integer: wholeNumber,
  boolean: (value) => typeof value === "boolean",
};

function refuser({ name }: AnswerTable): (why: string) => never {
  return (why) => {
    throw new Error(`table “${name}”: ${why}`);
  };
}

/**
 * Refuses a table that could not be written or read back, or whose values are not what its columns say.
 *
 * @throws Error for a kind of study that is at fault.
 */
export function checkTable(table: AnswerTable): void {
  for (const _ of checkedRows(table));
}

/**
 * Goes through the rows of a table and checks each; its name and columns are checked before the first.
 *
 * @throws Error as {@link checkTable} does.
 */
export function* checkedRows(table: AnswerTable): Generator<readonly Value[]> {
  const { name, columns } = table;
  const refuse = refuser(table);
  if (!kebabCase.test(name)) refuse("its name is not in kebab-case");
  if (columns.length === 0) refuse("has no columns");
  const names = columns.map((column) => column.name);
  const twice = names.find((one, c) => names.indexOf(one) < c);
  if (twice !== undefined) refuse(`has two columns ${twice}`);
  let r = 0;
  for (const row of eachRow(table)) {
    r++;
    if (row.length !== columns.length) refuse(`row ${r} has ${row.length} values for ${columns.length} columns`);
    for (const [c, { name: column, type }] of columns.entries()) {
      const value = writtenValue(row[c] ?? null);
      if (value !== null && !fits[type](value))
        refuse(`row ${r} has ${JSON.stringify(value)} in column ${column} of type ${type}`);
    }
    yield row;
  }
}
