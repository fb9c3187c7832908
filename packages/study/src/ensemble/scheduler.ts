import { InputError, type Plan } from "@uptake/model";
import { Crew, type WorkerLike } from "../workers/crew.ts";
import { platform } from "../workers/platform.ts";
import type { ChunkReply, ChunkRequest } from "./chunk.ts";
import { checkReplicates, type Ensemble } from "./ensemble.ts";
import { mismatches } from "./mismatches.ts";
import { type Range, Rows } from "./rows.ts";

/** Says what to simulate: a plan, and a baseline in the same worlds and luck to hold it against. */
export interface SimulationRequest {
  readonly plan: Plan;
  readonly baseline?: Plan | undefined;
  /** Number of replicates, 1 … 100,000 (default 100). */
  readonly replicates?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
}

/** Tells how far the latest request that has begun is. */
export interface Update {
  /** Number that `request` returned. */
  readonly job: number;
  readonly request: SimulationRequest;
  /** Leading replicates of the plan that are finished, of how many. */
  readonly done: number;
  readonly total: number;
  /** Whether all replicates of the plan, and of the baseline where there is one, are finished. */
  readonly complete: boolean;
  /** Replicates 0 … done − 1 of the plan. */
  readonly plan: Ensemble;
  /** Replicates of the baseline that are finished, more or fewer than the plan's; undefined where there are none. */
  readonly baseline: Ensemble | undefined;
}

/** Sets up a scheduler. */
export interface SchedulerOptions {
  /** Makes a worker that runs `@uptake/study/worker`. */
  readonly spawn: () => WorkerLike;
  /** Number of workers, at least 1 (default 1). */
  readonly workers?: number;
  readonly onUpdate: (update: Update) => void;
  /** Hears that a request cannot be answered; the next request tries afresh. */
  readonly onError?: (error: Error, request: SimulationRequest) => void;
  /** Milliseconds without a reply after which a worker counts as dead (default 30,000). */
  readonly silence?: number;
}

/** Names the replicates that a worker is given, and where their rows go. */
interface Task extends Range {
  readonly rows: Rows;
}

interface Job {
  readonly number: number;
  readonly request: SimulationRequest;
  readonly total: number;
  readonly rows: Rows;
  readonly baseline: Rows | undefined;
  shown: number;
}

const chunkMs = 12;
const showMs = 50;
const deathsInARow = 5;
const remembered = 8;

/**
 * Simulates the latest of many requests on workers, in chunks so small that a newer one is never kept waiting. The
 * numbers are those of `ensemble`, bit for bit, whatever the number of workers, their speed or their deaths.
 */
export class Scheduler {
  readonly #options: SchedulerOptions;
  readonly #crew: Crew<Task, ChunkReply>;
  readonly #rows = new Map<string, Rows>();
  #number = 0;
  #current: Job | undefined;
  #queued: { readonly number: number; readonly request: SimulationRequest } | undefined;
  /** Milliseconds a replicate takes, by the latest chunks. */
  #cost = chunkMs;
  /** Workers that died since the last reply. */
  #deaths = 0;
  #disposed = false;

