import type { Plan } from "@uptake/model";
import type { ChunkReply } from "../ensemble/chunk.ts";
import type { Range, Rows, Seat } from "../ensemble/rows.ts";
import type { EvaluateReply } from "../evaluate/chunk.ts";
import { type ChunkLength, usualLength } from "../evaluate/chunk-end.ts";
import { EvaluationQueue } from "../evaluate/evaluation-queue.ts";
import { requestOf, type Task } from "../evaluate/handed-work.ts";
import { KnownPlans } from "../evaluate/known-plans.ts";
import { Crew, type WorkerLike } from "../workers/crew.ts";
import { platform } from "../workers/platform.ts";
import type { EvaluateMessage, RowsMessage } from "./messages.ts";
import { type Priority, priorities } from "./priority.ts";

/** Names the replicates that a worker is given, where their rows go, and for whom. */
export interface RowsTask extends Range {
  /** Where the rows go. */
  readonly rows: Rows;
  /** For whom they are. */
  readonly job: RowsJob;
}

/** Wants rows of plans. */
export interface RowsJob {
  /** Takes the next replicates that nobody works on, up to `size`, for a worker. */
  next(size: number, seat: Seat): Omit<RowsTask, "job"> | undefined;
  /** Whether the job waits for these rows. */
  uses(rows: Rows): boolean;
  /** Hears that rows it uses have come. */
  heard(): void;
  /** Hears that a run of it cannot be made. It is not asked for its next replicates any more. */
  fail(error: Error): void;
}

interface Lane {
  readonly jobs: Set<RowsJob>;
  readonly evaluations: EvaluationQueue;
  /** Milliseconds a replicate takes, by the latest chunks. */
  cost: number;
}

/** Holds what a worker is given. */
type Given = { readonly lane: Lane } & ({ readonly rows: RowsTask } | { readonly evaluations: Task });

/** Sets up the workers. */
export interface DispatchOptions {
  readonly spawn: () => WorkerLike;
  readonly workers: number;
  readonly silence: number;
}

/** Length of chunks while a finger moves, and for how many milliseconds it counts as moving. */
const hurried: ChunkLength = { usual: 20, most: 20 };
const hurry = 2_000;

/** Length of chunks of rows that no finger waits for. */
const calm: ChunkLength = { ...usualLength, most: 150 };

const deathsEach = 3;
const deathsInARow = 10;

/** Tells all, also when some of them throw; then throws what the last of these threw. */
function tellAll(jobs: readonly RowsJob[], tell: (job: RowsJob) => void): void {
  const [first, ...others] = jobs;
  if (!first) return;
  try {
    tell(first);
  } finally {
    tellAll(others, tell);
  }
}

/** Gives workers what is most urgent, and hands out again what those that die leave. */
export class Dispatch {
  readonly #crew: Crew<Given, ChunkReply | EvaluateReply>;
  readonly #lanes: ReadonlyMap<Priority, Lane>;
  readonly #known = new WeakMap<WorkerLike, KnownPlans>();
  /** Workers that died at replicates of rows, by the first of them. */
  readonly #deathsAt = new WeakMap<Rows, Map<number, number>>();
  readonly #workers: number;
  #deaths = 0;
  #moved = Number.NEGATIVE_INFINITY;

