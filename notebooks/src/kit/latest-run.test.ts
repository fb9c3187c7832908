import { expect, test } from "vitest";
import { latestRun } from "./latest-run.js";

/** Makes a place for work that keeps what is said of it, and work that ends when told to or once it is stopped. */
function watched() {
  const said: string[] = [];
  const stop = { disabled: false };
  const status = {
    notice: (lines: readonly string[]) => said.push(`“${lines.join()}”`),
    progress: (done: number, total: number) => said.push(`${done} of ${total}`),
  };
  const place = latestRun({ status, stop, failed: (message, stopped) => (stopped ? "stopped" : message) });
  const begin = () => {
    const work: { resolve?: () => void; reject?: (error: Error) => void; progress?: (done: number) => void } = {};
    const over = place.run(
      (signal, onProgress) =>
        new Promise<void>((resolve, reject) => {
          signal.addEventListener("abort", () => reject(new Error("aborted")));
          Object.assign(work, { resolve, reject, progress: (done: number) => onProgress(done, 8) });
        }),
    );
    return { work, over };
  };
  return { said, stop, place, begin };
}

test("work that later work stopped says nothing over it, and leaves Stop to it", async () => {
  const { said, stop, begin } = watched();
  expect(stop.disabled).toBe(true);
  const first = begin();
  first.work.progress?.(1);
  const second = begin();
  first.work.progress?.(2);
  await first.over;
  expect(said).toEqual(["“”", "1 of 8", "“”"]);
  expect(stop.disabled).toBe(false);
  second.work.progress?.(3);
  second.work.resolve?.();
  await second.over;
  expect(said.slice(3)).toEqual(["3 of 8", "1 of 1"]);
  expect(stop.disabled).toBe(true);
});

test("work that a reader stops says so, and work that fails says why", async () => {
  const { said, place, begin } = watched();
  const stopped = begin();
  place.stop();
  await stopped.over;
  const failed = begin();
  failed.work.reject?.(new Error("no worlds"));
  await failed.over;
  expect(said).toEqual(["“”", "“stopped”", "1 of 1", "“”", "“no worlds”", "1 of 1"]);
});
