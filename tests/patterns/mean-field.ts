import { isTeaching } from "./support.ts";

/** Holds the settings of one mean field; names follow the parameters. */
export interface MeanFieldSettings {
  readonly p: (name: string) => number;
  readonly contagion: "complex" | "simple";
  readonly horizon: number;
  /** Log-odds of trying and of lapsing that all schools share. */
  readonly visibility: number;
}

const ONE = 65535;
const USING_UNITS = 19661;
const medians = [-1.534, -0.887, -0.489, -0.157, 0.157, 0.489, 0.887, 1.534];

/** Returns the chance of each sum of four bytes. */
function byteSums(): number[] {
  let chances = [1];
  for (let byte = 0; byte < 4; byte++) {
    const next = new Array<number>(chances.length + 255).fill(0);
    chances.forEach((chance, sum) => {
      for (let value = 0; value < 256; value++) next[sum + value]! += chance / 256;
    });
    chances = next;
  }
  return chances;
}

/** Lists the depths a teacher passes through in half-months of steady practice, until nothing that depends on depth changes. */
function depthLevels(rate: number, cap: number): number[] {
  const levels = [0];
  for (;;) {
    const last = levels[levels.length - 1]!;
    const next = Math.floor(last + rate * (cap - last) + 0.5);
    levels.push(next);
    if (next >> 10 === (cap - 1) >> 10) return levels;
  }
}

/**
 * Runs the deterministic recursion of the equations on a complete graph, peers in proportion or by thresholds, over the
 * joint distribution of disposition (1,021 classes), threshold (8 classes), stage, depth (the levels of steady practice)
 * and, for the lapsed, months since. Written from `docs/model.md`, for worlds in which schools are alike and stand still,
 * peers' depth, forgetting and owning are off, and initial users stand at the ceiling. Returns adoption and the shares
 * trying and lapsed.
 */
export function meanField({ p, contagion, horizon, visibility }: MeanFieldSettings): {
  readonly adoption: number[];
  readonly trying: number[];
  readonly lapsed: number[];
} {
  const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
  const cap = Math.floor(0.6 * ONE + 0.5);
  const growth = p("depth.practice") + p("depth.support") * p("support.base");
  const levels = depthLevels(1 - Math.sqrt(1 - growth), cap);
  const top = levels.length - 1;
  const firstUse = levels.findIndex((depth) => depth >= USING_UNITS);
  const middle = (level: number): number => (Math.floor(levels[level]! / 1024) + 0.5) / 64;

  const sums = byteSums();
  const disposition = sums.map((_, sum) => p("trying.dispositionSd") * Math.sqrt(3) * (sum / 255 - 2));
  const thresholds = medians.map((z) =>
    Math.min(1, Math.max(0, p("peers.thresholdMean") + p("peers.thresholdSd") * z)),
  );
  const floor = p("peers.visibilityFloor");
  const strength = p("peers.strength") * (floor + ((1 - floor) * visibility) / 3);

  // Where a newcomer stands: unaware, aware, or using at the ceiling.
  const users = p("start.adoption");
  const start = { unaware: (1 - users) * (1 - p("start.aware")), aware: (1 - users) * p("start.aware"), using: users };

  // One class of teachers: unaware, aware, active by level (from 1), lapsed by level and months since (12 stands for 12 and over).
  const width = 13;
  const activeAt = 2;
  const lapsedAt = activeAt + top;
  const size = lapsedAt + top * width;
  const classes = sums.length * 8;
  const state = new Float64Array(classes * size);
  for (let c = 0; c < classes; c++) {
    const weight = sums[c >> 3]! / 8;
    state[c * size] = weight * start.unaware;
    state[c * size + 1] = weight * start.aware;
    state[c * size + activeAt + top - 1] = weight * start.using;
  }

  const shares = (): { using: number; trying: number; lapsed: number; recent: number } => {
    let [using, trying, lapsed, recent] = [0, 0, 0, 0];
    for (let c = 0; c < classes; c++) {
      const at = c * size;
      for (let level = 1; level <= top; level++) {
        const active = state[at + activeAt + level - 1]!;
        if (level >= firstUse) using += active;
        else trying += active;
        for (let month = 0; month < width; month++) {
          const gone = state[at + lapsedAt + (level - 1) * width + month]!;
          lapsed += gone;
          if (month < 12) recent += gone;
        }
      }
    }
    return { using, trying, lapsed, recent };
  };

  const memory = levels.map((_, level) => p("trying.memory") * middle(level));
  const tried = new Float64Array(top + 1);
  const next = new Float64Array(size);
  let now = shares();
  const adoption = [now.using];
  const trying = [now.trying];
  const lapsed = [now.lapsed];
  for (let m = 1; m <= horizon; m++) {
    const teaching = isTeaching(m);
    const exposure = Math.min(1, Math.max(0, now.using - p("peers.failure") * now.recent));
    const hears = teaching ? 1 - (1 - p("awareness.messages")) * (1 - p("awareness.peers") * exposure) : 0;
    const lapses = levels.map((_, level) =>
      teaching
        ? logistic(p("lapsing.intercept") - p("lapsing.depth") * middle(level) - p("lapsing.exposure") * exposure)
        : 0,
    );
    for (let c = 0; c < classes; c++) {
      const at = c * size;
      const threshold = thresholds[c & 7]!;
      const ramp =
        contagion === "simple"
          ? exposure
          : Math.min(1, Math.max(0, (exposure - threshold) / Math.max(1e-9, p("peers.width")) + 0.5));
      const logOdds = p("trying.intercept") + disposition[c >> 3]! + strength * ramp;
      const tries = teaching ? logistic(logOdds) : 0;
      for (let level = 1; level <= top; level++) tried[level] = teaching ? logistic(logOdds + memory[level]!) : 0;

      next.fill(0);
      const aware = state[at + 1]! + state[at]! * hears;
      next[0] = state[at]! * (1 - hears);
      next[1] = aware * (1 - tries);
      // A month of practice moves up two levels, the month in which it begins one.
      next[activeAt] = aware * tries;
      for (let level = 1; level <= top; level++) {
        const [up, begins] = [Math.min(top, level + 2), Math.min(top, level + 1)];
        const active = state[at + activeAt + level - 1]!;
        next[activeAt + (teaching ? up : level) - 1]! += active * (1 - lapses[level]!);
        next[lapsedAt + (level - 1) * width]! += active * lapses[level]!;
        for (let month = 0; month < width; month++) {
          const gone = state[at + lapsedAt + (level - 1) * width + month]!;
          next[activeAt + (teaching ? begins : level) - 1]! += gone * tried[level]!;
          next[lapsedAt + (level - 1) * width + Math.min(12, month + 1)]! += gone * (1 - tried[level]!);
        }
      }
      if (m % 12 === 0) {
        const stay = 1 - p("exit.novice");
        for (let k = 0; k < size; k++) next[k]! *= stay;
      }
      state.set(next, at);
    }
    if (m % 12 === 0) {
      const hired = p("exit.novice");
      for (let c = 0; c < classes; c++) {
        const weight = (sums[c >> 3]! / 8) * hired;
        state[c * size]! += weight * start.unaware;
        state[c * size + 1]! += weight * start.aware;
        state[c * size + activeAt + top - 1]! += weight * start.using;
      }
    }
    now = shares();
    adoption.push(now.using);
    trying.push(now.trying);
    lapsed.push(now.lapsed);
  }
  return { adoption, trying, lapsed };
}