  constructor({ spawn, workers, silence }: DispatchOptions) {
    this.#workers = workers;
    this.#lanes = new Map(
      priorities.map((name) => [
        name,
        { jobs: new Set<RowsJob>(), evaluations: new EvaluationQueue(workers), cost: hurried.usual },
      ]),
    );
    this.#crew = new Crew({
      spawn,
      size: workers,
      silence,
      message: (given, job, worker) => this.#messageOf(given, job, worker),
      onReply: (given, reply) => this.#onReply(given, reply),
      onDeath: (given, cause) => this.#onDeath(given, cause),
    });
    this.#crew.fill();
  }

  /** Returns the queue of evaluations of a priority; call {@link feed} when it has more. */
  evaluations(priority: Priority): EvaluationQueue {
    return this.#lane(priority).evaluations;
  }

  /** Takes a job, or hears that it wants more. */
  add(priority: Priority, job: RowsJob): void {
    this.#lane(priority).jobs.add(job);
    if (priority === "curve") this.#moved = platform.performance.now();
    this.feed();
  }

  /** Drops a job; rows under way are kept when they come. */
  drop(job: RowsJob): void {
    for (const { jobs } of this.#lanes.values()) jobs.delete(job);
  }

  /** Gives work to workers that have none. */
  feed(): void {
    this.#crew.feed((number) => this.#next({ number, of: this.#workers }));
  }

  /** Ends all workers and evaluations. */
  dispose(error: Error): void {
    this.#crew.dispose();
    for (const { evaluations } of this.#lanes.values()) evaluations.end(error);
    this.#failAll(error);
  }

  #lane(priority: Priority): Lane {
    return this.#lanes.get(priority) as Lane;
  }

  #next(seat: Seat): Given | undefined {
    const length = platform.performance.now() - this.#moved < hurry ? hurried : calm;
    for (const lane of this.#lanes.values()) {
      const size = Math.max(1, Math.floor((lane === this.#lane("curve") ? hurried : length).usual / lane.cost));
      for (const job of lane.jobs) {
        const rows = job.next(size, seat);
        if (rows) return { lane, rows: { ...rows, job } };
      }
      const evaluations = lane.evaluations.take(length);
      if (evaluations) return { lane, evaluations };
    }
    return undefined;
  }

  #messageOf(given: Given, job: number, worker: WorkerLike): RowsMessage | EvaluateMessage {
    const known = this.#known.get(worker) ?? new KnownPlans();
    this.#known.set(worker, known);
    if ("evaluations" in given) return { kind: "evaluate", ...requestOf(given.evaluations, job, known) };
    const { rows, from, to } = given.rows;
    const { numbers, send, forget } = known.tell(new Set<Plan>([rows.plan]));
    return {
      kind: "rows",
      job,
      plans: send,
      forget,
      plan: numbers.get(rows.plan) as number,
      seed: rows.seed,
      from,
      to,
    };
  }

  #onReply(given: Given, reply: ChunkReply | EvaluateReply): void {
    this.#deaths = 0;
    try {
      if ("evaluations" in given) given.lane.evaluations.reply(given.evaluations, reply as EvaluateReply);
      else this.#keep(given.lane, given.rows, reply as ChunkReply);
    } finally {
      this.feed(); // also when a listener threw
    }
  }

  #keep(lane: Lane, task: RowsTask, reply: ChunkReply): void {
    if ("error" in reply) {
      task.rows.giveBack(task);
      this.#fail(task.rows, new Error(reply.error));
      return;
    }
    task.rows.keep(task, reply.rows, reply.checksums);
    lane.cost += 0.3 * (Math.max(1e-3, reply.ms / (task.to - task.from)) - lane.cost);
    const waiting = [...this.#lanes.values()].flatMap(({ jobs }) => [...jobs].filter((job) => job.uses(task.rows)));
    tellAll(waiting, (job) => job.heard());
  }

  #onDeath(given: Given | undefined, cause: string): void {
    this.#deaths++;
    if (given && "rows" in given) this.#giveBack(given.rows, cause);
    else if (given) given.lane.evaluations.giveBack(given.evaluations, cause);
    if (this.#deaths >= deathsInARow) {
      this.#deaths = 0;
      const said = `${deathsInARow} workers died in a row: ${cause}`;
      this.#failAll(new Error(said));
      for (const { evaluations } of this.#lanes.values()) evaluations.giveUp(said);
    }
    this.feed();
  }

  #failAll(error: Error): void {
    const all = [...this.#lanes.values()].flatMap(({ jobs }) => [...jobs]);
    for (const { jobs } of this.#lanes.values()) jobs.clear();
    tellAll(all, (job) => job.fail(error));
  }

  #giveBack({ rows, from, to }: RowsTask, cause: string): void {
    rows.giveBack({ from, to });
    const deaths = this.#deathsAt.get(rows) ?? new Map<number, number>();
    const count = (deaths.get(from) ?? 0) + 1;
    this.#deathsAt.set(rows, deaths.set(from, count));
    if (count < deathsEach) return;
    deaths.delete(from);
    this.#fail(rows, new Error(`${deathsEach} workers died at replicate ${from}: ${cause}`));
  }

  /** Ends the jobs that wait for rows of which a run cannot be made. */
  #fail(rows: Rows, error: Error): void {
    const failed: RowsJob[] = [];
    for (const { jobs } of this.#lanes.values()) {
      for (const job of jobs) if (job.uses(rows) && jobs.delete(job)) failed.push(job);
    }
    tellAll(failed, (job) => job.fail(error));
  }
}
