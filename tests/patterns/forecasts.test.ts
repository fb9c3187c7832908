import type { WorkerPool } from "@uptake/study/evaluate";
import {
  bass,
  calendarTime,
  type Forecaster,
  type ForecastSeries,
  lastStep,
  nominalBands,
  type ScoredSeries,
  scoreForecasts,
  uptakeForecaster,
} from "@uptake/study/forecast";
import { nodeWorkers } from "@uptake/study/node-workers";
import { afterAll, beforeAll, expect, type TestContext, test } from "vitest";
import { needs } from "../shared.ts";
import { type Figure, figure } from "./figures.ts";
import { bassSeries } from "./forecasts/bass-series.ts";
import {
  type CaseKind,
  type ForecastCase,
  files,
  leftOut,
  printed,
  readEarlyColleges,
  readMeals,
  readPolicies,
} from "./forecasts/cases.ts";
import { type PlaceName, runsIn } from "./forecasts/places.ts";
import { pooled, type RecordedSeries, readForecasts, recordOf, writeForecasts } from "./forecasts/record.ts";
import { roughness } from "./forecasts/roughness.ts";
import { estimate } from "./support.ts";

// Forecasts scored as a habit: fitted to the first half of a series and to two thirds of it, the rest foretold one count
// ahead and as a whole path, beside a Bass curve, a logistic curve in calendar time, and the last step going on. Nothing
// of the model is fitted to these series but which of its runs, in worlds drawn from the priors, are kept. None of the
// series is of teaching.

const source = "V1, V4, V5; diffusion-classics, state-education-policies";
const record = (context: TestContext, found: Omit<Figure, "pattern">): void =>
  figure(context, { pattern: "Forecasts", ...found });
const plain = (value: number, digits: number): string => value.toFixed(digits).replace("-", "−");
const bands = (held: readonly number[]): string => held.map((share) => `${Math.round(100 * share)}%`).join(", ");

let workers: WorkerPool;
beforeAll(() => {
  workers = nodeWorkers({ workers: 2 });
});
afterAll(() => workers.dispose());

const rivals = [bass, calendarTime, lastStep];
/** How a short series is cut: everything but the last count is fitted to. */
const allButLast = ({ counts }: ForecastSeries) => ({ shares: [0.5], least: counts.length - 1 });

test("every adoption series that is known, foretold and recorded", async (context) => {
  const file = <T extends keyof typeof files>(name: T): string => needs(context, `the data of ${name}`, files[name]());
  const { cases: policies, left } = readPolicies(file("policies"));
  const short = [readMeals(file("meals")), readEarlyColleges(file("earlyColleges"))];
  const runs = runsIn({ doctors: file("doctors"), women: file("women") }, workers.evaluate);
  const found: RecordedSeries[] = [];
  const rough: { readonly one: ForecastCase; readonly seen: number; readonly runs: readonly number[] }[] = [];
  for (const one of [...printed, ...policies, ...short]) {
    const { series, kind, place } = one;
    const made = await runs(place, series.times);
    const scored = scoreForecasts(
      series,
      [uptakeForecaster(made), ...rivals],
      kind === "short" ? allButLast(series) : {},
    );
    found.push(recordOf(one, scored));
    if (kind !== "people") continue;
    const { population } = series;
    const near = uptakeForecaster(made).keep(series, series.counts.length);
    const asSeries = (shares: Float64Array): ForecastSeries => ({
      ...series,
      counts: Array.from(shares, (share) => Math.round(share * population)),
    });
    rough.push({ one, seen: roughness(series), runs: near.map((shares) => roughness(asSeries(shares))) });
  }
  const all = {
    how: "Fitted to the first half of a series, and to two thirds of it, at least four counts; 500 paths of each forecast. Uptake: the twentieth of its runs in worlds drawn from the priors that comes nearest.",
    series: found,
    leftOut: [...leftOut, ...left],
  };
  if (process.env.UPDATE_FIGURES === "1") writeForecasts(all);

  for (const kind of ["people", "organisations"] as const) totals(context, found, kind);
  for (const one of found.filter(({ kind }) => kind === "short")) {
    const [cut] = one.cuts;
    const each = cut!.scores.map(
      ({ forecaster, oneAhead: { plain: score } }) => `${forecaster} ${plain(score.logScore, 2)}`,
    );
    record(context, {
      statistic: `${one.name}, the last of ${one.counts} counts foretold from the others: log score`,
      simulated: each.join(", "),
      source: one.source,
      cases: `${one.population} in all`,
      note: `too short to be counted; the model’s 80% band ${cut!.scores[0]!.oneAhead.plain.held[1]! > 0.5 ? "holds" : "misses"} it`,
    });
  }
  for (const { one, seen, runs: simulated } of rough) {
    const sorted = simulated.toSorted((a, b) => a - b);
    const at = (p: number): string => plain(sorted[Math.round(p * (sorted.length - 1))]!, 2);
    record(context, {
      statistic: `${one.series.name}: jumps of the log-odds of adopting from period to period, beyond trend and binomial luck`,
      simulated: `${at(0.5)} (${at(0.1)}–${at(0.9)}) in the runs nearest to the whole series`,
      observed: plain(seen, 2),
      source: one.series.source,
      cases: `${simulated.length} runs; standard deviation in log-odds`,
    });
  }
  expect(all, "differs from forecasts.json; record it with pnpm figures").toEqual(readForecasts());
});

