import { valuesOf } from "../figure.mjs";
import { inTurns } from "../in-turns.mjs";
import { noCompiler } from "./no-compiler.mjs";

/** Measures whole runs, teachers drawn, months and measures, against the pass over their teachers in C. */
export const runs = {
  name: "runs",
  async measure({ builds, file }) {
    const taken = await inTurns(file("packages/model/bench/pass.mjs"), builds, { of: "replicates" });
    return [
      {
        name: "runsVsC100Replicates",
        title: "100 whole runs of 4,000 teachers against the pass over them in C",
        unit: "times the time in C",
        judged: "itself",
        must: 4.2,
        stretch: 3.4,
        ...valuesOf(taken, ({ runs: own, inC }) => own / inC, noCompiler),
      },
      {
        name: "runs100Replicates",
        title: "the same in time",
        unit: "ns a teacher-month",
        ...valuesOf(taken, ({ runs: own }) => 1e9 * own),
      },
    ];
  },
};
