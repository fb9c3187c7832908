/**
 * Measures how fast the model is, by ratios that hold on any machine: the pass over teachers against the same pass in C,
 * and a whole month against a month of REF-DIFFUSION, in the same interleaved rounds. Times are of the processor; each
 * figure is the best of the rounds.
 *
 *   node bench.mjs [--json] [--national] [--rounds 7]
 *
 * `--json` prints one object and nothing else; `--national` adds a run of the country in a process of its own.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { DistrictSimulation } from "../dist/engine/district-simulation.js";
import { drawStart } from "../dist/engine/district-start.js";
import { passTeachers } from "../dist/engine/pass.js";
import { buildTables } from "../dist/engine/tables.js";
import { defaultWorld, districtKey, populate, prepare, scenario, simulate } from "../dist/index.js";
import { openTally } from "../dist/measures/tally.js";
import * as random from "../dist/numerics/random.js";
import { monthsOf as monthsOfPlan } from "../dist/state/month.js";
import { compile, run, whyNoCompiler } from "./compiler.mjs";
import { checksumOf, encode, feel, madeDistrict, monthsOf, record, resetState, stateOf } from "./record.mjs";
import { checksumRef, drawTies, restartRef, startRef, stepRef } from "./ref.mjs";

const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    national: { type: "boolean", default: false },
    rounds: { type: "string", default: "7" },
  },
});
const rounds = Math.max(5, Number(options.rounds) || 0);
const MONTHS = 36;
const SCHOOLS = 100;
const SIZE = 40;

const scratch = mkdtempSync(join(tmpdir(), "uptake-bench-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

/** Prepares the plan that is measured: all six lessons, every parameter at its default. */
function planOf(district) {
  const parameters = { draw: "fixed" };
  return prepare(scenario({ strategy: "all-six-lessons", district, horizon: MONTHS, funded: MONTHS, parameters }));
}

