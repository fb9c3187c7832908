import { setImmediate } from "node:timers/promises";
import type { Host } from "./host.ts";

/** Shows one line of progress on stderr, when a person reads it. */
export class Progress {
  readonly #host: Host;
  readonly #what: string;
  readonly #began = performance.now();
  #shown = 0;

  constructor(host: Host, what: string) {
    this.#host = host;
    this.#what = what;
  }

  /** Tells that `done` of `total` are done; lets the thread breathe ten times a second. */
  async update(done: number, total: number): Promise<void> {
    const now = performance.now();
    if (now - Math.max(this.#shown, this.#began) < 100) return;
    this.#shown = now;
    if (this.#host.interactive) {
      const left = Math.ceil((((now - this.#began) / done) * (total - done)) / 1000);
      this.#host.err(`\r${this.#what}: ${done} of ${total} runs, about ${left} s left  `);
    }
    await setImmediate();
  }

  /** Clears the line. */
  end(): void {
    if (this.#host.interactive && this.#shown > 0) this.#host.err(`\r${" ".repeat(this.#what.length + 50)}\r`);
  }
}
