import type { World } from "../evidence/parameter.ts";
import { clamp } from "../numerics/math.ts";
import { nthLowest } from "../numerics/nth-lowest.ts";
import {
  absorbWords,
  bell,
  byteSum,
  DRAWS,
  derive,
  draw,
  hashText,
  type Key,
  standardise,
} from "../numerics/random.ts";
import type { Layout } from "./layout.ts";
import { AWARE, OWNING, TRYING, USING } from "./stage.ts";

/** Depth from which a teacher uses the practice, from which one may own it (.7 of the ceiling), and the ceiling without design. */
const USING_DEPTH = 0.3;
const OWNING_DEPTH = 0.42;
const START_CEILING = 0.6;

const schoolName = hashText("start.school");
const teacherName = hashText("start.teacher");
const stageName = hashText("start.stage");
const depthName = hashText("start.depth");
const monthsName = hashText("start.months");

/**
 * Draws the initial stages of the district's own schools into `stage`. Exactly round(start.adoption · teachers) use the
 * practice: those with the highest score of disposition, a school effect, poverty times start.tierSlope, and chance;
 * equal scores go by slot. Where `own` gives the share of every school by id, the highest scores are taken school by
 * school. Of the users a share owns; of the others a share tries, and of the rest a share is aware.
 */
export function drawStages(
  layout: Layout,
  world: World,
  key: Key,
  disposition: Uint16Array,
  everyoneAware: boolean,
  stage: Uint8Array,
  own?: Readonly<Record<string, number>>,
): void {
  const { schools, words, schoolStart, ordinary } = layout;
  const teachers = schoolStart[ordinary]!;
  const scores = scoreTeachers(layout, world, key, disposition);
  const all = pick(scores, 0, teachers, Math.min(teachers, Math.round(world["start.adoption"]! * teachers)));

  const owning = world["start.owning"]! * DRAWS;
  const trying = world["start.trying"]! * DRAWS;
  // One draw serves both shares: aware is a share of the part above trying.
  const aware = everyoneAware ? DRAWS : trying + world["start.aware"]! * (DRAWS - trying);
  const base = derive(key, stageName);
  const schoolKey: Key = { a: 0, b: 0 };
  for (let s = 0; s < ordinary; s++) {
    const start = schoolStart[s]!;
    const end = schoolStart[s + 1]!;
    const chosen =
      own === undefined ? all : pick(scores, start, end, Math.round((own[schools[s]!.id] ?? 0) * (end - start)));
    absorbWords(base, words[s]!.w0, words[s]!.w1, schoolKey);
    const a = schoolKey.a | 0;
    const b = schoolKey.b | 0;
    for (let i = start; i < end; i++) {
      const bits = draw(a, b, i - start);
      const uses = scores[i]! > chosen.cut || (scores[i] === chosen.cut && chosen.level-- > 0);
      if (uses) stage[i] = bits < owning ? OWNING : USING;
      else stage[i] = bits < trying ? TRYING : bits < aware ? AWARE : 0;
    }
  }
}

/** Finds the score above which `users` of the teachers from `first` up to `end` lie, and how many of those just there belong to them. */
function pick(
  scores: Float64Array,
  first: number,
  end: number,
  users: number,
): { readonly cut: number; level: number } {
  if (users === 0) return { cut: Number.POSITIVE_INFINITY, level: 0 };
  const cut = nthLowest(scores, first, end, end - first - users);
  let above = 0;
  for (let i = first; i < end; i++) if (scores[i]! > cut) above++;
  return { cut, level: users - above };
}

/** Scores each teacher of the ordinary schools for initial use: mean about 0, variance about 1 where poverty does not matter. */
function scoreTeachers(layout: Layout, world: World, key: Key, disposition: Uint16Array): Float64Array {
  const { schools, words, schoolStart, ordinary } = layout;
  const teachers = schoolStart[ordinary]!;
  let poverty = 0;
  for (let s = 0; s < ordinary; s++) poverty += schools[s]!.lowIncomeShare * schools[s]!.teachers;
  poverty /= teachers;
  const icc = world["start.icc"]!;
  const own = world["start.disposition"]!;
  const schoolPart = Math.sqrt(icc);
  const dispositionPart = Math.sqrt(1 - icc) * own;
  const chancePart = Math.sqrt(1 - icc) * Math.sqrt(1 - own * own);
  const slope = world["start.tierSlope"]!;
  const schoolBase = derive(key, schoolName);
  const teacherBase = derive(key, teacherName);
  const schoolKey: Key = { a: 0, b: 0 };
  const scores = new Float64Array(teachers);
  for (let s = 0; s < ordinary; s++) {
    const start = schoolStart[s]!;
    absorbWords(schoolBase, words[s]!.w0, words[s]!.w1, schoolKey);
    const common = schoolPart * bell(schoolKey, 0) + slope * (schools[s]!.lowIncomeShare - poverty);
    absorbWords(teacherBase, words[s]!.w0, words[s]!.w1, schoolKey);
    const a = schoolKey.a | 0;
    const b = schoolKey.b | 0;
    for (let i = start; i < schoolStart[s + 1]!; i++) {
      const chance = standardise(byteSum(draw(a, b, i - start)));
      scores[i] = common + dispositionPart * standardise(disposition[i]!) + chancePart * chance;
    }
  }
  return scores;
}

/**
 * Draws depth (16-bit fixed point) and months in stage to fit the stages of the ordinary schools. Users have depth .3 up
 * to the ceiling, owners .42 up to it, those trying or lapsed less than .3, others none. Users, owners and lapsed teachers
 * entered their stage up to start.monthsInStage ago (owners a year before that), those trying within a school year.
 */
export function drawDepths(
  layout: Layout,
  world: World,
  key: Key,
  stage: Uint8Array,
  depth: Uint16Array,
  months: Uint8Array,
): void {
  const { words, schoolStart, ordinary } = layout;
  const mean = world["start.depthMean"]!;
  const sd = world["start.depthSd"]!;
  const span = world["start.monthsInStage"]!;
  const depthBase = derive(key, depthName);
  const monthsBase = derive(key, monthsName);
  const depthKey: Key = { a: 0, b: 0 };
  const monthsKey: Key = { a: 0, b: 0 };
  for (let s = 0; s < ordinary; s++) {
    const start = schoolStart[s]!;
    absorbWords(depthBase, words[s]!.w0, words[s]!.w1, depthKey);
    absorbWords(monthsBase, words[s]!.w0, words[s]!.w1, monthsKey);
    for (let i = start; i < schoolStart[s + 1]!; i++) {
      const code = stage[i]!;
      if (code <= AWARE) continue;
      const bits = draw(depthKey.a, depthKey.b, i - start);
      const when = draw(monthsKey.a, monthsKey.b, i - start) / DRAWS;
      if (code === USING || code === OWNING) {
        const floor = code === USING ? USING_DEPTH : OWNING_DEPTH;
        // Folding at the floor, rather than cutting, leaves no heap of teachers exactly there.
        const drawn = floor + Math.abs(mean + sd * standardise(byteSum(bits)) - floor);
        depth[i] = Math.floor(
          clamp(drawn * 65_535, Math.floor(floor * 65_535) + 1, Math.floor(START_CEILING * 65_535) - 1),
        );
      } else depth[i] = Math.floor((bits / DRAWS) * USING_DEPTH * 65_535);
      if (code === TRYING) months[i] = Math.floor(when * 10);
      else months[i] = Math.min(255, Math.floor(when * span) + (code === OWNING ? 12 : 0));
    }
  }
}
