import { type Beliefs, loadKeptWorlds, type Plan, prepare, scenario } from "@uptake/model";
import { expect, test } from "vitest";
import { mismatches } from "./mismatches.ts";

const planOf = (parameters: Partial<Beliefs>): Promise<Plan> =>
  prepare(scenario({ district: "small-rural", horizon: 12, parameters }));

test("plans of other beliefs cannot be compared, replicate by replicate", async () => {
  const { rows, ...kept } = await loadKeptWorlds();
  const worlds = { ...kept, rows: rows.slice(0, 3) };
  const messages = async (before: Partial<Beliefs>, here: Partial<Beliefs>): Promise<string[]> =>
    mismatches(await planOf(before), await planOf(here), "plans[1]").map(({ code, message }) => `${code}: ${message}`);
  expect(await messages({ worlds }, { worlds: { ...worlds, source: "a copy", rows: [...worlds.rows] } })).toEqual([]);
  expect(await messages({ worlds }, { worlds: { ...worlds, rows: rows.slice(1, 4) } })).toEqual([
    "different-worlds: the tables of worlds differ",
  ]);
  expect(await messages({ worlds }, {})).toEqual(["different-worlds: the tables of worlds differ"]);
  expect(await messages({ level: "hopeful" }, { effects: "common" })).toEqual([
    "different-worlds: the ties of effects differ: common here, independent in the baseline",
    "different-worlds: the levels of effects differ: as drawn here, hopeful in the baseline",
  ]);
  const priors = { "trying.support": [1, 2] } as const;
  expect(await messages({ priors }, { priors: { ...priors } })).toEqual([]);
  expect(await messages({ priors }, { priors: { "trying.support": [1, 3] } })).toEqual([
    "different-priors: the own priors of trying.support differ",
  ]);
});
