import type { AnswerTable } from "./table.ts";

/** Makes a table whose rows are written when somebody reads them first: many answers are said and never written. */
export function lazyTable(head: Omit<AnswerTable, "rows">, rows: () => AnswerTable["rows"]): AnswerTable {
  let made: AnswerTable["rows"] | undefined;
  return {
    ...head,
    get rows() {
      made ??= rows();
      return made;
    },
  };
}

/** Makes a long table whose rows are made one by one whenever they are gone through, and never held. */
export function passingTable(
  head: Omit<AnswerTable, "rows" | "passing">,
  passing: NonNullable<AnswerTable["passing"]>,
): AnswerTable {
  return {
    ...head,
    passing,
    get rows() {
      return [...passing.each()];
    },
  };
}
