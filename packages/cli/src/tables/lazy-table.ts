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
