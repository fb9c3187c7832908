import { table } from "./table.mjs";

/** Says whether a word of a region (`P5`, or `lesson-*` for all that begin so) names a pattern. */
const names = (word, pattern) => (word.endsWith("*") ? pattern.startsWith(word.slice(0, -1)) : word === pattern);

/** Orders patterns by number, those without one last, by name. */
function byPattern(a, b) {
  const number = (pattern) => Number.parseInt(/^P(\d+)/.exec(pattern)?.[1] ?? "1000", 10);
  return number(a) - number(b) || (a < b ? -1 : a > b ? 1 : 0);
}

const verdict = ({ holds }) => (holds === undefined ? "reported only" : holds ? "holds" : "**misses**");

/** Writes some figures; with their pattern where they are of several. */
function list(figures) {
  if (figures.length === 0) return "_Not recorded._";
  const several = new Set(figures.map(({ pattern }) => pattern)).size > 1;
  const columns = ["statistic", "simulated", "observed", "tolerance", "verdict", "source", "cases", "note"];
  const rows = figures.map((one) => [
    one.statistic,
    one.simulated,
    one.observed,
    one.tolerance,
    verdict(one),
    one.source,
    one.cases,
    one.note,
  ]);
  return several
    ? table(
        ["pattern", ...columns],
        rows.map((row, i) => [figures[i].pattern, ...row]),
      )
    : table(columns, rows);
}

const sorted = (figures) => [...figures].sort((a, b) => byPattern(a.pattern, b.pattern));

/** Writes the recorded figures of the patterns named. */
export function figures({ figures: all }, words) {
  return list(sorted(all.filter(({ pattern }) => words.some((word) => names(word, pattern)))));
}

/** Writes the recorded figures that no other region of the document names. */
export function others({ figures: all }, _, regions) {
  const named = regions.filter(({ kind }) => kind === "figures").flatMap(({ words }) => words);
  return list(sorted(all.filter(({ pattern }) => !named.some((word) => names(word, pattern)))));
}

/** Writes how many figures of each pattern hold, and names the misses. */
export function summary({ figures: all }) {
  const patterns = [...new Set(all.map(({ pattern }) => pattern))].sort(byPattern);
  const row = (name, some) => {
    const held = some.filter(({ holds }) => holds !== undefined);
    const misses = held.filter(({ holds }) => !holds);
    return [
      name,
      `${held.length - misses.length} of ${held.length}`,
      some.length - held.length,
      misses.map(({ statistic }) => statistic).join("; ") || "–",
    ];
  };
  return table(
    ["pattern", "figures that hold", "reported only>", "misses"],
    [
      ...patterns.map((pattern) =>
        row(
          pattern,
          all.filter((one) => one.pattern === pattern),
        ),
      ),
      ["all", ...row("", all).slice(1, 3), ""],
    ],
  );
}

/** Writes all figures that miss. */
export function misses({ figures: all }) {
  const found = sorted(all.filter(({ holds }) => holds === false));
  return found.length > 0
    ? table(
        ["pattern", "statistic", "simulated", "tolerance", "observed", "note"],
        found.map((one) => [one.pattern, one.statistic, one.simulated, one.tolerance, one.observed, one.note]),
      )
    : "_None recorded._";
}
