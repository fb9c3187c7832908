import type { Status } from "./status.js";

/** Sets up where work that can be stopped is told of. */
export interface LatestRunOptions {
  readonly status: Pick<Status, "notice" | "progress">;
  /** The button that stops it, disabled while nothing is under way. */
  readonly stop: Pick<HTMLButtonElement, "disabled">;
  /** Says that work failed, or was stopped. */
  readonly failed: (message: string, stopped: boolean) => string;
}

/** Does work of which only the latest is told. */
export interface LatestRun {
  /** Does work in the place of what is under way, which is stopped; `mine` stops it. */
  run(
    work: (signal: AbortSignal, onProgress: Status["progress"]) => Promise<void>,
    mine?: AbortController,
  ): Promise<void>;
  /** Stops what is under way. */
  stop(): void;
}

/** Makes a place for work of which only the latest is told: what later work stopped says nothing over it. */
export function latestRun({ status, stop: button, failed }: LatestRunOptions): LatestRun {
  let latest: AbortController | undefined;
  const stop = (): void => latest?.abort();
  button.disabled = true;
  return {
    stop,
    async run(work, mine = new AbortController()) {
      stop();
      latest = mine;
      const unless = (act: () => void): void => {
        if (latest === mine) act();
      };
      status.notice([]);
      button.disabled = false;
      try {
        await work(mine.signal, (done, total) => unless(() => status.progress(done, total)));
      } catch (error) {
        unless(() => status.notice([failed((error as Error).message, mine.signal.aborted)]));
      }
      unless(() => {
        button.disabled = true;
        status.progress(1, 1);
      });
    },
  };
}
