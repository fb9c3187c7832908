/**
 * Measures a whole month, all but the drawing of teachers, against a month of REF-DIFFUSION, here and in C; the months of a
 * whole run; and the drawing of a teacher: 100 schools of 40 teachers each.
 */
import { built } from "./built.mjs";
import { compile, run, whyNoCompiler } from "./compiler.mjs";
import { MONTHS, planOf, SCHOOLS, SIZE } from "./large-plan.mjs";
import { checksumRef, drawTies, restartRef, startRef, stepRef } from "./ref.mjs";
import { least, time } from "./timing.mjs";

export const rounds = 7;

const teachers = SCHOOLS * SIZE;
/** Checksum that defines REF-DIFFUSION, of 150 replicates of 4,000 teachers. */
const definition = "2e7c33c6";

/** Opens the measurement of a build; seconds are those of a teacher-month, and for `draw` of a teacher. */
export async function open(root, { scratch }) {
  const model = await built(root);
  const plan = await planOf(model);
  const { switches } = plan.scenario;
  const [one] = plan.districts;
  const world = model.defaultWorld();
  const key = model.districtKey("bench", 0, one.district.id);
  const months = model.monthsOf(one, MONTHS);
  let population;
  const draw = () => {
    population = model.populate(one.district, world, key, switches);
  };
  draw();
  const month = () => {
    const tables = model.buildTables(world, switches);
    const step = model.begin(plan, one, world, key, population, tables, model.openTally(MONTHS));
    for (const at of months) step(at);
  };
  const whole = () => model.simulate(plan, { seed: "bench", replicate: 0 });
  const { works: reference, facts } = openReference(scratch);
  const works = {
    month: () => least(20, () => time(month)) / (teachers * MONTHS),
    ...reference,
    whole: () => least(10, () => time(whole)) / (teachers * MONTHS),
    draw: () => least(10, () => time(draw)) / teachers,
  };
  return { works, facts, warm: 3 };
}

/** Opens REF-DIFFUSION, which is the same for every build. */
function openReference(scratch) {
  const ties = drawTies(teachers);
  const model = startRef(teachers, 1);
  let replicate = 1;
  const step = () => {
    restartRef(model, replicate++);
    return time(() => {
      for (let t = 1; t <= MONTHS; t++) stepRef(model, ties, t);
    });
  };
  const works = { ref: () => least(20, step) / (teachers * MONTHS) };
  const facts = { referenceAsDefined: checksumRef(teachers, 150) === definition };
  if (!whyNoCompiler()) {
    const program = compile("ref", scratch);
    facts.referenceAsDefined &&= run(program, teachers, 150).checksum === definition;
    works.refInC = () => Math.min(...run(program, teachers, 20).seconds) / (teachers * MONTHS);
  }
  return { works, facts };
}
