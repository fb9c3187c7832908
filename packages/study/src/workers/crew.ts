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
  /** Tasks that it was given and owes, the one that it is at first. */
  readonly tasks: { readonly task: Task; readonly number: number }[];
  /** When it began to owe the reply that is next. */
  since: number;
  /** Ends it when it is silent for too long. It is set once in that time: to set it for each task would cost more than the task. */
  alarm?: unknown;
}

/** Says how a crew works and who hears of it. */
export interface CrewOptions<Task, Reply> {
  readonly spawn: () => WorkerLike;
  readonly size: number;
  /** Tasks that a worker is given beyond the one that it is at, so that it need not wait for the next (default 0). */
  readonly ahead?: number;
  /** Milliseconds after which a worker that owes a reply counts as dead; it never does where they are infinite. */
  readonly silence: number;
  /** Writes what a worker is told of a task; the reply repeats the number as its `job`. */
  readonly message: (task: Task, job: number, worker: WorkerLike) => unknown;
  readonly onReply: (task: Task, reply: Reply) => void;
  /** Hears that a worker died, what of, which task it was at, and which it had not begun. */
  readonly onDeath: (task: Task | undefined, cause: string, unbegun: readonly Task[]) => void;
}

/** Longest time, in milliseconds, that a timer may be set to: a longer one goes off at once. */
const longestTimer = 0x7fffffff;

/** Keeps a number of workers alive and gives each one task at a time, and as many more as it may have ahead. */
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
   * Gives tasks to workers until `next` has no more, to those that are idle first; it hears whom the task is for, by a
   * number from 0. Workers are started when there is work for them.
   */
  feed(next: (seat: number) => Task | undefined): void {
    const { size, ahead = 0 } = this.#options;
    for (;;) {
      const hands = [...this.#hands];
      const idle = hands.find(({ tasks }) => tasks.length === 0);
      const starts = idle === undefined && hands.length < size;
      const hand = idle ?? (starts ? undefined : hands.find(({ tasks }) => tasks.length <= ahead));
      if (!hand && !starts) return;
      const task = next(hand?.seat ?? this.#freeSeat());
      if (task === undefined) return;
      this.#give(hand ?? this.#hire(), task);
    }
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
    const hand: Hand<Task> = { worker: this.#options.spawn(), seat: this.#freeSeat(), tasks: [], since: 0 };
    this.#hands.add(hand);
    hand.worker.addEventListener("message", ({ data }) => this.#hear(hand, data as Reply));
    hand.worker.addEventListener("error", ({ message }) =>
      this.#bury(hand, typeof message === "string" && message !== "" ? message : "it ended"),
    );
    hand.worker.addEventListener("messageerror", () => this.#bury(hand, "its reply could not be read"));
    return hand;
  }

  #give(hand: Hand<Task>, task: Task): void {
    const number = ++this.#number;
    hand.tasks.push({ task, number });
    if (hand.tasks.length === 1) this.#await(hand);
    hand.worker.postMessage(this.#options.message(task, number, hand.worker));
  }

  /** Counts a worker as dead that is silent for too long, from now on. */
  #await(hand: Hand<Task>): void {
    hand.since = platform.performance.now();
    if (hand.alarm === undefined) this.#watch(hand, this.#options.silence);
  }

  #watch(hand: Hand<Task>, ms: number): void {
    const { silence } = this.#options;
    hand.alarm = platform.setTimeout(
      () => {
        hand.alarm = undefined;
        if (hand.tasks.length === 0) return;
        const left = hand.since + silence - platform.performance.now();
        if (left > 0) this.#watch(hand, left);
        else this.#bury(hand, `no reply for ${silence / 1000} s`);
      },
      Math.min(ms, longestTimer),
    );
  }

  #hear(hand: Hand<Task>, reply: Reply): void {
    const [at] = hand.tasks;
    if (!this.#hands.has(hand) || at?.number !== reply.job) return;
    hand.tasks.shift();
    if (hand.tasks.length > 0) this.#await(hand);
    this.#options.onReply(at.task, reply);
  }

  #bury(hand: Hand<Task>, cause: string): void {
    if (!this.#hands.has(hand)) return;
    this.#dismiss(hand);
    const [at, ...unbegun] = hand.tasks.map(({ task }) => task);
    this.#options.onDeath(at, cause, unbegun);
  }

  #dismiss(hand: Hand<Task>): void {
    this.#hands.delete(hand);
    platform.clearTimeout(hand.alarm);
    hand.worker.terminate();
  }
}
