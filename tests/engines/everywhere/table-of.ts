/** Says how an engine did in one way of asking it. */
export interface Row {
  readonly engine: string;
  readonly version: string;
  readonly way: string;
  readonly cases: number;
  readonly agree: number;
  /** Wall-clock time, of an engine that may have had another beside it. */
  readonly seconds: number;
}

const names = ["engine", "version", "way", "cases", "agree", "seconds"] as const;

/** Writes rows as a table for a terminal, a line each, sorted by engine and way. */
export function tableOf(rows: readonly Row[]): string {
  const texts = rows.map((row) => names.map((name) => (name === "seconds" ? row.seconds.toFixed(1) : `${row[name]}`)));
  const lines = [[...names], ...texts.sort((a, b) => (a.join() < b.join() ? -1 : 1))];
  const widths = names.map((_, column) => Math.max(...lines.map((line) => (line[column] as string).length)));
  return lines
    .map(
      (line) =>
        `${line
          .map((text, column) => text.padEnd(widths[column] as number))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}
