import type { Plan } from "../scenario/plan.ts";
import { readingOf } from "../scenario/reading-of.ts";
import { checkExtensions } from "./check-extensions.ts";
import { drawsAnew } from "./draws.ts";
import type { Run } from "./run.ts";
import { followerOf, RunUnderWay } from "./run-under-way.ts";
import type { SimulateOptions } from "./simulate.ts";
import { moveTeachers } from "./teachers.ts";
import { stepsOf } from "./where-plans-part.ts";

/**
 * Runs a plan once, with the bits of `simulate` of `@uptake/model` and without its compiled pass: of districts of some
 * hundred teachers and more a run takes half as long again.
 *
 * @throws InputError as `simulate` of `@uptake/model` does.
 */
export function simulateAlone(prepared: Plan, { seed, replicate, ...extensions }: SimulateOptions): Run {
  const one = drawsAnew(seed, replicate);
  checkExtensions(extensions);
  const plan = readingOf(prepared, replicate);
  const run = new RunUnderWay(one, plan, { ...extensions, pass: moveTeachers });
  const follower = followerOf(plan);
  run.go(0, stepsOf(plan), [follower]);
  return run.run(follower);
}
