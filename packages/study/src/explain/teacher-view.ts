import { type DistrictState, exp, type Plan, type Stage, stages, thresholdOfClass, type World } from "@uptake/model";

/** Holds what one post is like at an index, and what its teacher saw and felt in the month before. */
export interface TeacherView {
  readonly person: number;
  readonly stage: Stage;
  /** 0 … 1. */
  readonly depth: number;
  readonly compliant: boolean;
  readonly experience: number;
  readonly threshold: number;
  /** Those the teacher may see, now: visits count where they take place. */
  readonly colleagues: Colleagues;
  readonly visited: Colleagues;
  readonly visiting: boolean;
  /** Shares of the district, which all see on a complete graph. */
  readonly everyone: Colleagues;
  readonly attention: number;
  readonly support: number;
  /** Level 0 … 3 at which practice is seen. */
  readonly visibility: number;
  readonly member: boolean;
  /** Coach hours a teacher this month. */
  readonly hours: number;
  /** School of every person in June and July, around which people move. */
  readonly schoolOf: ReadonlyMap<number, number> | undefined;
}

/** Counts colleagues: of how many, how many use or own, how many stopped within a year. */
export interface Colleagues {
  readonly count: number;
  readonly using: number;
  readonly failed: number;
}

function colleagues({ teacher }: DistrictState, slots: readonly number[]): Colleagues {
  let using = 0;
  let failed = 0;
  for (const slot of slots) {
    const stage = stages[teacher.stage[slot]!];
    if (stage === "using" || stage === "owning") using++;
    else if (stage === "lapsed" && teacher.months[slot]! < 12) failed++;
  }
  return { count: slots.length, using, failed };
}

/** Finds the school of every person. */
function places({ population, teacher, schools }: DistrictState): Map<number, number> {
  const found = new Map<number, number>();
  for (let s = 0; s < schools.length; s++) {
    for (let i = population.schoolStart[s]!; i < population.schoolStart[s + 1]!; i++) found.set(teacher.person[i]!, s);
  }
  return found;
}

/** Looks at the post `slot` of school `s`. */
export function viewTeacher(state: DistrictState, s: number, slot: number, index: number): TeacherView {
  const { teacher, population, school, climate, office, counts } = state;
  const visit = population.visitTie[slot]!;
  let using = 0;
  let failed = 0;
  let teachers = 0;
  for (let other = 0; other < school.open.length; other++) {
    if (school.open[other] === 0) continue;
    using += counts.stages[6 * other + 3]! + counts.stages[6 * other + 4]!;
    failed += counts.recentlyLapsed[other]!;
    teachers += school.teachers[other]!;
  }
  return {
    person: teacher.person[slot]!,
    stage: stages[teacher.stage[slot]!] as Stage,
    depth: teacher.depth[slot]! / 65535,
    compliant: teacher.compliant[slot] === 1,
    experience: teacher.experience[slot]!,
    threshold: teacher.threshold[slot]!,
    colleagues: colleagues(
      state,
      Array.from(population.ties.subarray(population.tieStart[slot]!, population.tieStart[slot + 1]!)),
    ),
    visited: colleagues(state, visit >= 0 ? [visit] : []),
    visiting: population.visitRank[slot]! < climate.visits[s]! * 256,
    everyone: { count: teachers, using, failed },
    attention: office.attention,
    support: school.support[s]!,
    visibility: climate.visibility[s]!,
    member: school.member[s] === 1,
    hours: school.hours[s]!,
    // People move in July; whoever comes was somewhere in June.
    schoolOf: index % 12 === 0 || index % 12 === 11 ? places(state) : undefined,
  };
}

/** Holds what pushed a teacher in a month: whom they saw, and by what each push multiplies the odds of trying. */
export interface Push extends Colleagues {
  /** Net share of colleagues seen to use the practice, 0 … 1. */
  readonly exposure: number;
  /** Against seeing nobody use it, against usual support, and against full attention. */
  readonly byPeers: number;
  readonly bySupport: number;
  readonly byAttention: number;
  readonly support: number;
  readonly usualSupport: number;
  readonly attention: number;
}

/** Reads what pushed the teacher of a post in the month from `before` to `after`, by the rules of `docs/model.md`. */
export function pushOf(before: TeacherView, after: TeacherView, world: World, { switches }: Plan["scenario"]): Push {
  const p = (name: string): number => world[name] as number;
  const add = (a: Colleagues, b: Colleagues): Colleagues => ({
    count: a.count + b.count,
    using: a.using + b.using,
    failed: a.failed + b.failed,
  });
  const seen =
    switches.network === "complete"
      ? before.everyone
      : after.visiting
        ? add(before.colleagues, before.visited)
        : before.colleagues;
  const clamp = (x: number): number => Math.min(1, Math.max(0, x));
  const net = seen.count === 0 ? 0 : clamp((seen.using - p("peers.failure") * seen.failed) / seen.count);
  // Exposure is seen in sixteenths on a network of advice.
  const share =
    switches.contagion === "none" ? 0 : switches.network === "complete" ? net : Math.floor(16 * net + 0.5) / 16;
  const threshold = thresholdOfClass(before.threshold, p("peers.thresholdMean"), p("peers.thresholdSd"));
  const rampAt = (x: number): number =>
    switches.contagion === "complex" ? clamp((x - threshold) / Math.max(1e-9, p("peers.width")) + 0.5) : x;
  const visible = p("peers.visibilityFloor") + ((1 - p("peers.visibilityFloor")) * after.visibility) / 3;
  return {
    ...seen,
    exposure: share,
    byPeers: exp(p("peers.strength") * visible * (rampAt(share) - rampAt(0))),
    bySupport: exp(p("trying.support") * (after.support - p("support.base"))),
    byAttention: after.attention,
    support: after.support,
    usualSupport: p("support.base"),
    attention: after.attention,
  };
}
