import {
  AWARE as AWARE_,
  DEPTH_ONE as DEPTH_ONE_,
  LAPSED as LAPSED_,
  OWNING as OWNING_,
  TRYING as TRYING_,
  UNAWARE as UNAWARE_,
  USE_DEPTH as USE_DEPTH_,
  USING as USING_,
} from "../district/stage.ts";
import {
  absorbWords as absorbWords_,
  DRAWS as DRAWS_,
  decisionKey as decisionKey_,
  draw as draw_,
  hashText as hashText_,
  type Key,
} from "../numerics/random.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import { type Crowd, seeCrowd } from "./crowd.ts";
import {
  DEPTH_SHIFT as DEPTH_SHIFT_,
  EXPOSURE_MASK as EXPOSURE_MASK_,
  LAPSED_BIT as LAPSED_BIT_,
  USING_MASK as USING_MASK_,
} from "./signal.ts";
import { EXPOSURES as EXPOSURES_, MIXED as MIXED_, MOST_COUNTED as MOST_COUNTED_, type Tables } from "./tables.ts";
import type { TeacherConstants } from "./teacher-constants.ts";

// An imported constant is looked up at every use, one of the module's own is compiled in. The loop over teachers reads
// these copies, which saves a sixth of its time. A module taken apart as a whole would come with all of its names.
const AWARE = AWARE_;
const DEPTH_ONE = DEPTH_ONE_;
const LAPSED = LAPSED_;
const OWNING = OWNING_;
const TRYING = TRYING_;
const UNAWARE = UNAWARE_;
const USE_DEPTH = USE_DEPTH_;
const USING = USING_;
const absorbWords = absorbWords_;
const DRAWS = DRAWS_;
const decisionKey = decisionKey_;
const draw = draw_;
const hashText = hashText_;
const EXPOSURES = EXPOSURES_;
const MIXED = MIXED_;
const MOST_COUNTED = MOST_COUNTED_;

const awareness = hashText("awareness");
const trying = hashText("trying");
const lapsing = hashText("lapsing");
const owning = hashText("owning");

const DEPTH_SHIFT = DEPTH_SHIFT_;
const EXPOSURE_MASK = EXPOSURE_MASK_;
const LAPSED_BIT = LAPSED_BIT_;
const USING_MASK = USING_MASK_;

/** 2³² and more than rounding could add: what fails this test with odds at least as high fails the exact one. */
const ABOVE_DRAWS = DRAWS * 1.0000001;
const ONE_THROUGH_DEPTH = 1 / DEPTH_ONE;
const HALF_DEPTH = 32768;
const DEEP_DEPTH = 45875;

/**
 * Moves every teacher of the open schools by a month and counts where they are: the one loop over teachers. Everyone
 * reads the last index's signals, so order does not matter. Hazards are products of factors in their odds, tested as
 * u·(1 + odds) < odds·2³², so nothing is divided or exponentiated here. A teacher whose draw would not be enough even
 * with the most persuasive colleagues does not look at them: most do not, in most months. `wasm/teachers.c` says the same
 * in C, for `passTeachers`: whoever changes one changes the other.
 */
