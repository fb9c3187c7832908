import { code, table } from "./table.mjs";

/** Splits a record of several measures, as in `adoption: +1.2; costs: nothing`, into pairs of name and value. */
const measuresOf = ({ simulated }) =>
  simulated.split("; ").map((part) => {
    const at = part.lastIndexOf(": ");
    return [part.slice(0, at), part.slice(at + 2)];
  });

/**
 * Writes what the lessons named by their levers add: a row for each way of asking, a column for each measure, and how it
 * was found below the table.
 */
export function adds({ figures, levers }, words) {
  const unknown = words.find((word) => !levers.some(({ name }) => name === word));
  if (words.length === 0 || unknown) throw new Error(`no lever is called “${unknown ?? ""}”`);
  const found = words.flatMap((word) =>
    figures.filter(({ pattern }) => pattern === `adds-${word}`).map((one) => ({ lesson: word, ...one })),
  );
  if (found.length === 0) return "_Not recorded._";
  const names = [...new Set(found.flatMap((one) => measuresOf(one).map(([name]) => name)))];
  const rows = found.map((one) => {
    const values = new Map(measuresOf(one));
    return [
      words.length > 1 ? code(one.lesson) : "",
      one.statistic,
      ...names.map((name) => values.get(name) ?? ""),
      one.note,
    ];
  });
  const cases = [...new Set(found.map((one) => one.cases))].join(" ");
  return `${table(["lesson", "what is asked", ...names, "note"], rows)}\n\n${cases}`;
}