  /** Starts the workers, so that they load while nothing is asked yet. */
  constructor(options: SchedulerOptions) {
    this.#options = options;
    this.#crew = new Crew({
      spawn: options.spawn,
      size: options.workers ?? 1,
      silence: options.silence ?? 30_000,
      message: ({ rows: { plan, seed }, from, to }, job) => ({ job, plan, seed, from, to }) satisfies ChunkRequest,
      onReply: (task, reply) => this.#onReply(task, reply),
      onDeath: (task) => this.#onDeath(task),
    });
    this.#crew.fill();
  }

  /**
   * Asks for a plan in place of what was asked before, and returns the number of the job. Waits for no more than the
   * first replicate of the job that is running; a request that waits is dropped when a newer one comes. Calls
   * `onUpdate` before it returns where rows are remembered.
   *
   * @throws InputError when plan and baseline cannot be compared, or an option is out of range.
   */
  request(request: SimulationRequest): number {
    const { plan, baseline, replicates = 100, seed = "uptake" } = request;
    checkReplicates(replicates, seed, 0);
    const issues = baseline ? mismatches(baseline, plan, "plan") : [];
    if (issues.length > 0) throw new InputError(issues);
    const number = ++this.#number;
    if (this.#disposed) return number;
    const running = this.#current;
    if (running && running.rows.done === 0 && running.rows.next(1) > 0) this.#queued = { number, request };
    else this.#start(number, request);
    return number;
  }

  /** Ends the workers; nothing is heard of any request afterwards. */
  dispose(): void {
    this.#disposed = true;
    this.#current = undefined;
    this.#queued = undefined;
    this.#crew.dispose();
  }

  #start(number: number, request: SimulationRequest): void {
    const { plan, baseline, replicates: total = 100, seed = "uptake" } = request;
    const rows = this.#rowsOf(plan, seed);
    const job: Job = {
      number,
      request,
      total,
      rows,
      baseline: baseline && this.#rowsOf(baseline, seed),
      shown: Number.NEGATIVE_INFINITY,
    };
    this.#queued = undefined;
    this.#current = job;
    this.#show(job);
    this.#feed();
  }

  /** Returns the rows of a plan and seed, those already there if they are remembered. */
  #rowsOf(plan: Plan, seed: string): Rows {
    const { name: _, strategy: __, ...scenario } = plan.scenario;
    const key = JSON.stringify([seed, plan.version, scenario]);
    const rows = this.#rows.get(key) ?? new Rows(plan, seed);
    this.#rows.delete(key);
    this.#rows.set(key, rows); // last, as the latest used
    for (const oldest of this.#rows.keys()) {
      if (this.#rows.size <= remembered) break;
      this.#rows.delete(oldest);
    }
    return rows;
  }

  #feed(): void {
    this.#crew.feed(() => this.#current && this.#taskOf(this.#current));
  }

  /** Chooses the next chunk: the plan's first replicate, then whichever of baseline and plan is behind. */
  #taskOf({ rows, baseline, total }: Job): Task | undefined {
    const size = rows.next(total) === 0 ? 1 : Math.max(1, Math.floor(chunkMs / this.#cost));
    const behind = baseline && baseline.next(total) < rows.next(total) ? baseline : rows;
    const range = behind.take(total, size);
    return range && { ...range, rows: behind };
  }

  #onReply(task: Task, reply: ChunkReply): void {
    if ("rows" in reply) task.rows.keep(task, reply.rows, reply.checksums);
    else task.rows.giveBack(task);
    const job = this.#current;
    this.#deaths = 0;
    const ours = job !== undefined && (task.rows === job.rows || task.rows === job.baseline);
    try {
      if ("error" in reply) {
        if (ours) this.#fail(job, new Error(reply.error));
      } else {
        this.#cost += 0.3 * (reply.ms / (task.to - task.from) - this.#cost);
        if (ours) this.#show(job);
      }
    } finally {
      this.#continue(); // also when a listener threw
    }
  }

  #onDeath(task: Task | undefined): void {
    if (task) task.rows.giveBack(task);
    this.#deaths++;
    if (this.#current && this.#deaths >= deathsInARow) {
      this.#fail(this.#current, new Error(`${this.#deaths} simulation workers died in a row`));
    }
    this.#continue();
  }

  #continue(): void {
    const queued = this.#queued;
    if (queued && (!this.#current || this.#current.rows.done > 0)) this.#start(queued.number, queued.request);
    else this.#feed();
  }

  #fail(job: Job, error: Error): void {
    this.#current = undefined;
    this.#deaths = 0;
    this.#options.onError?.(error, job.request);
  }

  #show(job: Job): void {
    const { number, request, total, rows, baseline } = job;
    const done = Math.min(total, rows.done);
    const without = baseline ? Math.min(total, baseline.done) : total;
    const complete = done === total && without === total;
    const now = platform.performance.now();
    if (done === 0 || !(complete || now - job.shown >= showMs)) return;
    job.shown = now;
    this.#options.onUpdate({
      job: number,
      request,
      done,
      total,
      complete,
      plan: rows.ensemble(request.plan, done),
      baseline: baseline && request.baseline && without > 0 ? baseline.ensemble(request.baseline, without) : undefined,
    });
  }
}
