/**
 * Measures the pass over teachers against the same pass in C, on recordings of real runs. `of` says of what: `4000`, a
 * district of 4,000 teachers; `replicates`, 100 replicates of it; `400000`, 100 districts of 4,000 in turn; `one`, one
 * district of 400,000. Beside the pass over `replicates` stand the whole runs that it was recorded from.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { built } from "./built.mjs";
import { whyNoCompiler } from "./compiler.mjs";
import { MONTHS, planOf, SCHOOLS, SIZE } from "./large-plan.mjs";
import { madeDistrict } from "./record.mjs";
import { least, time } from "./timing.mjs";

export const rounds = 5;

const REPLICATES = 100;
const districts = {
  4000: () => madeDistrict("d0", SCHOOLS, SIZE),
  replicates: () => madeDistrict("d0", SCHOOLS, SIZE),
  400000: () => Array.from({ length: 100 }, (_, d) => madeDistrict(`d${d}`, SCHOOLS, SIZE)),
  one: () => madeDistrict("d0", 100 * SCHOOLS, SIZE),
};
/** Passes of which each round takes the least. */
const repeats = { 4000: 20, replicates: 2, 400000: 2, one: 1 };

/** Opens the measurement of a build; seconds are those of a teacher-month. */
export async function open(root, { of, scratch }) {
  const model = await built(root);
  const { record, encode, feel, monthsOf, resetState, stateOf, checksumOf, compile, run } = model.yardstick;
  const plan = await planOf(model, districts[of]());
  const recordingOf = (replicate) => record(model, plan, { seed: "bench", replicate });
  const recording = recordingOf(0);
  if (of === "replicates") {
    // Their worlds are all the same: as if they were districts of one run.
    for (let k = 1; k < REPLICATES; k++) recording.districts.push(...recordingOf(k).districts);
  }
  const { tables, constants } = recording;
  const months = monthsOf(recording);
  const states = recording.districts.map(stateOf);
  const teacherMonths = states.reduce((sum, { population }) => sum + population.teachers, 0) * MONTHS;

  const pass = () =>
    states.reduce((seconds, state, k) => {
      resetState(state, recording.districts[k]);
      const step = (at) => {
        feel(state, recording.districts[k], at.t);
        model.passTeachers(state, tables, constants, at);
      };
      return seconds + time(() => months.forEach(step));
    }, 0);
  const works = { own: () => least(repeats[of], pass) / teacherMonths };
  if (of === "replicates") {
    const runAll = () => {
      for (let replicate = 0; replicate < REPLICATES; replicate++) model.simulate(plan, { seed: "bench", replicate });
    };
    works.runs = () => time(runAll) / teacherMonths;
  }
  const facts = {};
  if (!whyNoCompiler()) {
    const program = compile("teachers", scratch);
    const file = join(scratch, "recording");
    writeFileSync(file, encode(recording, model.random));
    pass();
    facts.sameBitsAsC = run(program, file, 1).checksum === checksumOf(states);
    works.inC = () => Math.min(...run(program, file, repeats[of]).seconds) / teacherMonths;
  }
  return { works, facts, warm: of === "4000" ? 3 : 1 };
}