/** Records how far bands of every forecaster held, over the series of a kind. */
function totals(context: TestContext, found: readonly RecordedSeries[], kind: CaseKind): void {
  const what = kind === "people" ? "series of people and classrooms" : "series of states’ laws";
  for (const { name } of [{ name: "Uptake" }, ...rivals])
    for (const [cut, part] of [
      [0, "half"],
      [-1, "two thirds"],
    ] as const) {
      const of = (of: "oneAhead" | "wholePath", how: "plain" | "widened") =>
        pooled(found, kind, name, { cut, what: of, how });
      const [ahead, path] = [of("oneAhead", "plain"), of("wholePath", "plain")];
      const [aheadWide, pathWide] = [of("oneAhead", "widened"), of("wholePath", "widened")];
      record(context, {
        statistic: `${what}, fitted to ${part}: counts held by the 50, 80 and 95% bands of ${name}`,
        simulated: `one ahead ${bands(ahead.held)}; whole path ${bands(path.held)}`,
        observed: "50%, 80%, 95%",
        source,
        cases: `${ahead.series} series, ${ahead.points} counts`,
        note: `log score ${plain(ahead.logScore, 2)} and ${plain(path.logScore, 2)} a count, median off by ${plain(ahead.error, 3)} and ${plain(path.error, 3)}; widened by the misses seen before: one ahead ${bands(aheadWide.held)}, whole path ${bands(pathWide.held)}, log score ${plain(aheadWide.logScore, 2)} and ${plain(pathWide.logScore, 2)}`,
      });
    }
}

/** Records whether bands hold what they should over planted series, and that the forecaster it was planted from is best. */
function planted(context: TestContext, name: string, from: string, scored: readonly ScoredSeries[]): void {
  const score = (one: ScoredSeries, forecaster: string, what: "oneAhead" | "wholePath") =>
    one.cuts[0]!.scores.find((each) => each.forecaster === forecaster)![what].plain;
  for (const what of ["oneAhead", "wholePath"] as const) {
    const found = nominalBands.map((_, b) => estimate(scored.map((one) => score(one, name, what).held[b]!)));
    const holds = found.every(({ mean, error }, b) => Math.abs(mean - nominalBands[b]!) < Math.max(0.02, 3 * error));
    record(context, {
      statistic: `series planted ${from}, ${what === "oneAhead" ? "one count ahead" : "whole path"}: counts held by the 50, 80 and 95% bands of ${name}`,
      simulated: found.map(({ mean, error }) => `${(100 * mean).toFixed(0)} ± ${(100 * error).toFixed(0)}%`).join(", "),
      observed: "50%, 80%, 95%",
      tolerance: "3 standard errors between series",
      holds,
      cases: `${scored.length} series`,
    });
    expect(holds).toBe(true);
    for (const rival of scored[0]!.cuts[0]!.scores.map(({ forecaster }) => forecaster).filter(
      (each) => each !== name,
    )) {
      const gain = estimate(scored.map((one) => score(one, name, what).logScore - score(one, rival, what).logScore));
      const better = gain.mean > 2 * gain.error;
      record(context, {
        statistic: `series planted ${from}, ${what === "oneAhead" ? "one count ahead" : "whole path"}: gain of ${name} over ${rival} in log score a count`,
        simulated: `${plain(gain.mean, 2)} ± ${gain.error.toFixed(2)}`,
        tolerance: "above 2 standard errors",
        holds: better,
        cases: `${scored.length} series`,
      });
      expect(better).toBe(true);
    }
  }
}

test("series planted from the Bass curve", (context) => {
  const scored = Array.from({ length: 40 }, (_, s) =>
    scoreForecasts(bassSeries(s, 11, 200), [bass, calendarTime, lastStep], { shares: [0.5] }),
  );
  planted(context, bass.name, "from the Bass curve", scored);
});

test("series planted from the model", async (context) => {
  const runs = runsIn({ doctors: "", women: "" }, workers.evaluate);
  const place: PlaceName = "states";
  const times = Array.from({ length: 9 }, (_, k) => 3 * k);
  const made = await runs(place, times);
  const scored: ScoredSeries[] = [];
  for (let r = 0; scored.length < 100; r++) {
    const run = made.shares[r]!;
    // Chosen by the first half alone: something has begun, and is not over.
    if (run[4]! < 0.08 || run[4]! > 0.9) continue;
    const others: Forecaster = uptakeForecaster({ ...made, shares: made.shares.filter((_, other) => other !== r) });
    const counts = Array.from(run, (share) => Math.round(50 * share));
    const series = { name: `planted ${r}`, source: "the model", period: "year", times, counts, population: 50 };
    scored.push(scoreForecasts(series, [others, bass, calendarTime], { shares: [0.5] }));
  }
  planted(context, "Uptake", "from the model", scored);
});
