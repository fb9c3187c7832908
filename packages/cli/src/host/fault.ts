import { firstIssues, InputError, type Issue, nearest } from "@uptake/model";
import { withNumberHint } from "@uptake/study/files";
import { printable } from "./visible.ts";

/** Describes one thing wrong with the input of a command: an issue, and the file and row it stands in. */
export interface Fault extends Issue {
  readonly file?: string;
  /** Row of a table without lines, as of Parquet: 0 for its header, 1 for the first row under it. */
  readonly row?: number;
}

/** Orders faults: those of no file as they are, then those of each file by line (or row) and column, files as they come. */
function inTextOrder(faults: readonly Fault[]): Fault[] {
  const files = [...new Set(faults.map(({ file }) => file))].filter((file) => file !== undefined);
  const place = new Map([undefined, ...files].map((file, i) => [file, i]));
  const before = (a: Fault, b: Fault): number =>
    (place.get(a.file) ?? 0) - (place.get(b.file) ?? 0) ||
    (a.line ?? a.row ?? 0) - (b.line ?? b.row ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0);
  return faults.toSorted(before);
}

/**
 * Stops a command whose input is wrong; the exit code is 2. Faults of a file come in the order of its lines, each with how
 * a number is written that was likely meant. Of many the first hundred are held, the rest counted.
 */
export class BadInput extends Error {
  readonly faults: readonly Fault[];

  constructor(all: readonly Fault[]) {
    const faults = firstIssues(inTextOrder(all)).map(withNumberHint);
    super(faults.map(describeFault).join("\n"));
    this.name = "BadInput";
    this.faults = faults;
  }
}

/** Writes a fault on one line, as in `scenario.yaml:6:9 levers.coaching.teachersPerCoach: 3 is out of range (4 to 400 …)`. */
export function describeFault(fault: Fault): string {
  const { file, row = 0, line, column, path, code, message, allowed, nearest } = fault;
  const place = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(":");
  const range =
    allowed === undefined || nearest !== undefined ? "" : ` (${code.startsWith("unknown") ? "known: " : ""}${allowed})`;
  const close = nearest === undefined ? "" : `; did you mean ${nearest}?`;
  const where = [place, row === 0 ? "" : `row ${row}`, path].filter((part) => part !== "").join(" ");
  return printable(`${where === "" ? "" : `${where}: `}${message}${range}${close}`);
}

/** Runs `act`; the issues it throws become faults of `file`, added to `faults`. */
export async function collect<T>(
  faults: Fault[],
  file: string | undefined,
  act: () => T | Promise<T>,
): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof BadInput) for (const fault of error.faults) faults.push(fault);
    else if (error instanceof InputError)
      for (const issue of error.issues) faults.push(file === undefined ? issue : { ...issue, file });
    else throw error;
    return undefined;
  }
}

/** Returns `given` when it is one of `names`; refuses it with the nearest otherwise. */
export function oneOf(path: string, given: string, names: readonly string[]): string {
  if (names.includes(given)) return given;
  const close = nearest(given, names);
  const message = `“${given}” is not one of the names allowed`;
  throw new BadInput([
    {
      code: "unknown-name",
      path,
      message,
      value: given,
      allowed: names.join(", "),
      ...(close ? { nearest: close } : {}),
    },
  ]);
}
