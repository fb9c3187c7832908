/** Measures one plan alone, run after run: all six lessons in three of the embedded districts. */
import { built } from "./built.mjs";
import { time } from "./timing.mjs";

export const rounds = 5;

/** Districts, and the runs that take about a quarter of a second. */
const districts = { "colorado-springs-d11": 40, "large-urban": 10, "small-rural": 150 };

/** Opens the measurement of a build; seconds are those of a run. */
export async function open(root) {
  const model = await built(root);
  const works = {};
  const facts = { checksums: {} };
  for (const [district, replicates] of Object.entries(districts)) {
    const plan = await model.prepare(model.scenario({ strategy: "all-six-lessons", district }));
    const work = () => {
      for (let replicate = 0; replicate < replicates; replicate++) model.simulate(plan, { seed: "bench", replicate });
    };
    works[district] = () => time(work) / replicates;
    facts.checksums[district] = model.simulate(plan, { seed: "bench", replicate: 0 }).checksum;
  }
  return { works, facts, warm: 2 };
}
