import type { Host } from "../host/host.ts";
import { Progress } from "../host/progress.ts";

/** Shows how far the stages of a study are, and what it has to say, to a person who reads stderr as it is written. */
export class StudyProgress {
  readonly #host: Host;
  #stage = "";
  #progress: Progress | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Tells that `done` of `total` runs of a stage are done. */
  update(stage: string, done: number, total: number): void {
    if (stage !== this.#stage || !this.#progress) {
      this.end();
      this.#progress = new Progress(this.#host, stage);
      this.#stage = stage;
    }
    void this.#progress.update(done, total);
  }

  /** Says something on a line of its own. */
  say(text: string): void {
    this.end();
    if (this.#host.interactive) this.#host.err(`${text}\n`);
  }

  /** Clears the line. */
  end(): void {
    this.#progress?.end();
    this.#progress = undefined;
  }
}
