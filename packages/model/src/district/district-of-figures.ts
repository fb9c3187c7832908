import type { District } from "./district.ts";
import { type LevelTotals, synthesise } from "./profiles/synthesise.ts";

/** Holds the few figures that the schools of a district are made up from. */
export interface DistrictFigures {
  /** Identifies the district; keys its random draws. */
  readonly id: string;
  /** Name (default the id). */
  readonly name?: string;
  /** Schools, at least 1; teachers and students, whole numbers, at least one of each a school. */
  readonly schools: number;
  /** Teachers of all schools, at least one a school. */
  readonly teachers: number;
  /** Students of all schools, at least one a school. */
  readonly students: number;
  /** Share of students from low-income families, 0 … 1. */
  readonly lowIncomeShare: number;
}

/** Grades of the three levels: kindergarten to 5, 6 to 8, 9 to 12. Students are taken to be as many in each. */
const grades = { elementary: 6, middle: 3, high: 4 } as const;

/** How much schools of a level differ in size, about as in the embedded districts: standard deviation over mean. */
const sizeSpread = 0.3;

/** Standard deviation of schools' poverty, about as in the embedded districts where half of all students are poor. */
const lowIncomeSd = 0.12;

/** Returns how much schools differ in poverty: less where few students are poor, or few are not. */
const lowIncomeSdAt = (share: number): number => lowIncomeSd * 4 * share * (1 - share);

/** Says how many schools of each level a district of `schools` has: half of them elementary, a quarter middle. */
function schoolsByLevel(schools: number): readonly (readonly [keyof typeof grades, number])[] {
  const middle = Math.floor((schools + 1) / 4);
  const high = Math.max(1, Math.floor((schools - middle) / 3));
  const all = [
    ["elementary", schools - middle - high],
    ["middle", middle],
    ["high", high],
  ] as const;
  return all.filter(([, count]) => count > 0);
}

/** Shares students out between levels by their grades, at least one a school. */
function levelsOf({ schools, students }: DistrictFigures): LevelTotals[] {
  if (schools === 1) return [{ level: "other", schools, students, sizeSpread: 0 }];
  const counts = schoolsByLevel(schools);
  const spare = students - schools;
  const taught = counts.reduce((sum, [level]) => sum + grades[level], 0);
  let left = spare;
  return counts.map(([level, count], l) => {
    const more = l === counts.length - 1 ? left : Math.floor((spare * grades[level]) / taught);
    left -= more;
    return { level, schools: count, students: count + more, sizeSpread: count === 1 ? 0 : sizeSpread };
  });
}

/**
 * Makes up a district from a few figures, without chance: half of its schools elementary, a quarter middle and the others
 * high, students by grades, teachers by students, and poverty spread over schools about as in the embedded districts.
 * Schools, teachers and students add up to the figures; low-income students do to within one a school, where the share is
 * taken to be 0.5% to 99.5%.
 */
export function districtOfFigures(figures: DistrictFigures): District {
  const { id, name = id, teachers, lowIncomeShare } = figures;
  const share = Math.min(0.995, Math.max(0.005, lowIncomeShare));
  const made = synthesise({
    id,
    name,
    source: "Made up from the number of its schools, teachers and students and the share of low-income students",
    levels: levelsOf(figures),
    teachers,
    lowIncomeShare: share,
    lowIncomeSd: figures.schools === 1 ? 0 : lowIncomeSdAt(share),
  });
  // Whole students, shared out by remainders, may come to one more than a school has.
  const schools = made.schools.map((one) => ({ ...one, lowIncomeShare: Math.min(1, one.lowIncomeShare) }));
  return { ...made, schools };
}
