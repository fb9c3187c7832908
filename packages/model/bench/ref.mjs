/**
 * REF-DIFFUSION, a small fixed model of diffusion: the yardstick for what a month of the model may cost. Teachers sit in
 * schools of 40 and districts of 4,000; each asks eight colleagues, may adopt, drop, take up again, and be replaced.
 * `ref.c` is the same model, draw for draw.
 */

const TIES = 8;
const SCHOOL = 40;
const DISTRICT = 4000;
const DRAWS = 4294967296;
const [NETWORK, THETA_START, START, TURNOVER, TRANSITION, THETA, PRINCIPAL, SUPPORT, PRESSURE, COACH] =
  Array(10).keys();
/** Chances of 2³²: a teacher and a principal leaves within a month, a teacher starts as adopter, a tie, a coach. */
const TEACHER_LEAVES = 29739996;
const PRINCIPAL_LEAVES = 70444263;
const ADOPTS_AT_START = 85899345;
const WITHIN_SCHOOL = 3650722201;
const HAS_COACH = 1288490188;

function mixA(value) {
  let x = value ^ (value >>> 16);
  x = Math.imul(x, 0x21f0aaad);
  x ^= x >>> 15;
  x = Math.imul(x, 0x735a2d97);
  return x ^ (x >>> 15);
}

function mixB(value) {
  let x = value ^ (value >>> 16);
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return x ^ (x >>> 16);
}

function draw(key, i) {
  return mixB((mixA((i + key.a) | 0) + key.b) | 0) >>> 0;
}

function keyOf(seed, step, purpose) {
  let a = mixA((seed + 0x9e3779b9) | 0);
  let b = mixB(seed ^ 0x6a09e667);
  a = mixA(((a ^ step) + 0xbb67ae85) | 0);
  b = mixB(((b + step) | 0) ^ 0x3c6ef372);
  a = mixA(((a ^ purpose) + 0xa54ff53a) | 0);
  b = mixB(((b + purpose) | 0) ^ 0x510e527f);
  return { a, b };
}

function byteSum(bits) {
  return (bits & 255) + ((bits >>> 8) & 255) + ((bits >>> 16) & 255) + (bits >>> 24);
}

/** Returns e to the power `x` from additions and multiplications in a fixed order, the same in every language. */
function exp(x) {
  const n = Math.floor(x * 1.4426950408889634 + 0.5);
  const r = x - n * 0.693145751953125 - n * 1.4286068203094173e-6;
  let p = 1;
  for (let k = 13; k >= 1; k--) p = 1 + (p * r) / k;
  return p * 2 ** n;
}

const thetaFactor = Float64Array.from({ length: 1021 }, (_, sum) => exp(0.7 * 1.7320508075688772 * (sum / 255 - 2)));
const adoptFactor = Float64Array.from({ length: 9 }, (_, c) => exp((3 * c) / 8));
const dropFactor = Float64Array.from({ length: 9 }, (_, c) => exp((-2 * c) / 8));
const againFactor = exp(-1);

/** Draws the network, which every replicate shares. */
export function drawTies(teachers) {
  const seed = 777;
  const ties = new Int32Array(teachers * TIES);
  const kinds = Array.from({ length: 64 }, (_, k) => keyOf(seed, k, NETWORK));
  const picks = Array.from({ length: 64 }, (_, k) => keyOf(seed, k + 64, NETWORK));
  for (let i = 0; i < teachers; i++) {
    const school = i - (i % SCHOOL);
    const district = i - (i % DISTRICT);
    const from = i * TIES;
    let n = 0;
    for (let attempt = 0; n < TIES; attempt++) {
      const kind = attempt < 64 ? kinds[attempt] : keyOf(seed, attempt * 2 + 64, NETWORK);
      const pick = draw(attempt < 64 ? picks[attempt] : keyOf(seed, attempt * 2 + 65, NETWORK), i);
      let j;
      if (draw(kind, i) < WITHIN_SCHOOL) {
        j = school + Math.floor((pick / DRAWS) * (SCHOOL - 1));
        if (j >= i) j++;
      } else {
        j = district + Math.floor((pick / DRAWS) * (DISTRICT - SCHOOL));
        if (j >= school) j += SCHOOL;
      }
      let known = false;
      for (let k = 0; k < n; k++) known ||= ties[from + k] === j;
      if (!known) ties[from + n++] = j;
    }
  }
  return ties;
}

