import { table } from "./table.mjs";

/** Says whether a word of a region (`P5`, or `lesson-*` for all that begin so) names a pattern. */
const names = (word, pattern) => (word.endsWith("*") ? pattern.startsWith(word.slice(0, -1)) : word === pattern);

/** Picks the figures of the patterns that some words name. */
const pick = (figures, words) => figures.filter(({ pattern }) => words.some((word) => names(word, pattern)));

/** Orders patterns by number, those without one last, by name. */
function byPattern(a, b) {
  const number = (pattern) => Number.parseInt(/^P(\d+)/.exec(pattern)?.[1] ?? "1000", 10);
  return number(a) - number(b) || (a < b ? -1 : a > b ? 1 : 0);
}

const verdict = ({ holds }) => (holds === undefined ? "reported only" : holds ? "holds" : "**misses**");

/** Writes figures in the order of their patterns; the pattern stands first where they may be of several. */
function list(figures, several) {
  if (figures.length === 0) return "_Not recorded._";
  const rows = [...figures]
    .sort((a, b) => byPattern(a.pattern, b.pattern))
    .map((one) => [
      several ? one.pattern : "",
      one.statistic,
      one.simulated,
      one.observed,
      one.tolerance,
      verdict(one),
      one.source,
      one.cases,
      one.note,
    ]);
  return table(
    ["pattern", "statistic", "simulated", "observed", "tolerance", "verdict", "source", "cases", "note"],
    rows,
  );
}

/** Lists the words of a page's regions of figures, region by region. */
const wordsOf = (regions) => regions.filter(({ kind }) => kind === "figures").map(({ words }) => words);

/** Writes the recorded figures of the patterns named. */
export function figures({ figures: all }, words) {
  return list(pick(all, words), words.length > 1 || words.some((word) => word.endsWith("*")));
}

/** Writes the recorded figures that no other region of the document names. */
export function others({ figures: all }, _, regions) {
  const shown = pick(all, wordsOf(regions).flat());
  return list(
    all.filter((one) => !shown.includes(one)),
    true,
  );
}

/** Writes how many figures of each pattern hold, and names the misses and the patterns of the page not recorded yet. */
export function summary({ figures: all }, _, regions) {
  const unrecorded = wordsOf(regions)
    .filter((words) => pick(all, words).length === 0)
    .map(([first]) => first.replace("*", ""));
  const row = (name, some) => {
    const held = some.filter(({ holds }) => holds !== undefined);
    const misses = held.filter(({ holds }) => !holds).map(({ statistic }) => statistic);
    const count = some.length > 0 ? `${held.length - misses.length} of ${held.length}` : "not recorded";
    return [name, count, some.length - held.length, misses.join("; ")];
  };
  const patterns = [...new Set([...all.map(({ pattern }) => pattern), ...unrecorded])].sort(byPattern);
  const rows = patterns.map((name) => row(name, pick(all, [name])));
  return table(
    ["pattern", "figures that hold", "reported only>", "misses"],
    [...rows, [...row("all", all).slice(0, 3), ""]],
  );
}

/** Writes all figures that miss. */
export function misses({ figures: all }) {
  const found = all.filter(({ holds }) => holds === false);
  return found.length > 0 ? list(found, true) : "_None recorded._";
}
