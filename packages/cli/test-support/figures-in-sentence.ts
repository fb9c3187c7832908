import { when } from "@uptake/study/target";
import type { AnswerTable } from "../src/tables/table.ts";

/** Holds a number as a sentence writes it. */
interface Written {
  /** As it stands, as in `18.6%`, `$2.97M` or `May of year 3`. */
  readonly text: string;
  readonly kind: "percent" | "dollars" | "month" | "number";
  /** Tells whether a cell comes out as this when it is rounded in the same way. */
  readonly shows: (cell: number) => boolean;
}

/** Says what a sentence may hold beside what its tables do. */
export interface FiguresOptions {
  /** Numbers that the question gave, as its file has them: a target of 0.8, say. */
  readonly given?: readonly number[];
}

const monthPattern =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:of|after) year \d+/g;
const numberPattern = /(?<![\w.])([<>]?)(\$?)(\d[\d,]*)(\.\d+)?([kM](?!\w))?(%?)(?!\w)/g;
const scales: Readonly<Record<string, number>> = { k: 1e3, M: 1e6 };
const mostMonths = 1200;

/** Rounds as sentences do: whole numbers by Math.round, decimals by toFixed. */
const rounded = (value: number, decimals: number): string =>
  decimals === 0 ? String(Math.round(value)) : value.toFixed(decimals);

/**
 * Lists every figure of a sentence: percentages, sums, months by name, and other numbers. “95% interval” is none of them,
 * and a range such as `41–46%` is two. Signs are left out: a sentence says “less” as well as “−”.
 */
function figuresIn(sentence: string): Written[] {
  const months = [...sentence.matchAll(monthPattern)].map(([text]): Written => {
    const index = Array.from({ length: mostMonths }, (_, month) => month).find((month) => when(month) === text);
    return { text, kind: "month", shows: (cell) => cell === index };
  });
  const rest = sentence
    .replaceAll(monthPattern, " ")
    .replaceAll(/95% (?=interval|of runs|bands)|\$ of 2024|(?<=\$[\d.,]+[kM]? )of 2024/g, "")
    .replaceAll(/(\d)–(\d[\d.]*)%/g, "$1%–$2%");
  const numbers = [...rest.matchAll(numberPattern)].map((found): Written => {
    const [text, beyond, dollar, whole = "", fraction = "", scale = "", percent] = found;
    const digits = whole.replaceAll(",", "") + fraction;
    const decimals = Math.max(0, fraction.length - 1);
    const same = (value: number): boolean => rounded(Math.abs(value), decimals) === digits;
    if (dollar) return { text, kind: "dollars", shows: (cell) => same(cell / (scales[scale] ?? 1)) };
    if (!percent) return { text, kind: "number", shows: same };
    if (beyond === "<") return { text, kind: "percent", shows: (cell) => cell > 0 && 100 * cell < Number(digits) };
    if (beyond === ">") return { text, kind: "percent", shows: (cell) => cell < 1 && 100 * cell > Number(digits) };
    return { text, kind: "percent", shows: (cell) => same(100 * cell) };
  });
  return [...months, ...numbers];
}

const isShare = (unit: string): boolean => /share|chance|ratio|probability/.test(unit);
const isMonth = (unit: string): boolean => /^months?$/.test(unit);

/** Tells whether some cell of a unit that goes with the figure shows it. */
function isShown({ kind, shows }: Written, tables: readonly AnswerTable[], counts: ReadonlySet<number>): boolean {
  for (const { columns, rows } of tables) {
    const own = columns.findIndex(({ name }) => name === "unit");
    for (const [c, column] of columns.entries())
      for (const row of rows) {
        const cell = row[c];
        // Where a column says that rows have units of their own, they stand in the column `unit`.
        const unit =
          own >= 0 && /\bas (?:in |says )?`?unit`?|`unit`/.test(column.unit) ? String(row[own]) : column.unit;
        const fits =
          kind === "number" ||
          (kind === "percent" ? isShare(unit) : kind === "month" ? isMonth(unit) : unit.startsWith("$"));
        // A difference of shares is written in points, with or without their name.
        const also = kind === "number" && isShare(unit);
        if (fits && typeof cell === "number" && (shows(cell) || (also && shows(100 * cell)))) return true;
      }
  }
  return kind === "number" && [...counts].some(shows);
}

/** Counts the rows of every table, and those that have each text, or a yes, in each column. */
function countsOf(tables: readonly AnswerTable[]): Set<number> {
  const counts = new Set<number>();
  for (const { columns, rows } of tables) {
    counts.add(rows.length);
    for (const c of columns.keys()) {
      const of = new Map<unknown, number>();
      for (const row of rows) if (typeof row[c] !== "number") of.set(row[c], (of.get(row[c]) ?? 0) + 1);
      for (const count of of.values()) counts.add(count);
      counts.add(of.size);
    }
  }
  return counts;
}

/** Leaves the texts that tables hold out of a sentence: a number in a name is no figure. */
function withoutNames(sentence: string, tables: readonly AnswerTable[]): string {
  const names = new Set(
    tables.flatMap(({ rows }) =>
      rows.flat().filter((cell): cell is string => typeof cell === "string" && /\d/.test(cell)),
    ),
  );
  return [...names]
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, name) => text.replaceAll(name, " "), sentence.replaceAll(/“[^”]*”/g, " "));
}

/**
 * Lists the figures of a sentence that no table shows after the same rounding: percentages among shares and chances, sums
 * among dollars, months among months, other numbers anywhere, counts of rows included. Empty where the sentence says
 * nothing that its tables do not. Give only the tables the sentence is about: among thousands of cells any number is found.
 */
export function figuresWithoutTable(
  sentence: string,
  tables: readonly AnswerTable[],
  { given = [] }: FiguresOptions = {},
): string[] {
  const counts = countsOf(tables);
  return figuresIn(withoutNames(sentence, tables))
    .filter((figure) => !isShown(figure, tables, counts) && !given.some((value) => figure.shows(value)))
    .map(({ text }) => text);
}

/** Words that claim an order or say that there is none. */
const claims = {
  better: /\bbetter\b|\bmore than\b|\bbeyond chance\b|\bbeats?\b/,
  best: /\bbest\b|\bhighest\b|\blargest\b/,
  most: /(?<!\bat )\bmost\b/,
  least: /(?<!\bat )\bleast\b|\blowest\b|\bsmallest\b/,
  harms: /\bharms?\b/,
  ties: /\bties?\b|\btied\b/,
  "cannot tell": /cannot (?:be told|tell)|do(?:es)? not tell|not to be told|nothing can be told/,
} as const;

/** Names a claim that a sentence may make. */
export type Claim = keyof typeof claims;

/**
 * Lists the claims of a sentence that do not follow: words such as “better” or “cannot be told” for which no rule is
 * given, or whose rule, read from the tables, says otherwise.
 */
export function claimsWithoutGround(sentence: string, rules: { readonly [Name in Claim]?: () => boolean }): Claim[] {
  return (Object.keys(claims) as Claim[]).filter((claim) => claims[claim].test(sentence) && !rules[claim]?.());
}

/** Reads a column of a table by name, a cell a row. @throws Error where there is none. */
export function cellsOf({ name, columns, rows }: AnswerTable, column: string): AnswerTable["rows"][number] {
  const place = columns.findIndex((one) => one.name === column);
  if (place < 0) throw new Error(`${name} has no column ${column}`);
  return rows.map((row) => row[place] ?? null);
}
