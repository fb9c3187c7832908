import { copyData } from "../copy-data.ts";
import type { Tally } from "../measures/tally.ts";
import type { DistrictPlan, Plan } from "../scenario/plan.ts";
import { copyState } from "../state/copy-state.ts";
import { type DistrictProgress, DistrictSimulation } from "./district-simulation.ts";
import type { Run } from "./run.ts";
import { type Follower, finishedRun, goOn, type RunUnderWay } from "./run-under-way.ts";

/** Holds a run that stands for several plans until they part. */
export class SharedRun {
  #run: RunUnderWay;

  constructor(run: RunUnderWay) {
    this.#run = run;
  }

  /** Teachers of the districts under way. */
  get teachers(): number {
    return this.#run.simulations.reduce((sum, simulation) => sum + (simulation?.teachers() ?? 0), 0);
  }

  /** Copies the run as it stands, to go on by itself. */
  fork(): SharedRun {
    const { plan, tally, done, observed } = this.#run;
    const run = goingOn(this.#run, plan, copyData(tally), copyProgress);
    return new SharedRun({ ...run, done: copyData(done), observed: copyData(observed) });
  }

  /** Goes on by another plan, under which all would have come as it has. */
  follow(plan: Plan): void {
    if (plan !== this.#run.plan) this.#run = goingOn(this.#run, plan, this.#run.tally, (progress) => progress);
  }

  /** Makes the steps `from` … `to` − 1, and books what they cost for each of `followers`. */
  go(from: number, to: number, followers: readonly Follower[]): void {
    goOn(this.#run, from, to, followers);
  }

  /** Returns the run of a follower, when all steps are made. */
  run(follower: Follower): Run {
    return finishedRun(this.#run, follower);
  }
}

/** Copies what months change of a district; what it starts from, both runs share. */
function copyProgress({ start, state, adoption, observed, hash }: DistrictProgress): DistrictProgress {
  return { start, state: copyState(state), adoption: adoption.slice(), observed: copyData(observed), hash };
}

/** Has the districts of a run go on by `plan` from what `progressOf` makes of theirs, and add to `tally`. */
function goingOn(
  run: RunUnderWay,
  plan: Plan,
  tally: Tally,
  progressOf: (progress: DistrictProgress) => DistrictProgress,
): RunUnderWay {
  const { tables, extensions } = run;
  const simulations = run.simulations.map((simulation, d) => {
    if (simulation === undefined) return undefined;
    const progress = progressOf(simulation.progress);
    const district = plan.districts[d] as DistrictPlan;
    return new DistrictSimulation(plan, district, progress.start, tables, tally, extensions, progress);
  });
  return { ...run, plan, tally, simulations };
}
