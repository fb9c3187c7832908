import { readFileSync } from "node:fs";
import type { AllFigures, ForecastScore, Limit, PatternGroup, RecordedFigure } from "../pages/sure/record.js";
import { apostrophes } from "../words/apostrophes.js";
import { sourceInWords } from "../words/documents.js";

/** Reads a file of the repository, by its path there. */
export function fileOf(path: string): string {
  return readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
}

/** Sets minus signs, zeros before decimals and apostrophes as the pages have them. */
const typeset = (text: string): string =>
  apostrophes(text)
    .replaceAll(/(?<![\w.])-(?=\.?\d)/g, "−")
    .replaceAll(/(?<![\w.])\.(?=\d)/g, "0.");

/** Reads what tests measured, as the pages tell it. */
export function recordedFigures(): readonly RecordedFigure[] {
  return JSON.parse(fileOf("tests/patterns/figures.json"), (_, value) =>
    typeof value === "string" ? typeset(sourceInWords(value)) : value,
  );
}

/** Reads what the model cannot say: the list under that heading of its document, each entry a bold title and a text. */
export function limitsIn(model: string): Limit[] {
  const section = model.split(/^## /m).find((each) => each.startsWith("What the model cannot say")) ?? "";
  return [...section.matchAll(/^- \*\*(.+?)\.\*\* (.+)$/gm)].map(([, title = "", text = ""]) => ({
    title,
    text: typeset(plain(text)),
  }));
}

/** Takes the marks of Markdown out of a text; names in code stand in quotation marks. */
const plain = (text: string): string =>
  text.replaceAll(/`([^`]+)`/g, "“$1”").replaceAll(/\[([^\]]+)\]\([^)]*\)/g, "$1");

/** Says whether a word of the document (`P5`, or `lesson*` for all that begin so) names a pattern. */
const names = (word: string, pattern: string): boolean =>
  word.endsWith("*") ? pattern.startsWith(word.slice(0, -1)) : word === pattern;

/** Puts figures under the headings of the document on validation that show them; what none shows comes last. */
export function groupsIn(validation: string, figures: readonly RecordedFigure[]): AllFigures {
  const left = new Set(figures);
  const groups: Record<string, readonly RecordedFigure[]> = {};
  const put = (title: string, some: readonly RecordedFigure[]): void => {
    for (const figure of some) left.delete(figure);
    if (some.length > 0) groups[title] = some;
  };
  for (const section of validation.split(/^## /m).slice(1)) {
    const title = section.slice(0, section.indexOf("\n"));
    const words = [...section.matchAll(/^<!-- generated: figures (.+) -->$/gm)].flatMap(([, all = ""]) =>
      all.split(" "),
    );
    put(
      title,
      [...left].filter(({ pattern }) => words.some((word) => names(word, pattern))),
    );
  }
  put("Everything else", [...left]);
  return groups;
}

/** Counts the figures of each group that hold, and keeps those that do not. */
export function summaryOf(groups: AllFigures): PatternGroup[] {
  return Object.entries(groups).map(([title, figures]) => ({
    title,
    holds: figures.filter(({ holds }) => holds === true).length,
    misses: figures.filter(({ holds }) => holds === false),
    reported: figures.filter(({ holds }) => holds === undefined).length,
  }));
}

/** Holds what is read of `forecasts.json`. */
interface ForecastFile {
  readonly how: string;
  readonly series: readonly {
    readonly name: string;
    readonly source: string;
    readonly cuts: readonly {
      readonly fitted: number;
      readonly heldOut: number;
      readonly scores: readonly {
        readonly forecaster: string;
        readonly wholePath: { readonly plain: { readonly held: readonly number[]; readonly logScore: number } };
      }[];
    }[];
  }[];
}

/** Reads how forecasts of series held that were fitted to the first half of each, and how other forecasters fared. */
export function forecastScores(text: string): {
  readonly forecasts: readonly ForecastScore[];
  readonly forecastsHow: string;
} {
  const { how, series } = JSON.parse(text) as ForecastFile;
  const forecasts = series.flatMap(({ name, source, cuts }) =>
    cuts.slice(0, 1).map(({ fitted, heldOut, scores }) => ({
      series: name,
      source,
      fitted,
      heldOut,
      held80: scores.find(({ forecaster }) => forecaster === "Uptake")?.wholePath.plain.held[1] ?? Number.NaN,
      logScores: Object.fromEntries(scores.map(({ forecaster, wholePath }) => [forecaster, wholePath.plain.logScore])),
    })),
  );
  return { forecasts, forecastsHow: how };
}