export function moveTeachers(state: DistrictState, tables: Tables, c: TeacherConstants, at: Month): void {
  const { school, climate, teacher, counts } = state;
  const { schoolStart, tieStart, ties, visitTie, visitRank } = state.population;
  const { stage, depth, months, compliant, disposition, threshold, person, signal, nextSignal } = teacher;
  const { exposure, share, quiet, push, memory, lapseDepth, lapseExposure, reciprocal, pushMost } = tables;
  const { quietLeast, owner } = tables;
  const dispositionOdds = tables.disposition;
  const { forgetting, compliantLoss, mixedDepth, hear, use } = c;
  const mixed = mixedDepth >= 0;
  const teaching = at.season === "teaching";

  const awarenessMonth = decisionKey(state.key, awareness, at.t);
  const tryingMonth = decisionKey(state.key, trying, at.t);
  const lapsingMonth = decisionKey(state.key, lapsing, at.t);
  const owningMonth = decisionKey(state.key, owning, at.t);
  const key: Key = { a: 0, b: 0 };
  // Words of the key of the draw that a teacher of each stage makes.
  const keyA = new Int32Array(6);
  const keyB = new Int32Array(6);
  const crowd: Crowd = { column: 0, depth: 0 };

  for (let s = 0; s < school.open.length; s++) {
    if (school.open[s] === 0) continue;
    const words = state.words[s]!;
    absorbWords(awarenessMonth, words.w0, words.w1, key);
    keyA[UNAWARE] = key.a;
    keyB[UNAWARE] = key.b;
    absorbWords(tryingMonth, words.w0, words.w1, key);
    keyA[AWARE] = keyA[LAPSED] = key.a;
    keyB[AWARE] = keyB[LAPSED] = key.b;
    absorbWords(lapsingMonth, words.w0, words.w1, key);
    keyA[TRYING] = keyA[USING] = keyA[OWNING] = key.a;
    keyB[TRYING] = keyB[USING] = keyB[OWNING] = key.b;
    absorbWords(owningMonth, words.w0, words.w1, key);
    const owningA = key.a;
    const owningB = key.b;

    const keep = climate.keep[s]!;
    const tryOdds = climate.tryOdds[s]!;
    const complianceOdds = climate.complianceOdds[s]!;
    const practiceGrowth = climate.practiceGrowth[s]!;
    const supportGrowth = climate.supportGrowth[s]!;
    const peerGrowth = climate.peerGrowth[s]!;
    const novice = climate.novice[s]!;
    const spread = climate.spread[s]!;
    const cap = climate.capUnits[s]!;
    const ownAt = climate.ownAt[s]!;
    const ownBelow = climate.ownRate[s]!;
    const lapseOdds = climate.lapseOdds[s]!;
    const compliantLapse = climate.compliantLapse[s]!;
    const tryingLapse = climate.tryingLapse[s]!;
    const joint = climate.joint[s]!;
    const visibility = climate.visibility[s]!;
    const visits = climate.visits[s]! * 256;

    const complies = climate.complies[s]!;

    const audible = 1 - keep * (teaching ? quietLeast : 1);
    const heardMost = ((hear * audible) / (1 + (hear - 1) * audible)) * DRAWS;
    const tryMost = tryOdds * pushMost[visibility]!;
    const mayTry = tryOdds > 0 || complianceOdds > 0;
    const mayLearn = lapseOdds > 0 || peerGrowth > 0;

    const first = schoolStart[s]!;
    const end = schoolStart[s + 1]!;
    let unaware = 0;
    let aware = 0;
    let tryers = 0;
    let users = 0;
    let owners = 0;
    let depthSum = 0;
    let deep30 = 0;
    let deep50 = 0;
    let deep70 = 0;
    let complying = 0;
    let failed = 0;
    let heard = 0;
    let tried = 0;
    let gaveUp = 0;
    let used = 0;
    let owned = 0;
    let stopped = 0;

    for (let i = first; i < end; i++) {
      const before = stage[i]!;
      const u = draw(keyA[before]!, keyB[before]!, i - first);
      let now = before;
      let d = depth[i]!;

      let looks = mayLearn;
      if (before === UNAWARE) looks = u < heardMost;
      else if (before === AWARE || before === LAPSED) {
        const willing = dispositionOdds[disposition[i]!]!;
        const most = tryMost * (before === LAPSED ? willing * memory[d >>> 10]! : willing) + complianceOdds;
        looks = u * (1 + most) < most * ABOVE_DRAWS;
      }

      let seen = 0;
      let e = MIXED;
      let peers = mixedDepth;
      if (looks && !mixed) {
        const from = tieStart[i]!;
        const to = tieStart[i + 1]!;
        let degree = to - from;
        const visit = visits > 0 && visitRank[i]! < visits ? visitTie[i]! : -1;
        if (degree < MOST_COUNTED) {
          for (let j = from; j < to; j++) seen += signal[ties[j]!]!;
          if (visit >= 0) {
            seen += signal[visit]!;
            degree++;
          }
          e = exposure[(degree << 10) | (seen & EXPOSURE_MASK)]!;
        } else {
          seeCrowd(signal, ties, from, to, visit, tables, crowd);
          e = crowd.column;
          peers = crowd.depth;
        }
      }

      if (looks) {
        if (before >= TRYING && before <= OWNING) {
          if (lapseOdds > 0) {
            let o =
              (lapseOdds * lapseDepth[d >>> 10]! * lapseExposure[e]!) /
              (1 + joint * share[e]! * (d * ONE_THROUGH_DEPTH));
            if (compliant[i] === 1) o *= compliantLapse;
            if (before === TRYING) o *= tryingLapse;
            else if (before === OWNING) o *= owner;
            if (u * (1 + o) < o * DRAWS) {
              now = LAPSED;
              compliant[i] = 0;
            }
          }
        } else {
          if (before === UNAWARE) {
            const told = 1 - keep * (teaching ? quiet[e]! : 1);
            if (u < ((hear * told) / (1 + (hear - 1) * told)) * DRAWS) now = AWARE;
          }
          if (mayTry && now !== UNAWARE) {
            let o =
              tryOdds * dispositionOdds[disposition[i]!]! * push[((visibility << 3) + threshold[i]!) * EXPOSURES + e]!;
            if (now === LAPSED) o *= memory[d >>> 10]!;
            const w = o + complianceOdds;
            const x = (before === UNAWARE ? draw(keyA[AWARE]!, keyB[AWARE]!, i - first) : u) * (1 + w);
            if (x < w * DRAWS) {
              now = TRYING;
              compliant[i] = x < o * DRAWS ? 0 : complies;
            }
          }
        }
      }

      if (now >= TRYING && now <= OWNING) {
        const room = cap - d;
        if (room > 0) {
          if (peers < 0) peers = (seen >>> DEPTH_SHIFT) * reciprocal[seen & USING_MASK]!;
          const ahead = peers > d ? peers - d : 0;
          let rate =
            practiceGrowth +
            supportGrowth * (1 + novice * (1 - d * ONE_THROUGH_DEPTH)) +
            peerGrowth * share[e]! * (ahead * ONE_THROUGH_DEPTH);
          if (compliant[i] === 1) rate *= 1 - compliantLoss;
          if (spread > 0) rate *= 1 + spread * ((Math.imul(person[i]!, 0x9e3779b1) >>> 24) / 128 - 1);
          rate = rate < 0 ? 0 : rate > 1 ? 1 : rate;
          // Rounding may lift a rate of 1 above it.
          if (now === TRYING) rate = Math.min(1, (use * rate) / (1 + (use - 1) * rate));
          // Whoever begins in a month begins in the middle of it, on average.
          if (before < TRYING || before === LAPSED) rate = 1 - Math.sqrt(1 - rate);
          d = Math.floor(d + rate * room + 0.5);
          depth[i] = d;
        }
        if (now === TRYING) {
          if (d >= USE_DEPTH) now = USING;
        } else if (before === USING && d >= ownAt && months[i]! >= 12) {
          const chance = compliant[i] === 1 ? ownBelow * (1 - compliantLoss) : ownBelow;
          if (draw(owningA, owningB, i - first) < chance * DRAWS) {
            now = OWNING;
            compliant[i] = 0;
          }
        }
        let tenure = 0;
        if (now !== before) {
          stage[i] = now;
          if (before < TRYING || before === LAPSED) {
            tried++;
            if (before === UNAWARE) heard++;
          }
          if (now === USING) used++;
          else if (now === OWNING) owned++;
        } else {
          tenure = months[i]!;
          if (tenure < 255) tenure++;
        }
        months[i] = tenure;
        complying += compliant[i]!;
        if (now === TRYING) {
          tryers++;
          nextSignal[i] = 0;
        } else {
          if (now === USING) users++;
          else owners++;
          nextSignal[i] = 1 | (d << DEPTH_SHIFT);
          depthSum += d;
          if (d >= USE_DEPTH) {
            deep30++;
            if (d >= HALF_DEPTH) {
              deep50++;
              if (d >= DEEP_DEPTH) deep70++;
            }
          }
        }
      } else {
        let tenure = 0;
        if (now !== before) {
          stage[i] = now;
          if (now === AWARE) heard++;
          else if (before === TRYING) gaveUp++;
          else stopped++;
        } else {
          tenure = months[i]!;
          if (tenure < 255) tenure++;
        }
        months[i] = tenure;
        if (d > 0 && (now !== LAPSED || before === LAPSED)) depth[i] = d - Math.floor(d * forgetting + 0.5);
        let sign = 0;
        if (now === AWARE) aware++;
        else if (now === UNAWARE) unaware++;
        else if (tenure < 12) {
          sign = LAPSED_BIT;
          failed++;
        }
        nextSignal[i] = sign;
      }
    }

    const at6 = s * 6;
    counts.stages[at6] = unaware;
    counts.stages[at6 + AWARE] = aware;
    counts.stages[at6 + TRYING] = tryers;
    counts.stages[at6 + USING] = users;
    counts.stages[at6 + OWNING] = owners;
    counts.stages[at6 + LAPSED] = end - first - unaware - aware - tryers - users - owners;
    counts.depthSum[s] = depthSum;
    counts.deep[s * 3] = deep30;
    counts.deep[s * 3 + 1] = deep50;
    counts.deep[s * 3 + 2] = deep70;
    counts.compliant[s] = complying;
    counts.recentlyLapsed[s] = failed;
    const at8 = s * 8;
    counts.flows[at8] = heard;
    counts.flows[at8 + 1] = tried;
    counts.flows[at8 + 2] = gaveUp;
    counts.flows[at8 + 3] = used;
    counts.flows[at8 + 4] = owned;
    counts.flows[at8 + 5] = stopped;
    counts.flows[at8 + 6] = 0;
    counts.flows[at8 + 7] = 0;
  }
  teacher.signal = nextSignal;
  teacher.nextSignal = signal;
}
