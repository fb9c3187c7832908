import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { version } from "@uptake/model";
import { numbersOf, type Statistic } from "@uptake/study/evaluate";
import { BadInput } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { sourcesPrint } from "../host/sources-print.ts";
import { outcomePlaces } from "../run/outcome-places.ts";
import type { CompleteStudy } from "../studies/complete-study.ts";
import type { Kinds } from "../studies/kind-heads.ts";
import { askedJobs } from "./asked-jobs.ts";
import { isWholePlan, namedPlan, type PlannedJob, planFormat, planText, type ShardPlan, widest } from "./plan-file.ts";
import { hashOfRuns, RunsWriter } from "./runs-file.ts";
import { mostShards, planName, runsName } from "./shard-names.ts";
import { blockOf, sharesWords } from "./shares.ts";
import { type RunCost, WorkOfJobs } from "./work-of-jobs.ts";

/** Seconds that a shard lasts where its number is chosen: long beside what starting one costs, short enough to lose. */
const usualSeconds = 300;

/** Bytes of a shard where the number of shards is chosen, at most about. */
const usualBytes = 512 * 1024 * 1024;

/** Holds a plan, and what one of its runs costs. */
export interface PlannedShards extends RunCost {
  readonly plan: ShardPlan;
}

/** Returns how many shards there are: as asked for, otherwise so many that each lasts some minutes and is no larger than is handy. */
function shardCount(asked: number | undefined, runs: number, { secondsPerRun, bytesPerRun }: RunCost): number {
  if (runs === 0)
    throw new BadInput([
      { code: "no-runs", path: "kind", message: "this study makes no runs that could be shared out" },
    ]);
  const most = Math.min(runs, mostShards);
  if (asked === undefined) {
    const byTime = Math.ceil((runs * (secondsPerRun ?? 0.01)) / usualSeconds);
    return Math.min(most, Math.max(1, byTime, Math.ceil((runs * (bytesPerRun ?? 0)) / usualBytes)));
  }
  if (asked <= most) return asked;
  const message = `${asked} shards are more than the ${runs} runs of this study`;
  throw new BadInput([{ code: "out-of-range", path: "--shards", message, value: asked, allowed: `1 to ${most}` }]);
}

/** Refuses a folder that holds another plan; one that was cut off or changed since it was written is none. */
async function refuseAnother(folder: string, name: string, text: string): Promise<void> {
  const before = await readFile(join(folder, planName), "utf8").catch(() => undefined);
  if (before === undefined || before === text || !isWholePlan(before)) return;
  const message = `${name} holds another plan, whose shards are of no use for this one; give another folder, or delete that one`;
  throw new BadInput([{ code: "another-plan", path: "--out", message, value: name }]);
}

/** Lists the columns that the outcomes of several jobs take: each once, as they first come. */
class Outcomes {
  readonly #all = new Map<string, Statistic>();

  add(some: readonly Statistic[]): void {
    for (const one of some) this.#all.set(`${one.series} ${one.month}`, one);
  }

  get all(): Statistic[] {
    return [...this.#all.values()];
  }
}

/**
 * Lists the runs of a study without making them, shares them out among `asked` shards (default as many as last some
 * minutes each and hold half a gigabyte), and writes both into a folder: runs.jsonl, then plan.json. The same study gives the same bytes, so
 * planning again puts right what was lost or changed of either.
 *
 * @throws BadInput where the runs are not known beforehand, or the folder holds another plan.
 */
export async function planShards(
  host: Host,
  folder: string,
  study: CompleteStudy,
  { kinds, asked }: { readonly kinds: Kinds; readonly asked: number | undefined },
): Promise<PlannedShards> {
  const target = resolve(host.cwd, folder);
  await mkdir(target, { recursive: true });
  const unfinished = (name: string): string => join(target, `${name}.${process.pid}.tmp`);
  const jobs: PlannedJob[] = [];
  const outcomes = new Outcomes();
  const work = new WorkOfJobs();
  const writer = await RunsWriter.open(unfinished(runsName));
  try {
    await askedJobs(study, kinds, async (job, print) => {
      jobs.push({ runs: job.evaluations.length, width: numbersOf(job), print });
      outcomes.add(outcomePlaces(job).outcomes);
      work.add(job);
      await writer.add(job);
    });
    const runsFile = await writer.end();
    const runs = jobs.reduce((sum, job) => sum + job.runs, 0);
    const cost = await work.cost(unfinished("pilot"));
    const shards = shardCount(asked, runs, cost);
    const block = blockOf(runs, shards, widest(jobs));
    const plan = namedPlan({
      format: planFormat,
      version,
      sources: sourcesPrint(),
      study,
      shards,
      runs,
      ...(block === 1 ? {} : { block }),
      holds: sharesWords({ runs, shards, block }),
      jobs,
      outcomes: outcomes.all,
      runsFile,
    });
    const text = planText(plan);
    await refuseAnother(target, folder, text);
    // What is there as planned is left: workers on other machines may be reading it.
    if ((await hashOfRuns(join(target, runsName))) !== runsFile)
      await rename(unfinished(runsName), join(target, runsName));
    if ((await readFile(join(target, planName), "utf8").catch(() => undefined)) !== text) {
      await writeFile(unfinished(planName), text, { flush: true });
      await rename(unfinished(planName), join(target, planName));
    }
    return { plan, ...cost };
  } finally {
    await writer.close();
    await Promise.all([runsName, planName].map((name) => rm(unfinished(name), { force: true })));
  }
}
