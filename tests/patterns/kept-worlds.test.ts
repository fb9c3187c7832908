import { readFileSync } from "node:fs";
import { derive, keptWorlds, loadKeptWorlds, rootKey } from "@uptake/model";
import { measureWorld, priorWords, showsAll, worldOfWords, worldPatterns } from "@uptake/study/patterns";
import { expect, test } from "vitest";
import { figure } from "./figures.ts";

// The kept worlds: how often draws from the priors show the patterns, how worlds were sampled that show them all, and what
// the patterns leave undecided. `pnpm worlds` samples and writes the set and kept-worlds.json.

interface Found {
  readonly draws: number;
  /** Draws measured in every pattern, which the shares are of: the first. */
  readonly thorough: number;
  /** Numbers of the draws that plain rejection accepts. */
  readonly accepted: readonly number[];
  readonly kept: number;
  readonly history: readonly { readonly tolerance: number; readonly accepted: number; readonly proposed: number }[];
  /** Kept worlds measured again under other luck, and those of them that show every pattern again. */
  readonly measuredAgain: number;
  readonly againAll: number;
  /** Thorough draws that show P12 and P15 together. */
  readonly together: number;
  readonly patterns: readonly {
    readonly id: string;
    readonly show: number;
    readonly again: number;
    readonly statistics: readonly {
      readonly name: string;
      readonly doc: string;
      readonly unit: string;
      readonly bounds?: readonly [number, number];
      readonly within?: number;
      readonly draws: readonly number[];
      readonly kept: readonly number[];
    }[];
  }[];
  /** Means of the accepted draws less those of the kept worlds, in standard errors, largest first. */
  readonly againstRejection: readonly { readonly parameter: string; readonly z: number }[];
  readonly strategies: readonly {
    readonly name: string;
    readonly kept: readonly [number, number, number];
    readonly rejection: readonly [number, number, number];
    readonly fixed: number;
  }[];
  readonly firm: {
    readonly again: number;
    readonly lucks: number;
    readonly inDefault: boolean;
    readonly typical: number;
    /** Most by which its rank among the kept worlds lies off the middle under any strategy, 0 to .5. */
    readonly strangeness: number;
  };
  readonly ridges: readonly { readonly parameters: readonly [string, string]; readonly correlation: number }[];
  readonly narrowings: readonly { readonly parameter: string; readonly spread: number; readonly shift: number }[];
}

const found: Found = JSON.parse(readFileSync(new URL("kept-worlds.json", import.meta.url), "utf8"));
const share = (count: number, of: number): string => (count / of).toFixed(3);