/** Times `work` in seconds of the processor, all threads together. */
function time(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Returns the least of several measurements. */
function least(times, measure) {
  let best = Number.POSITIVE_INFINITY;
  for (let k = 0; k < times; k++) best = Math.min(best, measure());
  return best;
}

/** Records a replicate of a plan. */
function recordingOf(plan, replicate = 0) {
  return record({ simulate, buildTables }, plan, { seed: "bench", replicate });
}

/** Records many replicates of one district, whose worlds are all the same, as if they were districts of one run. */
function replicatesOf(plan, replicates) {
  const all = Array.from({ length: replicates }, (_, replicate) => recordingOf(plan, replicate));
  return { ...all[0], districts: all.flatMap(({ districts }) => districts) };
}

/** Measures the pass over teachers of a recording against C where that can be compiled. */
function measurePass(recording, program, repeats) {
  const { tables, constants } = recording;
  const months = monthsOf(recording);
  const states = recording.districts.map(stateOf);
  const teacherMonths = states.reduce((sum, { population }) => sum + population.teachers, 0) * MONTHS;
  const file = join(scratch, "recording");
  if (program) writeFileSync(file, encode(recording, random));
  const pass = () =>
    states.reduce((seconds, state, k) => {
      resetState(state, recording.districts[k]);
      return (
        seconds +
        time(() => {
          for (const at of months) {
            feel(state, recording.districts[k], at.t);
            passTeachers(state, tables, constants, at);
          }
        })
      );
    }, 0);
  least(3, pass);
  let own = Number.POSITIVE_INFINITY;
  let inC = Number.POSITIVE_INFINITY;
  let checksum = "";
  for (let round = 0; round < rounds; round++) {
    own = Math.min(own, least(repeats, pass));
    if (!program) continue;
    const result = run(program, file, repeats);
    inC = Math.min(inC, ...result.seconds);
    checksum = result.checksum;
  }
  const perTeacherMonth = (seconds) => (1e9 * seconds) / teacherMonths;
  return {
    own: perTeacherMonth(own),
    inC: program ? perTeacherMonth(inC) : null,
    ratio: program ? own / inC : null,
    equal: program ? checksumOf(states) === checksum : null,
  };
}

/** Measures the months of a run, all but the drawing of its teachers, against REF-DIFFUSION: both with 100 schools of 40 teachers. */
async function measureMonth(program) {
  const plan = await planOf(madeDistrict("d0", SCHOOLS, SIZE));
  const { switches } = plan.scenario;
  const [one] = plan.districts;
  const world = defaultWorld();
  const key = districtKey("bench", 0, one.district.id);
  const months = monthsOfPlan(one, MONTHS);
  const teachers = SCHOOLS * SIZE;
  let population;
  const draw = () =>
    time(() => {
      population = populate(one.district, world, key, switches);
    });
  const month = () =>
    time(() => {
      const tables = buildTables(world, switches);
      const start = drawStart(one, world, key, population);
      const simulation = new DistrictSimulation(plan, one, start, tables, openTally(MONTHS), {});
      for (const at of months) simulation.step(at, 0);
    });
  const ties = drawTies(teachers);
  const model = startRef(teachers, 1);
  let replicate = 1;
  const ref = () => {
    restartRef(model, replicate++);
    return time(() => {
      for (let t = 1; t <= MONTHS; t++) stepRef(model, ties, t);
    });
  };
  least(30, draw);
  least(60, month);
  least(60, ref);
  const best = { populate: Number.POSITIVE_INFINITY, month: Number.POSITIVE_INFINITY, ref: Number.POSITIVE_INFINITY };
  let refInC = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    best.month = Math.min(best.month, least(20, month));
    best.ref = Math.min(best.ref, least(20, ref));
    best.populate = Math.min(best.populate, least(10, draw));
    if (program) refInC = Math.min(refInC, ...run(program, teachers, 20).seconds);
  }
  const perTeacherMonth = (seconds) => (1e9 * seconds) / (teachers * MONTHS);
  return {
    month: perTeacherMonth(best.month),
    ref: perTeacherMonth(best.ref),
    ratio: best.month / best.ref,
    populate: (1e9 * best.populate) / teachers,
    refInC: program ? perTeacherMonth(refInC) : null,
    refVsC: program ? best.ref / refInC : null,
  };
}

/** Measures whole runs, one replicate after another: teachers drawn, months, measures. */
function measureRuns(plan, replicates) {
  const runs = () =>
    time(() => {
      for (let replicate = 0; replicate < replicates; replicate++) simulate(plan, { seed: "bench", replicate });
    });
  return (1e9 * least(3, runs)) / (replicates * SCHOOLS * SIZE * MONTHS);
}

/** Adds up the arrays that hold teachers and their ties in a district of 4,000, as it starts. */
async function measureBytes() {
  const plan = await planOf(madeDistrict("d0", SCHOOLS, SIZE));
  let bytes = 0;
  const observe = (state, m) => {
    if (m > 0) return 0;
    const arrays = [...Object.values(state.population), ...Object.values(state.teacher)].filter(ArrayBuffer.isView);
    bytes = arrays.reduce((sum, { byteLength }) => sum + byteLength, 0) / state.population.teachers;
    return 0;
  };
  simulate(plan, { seed: "bench", replicate: 0, observers: [{ name: "bytes", observe }] });
  return bytes;
}

/** Compares the checksum that defines REF-DIFFUSION, over 150 replicates of 4,000 teachers. */
function checkRef(program) {
  const defined = "2e7c33c6";
  return checksumRef(4000, 150) === defined && (!program || run(program, 4000, 150).checksum === defined);
}

const missing = whyNoCompiler();
if (missing) console.error(`bench: no ratios to C: ${missing}`);
const teachersProgram = missing ? undefined : compile("teachers", scratch);
const refProgram = missing ? undefined : compile("ref", scratch);

