import { type EvaluationJob, workAhead } from "@uptake/study/evaluate";

/** Kinds of run that are timed at most: those of which there are most. */
const mostTimed = 4;

/** Counts runs by what is run and read, to time some of each. */
export class WorkOfJobs {
  readonly #kinds = new Map<string, { readonly job: EvaluationJob; runs: number }>();

  /** Counts the runs of a job. */
  add(job: EvaluationJob): void {
    const { plans, statistics, whole, evaluations } = job;
    const key = JSON.stringify([
      plans.map(({ scenario }) => [scenario.name, scenario.horizon]),
      statistics.length,
      whole,
    ]);
    const known = this.#kinds.get(key);
    if (known) known.runs += evaluations.length;
    else if (evaluations.length > 0) this.#kinds.set(key, { job, runs: evaluations.length });
  }

  /** Makes a few runs of each kind in this thread, some seconds in all, and returns how many seconds one takes on average. */
  async secondsPerRun(): Promise<number | null> {
    const kinds = [...this.#kinds.values()].sort((a, b) => b.runs - a.runs).slice(0, mostTimed);
    let milliseconds = 0;
    let timed = 0;
    for (const { job, runs } of kinds) {
      const { millisecondsPerRun } = await workAhead(job);
      if (millisecondsPerRun === null) continue;
      milliseconds += millisecondsPerRun * runs;
      timed += runs;
    }
    return timed === 0 ? null : milliseconds / timed / 1000;
  }
}
