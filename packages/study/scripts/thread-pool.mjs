import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

/** Starts a thread of `url` a core. `run` gives them tasks and returns the results in the order of the tasks. */
export function threadPool(url) {
  const threads = Array.from({ length: availableParallelism() }, () => new Worker(fileURLToPath(url)));
  return {
    end: () => threads.forEach((thread) => void thread.terminate()),
    run: (tasks, what) =>
      new Promise((resolve, reject) => {
        const results = new Array(tasks.length);
        let next = 0;
        let done = 0;
        for (const thread of threads) {
          const give = () => {
            if (next < tasks.length) {
              thread.postMessage({ task: tasks[next], place: next });
              next++;
            }
          };
          thread.removeAllListeners("message");
          thread.removeAllListeners("error");
          thread.on("error", reject);
          thread.on("message", ({ place, result }) => {
            results[place] = result;
            done++;
            if (done % 100 === 0) process.stderr.write(`${done} of ${tasks.length} ${what}\n`);
            if (done === tasks.length) resolve(results);
            give();
          });
          give();
          give();
        }
        if (tasks.length === 0) resolve(results);
      }),
  };
}

/** Answers the tasks of a {@link threadPool}, in a thread. */
export function answerTasks(parentPort, answer) {
  parentPort.on("message", async ({ task, place }) => parentPort.postMessage({ place, result: await answer(task) }));
}