test("the record is of the set that ships, and of the patterns as they are", async () => {
  expect(found.kept).toBe(keptWorlds.count);
  expect((await loadKeptWorlds()).rows).toHaveLength(found.kept);
  expect(found.kept).toBeGreaterThanOrEqual(1000);
  expect(found.thorough).toBeGreaterThanOrEqual(1000);
  expect(found.history.at(-1)!.tolerance).toBe(0);
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

test("draws measured again are accepted or not as recorded", async (context) => {
  const root = rootKey(keptWorlds.seed);
  const some = [...found.accepted.filter((n) => n < found.thorough), ...Array.from({ length: 30 }, (_, i) => 34 * i)];
  let alike = 0;
  for (const n of some) {
    const world = worldOfWords(priorWords(derive(derive(root, 1), n)));
    const shown = showsAll(await measureWorld(world, `draw ${n}`));
    if (shown === found.accepted.includes(n)) alike++;
  }
  figure(context, {
    pattern: "kept",
    statistic: "draws measured again that are accepted or not as recorded",
    simulated: `${alike} of ${some.length}`,
    tolerance: "all of them",
    holds: alike === some.length,
  });
  expect(alike).toBe(some.length);
});

test("acceptance by pattern, and together", (context) => {
  for (const { id, show, again, statistics } of found.patterns) {
    figure(context, {
      pattern: "kept",
      statistic: `draws from the priors that show ${id}, and kept worlds that show it again under other luck`,
      simulated: `${share(show, found.thorough)}, ${share(again, found.measuredAgain)}`,
      cases: `${found.thorough} draws, ${found.measuredAgain} worlds`,
    });
    for (const { doc, unit, bounds, within, draws, kept } of statistics)
      figure(context, {
        pattern: "kept",
        statistic: `${id}: ${doc}`,
        simulated: `draws ${draws.join(", ")}; kept ${kept.join(", ")} ${unit} (10th, 50th, 90th percentile)`,
        ...(bounds && within !== undefined
          ? {
              tolerance: `median within ${bounds.join("–")}`,
              holds: kept[1]! >= bounds[0] && kept[1]! <= bounds[1],
              note: `${share(within, found.thorough)} of the draws within`,
            }
          : {}),
      });
  }
  figure(context, {
    pattern: "kept",
    statistic: "draws from the priors that show P12 and P15 together",
    simulated: share(found.together, found.thorough),
    tolerance: "at least 0.05, else P15 alone would filter",
    holds: found.together / found.thorough >= 0.05,
    cases: `${found.thorough} draws`,
  });
  expect(found.together / found.thorough).toBeGreaterThanOrEqual(0.05);
  figure(context, {
    pattern: "kept",
    statistic: "draws from the priors that show every pattern (plain rejection)",
    simulated: `${found.accepted.length} of ${found.draws} (${share(found.accepted.length, found.draws)})`,
  });
  figure(context, {
    pattern: "kept",
    statistic: "kept worlds that show every pattern again under other luck",
    simulated: `${found.againAll} of ${found.measuredAgain} (${share(found.againAll, found.measuredAgain)})`,
    note: "one measurement a pattern decides; near a bound luck does",
  });
});

test("sampled worlds against plain rejection", (context) => {
  const { againstRejection: all, accepted, kept, strategies, history } = found;
  const far = all.filter(({ z }) => Math.abs(z) > 2).length;
  figure(context, {
    pattern: "kept",
    statistic:
      "numbers whose mean over the draws that rejection accepts is over 2 standard errors from that of the kept worlds",
    simulated: `${far} of ${all.length}; furthest ${all
      .slice(0, 3)
      .map(({ parameter, z }) => `${parameter} ${z.toFixed(1)}`)
      .join(", ")}`,
    tolerance: "at most a tenth (chance alone: a twentieth)",
    holds: far <= all.length / 10,
    cases: `${accepted.length} draws, ${kept} worlds`,
  });
  expect(far).toBeLessThanOrEqual(all.length / 10);
  for (const { name, kept: mine, rejection } of strategies)
    figure(context, {
      pattern: "kept",
      statistic: `adoption in May of year 3 under ${name}: kept worlds, and draws that rejection accepts (10th, 50th, 90th percentile)`,
      simulated: `${mine.join(", ")}; ${rejection.join(", ")}`,
      cases: `a run in each of ${kept} worlds and ${accepted.length} draws`,
    });
  figure(context, {
    pattern: "kept",
    statistic: "steps of the sampler accepted, by tolerance",
    simulated: history
      .map(({ tolerance, accepted: steps, proposed }) => `${tolerance}: ${(steps / proposed).toFixed(2)}`)
      .join(", "),
  });
});

test("the fixed world lies within a quarter of the middle in what strategies do, and shows the patterns in the default district", (context) => {
  const { firm, strategies } = found;
  for (const { name, fixed, kept } of strategies)
    figure(context, {
      pattern: "kept",
      statistic: `adoption in May of year 3 under ${name} in the fixed world`,
      simulated: `${fixed}; kept worlds ${kept.join(", ")}`,
      cases: "16 runs; 10th, 50th, 90th percentile of the kept worlds",
    });
  figure(context, {
    pattern: "kept",
    statistic: "most by which the fixed world's rank lies off the middle under any reference strategy",
    simulated: firm.strangeness.toFixed(2),
    tolerance: "0.10, the middle fifth",
    holds: firm.typical > 0,
    cases: `${firm.typical} of the 60 least strange worlds lie in the middle fifth under all`,
    note: "strategies rank worlds differently; the fixed world stands in no headline",
  });
  figure(context, {
    pattern: "kept",
    statistic: "seeds under which the fixed world shows every pattern again",
    simulated: `${firm.again} of ${firm.lucks}; in the default district too: ${firm.inDefault ? "yes" : "no"}`,
  });
  expect(firm.strangeness).toBeLessThanOrEqual(0.25);
  expect(firm.inDefault).toBe(true);
});

test("what the patterns narrow, and what they leave undecided", (context) => {
  for (const { parameter, spread, shift } of found.narrowings.slice(0, 12))
    figure(context, {
      pattern: "kept",
      statistic: `${parameter}: spread over the kept worlds against the draws, and shift of the mean`,
      simulated: `× ${spread.toFixed(2)}, ${shift > 0 ? "+" : ""}${shift.toFixed(2)} sd`,
    });
  for (const { parameters, correlation } of found.ridges.slice(0, 12))
    figure(context, {
      pattern: "kept",
      statistic: `ridge of ${parameters.join(" and ")}: rank correlation over the kept worlds`,
      simulated: correlation.toFixed(2),
    });
});
