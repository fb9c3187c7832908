import { sampledWorld } from "../evidence/sampled-world.ts";
import { InputError } from "../issue.ts";
import type { Plan } from "../scenario/plan.ts";
import { readingOf } from "../scenario/reading-of.ts";
import { unreadBeliefs } from "../scenario/unread-beliefs.ts";
import { checkExtensions } from "./check-extensions.ts";
import { type DrawWorld, drawsAnew } from "./draws.ts";
import { plainMonth } from "./plain-month.ts";
import type { Run } from "./run.ts";
import { beginRun, finishedRun, followerOf, goOn } from "./run-under-way.ts";
import type { SimulateOptions } from "./simulate.ts";
import { stepsOf } from "./where-plans-part.ts";

/** Says which run of a plan to make alone, and what to add to it. */
export interface AloneOptions extends SimulateOptions {
  /**
   * How worlds are drawn: `drawWorld`, as a scenario believes, or from the table of its worlds, with its values, and not
   * otherwise (default).
   */
  readonly drawWorld?: DrawWorld;
}

/**
 * Runs a plan once, with the bits of `simulate` of `@uptake/model` and without its compiled month: of districts of some
 * hundred teachers and more a run takes half as long again. A scenario whose worlds are not sampled, or have priors of its
 * own, tied effects or effects held at a level, needs `drawWorld`.
 *
 * @throws InputError as `simulate` of `@uptake/model` does, and with every such belief where there is no `drawWorld`.
 */
export function simulateAlone(prepared: Plan, { seed, replicate, drawWorld, ...extensions }: AloneOptions): Run {
  const one = drawsAnew(seed, replicate, drawWorld ?? sampledWorld);
  checkExtensions(extensions);
  const unread = drawWorld ? [] : unreadBeliefs(prepared.scenario.parameters);
  if (unread.length > 0) throw new InputError(unread);
  const plan = readingOf(prepared, replicate);
  const run = beginRun(one, plan, { ...extensions, program: plainMonth });
  const follower = followerOf(plan);
  goOn(run, 0, stepsOf(plan), [follower]);
  return finishedRun(run, follower);
}
