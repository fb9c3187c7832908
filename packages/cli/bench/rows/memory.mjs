import { afreshAtOnce } from "../afresh.mjs";
import { valuesOf } from "../figure.mjs";

const MEGABYTES = "MB at most";

/** Measures the most memory that a process holds: ensembles on small-rural, and the country in one process. */
export const memory = {
  name: "memory",
  async measure({ builds, file, million }) {
    const script = file("packages/study/bench/replicates.mjs");
    const [now] = builds;
    const ofSo = (replicates, some) => afreshAtOnce(some, ({ root }) => [script, root, String(replicates)]);
    // Builds that keep whole runs take minutes and gigabytes for more: that they grow shows in a few.
    const [few, more, many] = await Promise.all([ofSo(3_000, builds), ofSo(30_000, [now]), ofSo(100_000, [now])]);
    const most = million ? await ofSo(1_000_000, [now]) : undefined;
    const country = await afreshAtOnce(builds, ({ root }) => [file("packages/model/bench/national.mjs"), root]);
    const peak = (taken) => ({ unit: MEGABYTES, ...valuesOf(taken, ({ peakMegabytes }) => peakMegabytes) });
    return [
      {
        name: "memory100000",
        title: "peak memory, 100,000 replicates on small-rural",
        judged: "itself",
        must: 150,
        ...peak(many),
      },
      { name: "memory30000", title: "the same, 30,000 replicates", ...peak(more) },
      { name: "memory3000", title: "the same, 3,000 replicates", ...peak(few) },
      ...(most ? [{ name: "memory1000000", title: "the same, a million replicates", ...peak(most) }] : []),
      {
        name: "memoryCountry",
        title: "peak memory, 13,000 districts and 3 million teachers in one process",
        judged: "itself",
        must: 300,
        ...peak(country),
      },
    ];
  },
};
