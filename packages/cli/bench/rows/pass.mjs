import { valuesOf } from "../figure.mjs";
import { inTurns } from "../in-turns.mjs";
import { noCompiler } from "./no-compiler.mjs";

const sizes = [
  { of: "4000", title: "4,000 teachers", must: 1.5, stretch: 1.3 },
  { of: "400000", title: "100 districts of 4,000 in turn", must: 1.5, stretch: 1.3 },
];

/** Measures the pass over teachers against the same pass in C. */
export const pass = {
  name: "pass",
  async measure({ builds, file }) {
    const figures = [];
    for (const { of, title, must, stretch } of sizes) {
      const taken = await inTurns(file("packages/model/bench/pass.mjs"), builds, { of });
      const { seconds, facts } = taken.now;
      figures.push({
        name: `kernelVsC${of}`,
        title: `pass over teachers against C, ${title}`,
        unit: "times the time in C",
        judged: "itself",
        must,
        stretch,
        ...(facts.sameBitsAsC === undefined
          ? {}
          : {
              sameBitsAsC: facts.sameBitsAsC,
              note: `${(1e9 * seconds.own).toFixed(1)} ns a teacher-month, C ${(1e9 * seconds.inC).toFixed(1)}`,
            }),
        ...valuesOf(taken, ({ own, inC }) => own / inC, noCompiler),
      });
    }
    return figures;
  },
};