/** Draws the teachers and schools of replicate `seed`. States: 0 susceptible, 1 adopter, 16 dropped. */
export function startRef(teachers, seed) {
  const count = teachers / SCHOOL;
  const model = {
    seed,
    stage: new Uint8Array(teachers),
    next: new Uint8Array(teachers),
    theta: new Uint16Array(teachers),
    support: new Float64Array(count),
    pressure: new Float64Array(count),
    coach: new Uint8Array(count),
  };
  restartRef(model, seed);
  return model;
}

/** Draws the teachers and schools of another replicate into the same arrays. */
export function restartRef(model, seed) {
  model.seed = seed;
  const { stage, theta, support, pressure, coach } = model;
  const thetaKey = keyOf(seed, 0, THETA_START);
  const startKey = keyOf(seed, 0, START);
  for (let i = 0; i < stage.length; i++) {
    theta[i] = byteSum(draw(thetaKey, i));
    stage[i] = draw(startKey, i) < ADOPTS_AT_START ? 1 : 0;
  }
  const supportKey = keyOf(seed, 0, SUPPORT);
  const pressureKey = keyOf(seed, 0, PRESSURE);
  const coachKey = keyOf(seed, 0, COACH);
  for (let s = 0; s < support.length; s++) {
    support[s] = draw(supportKey, s) / DRAWS;
    pressure[s] = draw(pressureKey, s) / DRAWS;
    coach[s] = draw(coachKey, s) < HAS_COACH ? 1 : 0;
  }
}

/** Moves the model by month `t`; returns the number of adopters. Everyone sees last month's states. */
export function stepRef(model, ties, t) {
  const { seed, stage, next, theta, support, pressure, coach } = model;
  const principalKey = keyOf(seed, t, PRINCIPAL);
  const supportKey = keyOf(seed, t, SUPPORT);
  const { a: turnA, b: turnB } = keyOf(seed, t, TURNOVER);
  const { a: moveA, b: moveB } = keyOf(seed, t, TRANSITION);
  const thetaKey = keyOf(seed, t, THETA);
  let adopters = 0;
  for (let s = 0; s < support.length; s++) {
    if (draw(principalKey, s) < PRINCIPAL_LEAVES) support[s] = draw(supportKey, s) / DRAWS;
    const adopting = exp(-4.6 + 0.8 * coach[s] + support[s] - pressure[s]);
    const dropping = exp(-3 - support[s] + 0.5 * pressure[s]);
    const end = (s + 1) * SCHOOL;
    for (let i = s * SCHOOL; i < end; i++) {
      let state = stage[i];
      if (mixB((mixA((i + turnA) | 0) + turnB) | 0) >>> 0 < TEACHER_LEAVES) {
        theta[i] = byteSum(draw(thetaKey, i));
        state = 0;
      } else {
        const u = mixB((mixA((i + moveA) | 0) + moveB) | 0) >>> 0;
        const k = i * TIES;
        // Eight states sum to 16 times the dropped plus the adopters.
        const seen =
          (stage[ties[k]] +
            stage[ties[k + 1]] +
            stage[ties[k + 2]] +
            stage[ties[k + 3]] +
            stage[ties[k + 4]] +
            stage[ties[k + 5]] +
            stage[ties[k + 6]] +
            stage[ties[k + 7]]) &
          15;
        if (state === 1) {
          const o = dropping * dropFactor[seen];
          if (u * (1 + o) < o * DRAWS) state = 16;
        } else {
          let o = adopting * thetaFactor[theta[i]] * adoptFactor[seen];
          if (state === 16) o *= againFactor;
          if (u * (1 + o) < o * DRAWS) state = 1;
        }
      }
      next[i] = state;
      if (state === 1) adopters++;
    }
  }
  model.stage = next;
  model.next = stage;
  return adopters;
}

/** Runs replicates 1 … `replicates`, month by month over all districts; returns the checksum of the definition. */
export function checksumRef(teachers, replicates, months = 36) {
  const ties = drawTies(teachers);
  const model = startRef(teachers, 1);
  let hash = 2166136261;
  for (let r = 1; r <= replicates; r++) {
    restartRef(model, r);
    for (let t = 1; t <= months; t++) hash = Math.imul(hash ^ stepRef(model, ties, t), 16777619);
  }
  for (const state of model.stage) hash = Math.imul(hash ^ state, 16777619);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
