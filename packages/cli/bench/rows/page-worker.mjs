import { afresh, toldBy } from "../afresh.mjs";
import { valuesOf } from "../figure.mjs";

const ROUNDS = 3;

/** Measures what a worker of the pages adds to the memory of a process, in Node's threads. */
export const pageWorker = {
  name: "pageWorker",
  async measure({ builds, file }) {
    const script = file("packages/study/bench/page-worker.mjs");
    const taken = await afresh(builds, ({ root }) => [script, root], ROUNDS, toldBy);
    return [
      {
        name: "pageWorker",
        title: "memory that a worker of the pages adds, in Node's threads",
        unit: "MB",
        judged: "itself",
        must: 60,
        ...valuesOf(taken, ({ megabytes }) => megabytes),
      },
    ];
  },
};
