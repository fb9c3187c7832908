import { expect, test } from "vitest";
import { regularExpressions, sources } from "../architecture/sources.ts";

/** Texts that take a hundred times as long where a pattern's time grows with the square of their length. */
const lengths = [1_000, 16_000] as const;

/** Milliseconds of work that the longer text may take at once, and times the shorter one's where it takes more. */
const soon = 20;
const mostTimes = 64;

/** Patterns that only meet texts of the program's own, or of a few characters, whose time may grow with the square. */
const ofShortTexts = new Map([
  ["\\B(?=(\\d{3})+$)", "the digits of a number"],
  ["\\.?0+$", "a number that the program wrote"],
  ["\\.?0+([kMB])$", "a number that the program wrote"],
  [":.*$", "the title of a step of adoption"],
  [`\\["?([^"\\]]*)"?\\]`, "the path of an issue of a link, which ends with its only bracket"],
]);

/** Lists the characters to make texts of: those of the pattern itself, and one of each class that patterns name. */
function charactersOf(pattern: string): string[] {
  return [...new Set([...pattern.replaceAll(/\\[a-z]|[\\^$|()*+?]/gi, ""), ...' a0.\\"-\n'])].slice(0, 24);
}

/** Reads the milliseconds of work that this process has done: by the clock, a pattern would be slow on a busy machine. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Returns the milliseconds of work that seeking a pattern all over a text takes, the least of some attempts. */
function timeOf(pattern: RegExp, text: string, attempts: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < attempts; i++) {
    const begun = worked();
    text.replaceAll(pattern, "");
    least = Math.min(least, worked() - begun);
  }
  return least;
}

/** Finds a text, as the pair of characters it repeats, over which a pattern's time grows with the square of its length. */
function slowOver(source: string, flags: string): string | undefined {
  const pattern = new RegExp(source, `${flags.replaceAll(/[gy]/g, "")}g`);
  const characters = charactersOf(source);
  const [short, long] = lengths;
  const pairs = characters.flatMap((a) => characters.map((b) => a + b));
  return pairs.find((pair) =>
    // A pattern may be sought at the beginning alone, or begin later.
    ["", "a"].some((begin) => {
      const text = (length: number): string => `${begin}${pair.repeat(length / 2)}\u0001`;
      if (timeOf(pattern, text(long), 1) < soon || timeOf(pattern, text(long), 2) < soon) return false;
      return timeOf(pattern, text(long), 3) > mostTimes * timeOf(pattern, text(short), 5);
    }),
  );
}

const all = await regularExpressions(
  ["packages/model/src", "packages/study/src", "packages/charts/src", "packages/cli/src", "notebooks/src"].flatMap(
    (folder) => sources(folder).filter(({ path }) => !/^notebooks\/src\/(\.observablehq|data)\//.test(path)),
  ),
);

test("no regular expression takes a time that grows with the square of the text", () => {
  expect(all.length).toBeGreaterThan(100);
  const slow = all.flatMap(({ path, pattern, flags }) => {
    const over = ofShortTexts.has(pattern) ? undefined : slowOver(pattern, flags);
    return over === undefined ? [] : [`${path}: /${pattern}/${flags} over ${JSON.stringify(over)} again and again`];
  });
  expect(slow).toEqual([]);
});

test("patterns that may are still there", () => {
  for (const pattern of ofShortTexts.keys()) expect(all.map((one) => one.pattern)).toContain(pattern);
});

test("finds those that do, and no others", () => {
  expect(slowOver("\\s+$", "")).toBeDefined();
  expect(slowOver('"(?:[^"\\\\]|\\\\.)*"', "")).toBeDefined();
  expect(slowOver("^\\d+\\.?\\d*$", "")).toBeDefined();
  expect(slowOver("^\\s+$|[,;]+", "")).toBeUndefined();
});
