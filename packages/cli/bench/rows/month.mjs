import { valuesOf } from "../figure.mjs";
import { inTurns } from "../in-turns.mjs";
import { readPeers } from "../peers.mjs";
import { noCompiler } from "./no-compiler.mjs";

/**
 * Sets a whole month beside the peers' month of REF-DIFFUSION. They were timed on another machine, beside C; C is timed
 * here in the same rounds as the month, and stands for the machine.
 */
function besidePeers(taken) {
  const { c, peers } = readPeers();
  return peers.map(({ name, title, speed, must, stretch }) => ({
    name: `monthVs-${name}`,
    title: `speed of a whole month, as a multiple of the reference month in ${title}`,
    unit: "times as fast",
    judged: "itself",
    bound: "least",
    must,
    stretch,
    ...valuesOf(taken, ({ month: own, refInC }) => c / speed / (own / refInC), noCompiler),
  }));
}

/** Measures a whole month against REF-DIFFUSION, here, in C and in peers, and the drawing of teachers. */
export const month = {
  name: "month",
  async measure({ builds, file }) {
    const taken = await inTurns(file("packages/model/bench/month.mjs"), builds);
    const { seconds, facts } = taken.now;
    const refVsC = seconds.refInC === undefined ? "" : `, ${(seconds.ref / seconds.refInC).toFixed(2)} times C's`;
    return [
      {
        name: "monthVsRef",
        title: "a whole month against one of REF-DIFFUSION",
        unit: "times its time",
        judged: "itself",
        must: 1.8,
        stretch: 1.5,
        referenceAsDefined: facts.referenceAsDefined,
        note: `${(1e9 * seconds.month).toFixed(1)} ns a teacher-month; REF-DIFFUSION ${(1e9 * seconds.ref).toFixed(1)}${refVsC}`,
        ...valuesOf(taken, ({ month: own, ref }) => own / ref),
      },
      {
        name: "runsVsRef",
        title: "a month of a whole run, its teachers drawn, against one of REF-DIFFUSION",
        unit: "times its time",
        ...valuesOf(taken, ({ whole, ref }) => whole / ref),
      },
      {
        name: "populatePerTeacher",
        title: "drawing a teacher",
        unit: "ns",
        judged: "itself",
        must: 450,
        stretch: 350,
        ...valuesOf(taken, ({ draw }) => 1e9 * draw),
      },
      ...besidePeers(taken),
    ];
  },
};
