import { expect, test } from "vitest";
import { OWNING, TRYING, USING } from "../district/stage.ts";
import { prepare } from "../scenario/prepare.ts";
import { scenario } from "../scenario/scenario.ts";
import { copyState } from "../state/copy-state.ts";
import type { DistrictState } from "../state/district-state.ts";
import { countPosts, recount } from "./count.ts";
import { simulate } from "./simulate.ts";

/** Returns what is counted of a state, and what colleagues see in open schools. */
function counted({ counts, teacher }: DistrictState): object {
  const { flows: _, ...others } = counts;
  return { ...others, signal: teacher.signal };
}

test("counts that follow who leaves and comes in July are those of everyone counted anew", async () => {
  const strategies = ["mandate", "all-six-lessons"];
  const plans = await Promise.all(
    strategies.map((strategy) => prepare(scenario({ strategy, district: "small-rural", horizon: 36 }))),
  );
  const compared: number[] = [];
  const observe = (state: DistrictState, m: number): number => {
    const anew = copyState(state);
    recount(anew);
    expect(counted(state), `at index ${m}`).toEqual(counted(anew));
    compared.push(m);
    return 0;
  };
  for (const plan of plans)
    for (const replicate of [0, 1])
      simulate(plan, { seed: "counts", replicate, observers: [{ name: "compare", observe }] });
  expect(compared.filter((m) => m > 0 && m % 12 === 0)).toHaveLength(2 * 2 * 3);
});

test("a post is taken out of the counts with who leaves it, and put in with who comes", async () => {
  const plan = await prepare(scenario({ district: "small-rural", horizon: 1 }));
  let state!: DistrictState;
  const observe = (now: DistrictState): number => {
    state ??= copyState(now);
    return 0;
  };
  simulate(plan, { seed: "counts", replicate: 0, observers: [{ name: "keep", observe }] });
  const openings = { vacancies: [1, 3], schoolOf: [0, 0], movers: [] };
  const before = copyState(state);
  countPosts(state, openings, -1);
  state.teacher.stage.set([OWNING], 1);
  state.teacher.depth.set([50_000], 1);
  state.teacher.stage.set([TRYING], 3);
  countPosts(state, openings, 1);
  const anew = copyState(state);
  recount(anew);
  expect(counted(state)).toEqual(counted(anew));
  const { stage, depth } = before.teacher;
  const used = (least: number): number =>
    [1, 3].filter((i) => (stage[i] === USING || stage[i] === OWNING) && depth[i]! >= least).length;
  const change = Array.from(state.counts.deep, (count, k) => count - before.counts.deep[k]!);
  expect(change).toEqual(change.map((_, k) => (k < 3 ? 1 - used([19_661, 32_768, 45_875][k]!) : 0)));
});
