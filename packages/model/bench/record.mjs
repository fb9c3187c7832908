/**
 * Recordings of what the pass over teachers reads in a real run, so that the pass alone can be repeated, in TypeScript
 * and in C, from the same start through the same months. People do not change posts between the recorded months.
 */

/** Names the climate's arrays of real numbers, in the order in which `teachers.c` reads them. */
const REALS = [
  "keep",
  "tryOdds",
  "complianceOdds",
  "practiceGrowth",
  "supportGrowth",
  "peerGrowth",
  "novice",
  "spread",
  "capUnits",
  "ownAt",
  "ownRate",
  "lapseOdds",
  "compliantLapse",
  "tryingLapse",
  "joint",
  "visits",
];

/** Names the decisions in the pass, in the order in which `teachers.c` reads their keys. */
const DECISIONS = ["awareness", "trying", "lapsing", "owning"];

/**
 * Makes a district of `schools` schools of `size` teachers, from rich to poor.
 *
 * @param {string} id
 * @param {number} schools
 * @param {number} size
 * @returns {import("../src/index.ts").District}
 */
export function madeDistrict(id, schools, size) {
  return {
    id,
    name: `District ${id}`,
    source: "made for a benchmark",
    schools: Array.from({ length: schools }, (_, s) => ({
      id: `school-${s}`,
      name: `School ${s}`,
      level: ["elementary", "middle", "high"][s % 3],
      enrolment: size * 15,
      teachers: size,
      lowIncomeShare: (s + 0.5) / schools,
    })),
  };
}

/**
 * Runs `plan` once and records, for each district, its teachers at the start and every month's climate. `engine` holds
 * `simulate` and `buildTables`: of the build, or of the sources under test.
 */
export function record(engine, plan, options) {
  const { horizon, switches, ease } = plan.scenario;
  if (switches.network !== "advice") throw new RangeError("the pass in C knows only networks of advice");
  const districts = new Map();
  const observe = (state, m) => {
    const { school, climate, teacher, population } = state;
    if (m === 0) {
      const start = Object.fromEntries(Object.entries(teacher).map(([name, values]) => [name, values.slice()]));
      districts.set(state, { population, key: state.key, words: state.words, start, months: [] });
    } else {
      const felt = Object.fromEntries(Object.entries(climate).map(([name, values]) => [name, values.slice()]));
      // Schools that open do so in July, after the pass.
      const before = districts.get(state).opened ?? school.open;
      districts.get(state).months.push({ open: before.slice(), climate: felt });
    }
    districts.get(state).opened = school.open.slice();
    return 0;
  };
  const { world } = engine.simulate(plan, { ...options, observers: [{ name: "recording", observe }] });
  return {
    horizon,
    tables: engine.buildTables(world, switches),
    constants: {
      forgetting: world["depth.forgetting"],
      compliantLoss: world["depth.compliant"],
      mixedDepth: -1,
      hear: ease.hear,
      use: ease.use,
    },
    districts: [...districts.values()],
  };
}

const seasonOf = (t) => (t % 12 === 10 ? "june" : t % 12 === 11 ? "july" : "teaching");

/**
 * Lists the months of a recording, as far as the pass reads them.
 *
 * @returns {import("../src/state/month.ts").Month[]}
 */
export function monthsOf(recording) {
  return Array.from({ length: recording.horizon }, (_, t) => ({ t, season: seasonOf(t) }));
}

/**
 * Returns the state of a recorded district before the first month: no more of it than the pass reads and writes.
 *
 * @returns {import("../src/index.ts").DistrictState}
 */
export function stateOf({ population, key, words, start, months }) {
  const schools = population.schools;
  return {
    population,
    key,
    words,
    school: { open: months[0].open },
    climate: months[0].climate,
    teacher: Object.fromEntries(Object.entries(start).map(([name, values]) => [name, values.slice()])),
    counts: {
      stages: new Int32Array(schools * 6),
      depthSum: new Float64Array(schools),
      deep: new Int32Array(schools * 3),
      compliant: new Int32Array(schools),
      recentlyLapsed: new Int32Array(schools),
      flows: new Int32Array(schools * 8),
    },
  };
}

/** What a district's runs start from, as far as its teachers alone have to do with it. */
export const NO_STUDENTS = { enrolment: { groups: [] } };

/** Puts the recorded start back into a state. */
export function resetState(state, { start }) {
  for (const [name, values] of Object.entries(start)) state.teacher[name].set(values);
}

/** Lets a state feel recorded month `t`. */
export function feel(state, { months }, t) {
  state.school.open = months[t].open;
  state.climate = months[t].climate;
}

/** Lists the arrays in which `teachers.c` writes its results, month by month. */
export function resultsOf({ teacher, counts }) {
  const { stage, depth, months, compliant, signal } = teacher;
  const { stages, depthSum, deep, compliant: complying, recentlyLapsed, flows } = counts;
  return [stage, depth, months, compliant, signal, stages, depthSum, deep, complying, recentlyLapsed, flows];
}

/** Hashes the last states as `teachers.c` does. */
export function checksumOf(states) {
  let hash = 0x811c9dc5;
  const absorb = (value) => {
    hash = Math.imul(hash ^ value, 0x01000193);
  };
  for (const { teacher, counts } of states) {
    const { stage, depth, months, compliant, signal } = teacher;
    for (let i = 0; i < stage.length; i++) {
      absorb(stage[i] | (compliant[i] << 3) | (months[i] << 4) | (depth[i] << 12));
      absorb(signal[i]);
    }
    for (const count of counts.stages) absorb(count);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** Lays a recording out as the bytes that `teachers.c` reads; `decisionKey` and `hashText` are the model's. */
export function encode(recording, { decisionKey, hashText }) {
  const { horizon, tables, constants, districts } = recording;
  const parts = [];
  const put = (values) => {
    const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
    parts.push(bytes, Buffer.alloc(-bytes.length & 7));
  };
  put(Int32Array.of(districts.length, horizon));
  put(Float64Array.of(constants.forgetting, constants.compliantLoss, tables.owner, constants.hear, constants.use));
  put(tables.exposure);
  for (const name of ["share", "quiet", "push", "disposition", "memory", "lapseDepth", "lapseExposure", "reciprocal"]) {
    put(tables[name]);
  }
  put(Uint8Array.from(monthsOf(recording), ({ season }) => (season === "teaching" ? 1 : 0)));
  const names = DECISIONS.map(hashText);
  for (const { population, key, words, start, months } of districts) {
    put(Int32Array.of(population.schools, population.teachers, population.ties.length, 0));
    put(Uint32Array.from(words.flatMap(({ w0, w1 }) => [w0, w1])));
    for (const name of ["schoolStart", "tieStart", "ties", "visitTie", "visitRank"]) put(population[name]);
    for (const name of ["disposition", "threshold", "person", "stage", "depth", "months", "compliant", "signal"]) {
      put(start[name]);
    }
    const keys = months.flatMap((_, t) => names.map((name) => decisionKey(key, name, t)));
    put(Uint32Array.from(keys.flatMap(({ a, b }) => [a, b])));
    for (const { open, climate } of months) {
      put(open);
      put(climate.visibility);
      put(climate.complies);
      for (const name of REALS) put(climate[name]);
    }
  }
  return Buffer.concat(parts);
}
