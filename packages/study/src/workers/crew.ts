import { platform } from "./platform.ts";

/** Names what is needed of a worker: a browser's `Worker` has it, and a few lines give it to Node's. */
export interface WorkerLike {
  /** Sends a message, which is copied as structured clones are. */
  postMessage(message: unknown): void;
  /** Ends the worker at once. */
  terminate(): unknown;
  /** Calls `listener` with replies (`message`), and when the worker has died (`error`, `messageerror`). */
  addEventListener(
    type: "message" | "error" | "messageerror",
    listener: (event: { readonly type: string; readonly data?: unknown; readonly message?: unknown }) => void,
  ): void;
}

interface Hand<Task> {
  readonly worker: WorkerLike;
  /** From 0; who comes in the place of a dead worker has its seat. */
  readonly seat: number;
  task?: { readonly task: Task; readonly number: number };
  alarm?: unknown;
}

/** Says how a crew works and who hears of it. */
export interface CrewOptions<Task, Reply> {
  readonly spawn: () => WorkerLike;
  readonly size: number;
  /** Milliseconds after which a worker that owes a reply counts as dead. */
  readonly silence: number;
  /** Writes what a worker is told of a task; the reply repeats the number as its `job`. */
  readonly message: (task: Task, job: number, worker: WorkerLike) => unknown;
  readonly onReply: (task: Task, reply: Reply) => void;
  /** Hears that a worker died, what of, and which task it leaves. */
  readonly onDeath: (task: Task | undefined, cause: string) => void;
}

/** Keeps a number of workers alive and gives each at most one task at a time. */
export class Crew<Task, Reply extends { readonly job: number }> {
  readonly #options: CrewOptions<Task, Reply>;
  readonly #hands = new Set<Hand<Task>>();
  #number = 0;

  constructor(options: CrewOptions<Task, Reply>) {
    this.#options = options;
  }

  /** Starts all workers, so that they load before there is a task. */
  fill(): void {
    while (this.#hands.size < this.#options.size) this.#hire();
  }

  /**
   * Gives tasks to idle workers until `next` has no more; it hears whom the task is for, by a number from 0. Workers are
   * started when there is work for them.
   */
  feed(next: (seat: number) => Task | undefined): void {
    for (;;) {
      const idle = [...this.#hands].find(({ task }) => !task);
      if (!idle && this.#hands.size >= this.#options.size) return;
      const task = next(idle?.seat ?? this.#freeSeat());
      if (task === undefined) return;
      this.#give(idle ?? this.#hire(), task);
    }
  }

  /** Lists the tasks that workers are at. */
  tasks(): Task[] {
    return [...this.#hands].flatMap(({ task }) => (task ? [task.task] : []));
  }

  /** Ends all workers. */
  dispose(): void {
    for (const hand of this.#hands) this.#dismiss(hand);
  }

  #freeSeat(): number {
    const taken = new Set([...this.#hands].map(({ seat }) => seat));
    let seat = 0;
    while (taken.has(seat)) seat++;
    return seat;
  }

  #hire(): Hand<Task> {
    const hand: Hand<Task> = { worker: this.#options.spawn(), seat: this.#freeSeat() };
    this.#hands.add(hand);
    hand.worker.addEventListener("message", ({ data }) => this.#hear(hand, data as Reply));
    hand.worker.addEventListener("error", ({ message }) =>
      this.#bury(hand, typeof message === "string" && message !== "" ? message : "it ended"),
    );
    hand.worker.addEventListener("messageerror", () => this.#bury(hand, "its reply could not be read"));
    return hand;
  }

  #give(hand: Hand<Task>, task: Task): void {
    const { message, silence } = this.#options;
    const number = ++this.#number;
    hand.task = { task, number };
    hand.alarm = platform.setTimeout(() => this.#bury(hand, `no reply for ${silence / 1000} s`), silence);
    hand.worker.postMessage(message(task, number, hand.worker));
  }

  #hear(hand: Hand<Task>, reply: Reply): void {
    if (!this.#hands.has(hand) || hand.task?.number !== reply.job) return;
    const { task } = hand.task;
    platform.clearTimeout(hand.alarm);
    delete hand.task;
    this.#options.onReply(task, reply);
  }

  #bury(hand: Hand<Task>, cause: string): void {
    if (!this.#hands.has(hand)) return;
    this.#dismiss(hand);
    this.#options.onDeath(hand.task?.task, cause);
  }

  #dismiss(hand: Hand<Task>): void {
    this.#hands.delete(hand);
    platform.clearTimeout(hand.alarm);
    hand.worker.terminate();
  }
}
