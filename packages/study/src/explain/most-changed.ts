import { type DistrictState, type Plan, simulate } from "@uptake/model";
import { teacherAt } from "./find-post.ts";
import type { WhichRun } from "./watch.ts";

/** Names the teacher and the school of a run that changed most. */
export interface MostChanged {
  /** Number of the teacher at the start who changed stage most often; of several the one with most colleagues. */
  readonly teacher: number;
  /** Id of the school whose adoption at the end is furthest from that at the start, times the root of its teachers. */
  readonly school: string;
}

/** Counts one district's changes: by slot for the person there at the start, and by school from start to end. */
class Changes {
  readonly ofSlot: Int32Array;
  /** Number of colleagues asked for advice, at most 15. */
  readonly colleagues: readonly number[];
  readonly start: number[];
  readonly teachers: readonly number[];
  #end: number[];
  #last: Uint8Array;

  constructor(state: DistrictState) {
    this.ofSlot = new Int32Array(state.startTeachers);
    const { tieStart } = state.population;
    this.colleagues = Array.from(this.ofSlot, (_, i) => tieStart[i + 1]! - tieStart[i]!);
    this.#last = state.teacher.stage.slice();
    this.teachers = state.district.schools.map(({ teachers }) => teachers);
    this.start = adoption(state);
    this.#end = this.start;
  }

  follow(state: DistrictState): void {
    const { stage, person } = state.teacher;
    for (let i = 0; i < this.ofSlot.length; i++) {
      if (person[i] === i && stage[i] !== this.#last[i]) this.ofSlot[i]! += 1;
    }
    this.#last = stage.slice();
    this.#end = adoption(state);
  }

  /** Returns how far each school went, for its size: two teachers of two are less than twenty of thirty. */
  ofSchool(): number[] {
    return this.start.map(
      (before, s) => Math.abs((this.#end[s] as number) - before) * Math.sqrt(this.teachers[s] as number),
    );
  }
}

/** Returns the share of teachers using or owning by school, of the district's own schools. */
function adoption({ district, counts, school }: DistrictState): number[] {
  return district.schools.map((_, s) => (counts.stages[6 * s + 3]! + counts.stages[6 * s + 4]!) / school.teachers[s]!);
}

/** Finds the teacher and the school of one run that changed most: those worth a story when none is asked for. */
export function mostChanged(plan: Plan, { seed = "uptake", replicate = 0 }: WhichRun = {}): MostChanged {
  const all = new Map<string, Changes>();
  const observe = (state: DistrictState): number => {
    const changes = all.get(state.district.id);
    if (changes) changes.follow(state);
    else all.set(state.district.id, new Changes(state));
    return 0;
  };
  simulate(plan, { seed, replicate, observers: [{ name: "changes", observe }] });
  let teacher = 0;
  let most = -1;
  let school = "";
  let furthest = -1;
  plan.districts.forEach(({ district }, d) => {
    const changes = all.get(district.id) as Changes;
    changes.ofSlot.forEach((count, slot) => {
      const interest = 16 * count + (changes.colleagues[slot] as number);
      if (interest <= most) return;
      most = interest;
      teacher = teacherAt(plan, d, slot);
    });
    changes.ofSchool().forEach((went, s) => {
      if (went <= furthest) return;
      furthest = went;
      school = (district.schools[s] as (typeof district.schools)[number]).id;
    });
  });
  return { teacher, school };
}
