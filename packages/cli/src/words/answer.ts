import type { Draw, Scenario, UnknownSetting } from "@uptake/model";
import type { DistrictSize, SeriesSummary, Summary, TargetProbability, TimeToTarget } from "@uptake/study";
import type { Suspicion } from "@uptake/study/ensemble";
import type { ForecastRecord } from "@uptake/study/forecast";
import type { EasedSteps, FunnelAt } from "@uptake/study/funnel";
import type { Probability } from "@uptake/study/statistics";
import type { Headline } from "./headline.ts";

/** Holds the ends of a 95% interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Holds a mean over replicates with its 95% interval, whose ends are null below two replicates. */
export type Estimate = Pick<Summary, "mean" | "low" | "high">;

/** Holds what `--json` prints of one ensemble: shares 0 … 1, indices 0 … horizon, null for no value. */
export interface Answer {
  readonly version: string;
  readonly seed: string;
  readonly replicates: number;
  /** Different worlds among the replicates: intervals take the world as the unit where these are fewer. */
  readonly worlds: number;
  /** How worlds were drawn: from the kept ones, from the priors, or all the fixed one. */
  readonly parameters: Draw;
  readonly scenario: Scenario;
  /** Settings that the scenario leaves unknown, with what they are drawn between. */
  readonly unknown: readonly UnknownSetting[];
  /** The district, or the sums over a system. */
  readonly district: Omit<DistrictSize, "id"> & { readonly id?: string };
  /** The districts of a system, where there are several. */
  readonly districts?: readonly DistrictSize[];
  readonly adoption: SeriesSummary & { readonly unit: string };
  readonly byTier: readonly (SeriesSummary & { readonly tier: string })[];
  readonly byBand: readonly (SeriesSummary & { readonly band: string })[];
  readonly byStage: readonly (SeriesSummary & { readonly stage: string })[];
  /** Adoption in whichever poverty third has least of it; null below three schools. */
  readonly worstTier: SeriesSummary | null;
  readonly gap: SeriesSummary | null;
  readonly label: SeriesSummary | null;
  readonly depth50: SeriesSummary | null;
  readonly schoolsAbove80: SeriesSummary | null;
  /** Share of schools in which more than half of the teachers use or own, and of schools in the programme. */
  readonly schoolsAdopting: SeriesSummary | null;
  readonly members: SeriesSummary | null;
  /** Adoption among the teachers of schools in the programme; null in months without any. */
  readonly adoptionMembers: SeriesSummary | null;
  /** The same of member schools that the plan founded, and of those that joined; null in months without any. */
  readonly adoptionFounded: SeriesSummary | null;
  readonly adoptionJoined: SeriesSummary | null;
  /**
   * Share of students who have had a teacher that uses the practice, and who have it in two teachers' classes (an
   * elementary student in the one class).
   */
  readonly studentsEver: SeriesSummary | null;
  readonly studentsTwice: SeriesSummary | null;
  /** Adoption weighted by students: the share of their teaching time given by teachers who use or own. */
  readonly adoptionByStudents: SeriesSummary | null;
  readonly students: readonly {
    readonly name: string;
    readonly unit: "student-years";
    readonly studentYears: Summary;
    readonly deep: Summary;
    readonly reached: Summary;
  }[];
  /** Coach hours with teachers, per teacher of each poverty third, over the run. */
  readonly coachHours: readonly (Estimate & { readonly tier: string; readonly unit: "hours per teacher" })[];
  readonly survey?: { readonly reported: SeriesSummary | null; readonly response: SeriesSummary | null };
  readonly target: TargetProbability;
  /** How far bands of the model have held on adoption series it had seen the first half of: what a chance is worth. */
  readonly forecasts: ForecastRecord;
  readonly shortfall: Summary;
  /** The same over the replicates that miss the target, counted in `replicates`. */
  readonly shortfallWhenMissed: Summary;
  readonly timeToTarget: { readonly unit: "months"; readonly momentary: WaitingTime; readonly held: WaitingTime };
  /** What the target is of two years after funding ends, and the share of replicates at the target's share then. */
  readonly sustained: Summary & { readonly month: number; readonly chance: Probability | null };
  readonly cost: {
    readonly unit: "$ of 2024";
    readonly total: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly p10: number | null;
    readonly p90: number | null;
    readonly byCategory: Readonly<Record<string, number | null>>;
    readonly byTier: Readonly<Record<string, number | null>>;
    readonly byCategoryInterval: Readonly<Record<string, Estimate>>;
    readonly byTierInterval: Readonly<Record<string, Estimate>>;
    readonly perAddedSustainedAdopter: number | null;
    readonly perAddedSustainedAdopterInterval: Interval | null;
    /** Says why there is no cost per adopter, where there is none. */
    readonly perAddedSustainedAdopterReason?: string;
    /** Cost of each added student-year with a deep teacher (depth .5 or more), against business as usual. */
    readonly perAddedStudentYear: number | null;
    readonly perAddedStudentYearInterval: Interval | null;
    readonly perAddedStudentYearReason?: string;
  };
  readonly suspect: Suspicion;
  /** The headline under three levels of effects and with effects in common, and what decides it; where those were run. */
  readonly headline?: Headline;
  /** Where schools and teachers are at the target's month, or at the end of a run that is shorter, and how they came there; where it was asked for. */
  readonly funnel?: FunnelAt;
  /** What each step on the way would add if it were half as hard; where those runs were made. */
  readonly bottleneck?: StandingSteps;
  /** Checksum of each run; one that stands for all where they are too many to list. */
  readonly checksums: readonly string[];
}

/** Holds when replicates reached the target's share; median of Kaplan and Meier with its 95% interval, null where not reached. */
export type WaitingTime = TimeToTarget & { readonly medianLow: number | null; readonly medianHigh: number | null };

/** Holds what each step would add if it were half as hard, and who stands at it, in the same replicates. */
export type StandingSteps = EasedSteps & Pick<FunnelAt, "standings">;
