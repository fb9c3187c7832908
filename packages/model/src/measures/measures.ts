import type { Stage } from "../district/stage.ts";
import type { Category } from "../evidence/costs.ts";
import type { Funnel } from "./funnel.ts";

/** Holds a series over a group of schools. */
export interface GroupSeries {
  /** Name of the group, as in `low poverty` or `under 35% low-income`. */
  readonly name: string;
  /** Teachers of the group at the start. */
  readonly teachers: number;
  /** Share of the group's teachers using or owning, by index; null when the group is empty. */
  readonly adoption: Float64Array | null;
}

/** Holds student-years of teaching, over all teaching months of the run. */
export interface StudentGroup {
  /** Name of the group: `all students`, `low-income`, `English learners`, and others that rosters report. */
  readonly name: string;
  /** Student-years in all. */
  readonly studentYears: number;
  /** Student-years (whole-time equivalents) with a teacher who uses the practice at depth .5 or more. */
  readonly deep: number;
  /** Student-years of students who have at least one such teacher. */
  readonly reached: number;
}

/** Holds money spent, in dollars of 2024. */
export interface Cost {
  /** Dollars over the whole run. */
  readonly total: number;
  /** Dollars by category of the ledger; they add to the total. */
  readonly byCategory: Readonly<Record<Category, number>>;
  /** By poverty third, low to high, and `office` for what belongs to no school. */
  readonly byTier: Readonly<Record<string, number>>;
  /** By scenario month 0 … horizon − 1. */
  readonly monthly: Float64Array;
}

/** Holds the measures of one run. Series run over the indices 0 … horizon; shares are 0 … 1. */
export interface Measures {
  /** Teachers in open schools. */
  readonly teachers: Float64Array;
  /** Share of teachers using or owning the practice. */
  readonly adoption: Float64Array;
  /** Share trying, using or owning: what a count of sign-ups would say. */
  readonly label: Float64Array;
  /** Share in each stage; the six add to 1. */
  readonly stages: Readonly<Record<Stage, Float64Array>>;
  /** Share using or owning with depth of at least .3. */
  readonly depth30: Float64Array;
  /** Share using or owning with a depth of at least .5. */
  readonly depth50: Float64Array;
  /** Share using or owning with a depth of at least .7. */
  readonly depth70: Float64Array;
  /** Mean depth of those using or owning; 0 where there are none. */
  readonly meanDepth: Float64Array;
  /** Share who comply with a mandate without owning the practice. */
  readonly compliant: Float64Array;
  /** Share of schools in the programme. */
  readonly members: Float64Array;
  /** Share of the teachers of schools in the programme using or owning; NaN where no school is in it. */
  readonly adoptionMembers: Float64Array;
  /** Share of the teachers of member schools that the plan founded using or owning; NaN where there are none. */
  readonly adoptionFounded: Float64Array;
  /** Share of the teachers of member schools that joined using or owning; NaN where there are none. */
  readonly adoptionJoined: Float64Array;
  /** Share of schools in which more than half of the teachers use or own. */
  readonly schoolsAdopting: Float64Array;
  /** Share of schools in which at least four in five of the teachers use or own. */
  readonly schoolsAbove80: Float64Array;
  /** Share of students' teaching time given by teachers who use or own. */
  readonly students: Float64Array;
  /**
   * Share of the students enrolled who have had a teacher that uses or owns the practice, at least once since the start.
   * Teachers are drawn anew each year.
   */
  readonly studentsEver: Float64Array;
  /** Share of students who meet it now in two teachers' classes, or in their one teacher's. */
  readonly studentsTwice: Float64Array;
  /** Where teachers and schools are on the way to the practice, in counts. */
  readonly funnel: Funnel;
  /** Within-district thirds of teachers by school poverty: low, middle, high. */
  readonly tiers: readonly GroupSeries[];
  /** Schools under 35%, 35–75%, and 75% or more low-income. */
  readonly bands: readonly GroupSeries[];
  /** Adoption of the low-poverty third less that of the high-poverty third; null below three schools. */
  readonly gap: Float64Array | null;
  /** Student-years by group, over the run. */
  readonly studentGroups: readonly StudentGroup[];
  /** Coach hours with teachers, per teacher of each poverty third, over the run. */
  readonly coachHours: readonly number[];
  /** Dollars of 2024 spent. */
  readonly cost: Cost;
  /** What a survey would have shown, when asked for: reported adoption and the share who answered; NaN where nobody did. */
  readonly survey: { readonly reported: Float64Array; readonly response: Float64Array } | null;
}
