import type { Stage } from "@uptake/model";
import { bandNames, stages, tierNames } from "@uptake/model/engine";
import { seriesRange } from "./series-range.ts";

/** Describes a series of a run: one value an index 0 … horizon. */
export interface RunSeries {
  /** Name by which it is asked for, as in `adoption` or `tier.low poverty`. */
  readonly name: string;
  /** Says what it counts, in a sentence without a final stop. */
  readonly doc: string;
  /** Unit, as in `share of teachers`; shares are fractions. */
  readonly unit: string;
  /** Least and greatest value that there can be; null where there is no greatest. */
  readonly range: readonly [least: number, greatest: number | null];
  /** Says when a run does not have it, or an index has no value (NaN); absent where neither is ever so. */
  readonly missing?: string;
}

const ofTeachers = { unit: "share of teachers" } as const;
const ofSchools = { unit: "share of schools" } as const;
const ofStudents = { unit: "share of students" } as const;

const inStage: Readonly<Record<Stage, string>> = {
  unaware: "teachers who have not heard of the practice",
  aware: "teachers who know the practice and have not tried it",
  trying: "teachers who try the practice",
  using: "teachers who use the practice and do not own it",
  owning: "teachers who own the practice",
  lapsed: "teachers who tried or used the practice and stopped",
};

/** Describes each, but for its range. */
const described: readonly Omit<RunSeries, "range">[] = [
  { name: "teachers", doc: "teachers in open schools", unit: "teachers" },
  { name: "adoption", doc: "teachers who use or own the practice", ...ofTeachers },
  { name: "label", doc: "teachers who try, use or own the practice: what a count of sign-ups says", ...ofTeachers },
  { name: "depth30", doc: "teachers who use or own the practice at depth .3 or more", ...ofTeachers },
  { name: "depth50", doc: "teachers who use or own the practice at depth .5 or more", ...ofTeachers },
  { name: "depth70", doc: "teachers who use or own the practice at depth .7 or more", ...ofTeachers },
  {
    ...{ name: "meanDepth", doc: "mean depth of those who use or own the practice; 0 where nobody does" },
    ...{ unit: "depth" },
  },
  { name: "compliant", doc: "teachers who comply with a mandate and do not own the practice", ...ofTeachers },
  { name: "members", doc: "open schools that are in the programme", ...ofSchools },
  {
    ...{ name: "adoptionMembers", doc: "teachers who use or own the practice, of those in member schools" },
    ...{ ...ofTeachers, missing: "no value while no school is in the programme" },
  },
  {
    ...{
      name: "adoptionFounded",
      doc: "teachers who use or own the practice, of those in schools that the plan founded",
    },
    ...{ ...ofTeachers, missing: "no value while no founded school is open" },
  },
  {
    ...{ name: "adoptionJoined", doc: "teachers who use or own the practice, of those in member schools that joined" },
    ...{ ...ofTeachers, missing: "no value while no school that joined is in the programme" },
  },
  {
    ...{ name: "schoolsAdopting", doc: "schools in which more than half of the teachers use or own the practice" },
    ...ofSchools,
  },
  {
    ...{ name: "schoolsAbove80", doc: "schools in which at least four in five teachers use or own the practice" },
    ...ofSchools,
  },
  {
    ...{ name: "students", doc: "teaching time of students that is given by teachers who use or own the practice" },
    ...{ unit: "share of students’ teaching time" },
  },
  {
    ...{ name: "studentsEver", doc: "students enrolled who have had a teacher that uses or owns it since the start" },
    ...ofStudents,
  },
  {
    ...{ name: "studentsTwice", doc: "students who have it now in two teachers’ classes, or in their one teacher’s" },
    ...ofStudents,
  },
  ...stages.map((stage) => ({ name: `stage.${stage}`, doc: inStage[stage], ...ofTeachers })),
  ...tierNames.map((tier) => ({
    ...{
      name: `tier.${tier}`,
      doc: `teachers who use or own the practice, of the ${tier} third of a district’s teachers`,
    },
    ...{ ...ofTeachers, missing: "absent where the third has no teachers, as below three schools" },
  })),
  ...bandNames.map((band) => ({
    ...{ name: `band.${band}`, doc: `teachers who use or own the practice, of those in schools ${band}` },
    ...{ ...ofTeachers, missing: "absent where no school is in the band" },
  })),
  {
    ...{ name: "worstTier", doc: "adoption in the poverty third with least of it" },
    ...{ ...ofTeachers, missing: "absent where no third has teachers" },
  },
  {
    ...{ name: "gap", doc: "adoption in the low-poverty third less that in the high-poverty third" },
    ...{ unit: "share of teachers", missing: "absent where one of the two has no teachers" },
  },
  { name: "cost", doc: "dollars spent up to the index", unit: "$ of 2024" },
  {
    ...{ name: "survey.reported", doc: "teachers who say that they use the practice, of those who answer a survey" },
    ...{ ...ofTeachers, missing: "absent unless the scenario has a survey; no value where nobody answers" },
  },
  {
    ...{ name: "survey.response", doc: "teachers who answer a survey" },
    ...{ ...ofTeachers, missing: "absent unless the scenario has a survey" },
  },
];

/**
 * Lists the series of a run, in the order in which {@link measured} has them, but for `observed.` and the name of an
 * observer: what that returns.
 */
export const runSeries: readonly RunSeries[] = described.map((series) => {
  const [least, most] = seriesRange(series.name);
  return { ...series, range: [least, Number.isFinite(most) ? most : null] };
});
