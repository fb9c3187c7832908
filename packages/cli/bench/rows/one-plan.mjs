import { sameBits, valuesOf } from "../figure.mjs";
import { inTurns } from "../in-turns.mjs";

const districts = [
  { name: "colorado-springs-d11", title: "D11", must: 0.7, stretch: 0.6 },
  { name: "large-urban", title: "large-urban", must: 0.7, stretch: 0.6 },
  { name: "small-rural", title: "small-rural", must: 1 },
];

/** Measures one plan alone, run after run. */
export const onePlan = {
  name: "onePlan",
  async measure({ builds, file }) {
    const taken = await inTurns(file("packages/model/bench/one-plan.mjs"), builds);
    return districts.map(({ name, title, must, stretch }) => ({
      name: `onePlan-${name}`,
      title: `one plan alone, ${title}`,
      unit: "ms of the processor a run",
      judged: "older",
      must,
      stretch,
      sameBits: sameBits(taken, ({ checksums }) => checksums[name]),
      ...valuesOf(taken, (seconds) => 1000 * seconds[name]),
    }));
  },
};
