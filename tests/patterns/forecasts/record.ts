import { readFileSync, writeFileSync } from "node:fs";
import {
  type ForecastRecord,
  type ForecastScore,
  nominalBands,
  type PlainAndWidened,
  type ScoredSeries,
} from "@uptake/study/forecast";
import type { CaseKind, ForecastCase, LeftOut } from "./cases.ts";

/** Holds one series as it is recorded: what it is, and how every forecaster did. */
export interface RecordedSeries {
  readonly name: string;
  readonly kind: CaseKind;
  readonly source: string;
  readonly period: string;
  readonly counts: number;
  readonly population: number;
  readonly cuts: ScoredSeries["cuts"];
}

/** Holds the record of forecasts: what `forecasts.json` has. */
export interface Forecasts {
  readonly how: string;
  readonly series: readonly RecordedSeries[];
  readonly leftOut: readonly LeftOut[];
}

/** Where the record is kept. */
export const forecastsFile: URL = new URL("../forecasts.json", import.meta.url);
const shippedFile = new URL("../../../packages/study/src/forecast/forecast-record.ts", import.meta.url);

const rounded = (value: number): number => Number(value.toFixed(3));

/** Writes a series and its scores to three decimals. */
export function recordOf({ kind, series }: ForecastCase, { cuts }: ScoredSeries): RecordedSeries {
  const score = ({ points, held, logScore, error }: ForecastScore): ForecastScore => ({
    points,
    held: held.map(rounded),
    logScore: rounded(logScore),
    error: rounded(error),
  });
  const both = ({ plain, widened }: PlainAndWidened): PlainAndWidened => ({
    plain: score(plain),
    widened: score(widened),
  });
  const { name, source, period, counts, population } = series;
  return {
    name,
    kind,
    source,
    period,
    counts: counts.length,
    population,
    cuts: cuts.map(({ fitted, heldOut, scores }) => ({
      fitted,
      heldOut,
      scores: scores.map(({ forecaster, oneAhead, wholePath }) => ({
        forecaster,
        oneAhead: both(oneAhead),
        wholePath: both(wholePath),
      })),
    })),
  };
}

/** Means of scores over the counts held out of several series. */
export interface PooledScore extends ForecastScore {
  readonly series: number;
}

/** Pools the scores of one forecaster over series of a kind, at their first cut or their last, every count alike. */
export function pooled(
  all: readonly RecordedSeries[],
  kind: CaseKind,
  forecaster: string,
  of: { readonly cut: 0 | -1; readonly what: "oneAhead" | "wholePath"; readonly how: keyof PlainAndWidened },
): PooledScore {
  const scores = all
    .filter((one) => one.kind === kind)
    .map(({ cuts }) => cuts.at(of.cut)!.scores.find((one) => one.forecaster === forecaster)![of.what][of.how]);
  const points = scores.reduce((sum, score) => sum + score.points, 0);
  const mean = (part: (score: ForecastScore) => number): number =>
    scores.reduce((sum, score) => sum + score.points * part(score), 0) / points;
  return {
    series: scores.length,
    points,
    held: nominalBands.map((_, b) => mean(({ held }) => held[b]!)),
    logScore: mean(({ logScore }) => logScore),
    error: mean(({ error }) => error),
  };
}

/** Returns what the package ships of the record: how far bands of the model held after the first half. */
export function shippedRecord(all: readonly RecordedSeries[]): ForecastRecord {
  const of = (kind: CaseKind) => {
    const ahead = pooled(all, kind, "Uptake", { cut: 0, what: "oneAhead", how: "plain" });
    const path = pooled(all, kind, "Uptake", { cut: 0, what: "wholePath", how: "plain" });
    return {
      series: ahead.series,
      points: ahead.points,
      bands: nominalBands.map((nominal, b) => ({
        nominal,
        oneAhead: rounded(ahead.held[b]!),
        wholePath: rounded(path.held[b]!),
      })),
    };
  };
  return { people: of("people"), organisations: of("organisations") };
}

/** Reads the record. */
export const readForecasts = (): Forecasts => JSON.parse(readFileSync(forecastsFile, "utf8"));

/** Writes the record, and what the package ships of it. */
export function writeForecasts(record: Forecasts): void {
  writeFileSync(forecastsFile, `${JSON.stringify(record, null, 2)}\n`);
  const text = readFileSync(shippedFile, "utf8");
  const from = text.indexOf("export const forecastRecord");
  writeFileSync(shippedFile, `${text.slice(0, from)}${constantOf(shippedRecord(record.series))}`);
}

/** Writes the shipped record as the constant that holds it. */
function constantOf({ people, organisations }: ForecastRecord): string {
  const part = (name: string, { series, points, bands }: ForecastRecord["people"]): string => `  ${name}: {
    series: ${series},
    points: ${points},
    bands: [
${bands.map(({ nominal, oneAhead, wholePath }) => `      { nominal: ${nominal}, oneAhead: ${oneAhead}, wholePath: ${wholePath} },\n`).join("")}    ],
  },
`;
  return `export const forecastRecord: ForecastRecord = {\n${part("people", people)}${part("organisations", organisations)}};\n`;
}
