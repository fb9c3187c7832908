import { availableParallelism } from "node:os";
import { type Evaluate, evaluateHere, evaluateWhereItPays } from "@uptake/study/evaluate";
import { nodeWorkers } from "@uptake/study/node-workers";

/** Holds the means to make runs, and ends them. */
export interface Runners {
  readonly threads: number;
  readonly evaluate: Evaluate;
  dispose(): void;
}

/** Reads the milliseconds of work that this process has done. */
function clock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Makes runs on `threads` threads (default as many as the machine runs at once), this one and others that are started when
 * the work ahead is worth it. The numbers are the same. `meanwhile` is called once, when others make runs beside this one:
 * what it loads keeps nobody waiting then.
 */
export function runners(threads: number = availableParallelism(), meanwhile?: () => Promise<unknown>): Runners {
  if (threads === 1) return { threads, evaluate: evaluateHere, dispose: () => undefined };
  const pool = nodeWorkers({ workers: threads - 1 });
  let left = meanwhile;
  const evaluate: typeof pool.evaluate = (job, options) => {
    const results = pool.evaluate(job, options);
    // What cannot be loaded is told of when it is needed.
    left?.().catch(() => undefined);
    left = undefined;
    return results;
  };
  return { threads, ...evaluateWhereItPays({ ...pool, evaluate }, { clock }) };
}
