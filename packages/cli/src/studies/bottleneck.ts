import type { Ensemble } from "@uptake/study";
import { type Bottlenecks, bottlenecks, usualEasedRuns } from "@uptake/study/funnel";
import type { Host } from "../host/host.ts";
import { Progress } from "../host/progress.ts";
import { runners, threadCount } from "../host/workers.ts";

/** Teacher-months below which starting threads takes longer than the runs. */
const fewTeacherMonths = 5e6;

/**
 * Says where the plan of each ensemble gets stuck, showing progress: in as many of its replicates as there are, at most
 * {@link usualEasedRuns}.
 */
export async function bottlenecksOf(host: Host, ensembles: readonly Ensemble[]): Promise<readonly Bottlenecks[]> {
  const teachers = ensembles[0]?.districts.reduce((sum, one) => sum + one.teachers, 0) ?? 0;
  const progress = new Progress(host, "Making each step easier");
  const runs = (one: Ensemble): number => Math.min(usualEasedRuns, one.replicates);
  const work = ensembles.reduce((sum, one) => sum + 10 * runs(one) * teachers * one.horizon, 0);
  const { evaluate, dispose } = runners(work < fewTeacherMonths ? 1 : threadCount(undefined));
  const found: Bottlenecks[] = [];
  try {
    for (const one of ensembles) {
      const made = found.length * 10 * runs(one);
      found.push(
        await bottlenecks(one.scenario, {
          evaluate,
          replicates: runs(one),
          seed: one.seed,
          first: one.first,
          onProgress: (done, total) => void progress.update(made + done, ensembles.length * total),
        }),
      );
    }
    return found;
  } finally {
    progress.end();
    dispose();
  }
}
