import { listed } from "../readings/words.ts";
import type { Restriction } from "./box.ts";

/** Holds the words for one input of a box. In phrases, `{low}`, `{high}` and `{is}` stand for limits and categories. */
export interface InputWords {
  /** Names the input within a sentence, as in `principal turnover`. Default the input's name. */
  readonly label?: string;
  /** Follows a limit, with the space it needs, as in `% a year` or ` months`. */
  readonly unit?: string;
  /** Multiplies limits before they are written, as 100 for a share told in percent. Default 1. */
  readonly scale?: number;
  /** Decimals of limits. Default: three significant digits. */
  readonly decimals?: number;
  /** Marks an input that takes whole numbers only: limits are told as the last value left out. */
  readonly whole?: boolean;
  /** Names categories within a sentence; default as they are. */
  readonly categories?: Readonly<Record<string, string>>;
  /** Phrase for a lower limit, in place of the usual one, as in `coaching starts after month {low}`. */
  readonly above?: string;
  /** Phrase for an upper limit, as in `coaching starts by month {high}`. */
  readonly below?: string;
  /** Phrase for both limits. */
  readonly between?: string;
  /** Phrase for categories. */
  readonly among?: string;
}

/** Holds what a sentence on a box needs; the boxes of `prim` have it. */
export interface DescribedBox {
  /** Share of the box's cases that fail, 0 … 1. */
  readonly density: number;
  /** Share of all failing cases that are in the box, 0 … 1. */
  readonly coverage: number;
  /** What must hold of each restricted input. */
  readonly restrictions: readonly Restriction[];
}

/**
 * Writes a box as a sentence without a final stop, as in `density 83%, coverage 71%: when principal turnover exceeds 24%
 * a year and coaching starts after month 8`. `words` maps the names of inputs to their words.
 */
export function describeBox(box: DescribedBox, words: Readonly<Record<string, InputWords>> = {}): string {
  const when = box.restrictions.length === 0 ? "everywhere" : `when ${describeConditions(box.restrictions, words)}`;
  return `${describeQuality(box)}: ${when}`;
}

/** Writes a box's quality, as in `density 83%, coverage 71%`. */
function describeQuality({ density, coverage }: Pick<DescribedBox, "density" | "coverage">): string {
  return `density ${percent(density)}, coverage ${percent(coverage)}`;
}

/** Writes what must hold within a box, as in `principal turnover exceeds 24% a year and coaching starts after month 8`. */
export function describeConditions(
  restrictions: readonly Restriction[],
  words: Readonly<Record<string, InputWords>> = {},
): string {
  const phrases = [...new Set(restrictions.map(({ input }) => input))].map((name) => {
    const own = restrictions.filter(({ input }) => input === name);
    return phrase(name, own, Object.hasOwn(words, name) ? (words[name] as InputWords) : {});
  });
  return listed(phrases, "and");
}

function phrase(name: string, restrictions: readonly Restriction[], words: InputWords): string {
  const { label = name, unit = "" } = words;
  const told: Record<string, string> = {};
  for (const restriction of restrictions) {
    if (restriction.kind === "among")
      told["is"] = listed(
        restriction.categories.map((one) => words.categories?.[one] ?? one),
        "or",
      );
    else if (restriction.kind === "above") told["low"] = number(restriction.limit, words, Math.floor);
    else told["high"] = number(restriction.limit, words, Math.ceil);
  }
  const { low, high, is } = told;
  const between = words.between ?? `${label} is between {low} and {high}${unit}`;
  const pattern =
    is !== undefined
      ? (words.among ?? `${label} is {is}`)
      : low !== undefined && high !== undefined
        ? between
        : low !== undefined
          ? (words.above ?? `${label} exceeds {low}${unit}`)
          : (words.below ?? `${label} is below {high}${unit}`);
  return pattern.replace(/\{(low|high|is)\}/g, (_, key: string) => told[key] ?? "");
}

function number(
  limit: number,
  { scale = 1, decimals, whole = false }: InputWords,
  left: (x: number) => number,
): string {
  const value = (whole ? left(limit) : limit) * scale;
  const text = decimals === undefined ? String(Number(value.toPrecision(3))) : value.toFixed(decimals);
  return text.startsWith("-") ? `−${text.slice(1)}` : text;
}

/** Writes a share in percent, without rounding it to none or all. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return "under 1%";
  if (share < 1 && share >= 0.995) return "over 99%";
  return `${Math.round(100 * share)}%`;
}
