import { prepare, scenario } from "@uptake/model";
import { expect, test } from "vitest";
import { aboutTime, describeWork, durationOf } from "./duration.ts";

test.for([
  [0.2, "about 1 second"],
  [12.4, "about 12 seconds"],
  [89, "about 89 seconds"],
  [100, "about 2 minutes"],
  [3600, "about 60 minutes"],
  [3 * 3600, "about 3.0 hours"],
] as const)("%d seconds are said as %s", ([seconds, words]) => {
  expect(aboutTime(seconds)).toBe(words);
});

test("a job of a few runs is not tried beforehand, a long one is told of with its threads", async () => {
  const plans = [await prepare(scenario({ district: "small-rural", horizon: 12 }))];
  const job = (runs: number) => ({
    plans,
    seed: "a",
    statistics: [],
    evaluations: Array.from({ length: runs }, (_, replicate) => ({ plan: 0, replicate })),
  });
  expect(await durationOf(job(4), 2)).toBeUndefined();
  // How long it takes is the machine's: it is short, and untold, only where a run takes less than ten microseconds.
  expect(await durationOf(job(1_000_000), 2)).toMatch(
    /^1,000,000 runs, about (\d+ seconds|\d+ minutes|[\d.]+ hours) on 2 threads$/,
  );
});

test("what is ahead is told with its time, where that is known", () => {
  expect(describeWork({ runs: 1_200, millisecondsPerRun: 50 }, 2)).toBe(
    "1,200 runs ahead, about 30 seconds on 2 threads.",
  );
  expect(describeWork({ runs: 1, millisecondsPerRun: null }, 2)).toBe("1 run ahead.");
});
