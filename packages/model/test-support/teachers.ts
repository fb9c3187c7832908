import { clamp, odds } from "../src/numerics/math.ts";
import { DRAWS, type Key, standardise } from "../src/numerics/random.ts";
import { decide, happensAtOddsIn, happensIn } from "./decisions.ts";
import { drawFrom } from "./draw-from.ts";
import { eased } from "./ease.ts";
import { type Exposure, observe, push } from "./peers.ts";
import {
  AWARE,
  type District,
  LAPSED,
  type Month,
  OWNING,
  openSchools,
  type Post,
  TRYING,
  UNAWARE,
  USING,
} from "./state.ts";

/** Depth from which a teacher who tries the practice uses it. */
const usingDepth = 19661;

/** Holds the keys of a school's decisions in a month. */
interface Keys {
  readonly awareness: Key;
  readonly trying: Key;
  readonly lapsing: Key;
  readonly owning: Key;
}

/** Carries out step 3: every teacher of the open schools, each reading the others as they were at the last index. */
export function stepTeachers(district: District, month: Month): void {
  const before = district.posts.map((post) => ({ ...post.teacher }));
  const look = observe(district, before);
  for (const school of openSchools(district)) {
    const keys: Keys = {
      awareness: decide(district, "awareness", month.t, school.id),
      trying: decide(district, "trying", month.t, school.id),
      lapsing: decide(district, "lapsing", month.t, school.id),
      owning: decide(district, "owning", month.t, school.id),
    };
    for (const post of school.posts) stepTeacher(district, month, post, look(post), keys);
  }
}

function stepTeacher(district: District, month: Month, post: Post, seen: Exposure, keys: Keys): void {
  const { teacher } = post;
  const stageBefore = teacher.stage;
  const practisedBefore = practises(stageBefore);

  if (stageBefore === UNAWARE) hear(district, month, post, seen, keys.awareness);
  if (teacher.stage === AWARE || teacher.stage === LAPSED) considerTrying(district, month, post, seen, keys.trying);
  if (practisedBefore) considerLapsing(district, month, post, seen, keys.lapsing);
  const lapsedNow = practisedBefore && teacher.stage === LAPSED;
  if (practises(teacher.stage)) {
    grow(district, month, post, seen, !practisedBefore);
    advance(district, month, post, keys.owning);
  } else if (!lapsedNow) {
    teacher.depth =
      teacher.depth - Math.floor(teacher.depth * month.step.part(district.parameter("depth.forgetting")) + 0.5);
  }

  teacher.months = teacher.stage === stageBefore ? Math.min(255, teacher.months + month.step.months) : 0;
  countSteps(post, stageBefore);
}

/** Counts what a teacher did, for the funnel. */
function countSteps({ school: { flows }, teacher: { stage } }: Post, before: number): void {
  const adopted = before === USING || before === OWNING;
  if (before === UNAWARE && stage !== UNAWARE) flows.heard += 1;
  if (!practises(before) && practises(stage)) flows.tried += 1;
  if (before === TRYING && stage === LAPSED) flows.gaveUp += 1;
  if (before !== USING && stage === USING) flows.used += 1;
  if (before !== OWNING && stage === OWNING) flows.owned += 1;
  if (adopted && stage === LAPSED) flows.stopped += 1;
}

function practises(stage: number): boolean {
  return stage === TRYING || stage === USING || stage === OWNING;
}

/** Step 3.2. */
function hear(district: District, month: Month, post: Post, seen: Exposure, key: Key): void {
  const { keep } = post.school.conditions;
  const fromPeers = month.summer ? 1 : 1 - district.parameter("awareness.peers") * seen.share;
  const chance = eased(1 - keep * fromPeers, district.ease("hear"));
  if (happensIn(month.step, key, chance, post.slot)) post.teacher.stage = AWARE;
}

