import type { Plan } from "../src/scenario/plan.ts";
import type { DistrictTrace } from "./interpreter.ts";

function within(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

/** Names numbers of a school that are shares. */
const shares = [
  "principalSupport",
  "knowledge",
  "dip",
  "pressure",
  "openness",
  "estimate",
  "contact",
  "reliance",
  "capacity",
] as const;

/** Lists what does not hold of a district at an index, and must. */
function faults(plan: Plan, trace: DistrictTrace, d: number, index: number): string[] {
  const { district, founded } = plan.districts[d]!;
  const schools = [...district.schools, ...founded];
  const slots = schools.reduce((sum, school) => sum + school.teachers, 0);
  const found: string[] = [];
  const hold = (what: string, holds: boolean): void => {
    if (!holds) found.push(`${what} of district ${d} at index ${index}`);
  };
  hold("schools", trace.schools.length === schools.length);
  hold("posts", trace.teachers.length === slots);
  hold("persons", new Set(trace.teachers.map((teacher) => teacher.person)).size === slots);
  for (const teacher of trace.teachers) {
    const { stage, depth, months, compliant, experience } = teacher;
    hold("whole numbers", Object.values(teacher).every(Number.isInteger));
    hold("stage", within(stage, 0, 5));
    hold("depth", within(depth, 0, 65535));
    hold("months", within(months, 0, 255));
    hold("experience", within(experience, 0, 60));
    hold("compliance", compliant === 0 || stage === 2 || stage === 3);
    hold("trying below the depth of use", stage !== 2 || depth < 19661);
  }
  for (const school of trace.schools) {
    hold("finite numbers", Object.values(school).every(Number.isFinite));
    hold("mandate", school.mandated === 0 || school.member === 1);
    hold("months in the programme", school.member === 1 ? school.memberMonths > 0 : school.memberMonths === 0);
    for (const key of shares) hold(key, within(school[key], 0, 1));
  }
  const { signals, coaches, commitment, vision, embedding, authority, community, information } = trace.office;
  for (const signal of signals) hold("signal", within(signal, -1, 1));
  for (const share of [commitment, vision, embedding, authority, community, information]) {
    hold("office", within(share, 0, 1));
  }
  hold("coaches", coaches >= 0);
  hold("spending", trace.spent >= 0);
  return found;
}

/** Lists what does not hold of a run, and must: bounds, counts, and that nobody is there twice. */
export function allFaults(plan: Plan, trace: readonly (readonly DistrictTrace[])[]): string[] {
  return trace.flatMap((districts, index) => districts.flatMap((district, d) => faults(plan, district, d, index)));
}
