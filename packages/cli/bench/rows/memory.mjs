import { afreshAtOnce } from "../afresh.mjs";
import { valuesOf } from "../figure.mjs";

const MEGABYTES = "MB at most";

/** Measures the most memory that a process holds: ensembles on small-rural, and the country in one process. */
export const memory = {
  name: "memory",
  async measure({ builds, file, million }) {
    const script = file("packages/study/bench/replicates.mjs");
    const [now] = builds;
    const many = await afreshAtOnce(builds, ({ root }) => [script, root, "100000"]);
    const few = await afreshAtOnce([now], ({ root }) => [script, root, "10000"]);
    const most = million ? await afreshAtOnce([now], ({ root }) => [script, root, "1000000"]) : undefined;
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
      { name: "memory10000", title: "the same, 10,000 replicates", ...peak(few) },
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
