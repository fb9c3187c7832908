import { sameBits, valuesOf } from "../figure.mjs";
import { inTurns } from "../in-turns.mjs";

/** Measures the nine reference strategies in a warm process, by the processor. */
export const nineWarm = {
  name: "nineWarm",
  async measure({ builds, file }) {
    const taken = await inTurns(file("packages/study/bench/nine-strategies.mjs"), builds);
    return [
      {
        name: "nineWarm",
        title: "nine reference strategies × 64 on D11, one thread, warm",
        unit: "s of the processor",
        judged: "older",
        must: 0.5,
        stretch: 0.42,
        sameBits: sameBits(taken, ({ checksums }) => checksums),
        ...valuesOf(taken, ({ all }) => all),
      },
    ];
  },
};
