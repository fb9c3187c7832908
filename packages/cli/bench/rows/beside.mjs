import { toldBy } from "../afresh.mjs";

/** Measures what has no target here: what workers and pairing gain, and the memory of a teacher. */
export const beside = {
  name: "beside",
  async measure({ file }) {
    const workers = await toldBy([file("packages/study/bench/workers.mjs")]);
    const factors = await toldBy([file("packages/study/bench/pairing.mjs")]);
    const bytes = await toldBy([file("packages/model/bench/bytes.mjs")]);
    const plain = { older: {}, lacks: {} };
    return [
      {
        name: "workersSpeedup",
        title: "1,000 replicates on two warm workers against one thread",
        unit: "times as fast",
        now: workers.speedup,
        sameBits: workers.sameBits,
        note: `${(100 * workers.addedCpu).toFixed(0)}% more of the processor`,
        ...plain,
      },
      ...Object.entries(factors).map(([series, factor]) => ({
        name: `pairing-${series}`,
        title: `replicates that independent seeds need for one paired, ${series}`,
        unit: "times as many",
        now: factor,
        ...plain,
      })),
      {
        name: "bytesPerTeacher",
        title: "arrays that hold a teacher and their ties",
        unit: "bytes",
        now: bytes,
        ...plain,
      },
    ];
  },
};
