import { readFileSync } from "node:fs";

/** Reads a comma-separated file with a header, without commas or line breaks inside its cells, as records by column. */
export function readRecords(file: string): Record<string, string>[] {
  const [header, ...lines] = readFileSync(file, "utf8").trimEnd().split(/\r?\n/);
  const cells = (line: string): string[] => line.split(",").map((cell) => cell.replace(/^"(.*)"$/, "$1"));
  const names = cells(header!);
  return lines.map((line) => {
    const values = cells(line);
    return Object.fromEntries(names.map((name, k) => [name, values[k] ?? ""]));
  });
}
