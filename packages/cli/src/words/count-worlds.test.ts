import { expect, test } from "vitest";
import { countWorlds, sharedOf } from "./count-worlds.ts";
import { describeWorlds } from "./describe-outcome.ts";
import { endingNotes } from "./describe-precision.ts";

test("worlds are counted as they are, and replicates beside them where they share worlds", () => {
  const own = { replicates: 64, worlds: 64, parameters: "sampled" } as const;
  const shared = { ...own, replicates: 1_276, worlds: 319 };
  const one = { ...own, worlds: 1, parameters: "fixed" } as const;
  expect([own, shared, one].map((all) => countWorlds(all))).toEqual([
    "64 worlds",
    "1,276 replicates in 319 worlds",
    "64 runs",
  ]);
  expect([own, shared, one].map(sharedOf)).toEqual(["worlds", "replicates", "runs"]);
  expect([own, shared, one, { ...own, parameters: "priors" } as const].map(describeWorlds)).toEqual([
    "64 kept worlds",
    "1,276 replicates in 319 kept worlds",
    "64 runs of the fixed world",
    "64 worlds of the wide priors",
  ]);
});

test("an ending by worlds says that more replicates would not do", () => {
  const ending = { replicates: 638, worlds: 319, parameters: "sampled", halfWidth: 0.003, cap: 2_000 } as const;
  expect(endingNotes("adoption", { ...ending, ended: "worlds" })).toEqual([
    "There are 319 worlds, which ended it after 638 replicates: more replicates would average out luck, but are not expected to bring the half-width to ±0.3 points, as worlds differ too much for that.",
  ]);
});
