import { afresh } from "../afresh.mjs";
import { valuesOf } from "../figure.mjs";

const ROUNDS = 5;

/** Measures the nine reference strategies in processes of their own, by the clock. */
export const nineFresh = {
  name: "nineFresh",
  async measure({ builds, file }) {
    const script = file("packages/study/bench/nine-strategies-once.mjs");
    const taken = await afresh(builds, ({ root }) => [script, root], ROUNDS);
    return [
      {
        name: "nineFresh",
        title: "the same in a fresh process",
        unit: "s by the clock",
        judged: "older",
        must: 0.6,
        stretch: 0.5,
        ...valuesOf(taken, ({ wall }) => wall),
      },
    ];
  },
};
