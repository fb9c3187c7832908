import { readFileSync } from "node:fs";
import { keptWorlds } from "@uptake/model";
import { worldPatterns } from "@uptake/study/patterns";
import { expect, test } from "vitest";
import { figure } from "./figures.ts";

// The kept worlds: which draws from the priors show the patterns, how often each pattern is shown, and what the patterns
// leave undecided. `pnpm worlds` measures all draws and writes the set and kept-worlds.json.

interface Found {
  readonly draws: number;
  /** Draws measured in every pattern, which the shares are of. */
  readonly thorough: number;
  readonly kept: number;
  readonly patterns: readonly {
    readonly id: string;
    readonly show: number;
    readonly statistics: readonly {
      readonly name: string;
      readonly doc: string;
      readonly unit: string;
      readonly bounds?: readonly [number, number];
      readonly within?: number;
      readonly draws: readonly number[];
      readonly kept: readonly number[];
      readonly medoid: number;
    }[];
  }[];
  readonly ridges: readonly { readonly parameters: readonly [string, string]; readonly correlation: number }[];
  readonly narrowings: readonly { readonly parameter: string; readonly spread: number; readonly shift: number }[];
}

const found: Found = JSON.parse(readFileSync(new URL("kept-worlds.json", import.meta.url), "utf8"));
const share = (count: number): string => (count / found.thorough).toFixed(3);

test("the record is of the set that ships, and of the patterns as they are", () => {
  expect(found.thorough).toBeGreaterThanOrEqual(2000);
  expect(found.kept).toBe(keptWorlds.count);
  const bounds = (patterns: readonly { id: string; statistics: [string, readonly number[] | undefined][] }[]) =>
    patterns.map(({ id, statistics }) => [id, ...statistics]);
  expect(
    bounds(found.patterns.map(({ id, statistics }) => ({ id, statistics: statistics.map((s) => [s.name, s.bounds]) }))),
  ).toEqual(
    bounds(
      worldPatterns.map(({ id, statistics }) => ({
        id,
        statistics: Object.entries(statistics).map(([name, s]) => [name, s.bounds]),
      })),
    ),
  );
});

test("acceptance by pattern, and together", (context) => {
  for (const { id, show, statistics } of found.patterns) {
    figure(context, {
      pattern: "kept",
      statistic: `draws from the priors that show ${id}`,
      simulated: share(show),
      cases: `${found.thorough} draws`,
    });
    for (const { doc, unit, bounds, within, draws, kept, medoid } of statistics)
      figure(context, {
        pattern: "kept",
        statistic: `${id}: ${doc}`,
        simulated: `draws ${draws.join(", ")}; kept ${kept.join(", ")}; medoid ${medoid} ${unit} (10th, 50th, 90th percentile)`,
        ...(bounds && within !== undefined
          ? {
              tolerance: bounds.join("–"),
              holds: medoid >= bounds[0] && medoid <= bounds[1],
              note: `${share(within)} of the draws within`,
            }
          : {}),
      });
  }
  figure(context, {
    pattern: "kept",
    statistic: "draws from the priors that show every pattern",
    simulated: `${found.kept} of ${found.draws} (${(found.kept / found.draws).toFixed(3)})`,
  });
});

test("what the patterns narrow, and what they leave undecided", (context) => {
  for (const { parameter, spread, shift } of found.narrowings.slice(0, 10))
    figure(context, {
      pattern: "kept",
      statistic: `${parameter}: spread over the kept worlds against the draws, and shift of the mean`,
      simulated: `× ${spread.toFixed(2)}, ${shift > 0 ? "+" : ""}${shift.toFixed(2)} sd`,
    });
  for (const { parameters, correlation } of found.ridges.slice(0, 10))
    figure(context, {
      pattern: "kept",
      statistic: `ridge of ${parameters.join(" and ")}: rank correlation over the kept worlds`,
      simulated: correlation.toFixed(2),
    });
});
