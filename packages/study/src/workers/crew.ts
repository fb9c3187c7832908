import type { ChunkReply, ChunkRequest } from "./chunk.ts";
import { platform } from "./platform.ts";
import type { Range, Rows } from "./rows.ts";

/** Names what is needed of a worker: a browser's `Worker` has it, and a few lines give it to Node's. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): unknown;
  /** Calls `listener` with replies (`message`), and when the worker has died (`error`, `messageerror`). */
  addEventListener(
    type: "message" | "error" | "messageerror",
    listener: (event: { readonly type: string; readonly data?: unknown }) => void,
  ): void;
}

/** Names the replicates that a worker is given, and where their rows go. */
export interface Task extends Range {
  readonly rows: Rows;
}

interface Hand {
  readonly worker: WorkerLike;
  task?: Task & { readonly number: number };
  alarm?: unknown;
}

/** Says how a crew works and who hears of it. */
export interface CrewOptions {
  readonly spawn: () => WorkerLike;
  readonly size: number;
  /** Milliseconds after which a worker that owes a reply counts as dead. */
  readonly silence: number;
  /** Hears that a task ended: its rows are kept; or `error` tells why they cannot be computed, and it is given back. */
  readonly onEnd: (task: Task, outcome: { readonly ms: number } | { readonly error: string }) => void;
  /** Hears that a worker died; its task has been given back. */
  readonly onDeath: () => void;
}

/** Keeps a number of workers alive and gives each at most one task at a time. */
export class Crew {
  readonly #options: CrewOptions;
  readonly #hands = new Set<Hand>();
  #number = 0;

  constructor(options: CrewOptions) {
    this.#options = options;
    while (this.#hands.size < options.size) this.#hire();
  }

  /** Gives tasks to idle workers until `next` has no more. Workers that died are replaced when there is work for them. */
  feed(next: () => Task | undefined): void {
    for (;;) {
      const idle = [...this.#hands].find(({ task }) => !task);
      if (!idle && this.#hands.size >= this.#options.size) return;
      const task = next();
      if (!task) return;
      this.#give(idle ?? this.#hire(), task);
    }
  }

  /** Ends all workers. */
  dispose(): void {
    for (const hand of this.#hands) this.#dismiss(hand);
  }

  #hire(): Hand {
    const hand: Hand = { worker: this.#options.spawn() };
    this.#hands.add(hand);
    hand.worker.addEventListener("message", ({ data }) => this.#hear(hand, data as ChunkReply));
    hand.worker.addEventListener("error", () => this.#bury(hand));
    hand.worker.addEventListener("messageerror", () => this.#bury(hand));
    return hand;
  }

  #give(hand: Hand, task: Task): void {
    const number = ++this.#number;
    const { from, to } = task;
    const { plan, seed } = task.rows;
    hand.task = { ...task, number };
    hand.alarm = platform.setTimeout(() => this.#bury(hand), this.#options.silence);
    hand.worker.postMessage({ job: number, plan, seed, from, to } satisfies ChunkRequest);
  }

  #hear(hand: Hand, reply: ChunkReply): void {
    const { task } = hand;
    if (!this.#hands.has(hand) || task?.number !== reply.job) return;
    platform.clearTimeout(hand.alarm);
    delete hand.task;
    if ("rows" in reply) task.rows.keep(task, reply.rows, reply.checksums);
    else task.rows.giveBack(task);
    this.#options.onEnd(task, reply);
  }

  #bury(hand: Hand): void {
    if (!this.#hands.has(hand)) return;
    this.#dismiss(hand);
    if (hand.task) hand.task.rows.giveBack(hand.task);
    this.#options.onDeath();
  }

  #dismiss(hand: Hand): void {
    this.#hands.delete(hand);
    platform.clearTimeout(hand.alarm);
    hand.worker.terminate();
  }
}
