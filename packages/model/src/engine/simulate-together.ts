import type { Plan } from "../scenario/plan.ts";
import { readingOf } from "../scenario/reading-of.ts";
import { checkExtensions } from "./check-extensions.ts";
import type { Extensions } from "./extension.ts";
import { fasterMonth } from "./faster-month.ts";
import type { Replicate } from "./replicate.ts";
import type { Run } from "./run.ts";
import { beginRun, type Follower, followerOf } from "./run-under-way.ts";
import { SharedRun } from "./shared-run.ts";
import { startAlike, stepsOf, whereTheyPart } from "./where-plans-part.ts";

/** Teachers of all runs that wait at most for others to go on from them, some 30 bytes each. */
const keptTeachers = 400_000;

/** Holds a plan to be run, by its place in the list. */
interface Asked extends Follower {
  readonly place: number;
}

/**
 * Runs each of `plans` once in `replicate`, with the bits of {@link simulate}, and gives each run as soon as it is there with
 * the place of its plan, in no order that can be relied on. What plans share is made once: see {@link simulateIn}, and beside
 * it the months before they part, money apart. Of n plans no more than log₂ n runs under way wait at a
 * time for others to go on from them. Where `extensions` add mechanisms or observers, which may tell plans apart, months
 * are not shared.
 *
 * @throws InputError as {@link simulate} does, and nothing is given of the plans that are left.
 */
export function* simulateTogether(
  replicate: Replicate,
  plans: readonly Plan[],
  extensions: Extensions = {},
): Generator<readonly [place: number, run: Run]> {
  checkExtensions(extensions);
  const { mechanisms = [], observers = [] } = extensions;
  const alone = mechanisms.length > 0 || observers.length > 0;
  const groups: Asked[][] = [];
  plans.forEach((prepared, place) => {
    const plan = readingOf(prepared, replicate.replicate);
    const found = alone ? undefined : groups.find(([first]) => startAlike((first as Asked).plan, plan));
    const asked = { ...followerOf(plan), place };
    if (found) found.push(asked);
    else groups.push([asked]);
  });
  for (const group of groups) {
    const begin = (plan: Plan): SharedRun =>
      new SharedRun(beginRun(replicate, plan, { ...extensions, program: fasterMonth }));
    yield* runBranch(begin, begin((group[0] as Asked).plan), group, 0, 0);
  }
}

/**
 * Takes `run`, which has made `from` steps, on for plans that have been the same so far: to where they part, and from there
 * each part by itself. `kept` counts the teachers of the runs that wait meanwhile.
 */
function* runBranch(
  begin: (plan: Plan) => SharedRun,
  run: SharedRun,
  group: readonly Asked[],
  from: number,
  kept: number,
): Generator<readonly [number, Run]> {
  const [{ plan }] = group as readonly [Asked];
  const steps = stepsOf(plan);
  const to = Math.min(...group.map((one) => whereTheyPart(plan, one.plan, from)));
  run.follow(plan);
  run.go(from, to, group);
  if (to === steps) {
    for (const [k, one] of group.entries()) yield [one.place, (k < group.length - 1 ? run.fork() : run).run(one)];
    return;
  }
  const waiting = kept + run.teachers;
  const parts = partsAt(group, to);
  for (const [k, part] of parts.entries()) {
    if (k === parts.length - 1) yield* runBranch(begin, run, part, to, kept);
    // To begin anew costs no more than to copy a first day.
    else if (to > 0 && waiting <= keptTeachers) yield* runBranch(begin, run.fork(), part, to, waiting);
    else yield* runBranch(begin, begin((part[0] as Asked).plan), part.map(withNewBooks), 0, kept);
  }
}

/**
 * Parts plans by what they do in step `step`. The most come last, who go on with the run itself: whatever waits for others,
 * they are no more than half.
 */
function partsAt(group: readonly Asked[], step: number): Asked[][] {
  const parts: Asked[][] = [];
  for (const one of group) {
    const part = parts.find(([first]) => whereTheyPart((first as Asked).plan, one.plan, step) > step);
    if (part) part.push(one);
    else parts.push([one]);
  }
  return parts.sort((a, b) => a.length - b.length);
}

function withNewBooks({ plan, place }: Asked): Asked {
  return { ...followerOf(plan), place };
}
