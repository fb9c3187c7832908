import { collect, type Fault } from "../host/fault.ts";

/** Holds a table as comma-separated values, and where its faults are to be told. */
export interface TableText {
  readonly text: string;
  /** Points a fault with a line of the text at the place in the file. */
  locate(fault: Fault): Fault;
}

/** Makes the table of a file that is text itself: faults stand where they are. */
export function ofTextFile(text: string): TableText {
  return { text, locate: (fault) => fault };
}

/** What readers end a message with that tells of a second place. */
const second = / (?:in|on) line (\d+)( already)?$/;

/**
 * Makes the table of a file that has no lines: faults are told by row and column. `breaks` has the row of each line end
 * within a cell.
 */
export function ofRows(text: string, breaks: readonly number[]): TableText {
  const rowOf = (line: number): number => {
    let row = line - 1;
    for (const other of breaks) {
      if (other >= row) break;
      row--;
    }
    return row;
  };
  return {
    text,
    locate: ({ line, column: _, ...fault }) => {
      if (line === undefined) return fault;
      const message = fault.message.replace(
        second,
        (_whole, at: string, already: string = "") => ` in row ${rowOf(Number(at))}${already}`,
      );
      return { ...fault, message, row: rowOf(line) };
    },
  };
}

/** Runs `act` on the text of a table; the issues it throws become faults of `file`, where it has them, added to `faults`. */
export async function collectOf<T>(
  faults: Fault[],
  file: string | undefined,
  table: TableText,
  act: (text: string) => T | Promise<T>,
): Promise<T | undefined> {
  const found: Fault[] = [];
  const read = await collect(found, file, () => act(table.text));
  faults.push(...found.map(table.locate));
  return read;
}