/** Step 3.3. */
function considerTrying(district: District, { step }: Month, post: Post, seen: Exposure, key: Key): void {
  const { teacher, school } = post;
  const { tryOdds, compliance, visibility } = school.conditions;
  const p = district.parameter;
  if (tryOdds === 0 && compliance === 0) return;
  const inclination = odds(p("trying.dispositionSd") * standardise(teacher.disposition));
  let o = tryOdds * inclination * push(district, visibility, teacher.threshold, seen.share);
  if (teacher.stage === LAPSED) o = o * odds((p("trying.memory") * (depthClass(teacher.depth) + 0.5)) / 64);
  const w = o + compliance;
  if (step.months === 1) {
    const u = drawFrom(key, post.slot);
    if (!(u * (1 + w) < w * DRAWS)) return;
    teacher.compliant = !(u * (1 + w) < o * DRAWS);
  } else {
    const chance = w / (1 + w);
    const u = step.luck(key, post.slot, chance);
    if (!(u < step.part(chance))) return;
    teacher.compliant = !(u < (step.part(chance) * o) / w);
  }
  if (school.founded) teacher.compliant = false;
  teacher.stage = TRYING;
}

/** Step 3.4. */
function considerLapsing(district: District, { step }: Month, post: Post, seen: Exposure, key: Key): void {
  const { teacher, school } = post;
  const { lapseOdds, compliantLapse, tryingLapse } = school.conditions;
  const p = district.parameter;
  if (lapseOdds === 0) return;
  let o =
    lapseOdds *
    odds((-p("lapsing.depth") * (depthClass(teacher.depth) + 0.5)) / 64) *
    odds(-p("lapsing.exposure") * seen.share);
  o = o / (1 + p("lapsing.joint") * school.capacity * seen.share * (teacher.depth * (1 / 65535)));
  if (teacher.compliant) o = o * compliantLapse;
  if (teacher.stage === TRYING) o = o * tryingLapse;
  if (teacher.stage === OWNING) o = o * odds(-p("lapsing.owner"));
  if (happensAtOddsIn(step, key, o, post.slot)) {
    teacher.stage = LAPSED;
    teacher.compliant = false;
  }
}

function depthClass(depth: number): number {
  return Math.floor(depth / 1024);
}

/** Step 3.5. */
function grow(district: District, { step }: Month, post: Post, seen: Exposure, begins: boolean): void {
  const { teacher, school } = post;
  const { g0, g1, g2, novice, spread, capUnits } = school.conditions;
  const { depth } = teacher;
  const room = capUnits - depth;
  if (!(room > 0)) return;
  const share = 1 / 65535;
  const ahead = seen.meanDepth > depth ? seen.meanDepth - depth : 0;
  let rate = g0 + g1 * (1 + novice * (1 - depth * share)) + g2 * seen.share * (ahead * share);
  if (teacher.compliant) rate = rate * (1 - district.parameter("depth.compliant"));
  if (spread > 0) rate = rate * (1 + spread * personal(teacher.person));
  rate = clamp(rate, 0, 1);
  if (teacher.stage === TRYING) rate = Math.min(1, eased(rate, district.ease("use")));
  if (begins) rate = 1 - Math.sqrt(1 - rate);
  teacher.depth = Math.floor(depth + step.part(rate) * room + 0.5);
}

/** Returns how far choice suits a person, −1 … 1. */
function personal(person: number): number {
  return (Math.imul(person, 0x9e3779b1) >>> 24) / 128 - 1;
}

/** Step 3.6. */
function advance(district: District, { step }: Month, post: Post, key: Key): void {
  const { teacher, school } = post;
  const { ownAt, ownRate } = school.conditions;
  if (teacher.stage === TRYING && teacher.depth >= usingDepth) {
    teacher.stage = USING;
  } else if (teacher.stage === USING && teacher.months >= 12 && teacher.depth >= ownAt) {
    const factor = teacher.compliant ? 1 - district.parameter("depth.compliant") : 1;
    if (happensIn(step, key, ownRate * factor, post.slot)) {
      teacher.stage = OWNING;
      teacher.compliant = false;
    }
  }
}