const month = await measureMonth(refProgram);
const plan = await planOf(madeDistrict("d0", SCHOOLS, SIZE));
const small = measurePass(recordingOf(plan), teachersProgram, 20);
const hundred = measurePass(replicatesOf(plan, 100), teachersProgram, 2);
const runs = measureRuns(plan, 100);
const districts = Array.from({ length: 100 }, (_, d) => madeDistrict(`d${d}`, SCHOOLS, SIZE));
const large = measurePass(recordingOf(await planOf(districts)), teachersProgram, 2);
const single = measurePass(recordingOf(await planOf(madeDistrict("d0", 100 * SCHOOLS, SIZE))), teachersProgram, 1);
const bytesPerTeacher = await measureBytes();
const refChecksumEqual = checkRef(refProgram);
const national = options.national
  ? JSON.parse(execFileSync(process.execPath, [fileURLToPath(new URL("national.mjs", import.meta.url))]))
  : undefined;

const result = {
  kernelVsC4000: small.ratio,
  kernelVsC100Replicates: hundred.ratio,
  runsVsC100Replicates: hundred.inC === null ? null : runs / hundred.inC,
  kernelVsC400000: large.ratio,
  monthVsRef: month.ratio,
  bytesPerTeacher,
  kernelVsC400000OneDistrict: single.ratio,
  refVsC: month.refVsC,
  checksumsEqual: missing ? null : small.equal && hundred.equal && large.equal && single.equal,
  refChecksumEqual,
  nanoseconds: {
    kernel4000: small.own,
    kernelInC4000: small.inC,
    kernel100Replicates: hundred.own,
    kernelInC100Replicates: hundred.inC,
    runs100Replicates: runs,
    kernel400000: large.own,
    kernelInC400000: large.inC,
    kernel400000OneDistrict: single.own,
    kernelInC400000OneDistrict: single.inC,
    month: month.month,
    refMonth: month.ref,
    refMonthInC: month.refInC,
    populatePerTeacher: month.populate,
  },
  rounds,
  node: process.version,
  ...(national ? { national } : {}),
};

if (options.json) console.log(JSON.stringify(result));
else {
  const { nanoseconds: ns } = result;
  const figure = (x, digits = 2) => (x === null ? "–" : x.toFixed(digits));
  const row = (what, own, other, ratio) =>
    console.log(what.padEnd(52), figure(own, 1).padStart(9), figure(other, 1).padStart(9), figure(ratio).padStart(7));
  console.log(`${"ns per teacher-month, best of".padEnd(28)} ${String(rounds).padEnd(23)}      ours yardstick  ratio`);
  row("pass, 4,000 teachers, against C", ns.kernel4000, ns.kernelInC4000, small.ratio);
  row("pass, 100 replicates of 4,000, against C", ns.kernel100Replicates, ns.kernelInC100Replicates, hundred.ratio);
  row("whole runs, the same, against that pass in C", runs, hundred.inC, result.runsVsC100Replicates);
  row("pass, 100 districts of 4,000 in turn, against C", ns.kernel400000, ns.kernelInC400000, large.ratio);
  row(
    "pass, one district of 400,000, against C",
    ns.kernel400000OneDistrict,
    ns.kernelInC400000OneDistrict,
    single.ratio,
  );
  row("whole month against REF-DIFFUSION", ns.month, ns.refMonth, month.ratio);
  row("REF-DIFFUSION itself against C", ns.refMonth, ns.refMonthInC, month.refVsC);
  console.log(
    `\n${figure(ns.populatePerTeacher, 0)} ns to draw a teacher; ${figure(bytesPerTeacher, 1)} bytes a teacher`,
  );
  console.log(
    `same bits as C: ${result.checksumsEqual ?? "not checked"}; REF-DIFFUSION as defined: ${refChecksumEqual}`,
  );
  if (national) {
    const { teachers, seconds, cpuSeconds, peakMegabytes } = national;
    console.log(
      `${teachers} teachers in ${national.districts} districts, ${MONTHS} months: ${figure(seconds, 1)} s ` +
        `(${figure(cpuSeconds, 1)} s of the processor), ${figure(peakMegabytes, 0)} MB at most`,
    );
  }
}
